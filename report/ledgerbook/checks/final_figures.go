package checks

import (
	"fmt"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// printed lists the figures of the annex: what each counts, and where that stands.
func (s *sheet) printed() {
	s.Together(book.SectionHeight + 2*20)
	s.Section("七、年报附件中的数字和它们的出处")
	s.Heading(append(xlsx.Heads("数"), xlsx.Cell{Value: "名称", Style: xlsx.HeadStyle, Span: 2}, xlsx.Cell{Value: "由哪些组成", Style: xlsx.HeadStyle, Span: 4}, xlsx.Cell{Value: "见", Style: xlsx.HeadStyle}))
	figure := func(value xlsx.Cell, name, parts, sheet string) {
		s.Row(value, xlsx.Cell{Value: name, Style: xlsx.LabelStyle, Span: 2}, xlsx.Cell{Value: parts, Style: xlsx.LabelStyle, Span: 4},
			xlsx.Cell{Value: sheet, Style: xlsx.LabelStyle.Linked(), Link: xlsx.LinkTo(sheet, "A1", "")})
	}
	count := func(n int, name, parts, sheet string) {
		figure(xlsx.Cell{Value: n, Style: xlsx.CountStyle}, name, parts, sheet)
	}
	t := s.Tally()
	count(t.Of, s.AsOf.Label()+"末的具体要求", numbersOf(s.standsAt(func(*ledger.Standing) bool { return true })), book.OverviewSheet)
	for _, st := range status.Statuses {
		count(t.Counts[st], "其中"+st.Label(), numbersOf(s.standsAt(isAt(st))), book.OverviewSheet)
	}
	count(t.Overdue, "其中逾期", numbersOf(s.standsAt(func(st *ledger.Standing) bool { return st.Overdue })), book.OverviewSheet)
	figure(book.Rate(t, xlsx.Target{}), "完成率", fmt.Sprintf("已完成%d条÷%d条（具体要求减去常态化和不适用）", t.Counts[status.Completed], t.RateOf), book.QuartersSheet)
	for i := range s.ByTask {
		task := &s.ByTask[i]
		count(task.Of, "任务“"+s.Task(task.Task).Title.Value+"”", fmt.Sprintf("第%s条，其中已完成%d条，逾期%d条", signs.Ranges(s.Task(task.Task).Requirements), task.Counts[status.Completed], task.Overdue), book.OverviewSheet)
	}
	for i := range s.ByDepartment {
		d := &s.ByDepartment[i]
		count(d.Of, d.Department.Name, fmt.Sprintf("牵头%d条，共同负责%d条，配合%d条；自己填报已完成%d条", d.Leads, d.Joins, d.Supports, d.Counts[status.Completed]), book.DepartmentsSheet)
	}
	for _, q := range s.Quarters {
		r := q.Returns
		count(r.Expected, q.Quarter.Short()+"应报的报表", fmt.Sprintf("已报%d份（按时%d，迟报%d，%s%d），未报送%d份", r.Reported, r.OnTime, r.Late, s.UndatedWord(), r.Undated, r.Missing), book.CoverageSheet)
	}
}

// numbersOf names requirements by their numbers.
func numbersOf(list []int) string {
	if len(list) == 0 {
		return "—"
	}
	return "第" + signs.Ranges(list) + "条"
}

// grounds lists each requirement with the answers that its standing rests on, and the cells
// that they stand in.
func (s *sheet) grounds() {
	s.Section("八、每一条进度的依据")
	s.Heading(xlsx.Heads("项次", "部门", "季度", "文件", "工作表", "单元格", "部门的原话", "台账的进度"))
	for i := range s.Plan.Requirements {
		st := s.Standing(i+1, s.AsOf)
		if !st.Active {
			continue
		}
		said := 0
		for _, v := range st.Deciders {
			if v.Entry == nil {
				continue
			}
			said++
			s.ground(st, v)
		}
		if said == 0 {
			s.Row(s.requirementNo(i+1), xlsx.Cell{Value: "—", Style: xlsx.MidStyle}, xlsx.Cell{Style: xlsx.MidStyle}, xlsx.Cell{Style: xlsx.MidStyle}, xlsx.Cell{Style: xlsx.MidStyle}, xlsx.Cell{Style: xlsx.MidStyle},
				xlsx.Cell{Value: "还没有部门填报", Style: xlsx.BodyStyle}, book.Standing(st))
		}
	}
}

// ground is a line of what one department that decides has said.
func (s *sheet) ground(st *ledger.Standing, v ledger.Voice) {
	row := v.Entry.Row
	at := row.Status.At
	switch {
	case row.Status.Given():
	case row.Percent.Given():
		at = row.Percent.At
	case row.Progress.Given():
		at = row.Progress.At
	default:
		at = row.At
	}
	said := row.Status.Said
	if said == "" && row.Percent.Given() {
		said = row.Percent.Said
	}
	if said == "" {
		said = "（没有写状态）"
	}
	if st.Ruled {
		said += "；办公室已采用另一状态"
	}
	s.Row(s.requirementNo(st.Requirement), xlsx.Cell{Value: v.Department, Style: xlsx.BodyStyle}, xlsx.Cell{Value: v.Entry.Quarter.Short(), Style: xlsx.WordStyle},
		xlsx.Cell{Value: at.File(), Style: xlsx.BodyStyle}, xlsx.Cell{Value: at.Sheet(), Style: xlsx.BodyStyle}, s.Opening(at, xlsx.WordStyle), xlsx.Cell{Value: said, Style: xlsx.BodyStyle}, book.Standing(st))
}
