package status

import (
	"testing"

	"taizhang/templates/words"
)

// Legends in the styles that offices print, whole: nothing missing, nothing more.
func TestLegendIsWhole(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]map[string]Status{
		"图例：★办结　●正常推进　▲滞后　○尚未启动":         {"★": Completed, "●": InProgress, "▲": Behind, "〇": NotStarted},
		"注：○没动 ◐在办 ●办完":                  {"〇": NotStarted, "◐": InProgress, "●": Completed},
		"注：●已完成　◐正在推进　○还没动　★长期抓　▲慢于…":    {"●": Completed, "◐": InProgress, "〇": NotStarted, "★": Ongoing, "▲": Behind},
		"√：完成，×：未完成，—：不涉及":               {"√": Completed, "×": Behind, "-": NotApplicable},
		"√：完成，×：未完成，/：不涉及":               {"√": Completed, "×": Behind, "/": NotApplicable},
		"√完成 ×未完成 —不涉及":                  {"√": Completed, "×": Behind, "-": NotApplicable},
		"1表示未启动 2表示推进中 3表示完成":            {"1": NotStarted, "2": InProgress, "3": Completed},
		"0代表未启动，1代表推进中，2代表已完成":           {"0": NotStarted, "1": InProgress, "2": Completed},
		"A已办结/B在办/C未办":                   {"a": Completed, "b": InProgress, "c": NotStarted},
		"A：已办结；B：在办；C：未办结":               {"a": Completed, "b": InProgress, "c": Behind},
		"红色底纹为滞后，黄色底纹为推进中，绿色底纹为已完成":      {"红": Behind, "红色": Behind, "黄": InProgress, "黄色": InProgress, "绿": Completed, "绿色": Completed},
		"绿=办完 黄=在办":                      {"绿": Completed, "绿色": Completed, "黄": InProgress, "黄色": InProgress},
		"填 ✔ 为完成，填 ○ 为进行中":               {"✔": Completed, "〇": InProgress},
		"打√为已完成，打△为推进中，打×为未完成":           {"√": Completed, "△": InProgress, "×": Behind},
		"（●完成 ○未完成）":                     {"●": Completed, "〇": Behind},
		"已完成√ 推进中△ 未启动×":                 {"√": Completed, "△": InProgress, "×": NotStarted},
		"注：已完成√，推进中△，未启动×":               {"√": Completed, "△": InProgress, "×": NotStarted},
		"已完成（√）、推进中（△）、未启动（×）":           {"√": Completed, "△": InProgress, "×": NotStarted},
		"（注：绿底=完成，黄底=推进，无底色=未启动）":        {"绿": Completed, "绿色": Completed, "黄": InProgress, "黄色": InProgress, "无底色": NotStarted},
		"(注：绿底=完成，黄底=推进，无底色=未启动)":        {"绿": Completed, "绿色": Completed, "黄": InProgress, "黄色": InProgress, "无底色": NotStarted},
		"说明：绿色单元格表示已完成；黄色单元格表示正在推进":      {"绿": Completed, "绿色": Completed, "黄": InProgress, "黄色": InProgress},
		"绿灯：按计划推进，黄灯：略有滞后，红灯：严重滞后":       {"绿": InProgress, "绿色": InProgress, "黄": Behind, "黄色": Behind, "红": Behind, "红色": Behind},
		"注：●已完成 ◎见说明 ○未启动":               {"●": Completed, "〇": NotStarted},
		"注：√表示已完成，△表示阿弥陀佛，×表示未完成":        {"√": Completed, "×": Behind},
		"【图例】●已完成 ○未启动":                  {"●": Completed, "〇": NotStarted},
		"图例\n√ 已完成\n○ 推进中":               {"√": Completed, "〇": InProgress},
		"标红为滞后，标黄为推进中，标绿为完成":             {"红": Behind, "红色": Behind, "黄": InProgress, "黄色": InProgress, "绿": Completed, "绿色": Completed},
		"已完成的用绿色标注，滞后的用红色标注":             {"绿": Completed, "绿色": Completed, "红": Behind, "红色": Behind},
		"填写说明：完成填1，推进中填2，未启动填3":          {"1": Completed, "2": InProgress, "3": NotStarted},
		"状态：√—完成；△—推进中；×—未完成":            {"√": Completed, "△": InProgress, "×": Behind},
		"“√”为已办结，“○”为正在办理":               {"√": Completed, "〇": InProgress},
		"★：已完成；☆：正在推进；◇：未启动；◆：常态化；■：不涉及": {"★": Completed, "☆": InProgress, "◇": NotStarted, "◆": Ongoing, "■": NotApplicable},
		"字体红色为滞后，字体绿色为已完成":               {"红": Behind, "红色": Behind, "绿": Completed, "绿色": Completed},
		"①表示已完成 ②表示推进中":                  {"①": Completed, "②": InProgress},
		"Y=已完成，N=未完成，NA=不涉及":             {"y": Completed, "n": Behind, "na": NotApplicable},
		"注：完成情况栏填写：√已完成，○推进中，×未完成":       {"√": Completed, "〇": InProgress, "×": Behind},
		"完成情况：√已完成，○推进中，×未完成":            {"√": Completed, "〇": InProgress, "×": Behind},
		"√已完成　　○推进中　　×未完成":               {"√": Completed, "〇": InProgress, "×": Behind},
		"● 已完成 | ◐ 推进中 | ○ 未启动":          {"●": Completed, "◐": InProgress, "〇": NotStarted},
		"蓝：常态化　绿：已完成　黄：推进中　红：滞后　灰：不涉及":   {"蓝": Ongoing, "蓝色": Ongoing, "绿": Completed, "绿色": Completed, "黄": InProgress, "黄色": InProgress, "红": Behind, "红色": Behind, "灰": NotApplicable, "灰色": NotApplicable},
		"备注：◎代表已完成、◇代表推进中、※代表未启动。":       {"◎": Completed, "◇": InProgress, "※": NotStarted},
		"注：打“√”的为已完成，打“×”的为未完成":          {"√": Completed, "×": Behind},
		"红色——滞后；黄色——推进中；绿色——已完成":         {"红": Behind, "红色": Behind, "黄": InProgress, "黄色": InProgress, "绿": Completed, "绿色": Completed},
		"红色代表滞后、黄色代表推进、绿色代表完成、白色代表未启动":   {"红": Behind, "红色": Behind, "黄": InProgress, "黄色": InProgress, "绿": Completed, "绿色": Completed, "白": NotStarted, "白色": NotStarted},
	} {
		got := g.Legend(text)
		for sign, s := range want {
			if got[sign] != s {
				t.Errorf("%q: %q stands for %q, want %q", text, sign, got[sign], s)
			}
		}
		for sign, s := range got {
			if want[sign] == NoStatus {
				t.Errorf("%q: %q stands for %q, want nothing", text, sign, s)
			}
		}
	}
}

