package progress

import (
	"fmt"
	"slices"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// Columns of 总台账 before the quarters.
const (
	overviewTask  = 2
	overviewFixed = 6 // 项次, 工作任务, 具体要求, 牵头部门, 配合部门, 完成时限
	OverviewTop   = 6
)

// Overview writes 总台账: one line a requirement, two columns a quarter.
func Overview(b *book.Book) {
	quarters := b.Until()
	leads, supports := dutyWidths(b)
	widths := []float64{6, 16, 32, leads, supports, 15}
	for _, q := range quarters {
		widths = append(widths, 8, progressWidth(b, q))
	}
	widths = append(widths, 9, 6, 9, 7)
	office := len(widths) + 1
	widths = append(widths, 13, 10, 16, 22, 9, 14, 24) // with 核定结果
	shown := len(widths)
	widths = append(widths, 18, 9, 9, 9)
	top := overviewFirst(b)
	s := &sheet{b.Start(book.OverviewSheet, xlsx.Paper{Title: b.Title(), Landscape: true, Head: [2]int{top - 2, top - 1}, Freeze: 3, Tab: "1F4E79"}, widths...)}
	s.Hide(func(col int) bool { return col > shown })
	s.Put(30, []xlsx.Cell{{Value: b.Title(), Style: xlsx.TitleStyle}})
	s.OnScreen("打印请用“"+book.PrintSheet+"”", overviewFixed)
	s.Put(20, []xlsx.Cell{{Value: summary(b), Style: xlsx.NoteStyle}})
	if b.LastYear != nil {
		s.Put(20, []xlsx.Cell{{Value: comparison(b), Style: xlsx.NoteStyle}})
	}
	s.overviewHead(quarters)
	for i := range b.Plan.Tasks {
		s.task(&b.Plan.Tasks[i], quarters)
	}
	if last := s.Next - 1; last >= top {
		s.Filter(xlsx.Area(1, top-1, len(widths), last))
		s.ruleOverview(office, top, last)
	}
	s.Close()
}

// overviewFirst returns the line of the first requirement: a line on last year stands
// above it where one is known.
func overviewFirst(b *book.Book) int {
	if b.LastYear != nil {
		return OverviewTop + 1
	}
	return OverviewTop
}

// progressWidth gives the quarter that the ledger speaks of more room than those before
// it, and each more where its texts need it.
func progressWidth(b *book.Book, q period.Quarter) float64 {
	least, most := 30.0, 46.0
	if q == b.AsOf {
		least, most = 40, 64
	}
	var texts []string
	for i := range b.Plan.Requirements {
		text, _, _ := shorten(progress(b.Standing(i+1, q)), most)
		texts = append(texts, text)
	}
	return fit.Width(texts, progressPoints, least, most)
}

// dutyWidths are the columns that name departments: as wide as many names need, so that they don't make
// a row taller than its other texts do.
func dutyWidths(b *book.Book) (leads, supports float64) {
	const usual, step, widest, lines = 14, 4, 30, 6
	leads, supports = usual, usual
	for i := range b.Plan.Requirements {
		lead, support := book.Duty(b.Plan.Requirements[i].Duty, b.Plan.Settings.FirstLeads)
		for _, one := range []struct {
			names string
			width *float64
		}{{lead, &leads}, {support, &supports}} {
			for *one.width < widest && fit.Lines(one.names, fit.Room(*one.width, xlsx.BodyStyle.Points())) > lines {
				*one.width += step
			}
		}
	}
	return leads, supports
}

// summary is the line under the title: where the year stands, with its denominator.
func summary(b *book.Book) string {
	t := b.Tally()
	if len(b.Returns) == 0 {
		return fmt.Sprintf("还没有报表。具体要求%d条。", t.Of)
	}
	text := fmt.Sprintf("截至%s（%s）。具体要求%d条：", b.AsOf.Label(), b.AsOf.Last().Label(), t.Of)
	for i, st := range status.Statuses {
		if i > 0 {
			text += "，"
		}
		text += fmt.Sprintf("%s%d", st.Label(), t.Counts[st])
	}
	if t.Rated {
		text += fmt.Sprintf("。完成率%s%%（分母%d条，不含常态化和不适用）", book.Percent(t.Rate), t.RateOf)
	}
	return text + fmt.Sprintf("。逾期%d条。", t.Overdue)
}

func (s *sheet) overviewHead(quarters []period.Quarter) {
	var upper, lower []xlsx.Cell
	pillar := func(word string) {
		upper = append(upper, xlsx.Cell{Value: word, Style: xlsx.HeadStyle, Tall: true})
		lower = append(lower, xlsx.Cell{Style: xlsx.HeadStyle})
	}
	for _, word := range []string{"项次", "工作任务", "具体要求", "牵头部门", "配合部门", "完成时限"} {
		pillar(word)
	}
	for _, q := range quarters {
		upper = append(upper, xlsx.Cell{Value: q.Short(), Style: xlsx.HeadStyle, Span: 2})
		lower = append(lower, xlsx.Cell{Value: "状态", Style: xlsx.HeadStyle}, xlsx.Cell{Value: "进展情况", Style: xlsx.HeadStyle})
	}
	for _, word := range []string{"年度进度", "逾期", "清单出处", "明细"} {
		pillar(word)
	}
	pillars := len(upper) + len(quarters)
	typed, keys := ruling.WholeTyped.Headings(), ruling.WholeHidden.Headings()
	upper = append(upper, xlsx.Cell{Value: "办公室核定（" + s.AsOf.Short() + "末）", Style: book.OfficeHead, Span: len(typed) + 1})
	lower = slices.Concat(lower, book.OfficeHeads(typed), xlsx.Heads(ruling.ResultHeading), book.KeyCells(keys))
	top := s.Heading(upper)
	s.Heading(lower)
	for col := 1; col <= pillars; col++ {
		if col <= overviewFixed || col > overviewFixed+2*len(quarters) {
			s.MergeDown(col, top, top+1)
		}
	}
}

// task writes a task's requirements. The task stands in each line under the merge, so
// that a filter on it finds them all.
func (s *sheet) task(t *plan.Task, quarters []period.Quarter) {
	title := t.Title.Value
	if t.Group != "" {
		title = t.Group + "\n" + title
	}
	needed := fit.HeightOf(fit.Lines(fit.Clean(title), fit.Room(s.Widths[overviewTask-1], 10)), 10)
	first, sum := s.Next, 0.0
	for i, no := range t.Requirements {
		cells := s.requirement(title, s.Requirement(no), quarters)
		h := s.Height(cells)
		if sum += h; i == len(t.Requirements)-1 && sum < needed {
			h += needed - sum // a long title over few lines
		}
		s.Put(h, cells)
	}
	s.MergeDown(overviewTask, first, s.Next-1)
}

func (s *sheet) requirement(task string, r *plan.Requirement, quarters []period.Quarter) []xlsx.Cell {
	lead, support := book.Duty(r.Duty, s.Plan.Settings.FirstLeads)
	text := r.Text.Value
	if r.Number != "" && r.Number != strconv.Itoa(r.No) {
		text = r.Number + "．" + text
	}
	cells := []xlsx.Cell{
		{Value: r.No, Style: xlsx.OrderStyle},
		{Value: task, Style: xlsx.BodyStyle, Tall: true},
		{Value: text, Style: xlsx.BodyStyle},
		{Value: lead, Style: xlsx.BodyStyle},
		{Value: support, Style: xlsx.BodyStyle},
		due(r.Due),
	}
	for _, q := range quarters {
		cells = append(cells, s.quarter(r, s.Standing(r.No, q))...)
	}
	last := s.Standing(r.No, s.AsOf)
	year, late := xlsx.Cell{Value: "不计", Style: signs.StatusStyle(status.NotApplicable)}, xlsx.Cell{Style: xlsx.WordStyle}
	if last.Active {
		year = xlsx.Cell{Value: signs.StatusWord(last.Status), Style: signs.StatusStyle(last.Status)}
	}
	if last.Overdue {
		late = xlsx.Cell{Value: "逾期", Style: xlsx.AlarmStyle}
	} else if !s.FinishedLate(r.No, s.AsOf).IsZero() {
		late.Value = finishedLate
	}
	cells = append(cells, year, late, s.source(r), s.more(r.No))
	return append(cells, s.whole(r)...)
}

// finishedLate is the word for what was completed after its deadline.
const finishedLate = "逾期完成"

// due shows a date as a date and everything else in its words.
func due(d period.Due) xlsx.Cell {
	switch {
	case !d.On.IsZero():
		return xlsx.Cell{Value: d.On, Style: xlsx.DayStyle}
	case d.Recurring != "":
		return xlsx.Cell{Value: d.Recurring, Style: xlsx.WordStyle}
	}
	if d.Said != "" {
		return xlsx.Cell{Value: d.Said, Style: xlsx.WordStyle}
	}
	return xlsx.Cell{Value: "未明确", Style: xlsx.DimStyle}
}

// quarter is the two cells of a quarter.
func (s *sheet) quarter(r *plan.Requirement, st *ledger.Standing) []xlsx.Cell {
	if !st.Active {
		note := r.Active.Note
		if note == "" {
			note = "本季度不计入"
		}
		dim := xlsx.BodyStyle.Small()
		dim.Color = xlsx.Grey
		return []xlsx.Cell{{Value: "不计", Style: signs.StatusStyle(status.NotApplicable)}, {Value: note, Style: dim}}
	}
	text, points, _ := shorten(progress(st), s.Widths[overviewFixed+2*st.Quarter.N-1])
	return []xlsx.Cell{{Value: signs.StatusWord(st.Status), Style: signs.StatusStyle(st.Status), Link: s.ToEntries(r.No)},
		{Value: text, Style: xlsx.BodyStyle.Sized(points)}}
}

// source leads to the requirement in the list.
func (s *sheet) source(r *plan.Requirement) xlsx.Cell {
	c := xlsx.Cell{Value: r.Text.At.Cell(), Style: xlsx.WordStyle, Link: s.ToFile(r.Text.At)}
	if s.Plan.Embedded {
		return xlsx.Cell{Value: "内置清单", Style: xlsx.DimStyle}
	}
	if c.Value == "" {
		c.Value = "清单"
	}
	if !c.Link.None() {
		c.Style = c.Style.Linked()
	}
	return c
}

// more leads to what the departments said of the requirement.
func (s *sheet) more(no int) xlsx.Cell {
	span, ok := s.Where.Entries[no]
	if !ok {
		return xlsx.Cell{Value: "无", Style: xlsx.DimStyle}
	}
	return xlsx.Cell{Value: fmt.Sprintf("%d条", span[1]-span[0]+1), Style: xlsx.WordStyle.Linked(), Link: s.ToEntries(no)}
}
