package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster"
	"taizhang/importer/returns"
)

// greenYear is a list of which everybody knows who answers for what.
func greenYear() *Reader {
	r := testReader()
	p := *r.facts.Plan
	for i, c := range []struct {
		text string
		who  []string
	}{
		{"完成老旧路灯节能改造六百盏并建立巡检制度。", []string{"办公室", "计划财务股"}},
		{"在三个广场增设共享雨伞架并落实专人保洁。", []string{"计划财务股", "市场执法股"}},
		{"编制河道垃圾打捞应急预案并组织一次演练。", []string{"市场执法股"}},
		{"举办少儿绘本巡讲十二场。", []string{"示例市图书馆", "办公室"}},
	} {
		req := plan.Requirement{No: i + 1, Number: fmt.Sprint(i + 1), Task: 1, Key: plan.Key("绿色", c.text), Text: grid.Read[string]{Value: c.text, Said: c.text}}
		for _, name := range c.who {
			req.Duty.Joint = append(req.Duty.Joint, roster.Party{Name: name})
		}
		req.Duty = duty.Duty{Joint: req.Duty.Joint}
		p.Requirements = append(p.Requirements, req)
	}
	p.Tasks = []plan.Task{{No: 1}}
	return New(&p, r.facts.Words, nil)
}

