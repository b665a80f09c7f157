package progress

import (
	"fmt"

	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/asked"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// whole is the ruling of a requirement in 总台账.
func (s *sheet) whole(r *plan.Requirement) []xlsx.Cell {
	w := ruling.Whole{Ref: ruling.Ref(r.No, r.Key), Quarter: s.AsOf.String()}
	ruled := s.Where.Wholes[r.No]
	if ruled != nil {
		w = ruled.Whole()
	}
	w.Text = r.Text.Value
	w.Mark = s.Mark(ruled, w.Said())
	typed := ruling.WholeTyped.Headings()
	cells := book.OfficeCells(ruling.WholeTyped.Cells(w), book.ColumnOf(typed, "核定理由"))
	return append(append(cells, s.wholeOutcome(r, ruled)), book.KeyCells(ruling.WholeHidden.Cells(w))...)
}

// wholeOutcome says what became of the ruling of a requirement, and what it may have been
// called before: that is for the office to decide, in the cells beside it.
func (s *sheet) wholeOutcome(r *plan.Requirement, ruled *ruling.Ruling) xlsx.Cell {
	c := book.Outcome(asked.Line{Ruled: ruled})
	for _, p := range s.ProposalsFor(r.No) {
		said := fmt.Sprintf("像是%s（相似%.0f%%）：%s是的，核定“%s”，核定内容填“%s”", p.Value, 100*p.Likeness, asked.Quoted(p.Text), ruling.Same.Label(), p.Value)
		if p.Value == p.Text {
			said = fmt.Sprintf("像是原来的%s（相似%.0f%%）。是的，核定“%s”，核定内容填原来的文字", asked.Quoted(p.Text), 100*p.Likeness, ruling.Same.Label())
		}
		if c.Value != nil {
			said = fmt.Sprint(c.Value) + "\n" + said
		}
		c = xlsx.Cell{Value: said, Style: book.OfficeStyle}
	}
	return c
}

// ruleOverview holds 核定 and 采用状态 to their lists.
func (s *sheet) ruleOverview(office, first, last int) {
	choice, status := office+book.ColumnOf(ruling.WholeTyped.Headings(), "核定"), office+book.ColumnOf(ruling.WholeTyped.Headings(), "采用状态")
	s.Validate(xlsx.Validation{Ref: xlsx.Area(choice, first, choice, last), Title: "核定", Input: "不选也行：填了状态就是“" + ruling.Take.Label() + "”，填了核定内容就是“" + ruling.Same.Label() + "”。",
		Error: "请从列表中选。", Allowed: xlsx.OneOf(ruling.Take.Label(), ruling.Same.Label())})
	s.Validate(xlsx.Validation{Ref: xlsx.Area(status, first, status, last), Title: "采用状态", Input: "办公室认定的" + s.AsOf.Short() + "末的状态；不填则按部门的报送。",
		Error: "请从列表中选一种状态。", Allowed: xlsx.OneOf(signs.StatusWords()...)})
}
