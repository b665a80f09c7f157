package plan

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

// taughtYear reads a year with a roster of two and the lines of 词表.
func taughtYear(t *testing.T, lines ...[]string) (*Plan, []finding.Finding) {
	t.Helper()
	rows := append([][]string{{"词表"}, {"写给部门看的说明"}, {"类别", "写法", "作为", "适用"}}, lines...)
	p, found, err := Read(Sources{Year: 2021, List: book(small(),
		sheet("部门名录", []string{"部门名称", "类别", "别名"}, []string{"河务股", "股室", "水务组"}, []string{"档案馆", "属下单位", ""}),
		sheet("词表", rows...))})
	if err != nil {
		t.Fatal(err)
	}
	return p, slices.DeleteFunc(found, func(f finding.Finding) bool { return f.Code != finding.SettingUnreadable })
}

func TestTaughtSheet(t *testing.T) {
	for _, c := range []struct {
		name string
		line []string
		want words.Lesson
	}{
		{"a heading", []string{"栏目", "干了啥", "进展", ""}, words.Lesson{Kind: words.OfColumn, Word: "干了啥", Role: words.Progress}},
		{"a heading by the code of the role", []string{"栏目", "干了啥", "next_steps", "全部"}, words.Lesson{Kind: words.OfColumn, Word: "干了啥", Role: words.NextSteps}},
		{"a heading that is not to be read", []string{"栏目", "内部编码", "不读", ""}, words.Lesson{Kind: words.OfColumn, Word: "内部编码", Role: words.Skip}},
		{"for a department, by its alias", []string{"栏目", "干了啥", "状态", "水务组"}, words.Lesson{Kind: words.OfColumn, Word: "干了啥", Role: words.Status, Scope: words.Scope{Department: "河务股"}}},
		{"for a file", []string{"栏目", "干了啥", "状态", "汇总.xlsx"}, words.Lesson{Kind: words.OfColumn, Word: "干了啥", Role: words.Status, Scope: words.Scope{File: "汇总.xlsx"}}},
		{"for a file in a folder", []string{"栏目", "干了啥", "状态", `第一季度\汇总.xlsx`}, words.Lesson{Kind: words.OfColumn, Word: "干了啥", Role: words.Status, Scope: words.Scope{File: "/第一季度/汇总.xlsx"}}},
		{"a word for a status", []string{"状态", "妥了", "已完成", ""}, words.Lesson{Kind: words.OfStatus, Word: "妥了", Status: "已完成"}},
		{"an alias", []string{"部门", "大坝组", "河务股", ""}, words.Lesson{Kind: words.OfDepartment, Word: "大坝组", Department: "河务股"}},
		{"no role", []string{"不作为", "进度", "完成比例", ""}, words.Lesson{Kind: words.NotThat, Word: "进度", Role: words.Percent}},
		{"no status", []string{"不作为", "√", "已完成", ""}, words.Lesson{Kind: words.NotThat, Word: "√", Status: "已完成"}},
		{"no alias", []string{"不作为", "水务组", "河务股", ""}, words.Lesson{Kind: words.NotThat, Word: "水务组", Department: "河务股"}},
		{"nothing at all", []string{"不作为", "长期", "", ""}, words.Lesson{Kind: words.NotThat, Word: "长期"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, found := taughtYear(t, c.line)
			if len(found) > 0 {
				t.Error(findingText(found))
			}
			if len(p.Taught) != 1 || p.Taught[0] != c.want {
				t.Errorf("got %+v, want %+v", p.Taught, c.want)
			}
		})
	}
}

// What is not understood teaches nothing, and the finding names the cell.
func TestTaughtFaults(t *testing.T) {
	for _, c := range []struct {
		name, cell, says string
		line             []string
	}{
		{"no such kind", "A4", "类别“列名”", []string{"列名", "干了啥", "进展", ""}},
		{"no kind", "B4", "没有选类别", []string{"", "干了啥", "进展", ""}},
		{"no such role", "C4", "作为“大概”", []string{"栏目", "干了啥", "大概", ""}},
		{"a status is no role", "C4", "作为“已完成”", []string{"栏目", "干了啥", "已完成", ""}},
		{"no such status", "C4", "作为“差不多”", []string{"状态", "妥了", "差不多", ""}},
		{"nothing said", "B4", "没有填作为什么", []string{"状态", "妥了", "", ""}},
		{"no such department", "C4", "名录里没有", []string{"部门", "大坝组", "气象股", ""}},
		{"the name of another", "C4", "另一个部门", []string{"部门", "档案馆", "河务股", ""}},
		{"no word", "A4", "没有填写法", []string{"栏目", "", "进展", ""}},
		{"for whom", "D4", "适用“某人”", []string{"栏目", "干了啥", "进展", "某人"}},
		{"an alias for one file", "D4", "不能只适用于", []string{"部门", "大坝组", "河务股", "汇总.xlsx"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, found := taughtYear(t, c.line)
			if len(p.Taught) != 0 {
				t.Errorf("taught %+v", p.Taught)
			}
			if len(found) != 1 || found[0].Severity() != finding.Warning || found[0].Place.Cell() != c.cell || !strings.Contains(found[0].Message, c.says) {
				t.Errorf("found %s", findingText(found))
			}
		})
	}
	if _, found := taughtYear(t, []string{"栏目", "", "", ""}, []string{"", "", "", ""}); len(found) != 0 {
		t.Errorf("lines that wait are reported: %s", findingText(found))
	}
	p, found, err := Read(Sources{Year: 2021, List: book(small(), sheet("词表", []string{"旧词", "新词"}, []string{"甲", "乙"}))})
	if err != nil || len(p.Taught) != 0 || !strings.Contains(findingText(found), "没有“写法”这一栏") {
		t.Errorf("%v, %s", err, findingText(found))
	}
}

func TestTaughtAliases(t *testing.T) {
	p, _ := taughtYear(t, []string{"部门", "大坝组", "河务股", ""}, []string{"不作为", "水务组", "河务股", ""})
	if d, ok := p.Roster.Find("大坝组", period.Quarter{}); !ok || d.Name != "河务股" {
		t.Errorf("the alias that was taught: %+v", d)
	}
	if d, ok := p.Roster.Find("水务组", period.Quarter{}); ok {
		t.Errorf("the alias that was taken away: %+v", d)
	}
}

// The list itself is read with the words that the office teaches.
func TestTaughtHeadingOfTheList(t *testing.T) {
	list := grid.FromRows("任务清单.xlsx", "任务清单", [][]string{{"工作任务", "咋干", "谁干"}, {"管好水", "修好三处堤", "河务股"}, {"管好水", "疏通两条渠", "河务股"}})
	p, _, err := Read(Sources{Year: 2021, List: &grid.Book{File: "任务清单.xlsx", Sheets: []*grid.Sheet{list,
		sheet("词表", []string{"类别", "写法", "作为"}, []string{"栏目", "咋干", "具体要求"}, []string{"栏目", "谁干", "责任部门"})}}})
	if err != nil || len(p.Requirements) != 2 || p.Requirements[0].Text.Value != "修好三处堤" || p.Requirements[0].Duty.Joint[0].Name != "河务股" {
		t.Fatalf("%v %+v", err, p)
	}
}
