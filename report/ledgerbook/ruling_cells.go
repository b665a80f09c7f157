package ledgerbook

import (
	"fmt"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// What the office fills in is yellow.
var (
	officeHead  = xlsx.Style{Font: xlsx.Hei, Fill: "FFE699", Align: "center", Middle: true, Frame: true}
	officeStyle = xlsx.Style{Frame: true, Fill: "FFFBEF"}
	officeWord  = xlsx.Style{Frame: true, Fill: "FFFBEF", Align: "center"}
	keyStyle    = xlsx.Style{Color: xlsx.Grey, Size: 8, Nowrap: true}
)

const incompleteFill = "F4B183"

func officeHeads(words []string) []xlsx.Cell {
	cells := make([]xlsx.Cell, 0, len(words))
	for _, word := range words {
		cells = append(cells, xlsx.Cell{Value: word, Style: officeHead})
	}
	return cells
}

func keyCells(texts []string) []xlsx.Cell {
	cells := make([]xlsx.Cell, 0, len(texts))
	for _, text := range texts {
		cells = append(cells, xlsx.Cell{Value: text, Style: keyStyle})
	}
	return cells
}

// officeCells are the cells that the office fills in; the reason may be long, the others
// are words. A number stays one, so that the rule for its column accepts it.
func officeCells(texts []string, reason int) []xlsx.Cell {
	cells := make([]xlsx.Cell, 0, len(texts))
	for i, text := range texts {
		c := xlsx.Cell{Value: text, Style: officeWord}
		if i == reason {
			c.Style = officeStyle
		}
		if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text && len(text) < 10 { // no digit gets lost
			c.Value = n
		}
		cells = append(cells, c)
	}
	return cells
}

// mark returns the mark of a line that shows a decision in its cells, or none.
func (b *book) mark(shown *ruling.Ruling, cells []string) string {
	if shown == nil {
		return ruling.MarkOf(b.Journal.Count(), "", nil).String()
	}
	id, clear := "", make([]string, len(cells))
	if shown.Filed > 0 {
		id = shown.ID
	}
	for i, text := range cells {
		clear[i] = xlsx.Clean(text)
	}
	return ruling.MarkOf(b.Journal.Count(), id, clear).String()
}

// columnOf returns the place of a heading among others, from 0.
func columnOf(headings []string, word string) int {
	for i, h := range headings {
		if h == word {
			return i
		}
	}
	return -1
}

// choicesName is the name of the range in 说明 that lists what a kind of line may choose.
func choicesName(k ruling.Kind) string { return "核定_" + string(k) }

// ruleFindings holds the ruling columns of 待核对, which begin at the column typed, to
// their lists. What a line may choose hangs on its kind, which moves along when the lines
// are sorted. A choice that still lacks its item or its status is marked.
func (s *sheet) ruleFindings(typed, kind, first, last int) {
	words := ruling.LineTyped.Headings()
	at := func(word string) int { return typed + columnOf(words, word) }
	choice, item, status := at("核定"), at("按第几项"), at("采用状态")
	n := max(len(s.Plan.Requirements), 1)
	s.Validate(xlsx.Validation{Ref: xlsx.Area(choice, first, choice, last), Title: "核定", Input: "从列表中选；选完再填右边的项次或状态，写明理由和姓名。各项的意思见“说明”。",
		Error: "请从列表中选。没有列表的，这一行不能核定。", Allowed: xlsx.OneFrom(fmt.Sprintf(`INDIRECT("核定_"&$%s%d)`, xlsx.Letter(kind), first))})
	s.Validate(xlsx.Validation{Ref: xlsx.Area(item, first, item, last), Title: "按第几项", Input: fmt.Sprintf("只填数字，即“总台账”第一栏的项次，1至%d。", n),
		Error: fmt.Sprintf("请填1至%d的整数。", n), Allowed: xlsx.WholeNumber(1, n)})
	s.Validate(xlsx.Validation{Ref: xlsx.Area(status, first, status, last), Title: "采用状态", Error: "请从列表中选一种状态。", Allowed: xlsx.OneOf(signs.StatusWords()...)})
	s.markIncomplete(choice, item, status, first, last)
}

func (s *sheet) markIncomplete(choice, item, status, first, last int) {
	mark := s.NewConditional("", incompleteFill)
	c, i, st := xlsx.Letter(choice), xlsx.Letter(item), xlsx.Letter(status)
	for _, m := range []struct {
		col       int
		condition string
	}{
		{item, fmt.Sprintf(`AND($%s%d="%s",$%s%d="")`, c, first, ruling.Place.Label(), i, first)},
		{status, fmt.Sprintf(`AND($%s%d="%s",$%s%d="")`, c, first, ruling.Take.Label(), st, first)},
		{choice, fmt.Sprintf(`AND($%s%d="",OR($%s%d<>"",$%s%d<>""))`, c, first, i, first, st, first)},
	} {
		s.When(xlsx.Area(m.col, first, m.col, last), m.condition, mark)
	}
}

// whole is the ruling of a requirement in 总台账.
func (s *sheet) whole(r *plan.Requirement) []xlsx.Cell {
	w := ruling.Whole{Ref: ruling.Ref(r.No, r.Key), Quarter: s.AsOf.String()}
	ruled := s.where.wholes[r.No]
	if ruled != nil {
		w = ruled.Whole()
	}
	w.Text = r.Text.Value
	w.Mark = s.mark(ruled, w.Said())
	typed := ruling.WholeTyped.Headings()
	cells := officeCells(ruling.WholeTyped.Cells(w), columnOf(typed, "核定理由"))
	return append(append(cells, s.wholeOutcome(r, ruled)), keyCells(ruling.WholeHidden.Cells(w))...)
}

// wholeOutcome says what became of the ruling of a requirement, and what it may have been
// called before: that is for the office to decide, in the cells beside it.
func (s *sheet) wholeOutcome(r *plan.Requirement, ruled *ruling.Ruling) xlsx.Cell {
	c := outcome(line{ruled: ruled})
	for _, p := range s.ProposalsFor(r.No) {
		said := fmt.Sprintf("像是%s（相似%.0f%%）：%s是的，核定“%s”，核定内容填“%s”", p.Value, 100*p.Likeness, quoted(p.Text), ruling.Same.Label(), p.Value)
		if p.Value == p.Text {
			said = fmt.Sprintf("像是原来的%s（相似%.0f%%）。是的，核定“%s”，核定内容填原来的文字", quoted(p.Text), 100*p.Likeness, ruling.Same.Label())
		}
		if c.Value != nil {
			said = fmt.Sprint(c.Value) + "\n" + said
		}
		c = xlsx.Cell{Value: said, Style: officeStyle}
	}
	return c
}

// ruleOverview holds 核定 and 采用状态 to their lists.
func (s *sheet) ruleOverview(office, first, last int) {
	choice, status := office+columnOf(ruling.WholeTyped.Headings(), "核定"), office+columnOf(ruling.WholeTyped.Headings(), "采用状态")
	s.Validate(xlsx.Validation{Ref: xlsx.Area(choice, first, choice, last), Title: "核定", Input: "不选也行：填了状态就是“" + ruling.Take.Label() + "”，填了核定内容就是“" + ruling.Same.Label() + "”。",
		Error: "请从列表中选。", Allowed: xlsx.OneOf(ruling.Take.Label(), ruling.Same.Label())})
	s.Validate(xlsx.Validation{Ref: xlsx.Area(status, first, status, last), Title: "采用状态", Input: "办公室认定的" + s.AsOf.Short() + "末的状态；不填则按部门的报送。",
		Error: "请从列表中选一种状态。", Allowed: xlsx.OneOf(signs.StatusWords()...)})
}

// rulingNotes explains the choices in 说明. The lists of 待核对 are taken from here.
func (s *sheet) rulingNotes() {
	first := s.Next
	for _, c := range ruling.Choices {
		if c.Act.OfNumbers() && !s.hasNumbers() {
			continue // they come last
		}
		s.Row(xlsx.Cell{Value: c.Label, Style: xlsx.LabelStyle}, xlsx.Cell{Value: c.Meaning, Style: xlsx.LabelStyle, Span: 4})
	}
	for _, k := range ruling.Kinds {
		from, to := k.Span()
		s.Define(choicesName(k), fmt.Sprintf("%s!$A$%d:$A$%d", notesSheet, first+from, first+to))
	}
}

// outcome says what became of the ruling on a line.
func outcome(l line) xlsx.Cell {
	switch {
	case l.ruled == nil && l.settled:
		return xlsx.Cell{Value: "已解决", Style: xlsx.WordStyle} // by a ruling on the same row
	case l.ruled == nil:
		return xlsx.Cell{Style: xlsx.WordStyle}
	case l.ruled.State == ruling.Orphaned, l.row != nil && l.row.Fate == ledger.Held:
		return xlsx.Cell{Value: "未执行", Style: xlsx.AlarmStyle}
	}
	return xlsx.Cell{Value: "已执行", Style: xlsx.WordStyle}
}
