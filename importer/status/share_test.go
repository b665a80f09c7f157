package status

import (
	"testing"

	"taizhang/importer/status/shares"
	"taizhang/templates/words"
)

func TestPercent(t *testing.T) {
	for text, want := range map[string]float64{
		"80%": 80, "80％": 80, "约80%": 80, "８０%": 80, "200%": 200, "12.5%": 12.5, "八成": 80, "近九成": 90, "八成五": 85, "七成半": 75, "100%": 100,
		"完成率80%": 80, "完成率：80%": 80, "完成率为80%": 80, "已完成80%": 80, "80%（受疫情影响）": 80, "80% (资金未到位)": 80, "80%，受疫情影响": 80, "80%左右": 80,
		"8成": 80, "8.5成": 85, "8.0成": 80, "约7成半": 75, "10成": 100, "0成": 0, "百分之八十": 80, "百分之八十五点五": 85.5, "百分之百": 100, "约百分之十五": 15, "进度80%": 80, "达到80%": 80, "0%": 0, "≥90%": 90, "80 %": 80,
		"60%：管网铺设9公里": 60, "约六成—地块未交": 60, "100%\n器材均到货": 100, "75%/余下入冬前补": 75, "55%…等配件": 55, "已完成40%、三处未动工": 40,
	} {
		if got, ok := Percent(text); !ok || got != want {
			t.Errorf("%q reads %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range lines(`完成|80|0.8|80%-90%|3项|-5%|80%左右吧|过半|三分之二|80%（目标90%）|满意度80%|成果|百分之|百分之十十|不足80%|未达80%|一百|百|完成3项占80%|%|8成半数|18成|8成新|99999999999%|70%：上季度60%|70%—80%|60%/70%|公里：60%`) {
		if got, ok := Percent(text); ok {
			t.Errorf("%q reads %v, want nothing", text, got)
		}
	}
}

func TestCellShare(t *testing.T) {
	g := New(words.Default())
	for _, c := range []struct {
		text    string
		status  Status
		percent float64
		by      string
	}{
		{"80%", InProgress, 80, "percent"}, {"100%", Completed, 100, "percent"}, {"0%", NotStarted, 0, "percent"}, {"完成率80%", InProgress, 80, "percent"},
		{"已完成80%", InProgress, 80, "grammar"}, {"推进中（60%）", InProgress, 60, "grammar"}, {"80%（受疫情影响）", InProgress, 80, "percent"}, {"八成", InProgress, 80, "percent"}, {"8.5成", InProgress, 85, "percent"},
	} {
		got := g.Cell(c.text)
		if got.Status != c.status || !got.HasPercent || got.Percent != c.percent {
			t.Errorf("%q reads %+v", c.text, got)
		}
		if c.by == "percent" != (got.By == "percent") {
			t.Errorf("%q is read by %s", c.text, got.By)
		}
	}
}

func TestRest(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]string{
		"已完成（9月20日）": "9月20日", "9月20日办结": "9月20日", "已于2021年9月20日完成": "2021年9月20日", "已完成": "", "已全部办结": "",
		"已完成，共发布12条": "共发布12条", "推进中（预计12月完成）": "预计12月完成", "是（9月已完成）": "9月已完成",
	} {
		if got := g.Cell(text); got.Rest != want || got.Status == NoStatus {
			t.Errorf("%q leaves %q (%q), want %q", text, got.Rest, got.Status, want)
		}
	}
}

func TestIs(t *testing.T) {
	g := New(words.Default())
	for _, text := range lines(`已完成|尚未启动|正在办理|办理中|均已落实到位|已完成（9月20日）|9月20日办结|√|/|已完成80%|进度偏慢|否（推进中）|本科室无此项工作|☑已完成 □未完成|长期坚持`) {
		if !g.Is(text) {
			t.Errorf("%q is a status", text)
		}
	}
	for _, text := range lines(`80%|3|12次|9月20日|已完成，共发布12条|及时公开部门预算|加强宣传|办公室|图书馆|10月底前|见附件|持续深化重点领域信息公开工作，推进政务公开标准化规范化建设|完成情况|序号|积极推进政务公开|1.已完成2.未完成`) {
		if g.Is(text) {
			t.Errorf("%q is no status", text)
		}
	}
}

func TestBoxesAndTwo(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{
		"☑已完成 □推进中 □未启动": Completed, "□已完成 ☑推进中 □未启动": InProgress, "■已完成□推进中": Completed, "□已完成■推进中": InProgress, "(√)已完成 ( )未完成": Completed,
		"（ ）已完成 （√）未完成": Behind, "[√]已完成 [ ]未完成": Completed, "●已完成 ○推进中": Completed, "○已完成 ●推进中 ○未启动": InProgress, "已完成☑ 推进中□": Completed,
		"已完成（√） 未完成（ ）": Completed, "已完成（）未完成（√）": Behind, "☑是 □否": Completed, "□是 ☑否": Behind, "☐已完成\n☒推进中\n☐未启动": InProgress, "√已完成 □未完成": Completed,
		"□已完成 □推进中": NoStatus, "☑已完成 ☑推进中": NoStatus, "□已完成": NoStatus, "√推进中": InProgress, "√正在办理 □已办结": InProgress,
	} {
		if got := g.Cell(text); got.Status != want {
			t.Errorf("%q reads %q, want %q", text, got.Status, want)
		}
	}
	for text, want := range map[string]bool{
		"已完成/未完成": true, "已完成 未完成": true, "已完成、推进中、未启动": true, "是/否": true, "□已完成 □推进中": true, "已完成或未完成": true,
		"☑已完成 □推进中": false, "已完成": false, "已完成，已完成": false, "推进中（正在推进）": false, "是": false, "无": false, "": false, "已完成，无": false,
	} {
		if got := g.Two(text); got != want {
			t.Errorf("%q holds two: %v", text, got)
		}
	}
}

func TestLegend(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]map[string]Status{
		"注：√已完成 ○推进中 ×未完成":    {"√": Completed, "〇": InProgress, "×": Behind},
		"●表示完成；△=正在推进":        {"●": Completed, "△": InProgress},
		"填表说明：1-已完成，2-进行中":    {"1": Completed, "2": InProgress},
		"绿色：已完成；黄色：推进中；红色：滞后": {"绿": Completed, "绿色": Completed, "黄": InProgress, "红色": Behind},
		"A=完成 B=推进中":          {"a": Completed, "b": InProgress},
		"A=完成 B=推进":           {"a": Completed, "b": InProgress},
		"说明：“√”表示已办结，“△”表示正在办理，“×”表示未办结。": {"√": Completed, "△": InProgress, "×": Behind},
		"备注：已完成打√，未完成打×":                  {"√": Completed, "×": Behind},
		"☆代表常态化开展、★代表已完成":                 {"☆": Ongoing, "★": Completed},
		"注：绿灯为已完成，红灯为进度滞后，灰色为不涉及":         {"绿": Completed, "红": Behind, "灰": NotApplicable},
		"图例：√ 已完成  ○ 正在推进  — 不涉及":         {"√": Completed, "〇": InProgress},
		"已完成：√；推进中：○；未启动：×":               {"√": Completed, "〇": InProgress, "×": NotStarted},
		"注：①已完成②推进中③未启动":                  {"①": Completed},
		"√已完成○推进中×未完成":                    {"√": Completed, "〇": InProgress, "×": Behind},
	} {
		got := g.Legend(text)
		for sign, s := range want {
			if got[sign] != s && got["1"] != s {
				t.Errorf("%q: %s stands for %q, want %q: %v", text, sign, got[sign], s, got)
			}
		}
	}
	for _, text := range lines(`注：请如实填写|1.已完成；2.推进中|已完成|√已完成|填表说明：请在9月30日前报送|☑已完成 □推进中 □未启动|3项已完成，2项推进中|√已完成 √推进中|说明：红色文件已完成归档，黄色文件未完成归档登记手续|1月已完成，2月推进中`) {
		if got := g.Legend(text); len(got) != 0 {
			t.Errorf("%q is no legend: %v", text, got)
		}
	}
}

// What stands behind a share is its remark, in whatever mark it is set off.
func TestShareRemark(t *testing.T) {
	for text, want := range map[string]string{"60%：管网铺设9公里": "管网铺设9公里", "85%（缺配件）": "缺配件", "85%—缺配件。": "缺配件", "八成\n缺配件（进口）": "缺配件（进口）",
		"85%": "", "约85%左右": "", "85%（目标90%）": "", "缺配件": "", "": ""} {
		if got := shares.Remark(text); got != want {
			t.Errorf("the remark of %q is %q, want %q", text, got, want)
		}
	}
}
