package reader

import (
	"fmt"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/templates/words"
)

// schools is a small education bureau: sections, and schools that have offices of the same names.
func schools() *Reader {
	p := &plan.Plan{Year: 2021, Unit: "云水县教育局", Tasks: []plan.Task{{No: 1}}}
	for _, d := range [][2]string{{"人事教师股", "人事股"}, {"计划财务股", "财务股"}, {"办公室", "局办"}, {"基础教育股", "基教股"}} {
		p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: d[0], Kind: plan.Section, Aliases: []string{d[1]}})
	}
	for _, name := range []string{"云水县第一中学", "云水县特殊教育学校"} {
		p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: name, Kind: plan.Affiliate})
	}
	first, both := "云水县第一中学", "人事教师股"
	for i, r := range []struct{ text, who string }{{"完成学生食堂明厨亮灶改造。", first}, {"招聘音体美教师二十名。", both}, {"开展宿舍用电检查。", first}, {"核减公用经费百分之五。", "计划财务股"}} {
		duty := plan.Duty{Lead: []plan.Party{{Name: r.who}}}
		if r.who == both {
			duty.Support = []plan.Party{{Name: first}}
		}
		p.Requirements = append(p.Requirements, plan.Requirement{No: i + 1, Number: fmt.Sprint(i + 1), Task: 1, Key: plan.Key("校园", r.text), Text: grid.Read[string]{Value: r.text, Said: r.text}, Duty: duty})
	}
	return New(p, words.Default(), nil)
}

// whoseRows returns, by what a row says was done, whose the row is: "" for nobody, and - where it is held.
func whoseRows(rs []returns.Return) map[string]string {
	of := map[string]string{}
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Ignored != "" {
				continue
			}
			if of[row.Progress.Value] = r.Department.Value; r.Held != "" {
				of[row.Progress.Value] = "-"
			}
		}
	}
	return of
}

// TestOfficesInsideTheSender keeps 财务科 of a school from being the bureau's 计划财务股: in a column, under
// banners, at the head of columns; of a school that the roster lacks, and of a table that names no sender.
func TestOfficesInsideTheSender(t *testing.T) {
	head := []string{"序号", "具体要求", "进展情况", "状态", "承办科室"}
	canteen, hire, power, cut := "完成学生食堂明厨亮灶改造。", "招聘音体美教师二十名。", "开展宿舍用电检查。", "核减公用经费百分之五。"
	first := "云水县第一中学"
	for _, c := range []struct {
		name string
		rows [][]string
		want map[string]string
	}{
		{"offices that the roster lacks among them", [][]string{{"填报单位：" + first}, head,
			{"1", canteen, "后厨装摄像头八个", "推进中", "财务科"}, {"2", hire, "面试了九人", "推进中", "人事科"}, {"3", power, "换插座五十只", "推进中", "宿管科"}},
			map[string]string{"后厨装摄像头八个": first, "面试了九人": first, "换插座五十只": first}},
		{"only such as sound like sections", [][]string{{"填报单位：" + first}, head,
			{"1", canteen, "后厨装摄像头八个", "推进中", "财务科"}, {"2", hire, "面试了九人", "推进中", "人事科"}},
			map[string]string{"后厨装摄像头八个": first, "面试了九人": first}},
		{"a sender that the roster lacks", [][]string{{"填报单位：青石职业中学"}, head,
			{"2", hire, "面试了九人", "推进中", "人事科"}, {"4", cut, "少印了三千册", "推进中", "财务科"}},
			map[string]string{"面试了九人": "-", "少印了三千册": "-"}},
		{"no sender, mostly strange offices", [][]string{head,
			{"1", canteen, "后厨装摄像头八个", "推进中", "总务处"}, {"2", hire, "面试了九人", "推进中", "人事科"}, {"3", power, "换插座五十只", "推进中", "宿管科"}},
			map[string]string{"后厨装摄像头八个": "-", "面试了九人": "-", "换插座五十只": "-"}},
		{"under banners", [][]string{{"填报单位：" + first}, head[:4],
			{"一、财务科"}, {"1", canteen, "后厨装摄像头八个", "推进中"}, {"二、宿管科"}, {"3", power, "换插座五十只", "推进中"}},
			map[string]string{"后厨装摄像头八个": first, "换插座五十只": first}},
		{"a roll-up of the bureau stays one", [][]string{{"填报单位：云水县教育局"}, head,
			{"2", hire, "面试了九人", "推进中", "人事股"}, {"4", cut, "少印了三千册", "推进中", "财务股"}},
			map[string]string{"面试了九人": "人事教师股", "少印了三千册": "计划财务股"}},
		{"under a banner that nobody knows rows are nobody's", [][]string{{"各股室第二季度汇总"}, head[:4],
			{"一、人事股"}, {"2", hire, "面试了九人", "推进中"}, {"二、装备股"}, {"3", power, "换插座五十只", "推进中"}, {"三、财务股"}, {"4", cut, "少印了三千册", "推进中"}},
			map[string]string{"面试了九人": "人事教师股", "换插座五十只": "-", "少印了三千册": "计划财务股"}},
	} {
		rs, _ := gave(schools().Read(sheetOf("第二季度/报表.xlsx", "报表", "", c.rows...)))
		got := whoseRows(rs)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v", c.name, got)
			continue
		}
		for said, want := range c.want {
			if got[said] != want {
				t.Errorf("%s: %s is %q, want %q", c.name, said, got[said], want)
			}
		}
	}
}

// TestColumnsOfOfficesInsideTheSender holds a table of a school whose columns are headed with offices that
// sound like the bureau's.
func TestColumnsOfOfficesInsideTheSender(t *testing.T) {
	rs, fs := gave(schools().Read(sheetOf("第二季度/报表.xlsx", "报表", "", [][]string{
		{"填报单位：云水县第一中学"}, {"具体要求", "财务科", "人事科"},
		{"完成学生食堂明厨亮灶改造。", "付清设备款，推进中", "培训厨工六名，已完成"},
		{"招聘音体美教师二十名。", "预算已备，推进中", "面试了九人，推进中"},
	}...)))
	for said, who := range whoseRows(rs) {
		if who == "计划财务股" || who == "人事教师股" {
			t.Errorf("%s is %s", said, who)
		}
	}
	clash := false
	for _, f := range fs {
		clash = clash || f.Code == finding.DepartmentConflict
	}
	if !clash {
		t.Errorf("nothing is said: %v", fs)
	}
}