// told are the rows of returns, one a line: department, quarter, number or text, status, progress.
func told(rs []returns.Return, r *Reader) (lines []string) {
	for _, ret := range rs {
		for _, row := range ret.Rows {
			if row.Ignored != "" && row.Ignored != returns.Unanswered {
				continue
			}
			no, _ := r.facts.Tables.Requirement(row.Text.Value)
			if no == 0 {
				fmt.Sscan(row.Number.Value, &no)
			}
			line := fmt.Sprintf("%s %s %d %s|%s", ret.Department.Value, ret.Quarter.Value, no, row.Status.Value, row.Progress.Value)
			if row.Ignored != "" {
				line = fmt.Sprintf("%s %s %d blank", ret.Department.Value, ret.Quarter.Value, no)
			}
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return lines
}

// Each cell of a table with a column a department answers for its department and its requirement. A dash
// where the list asks nobody is nothing, an empty cell where it asks is blank.
func TestAColumnADepartment(t *testing.T) {
	const lamps, racks, river, books = "完成老旧路灯节能改造六百盏并建立巡检制度。", "在三个广场增设共享雨伞架并落实专人保洁。", "编制河道垃圾打捞应急预案并组织一次演练。", "举办少儿绘本巡讲十二场。"
	one := []string{
		"办公室 2021Q3 1 in_progress|推进中｜换装太阳能路灯灯头310盏",
		"市场执法股 2021Q3 2 blank",
		"市场执法股 2021Q3 3 completed|已完成：8月在南河口组织演练一次",
		"计划财务股 2021Q3 1 behind|滞后｜灯具尾款还差四万元没有下达",
		"计划财务股 2021Q3 2 in_progress|推进中｜向厂家订购了伞架9组",
	}
	for _, c := range []struct {
		name   string
		rows   [][]string
		merges [][4]int
		want   []string
	}{
		{"names alone head the columns", [][]string{
			{"各股对照（2021年第三季度）"}, {"哪件事", "办公室", "计划财务股", "市场执法股"},
			{lamps, "推进中｜换装太阳能路灯灯头310盏", "滞后｜灯具尾款还差四万元没有下达", "—"},
			{racks, "—", "推进中｜向厂家订购了伞架9组", ""},
			{river, "", "／", "已完成：8月在南河口组织演练一次"},
			{"注：／表示与本股无关"},
		}, [][4]int{{1, 1, 1, 4}}, one},
		{"with what each is to do, numbers before the texts", [][]string{
			{"2021年第三季度"}, {"号", "事", "局办公室（牵头）", "计划财务股（配合）", "市场执法股情况", "限到"},
			{"1", "老旧路灯节能改造", "推进中｜换装太阳能路灯灯头310盏", "滞后｜灯具尾款还差四万元没有下达", "不涉及", "年底"},
			{"2", "增设共享雨伞架", "不涉及", "推进中｜向厂家订购了伞架9组", "", "年底"},
			{"3", "河道垃圾打捞应急预案", "不涉及", "不涉及", "已完成：8月在南河口组织演练一次", "9月"},
		}, nil, one},
		{"two lines of heading, names merged over pairs", [][]string{
			{"2021年第三季度"}, {"具体要求", "办公室", "", "计划财务股", "", "市场执法股", ""}, {"", "状态", "干到哪", "状态", "干到哪", "状态", "干到哪"},
			{lamps, "推进中", "换装太阳能路灯灯头310盏", "滞后", "灯具尾款还差四万元没有下达", "", ""},
			{racks, "", "", "推进中", "向厂家订购了伞架9组", "", ""},
			{river, "", "", "", "", "已完成", "8月在南河口组织演练一次"},
		}, [][4]int{{2, 1, 3, 1}, {2, 2, 2, 3}, {2, 4, 2, 5}, {2, 6, 2, 7}}, []string{
			"办公室 2021Q3 1 in_progress|换装太阳能路灯灯头310盏",
			"市场执法股 2021Q3 2 blank",
			"市场执法股 2021Q3 3 completed|8月在南河口组织演练一次",
			"计划财务股 2021Q3 1 behind|灯具尾款还差四万元没有下达",
			"计划财务股 2021Q3 2 in_progress|向厂家订购了伞架9组",
		}},
		{"the same without merges", [][]string{
			{"2021年第三季度"}, {"具体要求", "办公室", "", "计划财务股", "", "市场执法股", ""}, {"", "干到哪", "状态", "干到哪", "状态", "干到哪", "状态"},
			{lamps, "换装太阳能路灯灯头310盏", "推进中", "灯具尾款还差四万元没有下达", "滞后", "", ""},
			{books, "巡讲已经排定头三场的场地", "推进中", "", "", "", ""},
		}, nil, []string{
			"办公室 2021Q3 1 in_progress|换装太阳能路灯灯头310盏",
			"办公室 2021Q3 4 in_progress|巡讲已经排定头三场的场地",
			"计划财务股 2021Q3 1 behind|灯具尾款还差四万元没有下达",
		}},
		{"quarters over the same departments", [][]string{
			{"要求", "一季度", "", "二季度", ""}, {"", "办公室", "计划财务股", "办公室", "计划财务股"},
			{lamps, "推进中｜招标", "推进中｜拨款一半", "推进中｜换装太阳能路灯灯头310盏", "已完成｜拨款结清"},
			{racks, "—", "未启动", "—", "推进中｜向厂家订购了伞架9组"},
		}, [][4]int{{1, 1, 2, 1}, {1, 2, 1, 3}, {1, 4, 1, 5}}, []string{
			"办公室 2021Q1 1 in_progress|推进中｜招标", "办公室 2021Q2 1 in_progress|推进中｜换装太阳能路灯灯头310盏",
			"计划财务股 2021Q1 1 in_progress|推进中｜拨款一半", "计划财务股 2021Q1 2 not_started|未启动",
			"计划财务股 2021Q2 1 completed|已完成｜拨款结清", "计划财务股 2021Q2 2 in_progress|推进中｜向厂家订购了伞架9组",
		}},
		{"a sign where the list asks the department", [][]string{
			{"2021年第三季度"}, {"要求", "办公室", "", "计划财务股", "", "市场执法股", ""}, {"", "状态", "干到哪", "状态", "干到哪", "状态", "干到哪"},
			{lamps, "推进中", "换装太阳能路灯灯头310盏", "滞后", "灯具尾款还差四万元没有下达", "/", "/"},
			{racks, "/", "/", "推进中", "向厂家订购了伞架9组", "/", "/"},
			{river, "/", "/", "/", "/", "已完成", "8月在南河口组织演练一次"},
			{"注：画/的，或与该股无关，或由该股另报"},
		}, [][4]int{{2, 2, 2, 3}, {2, 4, 2, 5}, {2, 6, 2, 7}}, []string{
			"办公室 2021Q3 1 in_progress|换装太阳能路灯灯头310盏",
			"市场执法股 2021Q3 2 blank",
			"市场执法股 2021Q3 3 completed|8月在南河口组织演练一次",
			"计划财务股 2021Q3 1 behind|灯具尾款还差四万元没有下达",
			"计划财务股 2021Q3 2 in_progress|向厂家订购了伞架9组",
		}},
		{"a row a department, a column a requirement", [][]string{
			{"2021年第三季度各股室"}, {"股室", "1.老旧路灯节能改造", "2.增设共享雨伞架", "3.河道垃圾打捞应急预案"},
			{"办公室", "推进中｜换装太阳能路灯灯头310盏", "", ""},
			{"计划财务股", "滞后｜灯具尾款还差四万元没有下达", "推进中｜向厂家订购了伞架9组", ""},
			{"市场执法股", "", "", "已完成：8月在南河口组织演练一次"},
		}, [][4]int{{1, 1, 1, 4}}, one},
		{"the same by the list's words", [][]string{
			{"2021年第三季度"}, {"", lamps, racks, river},
			{"办公室", "推进中｜换装太阳能路灯灯头310盏", "／", "／"},
			{"计划财务股", "滞后｜灯具尾款还差四万元没有下达", "推进中｜向厂家订购了伞架9组", "／"},
			{"市场执法股", "／", "", "已完成：8月在南河口组织演练一次"},
		}, nil, one},
		{"a line that goes on, and the heading printed again", [][]string{
			{"2021年第三季度"}, {"具体要求", "办公室", "计划财务股"},
			{lamps, "推进中｜换灯", "滞后｜灯具尾款还差四万元没有下达"}, {"", "310盏", ""},
			{"具体要求", "办公室", "计划财务股"},
			{racks, "", "推进中｜向厂家订购了伞架9组"},
		}, nil, []string{
			"办公室 2021Q3 1 in_progress|推进中｜换灯\n310盏",
			"计划财务股 2021Q3 1 behind|滞后｜灯具尾款还差四万元没有下达",
			"计划财务股 2021Q3 2 in_progress|推进中｜向厂家订购了伞架9组",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := greenYear()
			s := grid.FromRows("收件/对照.xlsx", "表", c.rows, c.merges...)
			g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
			if got := told(g.Returns, r); !slices.Equal(got, c.want) {
				t.Errorf("read\n%s\nwant\n%s\nfindings %v", strings.Join(got, "\n"), strings.Join(c.want, "\n"), g.Findings)
			}
			for _, ret := range g.Returns {
				if ret.Held != "" {
					t.Errorf("%s is held: %s", ret.Department.Value, ret.Held)
				}
			}
			if cells := g.Sheets[0].Cells; cells.Unread > 0 || !cells.Balances() {
				t.Errorf("cells %+v: %v", cells, g.Sheets[0].Unread)
			}
		})
	}
}

// Tables that only look like it stay what they are.
func TestNoColumnADepartment(t *testing.T) {
	const lamps, racks = "完成老旧路灯节能改造六百盏并建立巡检制度。", "在三个广场增设共享雨伞架并落实专人保洁。"
	for _, c := range []struct {
		name string
		rows [][]string
	}{
		{"who is responsible, in ticks", [][]string{{"具体要求", "办公室", "计划财务股"}, {lamps, "√", "√"}, {racks, "", "√"}}},
		{"who is responsible, in words", [][]string{{"具体要求", "办公室", "计划财务股"}, {lamps, "牵头", "配合"}, {racks, "", "牵头"}}},
		{"counts", [][]string{{"具体要求", "办公室", "计划财务股"}, {lamps, "12", "7"}, {racks, "", "3"}}},
	} {
		r := greenYear()
		s := grid.FromRows("第三季度/分工.xlsx", "表", c.rows)
		for _, ret := range r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}}).Returns {
			if ret.Held == "" && answered(ret.Rows) {
				t.Errorf("%s: read as an answer of %s: %+v", c.name, ret.Department.Value, ret.Rows)
			}
		}
	}
	r := greenYear()
	s := grid.FromRows("第三季度/汇总.xlsx", "表", [][]string{{"部门", "具体要求", "进展"}, {"办公室", lamps, "换装太阳能路灯灯头310盏"}, {"计划财务股", racks, "向厂家订购了伞架9组"}})
	if got := told(r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}}).Returns, r); !slices.Equal(got, []string{"办公室 2021Q3 1 |换装太阳能路灯灯头310盏", "计划财务股 2021Q3 2 |向厂家订购了伞架9组"}) {
		t.Errorf("a row a department and requirement reads %v", got)
	}
}

