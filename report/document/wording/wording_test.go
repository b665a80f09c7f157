package wording

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/publish"
	annexwords "taizhang/templates/annex"

	"github.com/google/go-cmp/cmp"
)

func blocks(t testing.TB, e publish.Edition, source string) []Block {
	t.Helper()
	list, err := Blocks(e, source, everything)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func whole(list []Block) string {
	var b strings.Builder
	for _, block := range list {
		b.WriteString(block.Label + block.Text + "\n")
	}
	return b.String()
}

// The default wording reads like a person wrote it at 0, 1 and many.
func TestSentences(t *testing.T) {
	list := trial.Seed()
	late := trial.Year(list[:1], 1, true)
	late.AsOf.N, late.Elapsed = 2, 50
	noReturns := trial.Year(list[:2], 2, true)
	for i := range noReturns.Quarters {
		noReturns.Quarters[i].Returns = ledger.Receipts{Expected: 2, Missing: 2}
	}
	same := trial.Year(list[:3], 1, true)
	for i := range same.Requirements {
		same.Requirements[i].Status = status.Ongoing
	}
	idle := trial.Year(list[:2], 1, true)
	for i := range idle.Requirements {
		idle.Requirements[i].Status, idle.Requirements[i].Deciders = status.NotStarted, 2
		idle.Requirements[i].Done, idle.Requirements[i].Next = "办公室：已部署。", "办公室：尽快启动。"
	}
	for i := range idle.Quarters {
		idle.Quarters[i].Tally = ledger.Tally{Of: 3, RateOf: 2, Counts: map[status.Status]int{status.Ongoing: 1, status.NotStarted: 2}}
	}
	nobody := trial.Year(list[:2], 0, true)
	now := &same.Quarters[3]
	now.Tally = ledger.Tally{Of: 3, Counts: map[status.Status]int{status.Ongoing: 3}, Shares: map[status.Status]float64{status.Ongoing: 100}}
	for _, tc := range []struct {
		name     string
		edition  publish.Edition
		has, not []string
	}{
		{"many", trial.Year(list, 10, false), []string{
			"2021年，台山市文化广电旅游体育局将政务公开工作要点分解为15项工作任务、33项具体要求，由10个部门分工落实。截至2021年12月31日，33项具体要求中，已完成18项，占",
			"常态化开展和不适用的5项不计入完成率；其余28项中已完成18项，完成率为64.3%。\n已到完成时限而未完成的有3项（第7、20、33项）。\n",
			"（一）做好各类规划主动公开\n本项任务由办公室牵头。第1、2项均已完成。",
			"第3、4项中，已完成1项，推进中1项（第3项）。",
			"10个责任部门应报送季度报表40份，全部收到。收到的报表中，按时报送28份，迟报12份。各季度的报送情况见图3。",
			"仍存在以下不足：一是已到完成时限而未完成的有3项；二是其他尚未启动的有2项（第11、24项）；三是其他暂无进展信息的有2项（第9、22项）。逾期的事项中，第7项（办公室、各股室、属下单位负责，完成时限为2021年11月20日）：",
			"第7、20、33项，倒排工期，",
		}, []string{"项的"}},
		{"one", trial.Year(list[:1], 1, true), []string{
			"分解为1项工作任务、1项具体要求，由1个部门落实。截至2021年12月31日，该项具体要求已完成（见图1）。",
			"已完成（见图1）。",
			"第1项已完成。全年共发布",
			"1个责任部门应报送季度报表4份，全部按时报送。",
			"截至2021年12月31日，没有逾期、滞后或者尚未启动的事项。",
		}, []string{"不计入", "一是", "措施："}},
		{"none", trial.Year(nil, 0, true), []string{"2021年度没有列入清单的具体要求。", "清单中没有工作任务。", "没有责任部门。"},
			[]string{"0项", "完成率", "图1", "附表"}},
		{"nothing done", idle, []string{"其余2项均未完成。没有到期未完成的事项。", "从各季度末的情况看，没有已完成的具体要求（见图2）。",
			"第1、2项，办公室：尽快启动。"}, []string{"完成0项", "度0项"}},
		{"no departments", nobody, []string{"2项具体要求。截至", "清单没有明确责任部门。"}, []string{"0个部门"}},
		{"in the middle of the year", late, []string{"同期时间进度为50.0%。"}, nil},
		{"no returns", noReturns, []string{"应报送季度报表8份，均未收到。"}, []string{"收到的报表中"}},
		{"all ongoing", same, []string{"3项具体要求均已常态化开展（见图1）。", "各项要求均为常态化开展事项，不计算完成率。"}, []string{"完成率为"}},
	} {
		got := whole(blocks(t, tc.edition, annexwords.Default()))
		for _, want := range tc.has {
			if !strings.Contains(got, want) {
				t.Errorf("%s: lacks %q\n%s", tc.name, want, got)
			}
		}
		for _, no := range append(tc.not, "。。", "；。", "，。", "，，", "  ", "<no value>", "map[", "%!", "：\n\n", "\x01") {
			if strings.Contains(got, no) {
				t.Errorf("%s: has %q\n%s", tc.name, no, got)
			}
		}
	}
}

// What is behind, overdue or not begun is no service rendered, and is not told a second time as one.
func TestServiceIsRendered(t *testing.T) {
	list := trial.Lines(3)
	for i := range list {
		list[i].Text = "加强政策咨询服务。"
	}
	e := trial.Year(list, 1, true)
	for i := range e.Requirements {
		e.Requirements[i].Gist, e.Requirements[i].Weight = fmt.Sprintf("收到咨询留言%d件。", 10+i), 3
	}
	e.Requirements[0].Status, e.Requirements[1].Status = status.Behind, status.NotStarted
	got := whole(blocks(t, e, annexwords.Default()))
	if want := "在服务公众方面，第3项：收到咨询留言12件。\n"; !strings.Contains(got, want) {
		t.Errorf("lacks %q\n%s", want, got)
	}
	for i := range e.Requirements {
		e.Requirements[i].Status = status.Behind
	}
	if got := whole(blocks(t, e, annexwords.Default())); strings.Contains(got, "在服务公众方面") {
		t.Errorf("what is behind is told as a service:\n%s", got)
	}
}

func TestBlocks(t *testing.T) {
	source := `# 标题 {{.年度}}

*（截至年底）*

## 甲
### 乙
1. 不是列表
续行 abc
def

    也不是代码
#### 丙
## 三、自带序号
### 丁

![图一](图:构成)

![表一](表:甲表)

| 部门 | 数 |
|---|:-:|
| 办公室 | 1 |
| a\|b |

![大表](表：具体要求)

见{{图 "构成"}}、{{表 "甲表"}}、{{表 "具体要求"}}和{{图 "报送"}}。<b>不是标签</b> ` + "`不是代码`" + ` **加粗** [链接](http://x)
`
	want := []Block{
		{Kind: Title, Text: "标题 2021"},
		{Kind: Note, Text: "（截至年底）"},
		{Kind: Heading, Text: "一、甲"},
		{Kind: Sub, Text: "（一）乙"},
		{Kind: Paragraph, Text: "1. 不是列表续行 abc def"},
		{Kind: Paragraph, Text: "也不是代码"},
		{Kind: Item, Text: "1.丙"},
		{Kind: Heading, Text: "三、自带序号"},
		{Kind: Sub, Text: "（一）丁"},
		{Kind: Figure, Text: "图一", Name: "构成", Label: "图1"},
		{Kind: Table, Text: "表一", Name: "甲表", Label: "表1", Rows: [][]string{{"部门", "数"}, {"办公室", "1"}, {"a|b", ""}}, Centred: []bool{false, true}},
		{Kind: Register, Text: "大表", Name: "具体要求", Label: "附表"},
		{Kind: Paragraph, Text: "见图1、表1、附表和下图。<b>不是标签</b> `不是代码` 加粗 链接",
			Refs: []Ref{{3, 7, "图:构成"}, {10, 14, "表:甲表"}, {17, 23, "表:具体要求"}}},
	}
	if diff := cmp.Diff(want, blocks(t, publish.Edition{Name: "政务公开工作要点", Year: 2021}, source)); diff != "" {
		t.Error(diff)
	}
}

// What stands in the edition arrives in the blocks as it is, whatever it means in Markdown.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"1. *强调* _下划_ [链接](x) ![图](图:甲)", "# 标题", "| 表 | 格 |", "a\\b\\*c", "&amp; &#35; <br>", "![](", "[[[", "***", "\\", "`x`", "~~x~~", "--- ---", "x\x01y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := strings.Join(strings.FieldsFunc(string([]rune(s)), unicode.IsSpace), " ")
		if want == "" || strings.ContainsAny(want, "\x00\x01\x02") {
			return
		}
		e := publish.Edition{Unit: s}
		for source, around := range map[string]string{"{{.单位}}": "%", "甲{{.单位}}乙": "甲%乙", "*甲{{.单位}}乙*": "甲%乙", "#### 甲{{.单位}}": "1.甲%"} {
			got := blocks(t, e, source)
			if len(got) != 1 || got[0].Text != strings.Replace(around, "%", want, 1) {
				t.Errorf("%q with %q gives %+v", source, s, got)
			}
		}
		table := blocks(t, e, "| 甲 | 乙 |\n|---|---|\n| {{.单位}} | 丙 |")
		if len(table) != 1 || len(table[0].Rows) != 2 || table[0].Rows[1][0] != want || table[0].Rows[1][1] != "丙" {
			t.Errorf("a cell with %q gives %+v", s, table)
		}
	})
}

