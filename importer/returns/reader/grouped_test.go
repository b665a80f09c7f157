package reader

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/grid"
)

// The heading of a group stands in the first cell of it and is not merged: the empty cells behind it are
// of the group, over two and three lines of heading.
func TestGroupHeadingsWithoutMerges(t *testing.T) {
	const lamps, racks = "完成老旧路灯节能改造六百盏并建立巡检制度。", "在三个广场增设共享雨伞架并落实专人保洁。"
	year := []string{
		"计划财务股 2021Q1 1 in_progress|灯具采购公告挂网两周，已有三家报名",
		"计划财务股 2021Q1 2 not_started|点位勘察完三个广场，等方案批下来",
		"计划财务股 2021Q2 1 completed|六百盏灯全部亮起，巡检制度印发到班组",
		"计划财务股 2021Q2 2 in_progress|伞架到货四十组，广场东口已装十二组",
	}
	a := []string{"灯具采购公告挂网两周，已有三家报名", "推进中", "六百盏灯全部亮起，巡检制度印发到班组", "已完成"}
	b := []string{"点位勘察完三个广场，等方案批下来", "未启动", "伞架到货四十组，广场东口已装十二组", "推进中"}
	with := func(first []string, cells []string) []string { return append(slices.Clone(first), cells...) }
	for _, c := range []struct {
		name   string
		rows   [][]string
		merges [][4]int
		want   []string
	}{
		{"quarters over pairs", [][]string{
			{"号", "具体要求", "一季度", "", "二季度", ""}, {"", "", "进展", "状态", "进展", "状态"},
			with([]string{"1", lamps}, a), with([]string{"2", racks}, b)}, nil, year},
		{"quarters over pairs, what is asked in the lower line", [][]string{
			{"", "", "一季度", "", "二季度", ""}, {"号", "具体要求", "进展", "状态", "进展", "状态"},
			with([]string{"1", lamps}, a), with([]string{"2", racks}, b)}, nil, year},
		{"labels that nobody knows", [][]string{
			{"", "", "1-3月", "", "4-6月", ""}, {"号", "要干的", "做了点啥", "走到哪", "做了点啥", "走到哪"},
			with([]string{"1", lamps}, a), with([]string{"2", racks}, b)}, nil, year},
		{"three lines, the year above", [][]string{
			{"号", "具体要求", "2021年情况", "", "", ""}, {"", "", "一季度", "", "二季度", ""}, {"", "", "进展", "状态", "进展", "状态"},
			with([]string{"1", lamps}, a), with([]string{"2", racks}, b)}, nil, year},
		{"three lines, the merges kept at the left only", [][]string{
			{"号", "具体要求", "落实情况", "", "", ""}, {"", "", "第一季度", "", "第二季度", ""}, {"", "", "进展情况", "完成状态", "进展情况", "完成状态"},
			with([]string{"1", lamps}, a), with([]string{"2", racks}, b)}, [][4]int{{1, 1, 3, 1}, {1, 2, 3, 2}}, year},
		{"plan and result", [][]string{
			{"号", "具体要求", "一季度", "", "", "二季度", "", ""}, {"", "", "计划", "完成", "状态", "计划", "完成", "状态"},
			with([]string{"1", lamps}, []string{"开标", a[0], a[1], "亮灯", a[2], a[3]}), with([]string{"2", racks}, []string{"勘察", b[0], b[1], "安装", b[2], b[3]})}, nil, year},
		{"quarters under plan and result", [][]string{
			{"号", "具体要求", "进展", "", "状态", ""}, {"", "", "一季度", "二季度", "一季度", "二季度"},
			with([]string{"1", lamps}, []string{a[0], a[2], a[1], a[3]}), with([]string{"2", racks}, []string{b[0], b[2], b[1], b[3]})}, nil, year},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := greenYear()
			s := grid.FromRows("收件/计划财务股.xlsx", "表", c.rows, c.merges...)
			g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
			if got := told(g.Returns, r); !slices.Equal(got, c.want) {
				t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
				for _, ret := range g.Returns {
					for _, col := range ret.Columns {
						t.Logf("%d %q upper %q q%d %s %s", col.Col, col.Heading, col.Upper, col.Quarter, col.Role, col.By)
					}
					break
				}
				t.Log(g.Findings)
			}
		})
	}
}

// What only looks like a group is none: a first row without a name, statuses that repeat, a title.
func TestNoGroupHeadings(t *testing.T) {
	const lamps, racks = "完成老旧路灯节能改造六百盏并建立巡检制度。", "在三个广场增设共享雨伞架并落实专人保洁。"
	for _, c := range []struct {
		name string
		rows [][]string
		want []string
		file string
	}{
		{"a row goes on below the heading's empty cell", [][]string{
			{"具体要求", "进展", "", "状态", ""}, {lamps, "换灯三百盏，其余在路上", "", "推进中", ""}, {racks, "伞架已经全部装好并验收", "", "已完成", ""}},
			[]string{"计划财务股 2021Q2 1 in_progress|换灯三百盏，其余在路上", "计划财务股 2021Q2 2 completed|伞架已经全部装好并验收"}, ""},
		{"a title over the first column", [][]string{
			{"二季度情况", "", "", ""}, {"具体要求", "进展", "状态", "下步"}, {lamps, "换灯三百盏，其余在路上", "推进中", "催货"}},
			[]string{"计划财务股 2021Q2 1 in_progress|换灯三百盏，其余在路上"}, ""},
		{"who fills it in, and when, over columns that do not begin at the margin", [][]string{
			{"", "填报单位：计划财务股", "", "", "填报日期：2021年6月28日"}, {"", "序号", "具体要求", "进展", ""}, {"", "1", lamps, "换灯三百盏，其余在路上", ""}},
			[]string{"计划财务股 2021Q2 1 |换灯三百盏，其余在路上"}, "第二季度/上报.xlsx"},
	} {
		r := greenYear()
		s := grid.FromRows(cmp.Or(c.file, "第二季度/计划财务股.xlsx"), "表", c.rows)
		g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
		if got := told(g.Returns, r); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