// What stands beside the departments' columns is nobody's answer, and a sheet of its sender's name is not
// all the sender's.
func TestBesideTheColumnsOfDepartments(t *testing.T) {
	r := greenYear()
	s := grid.FromRows("第三季度/办公室报.xlsx", "表", [][]string{
		{"具体要求", "办公室", "市场执法股", "总体情况"},
		{"完成老旧路灯节能改造六百盏并建立巡检制度。", "推进中｜换装太阳能路灯灯头310盏", "—", "全市进度居中"},
		{"编制河道垃圾打捞应急预案并组织一次演练。", "—", "已完成：8月在南河口组织演练一次", "预案已备案"},
	})
	g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
	want := []string{"办公室 2021Q3 1 in_progress|推进中｜换装太阳能路灯灯头310盏", "市场执法股 2021Q3 3 completed|已完成：8月在南河口组织演练一次"}
	if got := told(g.Returns, r); !slices.Equal(got, want) {
		t.Errorf("%v %v", got, g.Findings)
	}
	for _, ret := range g.Returns {
		for _, row := range ret.Rows {
			if row.Ignored == "" && len(row.Other) != 1 {
				t.Errorf("%s keeps %v", ret.Department.Value, row.Other)
			}
		}
	}
	if slices.ContainsFunc(g.Findings, func(f finding.Finding) bool { return f.Code == finding.DepartmentConflict }) {
		t.Errorf("the sender's name contradicts a column: %v", g.Findings)
	}
}

