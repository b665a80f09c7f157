package reader

import (
	"fmt"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/templates/words"
)

// surveyors is a small land bureau: two sections that lead, the surveying station that helps them, and the
// office that is asked for nothing.
func surveyors() *Reader {
	p := &plan.Plan{Year: 2021, Unit: "云水县自然资源局", Tasks: []plan.Task{{No: 1}}}
	for _, d := range [][2]string{{"空间规划股", "规划股"}, {"耕地保护股", "耕保股"}, {"办公室", "局办"}} {
		p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: d[0], Kind: plan.Section, Aliases: []string{d[1]}})
	}
	p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: "测绘站", Kind: plan.Affiliate})
	for i, r := range []struct {
		text, lead string
		support    []plan.Party
	}{
		{"划定城镇开发边界并勘定界桩。", "空间规划股", []plan.Party{{Name: "测绘站"}, {Name: "耕地保护股"}}}, {"核实撂荒地块面积。", "耕地保护股", []plan.Party{{Name: "测绘站"}}},
		{"更新一比五百地形图。", "测绘站", []plan.Party{{Name: "空间规划股"}}}, {"复测三等水准点。", "测绘站", []plan.Party{{Name: "耕地保护股"}}},
	} {
		p.Requirements = append(p.Requirements, plan.Requirement{No: i + 1, Number: fmt.Sprint(i + 1), Task: 1, Key: plan.Key("国土", r.text),
			Text: grid.Read[string]{Value: r.text, Said: r.text}, Duty: plan.Duty{Lead: []plan.Party{{Name: r.lead}}, Support: r.support}})
	}
	return New(p, words.Default(), nil)
}

// TestColumnOfOthers tells a column of those whom the sender helps from one that says who wrote each row.
func TestColumnOfOthers(t *testing.T) {
	bounds, fields, maps, marks := "划定城镇开发边界并勘定界桩。", "核实撂荒地块面积。", "更新一比五百地形图。", "复测三等水准点。"
	head := func(who string) []string { return []string{"具体要求", who, "进展情况", "状态"} }
	first := [][]string{{bounds, "规划股", "埋桩四十根", "推进中"}, {fields, "耕保股", "量了九十亩", "推进中"}}
	led := [][]string{{maps, "规划股", "航飞两架次", "推进中"}, {marks, "耕保股", "复测六点", "推进中"}}
	twice := [][]string{{bounds, "规划股", "埋桩四十根", "推进中"}, {bounds, "耕保股", "量了九十亩", "推进中"}}
	for _, c := range []struct {
		name, title, who string
		rows             [][]string
		want             map[string]string
	}{
		{"whom the station helps", "测绘站工作情况", "帮哪家", first, map[string]string{"埋桩四十根": "测绘站", "量了九十亩": "测绘站"}},
		{"who asks for a row", "测绘站工作情况", "由谁反馈", first, map[string]string{"埋桩四十根": "空间规划股", "量了九十亩": "耕地保护股"}},
		{"it says that it gathers", "测绘站汇总", "哪家", first, map[string]string{"埋桩四十根": "空间规划股", "量了九十亩": "耕地保护股"}},
		{"who is asked for none of it", "办公室工作情况", "哪家", first, map[string]string{"埋桩四十根": "空间规划股", "量了九十亩": "耕地保护股"}},
		{"one requirement of two", "测绘站工作情况", "哪家", twice, map[string]string{"埋桩四十根": "空间规划股", "量了九十亩": "耕地保护股"}},
		{"helpers beside one who leads: nobody knows", "测绘站工作情况", "哪家", led, map[string]string{"航飞两架次": "-", "复测六点": "-"}},
	} {
		rows := append([][]string{{c.title}, head(c.who)}, c.rows...)
		rs, _ := gave(surveyors().Read(sheetOf("第二季度/报表.xlsx", "报表", "", rows...)))
		got := whoseRows(rs)
		for said, want := range c.want {
			if got[said] != want {
				t.Errorf("%s: %s is %q, want %q", c.name, said, got[said], want)
			}
		}
	}
}

// TestColumnOfOneQuarter takes the quarter of a table from a column that repeats it under a heading that asks
// for it, and holds the table where its folder names another.
func TestColumnOfOneQuarter(t *testing.T) {
	rows := [][]string{{"测绘站工作情况"}, {"具体要求", "期别", "进展情况", "状态"},
		{"更新一比五百地形图。", "2021年2季度", "航飞两架次", "推进中"}, {"复测三等水准点。", "2021年2季度", "复测六点", "推进中"}}
	for folder, want := range map[string]string{"各家发来": "测绘站", "第三季度": "-"} {
		rs, _ := gave(surveyors().Read(sheetOf(folder+"/报表.xlsx", "报表", "", rows...)))
		if got := whoseRows(rs)["复测六点"]; got != want || len(rs) != 1 || rs[0].Quarter.Value.N != 2 {
			t.Errorf("in %s it is %q of %d returns, want %q of the second quarter", folder, got, len(rs), want)
		}
		for _, row := range rs[0].Rows {
			if row.CompletedOn.Given() {
				t.Errorf("in %s the quarter is a day: %s", folder, row.CompletedOn.Said)
			}
		}
	}
}