func TestShare(t *testing.T) {
	for _, tc := range []struct {
		part, whole int
		want        string
	}{{0, 0, "—"}, {0, 5, "0%"}, {5, 5, "100%"}, {1, 3, "—"}, {3, 9, "33.3%"}, {9999, 10000, "99.9%"}, {1, 10000, "0.1%"}} {
		if got := share(tc.part, tc.whole); got != tc.want {
			t.Errorf("share(%d, %d) = %s, want %s", tc.part, tc.whole, got, tc.want)
		}
	}
}

func TestEnumerate(t *testing.T) {
	var list []fact
	for i := range 12 {
		list = append(list, fact{"序号": i + 1})
	}
	for n, want := range map[int]string{0: "", 1: "第1项", 3: "第1、2、3项", 12: "第1、2、3、4、5、6、7、8、9、10项等12项"} {
		if got := enumerate(list[:n]); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// TestNumberIsSaidOnce: a sentence that says how many there are does not say it again behind the list.
func TestNumberIsSaidOnce(t *testing.T) {
	var list []fact
	for i := range 12 {
		list = append(list, fact{"序号": i + 1})
	}
	const first = "第1、2、3、4、5、6、7、8、9、10项等"
	for sentence, want := range map[string]string{
		"滞后的有{数}项（{项}）": "滞后的有12项（" + first + "）",
		"滞后的有{项}":       "滞后的有" + first + "12项",
	} {
		if got, err := some(list, sentence); err != nil || got != want {
			t.Errorf("%s, want %s (%v)", got, want, err)
		}
	}
	part := fact{"名称": "滞后", "数": 12, "项": list}
	if got, want := named(fact{"总数": 13, "分项": []fact{part, {"名称": "已完成", "数": 1}}}), "滞后12项（"+first+"），已完成1项"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestUncountedNamesWhatThereIs: a standing that no requirement has is not named.
func TestUncountedNamesWhatThereIs(t *testing.T) {
	for _, tc := range []struct {
		ongoing, not int
		want         string
	}{{3, 2, "常态化开展和不适用"}, {3, 0, "常态化开展"}, {0, 2, "不适用"}, {0, 0, ""}} {
		f := fact{"常态化": fact{"数": tc.ongoing}, "不适用": fact{"数": tc.not}}
		if got := uncounted(f, "和"); got != tc.want {
			t.Errorf("%d and %d: %q, want %q", tc.ongoing, tc.not, got, tc.want)
		}
	}
}

// The README beside the template tells every name that a template may ask for.
func TestNamesAreTold(t *testing.T) {
	readme, err := os.ReadFile("../../../templates/annex/README.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case fact:
			for name, inner := range v {
				seen[name] = true
				walk(inner)
			}
		case []fact:
			for _, f := range v {
				walk(f)
			}
		}
	}
	walk(facts(trial.After(trial.Year(trial.Lines(20), 3, false),
		trial.Past{Year: 2020, Quarter: 4, Completed: 3, Continued: []int{1}, Suspended: []int{2}, Dropped: []string{"甲。"}}, 4), everything))
	for name := range functions {
		seen[name] = true
	}
	for name := range seen {
		if !strings.Contains(string(readme), name) {
			t.Errorf("README.md does not tell of %s", name)
		}
	}
}

// A requirement's number is a reference with the 第 and 项 around it, in a list the digits
// alone; a number that a department writes is none.
func TestReferences(t *testing.T) {
	e := trial.Year(trial.Lines(9), 1, false)
	e.Requirements[1].Done = "完成第3项整改，\x01项:4\x02。"
	const source = "{{range .任务}}{{range .要求}}{{if eq .序号 2}}第{{.序号}}项：{{.情况}}{{end}}{{end}}{{end}}\n\n见{{列举 .逾期}}，{{range .逾期}}{{.序号}}{{end}}\n\n![目录](目录)"
	want := []Block{
		{Kind: Paragraph, Text: "第2项：完成第3项整改，项:4。", Refs: []Ref{{0, 7, "项:2"}}},
		{Kind: Paragraph, Text: "见第7项，7", Refs: []Ref{{3, 10, "项:7"}, {13, 14, "项:7"}}},
		{Kind: Contents, Text: "目录"},
	}
	if diff := cmp.Diff(want, blocks(t, e, source)); diff != "" {
		t.Error(diff)
	}
}