// A name that the roster lacks has its column all the same: it is asked who that is, and nobody else is
// told to have written what stands there.
func TestAColumnOfAStranger(t *testing.T) {
	r := greenYear()
	s := grid.FromRows("第三季度/对照.xlsx", "表", [][]string{
		{"具体要求", "办公室", "园林股", "市场执法股"},
		{"完成老旧路灯节能改造六百盏并建立巡检制度。", "推进中｜换灯310盏", "推进中｜修剪遮光枝条两百处", "—"},
		{"编制河道垃圾打捞应急预案并组织一次演练。", "—", "—", "已完成：8月演练一次"},
	})
	g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
	held := 0
	for _, ret := range g.Returns {
		if ret.Held == finding.DepartmentUnknown {
			held++
			continue
		}
		for _, row := range ret.Rows {
			if len(row.Other) > 0 {
				t.Errorf("%s is said to have written %v", ret.Department.Value, row.Other)
			}
		}
	}
	if held != 1 || len(g.Returns) != 3 {
		t.Errorf("%d returns, %d held: %v", len(g.Returns), held, g.Findings)
	}
}

// A column may say that a department wrote it.
func TestColumnsThatDepartmentsWrote(t *testing.T) {
	r := greenYear()
	rs, _ := gave(r.Read(sheetOf("第三季度/合报.xlsx", "2021年三季度合报", "",
		[]string{"第几项", "内容", "计划财务股报", "市场执法股填的"},
		[]string{"1", "完成老旧路灯节能改造六百盏并建立巡检制度。", "已完成：六百盏灯全部亮起", ""},
		[]string{"2", "在三个广场增设共享雨伞架并落实专人保洁。", "推进中：伞架装好三十组", "已完成：专人保洁排了班"},
		[]string{"3", "编制河道垃圾打捞应急预案并组织一次演练。", "", "推进中：预案送审"})))
	got := slices.DeleteFunc(told(rs, r), func(line string) bool { return strings.HasSuffix(line, "blank") })
	want := []string{"市场执法股 2021Q3 2 completed|已完成：专人保洁排了班", "市场执法股 2021Q3 3 in_progress|推进中：预案送审",
		"计划财务股 2021Q3 1 completed|已完成：六百盏灯全部亮起", "计划财务股 2021Q3 2 in_progress|推进中：伞架装好三十组"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