func TestNoLegend(t *testing.T) {
	g := New(words.Default())
	for _, text := range lines(`请用红色字体填写滞后原因，黄色单元格为必填项|红色教育基地已建成，绿色通道推进中|已完成绿色食品认证，黄色预警正在办理|绿化工程已完成，红旗渠项目未启动|黄山路改造已完成，红星路改造推进中|已完成☑ 推进中□|已完成□ 推进中□ 未启动□|□已完成 □推进中
已完成/未完成|A组已完成，B组推进中|A区已完成/B区未完成|1号楼已完成，2号楼推进中|一期已完成，二期推进中|绿色底纹为已完成|√已完成|3项完成、5项推进中|12条完成；3条未完成|已完成1，推进中2|全年共完成5项★重点工作，推进中3项|12已完成|A已完成|AB已完成
已完成：5；推进中：3；未启动：2|已完成：3项；推进中：2项|绿灯|红灯|注：|图例|图例：|①已完成审批；②正在推进整改|①已完成②推进中③未启动|（1）已完成（2）推进中|V1.0已完成，V2.0推进中|T1：已完成？|WiFi已完成，LED推进中`) {
		if got := g.Legend(text); len(got) != 0 {
			t.Errorf("%q is no legend: %v", text, got)
		}
	}
}
