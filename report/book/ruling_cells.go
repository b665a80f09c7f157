package book

import (
	"fmt"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"

	"github.com/xuri/excelize/v2"
)

// What the office fills in is yellow.
var (
	officeHead = look{font: hei, fill: "FFE699", align: "center", middle: true, frame: true}
	officeLook = look{frame: true, fill: "FFFBEF"}
	officeWord = look{frame: true, fill: "FFFBEF", align: "center"}
	keyLook    = look{color: grey, size: 8, nowrap: true}
)

const incompleteFill = "F4B183"

func officeHeads(words []string) []cell {
	cells := make([]cell, 0, len(words))
	for _, word := range words {
		cells = append(cells, cell{value: word, look: officeHead})
	}
	return cells
}

func keyCells(texts []string) []cell {
	cells := make([]cell, 0, len(texts))
	for _, text := range texts {
		cells = append(cells, cell{value: text, look: keyLook})
	}
	return cells
}

// officeCells are the cells that the office fills in; the reason may be long, the others
// are words. A number stays one, so that the rule for its column accepts it.
func officeCells(texts []string, reason int) []cell {
	cells := make([]cell, 0, len(texts))
	for i, text := range texts {
		c := cell{value: text, look: officeWord}
		if i == reason {
			c.look = officeLook
		}
		if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text && len(text) < 10 { // no digit gets lost
			c.value = n
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
		clear[i] = clean(text)
	}
	return ruling.MarkOf(b.Journal.Count(), id, clear).String()
}

// hide hides columns. It goes before the first row. All columns are named, from the last
// on: each goes in before the others, and Excel calls a sheet damaged whose columns don't
// ascend.
func (s *sheet) hide(hidden func(col int) bool) {
	for col := len(s.widths); col >= 1 && s.err == nil; col-- {
		s.check(s.out.SetColVisible(col, col, !hidden(col)))
	}
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

// rule holds a range of cells to what can be read back: title and text say it beforehand
// where they are given, wrong says it afterwards.
func (s *sheet) rule(ref, title, text, wrong string, set func(*excelize.DataValidation) error) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(ref)
	s.check(set(v))
	if text != "" {
		v.SetInput(title, text)
	}
	v.SetError(excelize.DataValidationErrorStyleStop, title, wrong)
	s.check(s.file.AddDataValidation(s.name, v))
}

func statusList(v *excelize.DataValidation) error {
	return v.SetDropList(statusWords())
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
	s.rule(area(choice, first, choice, last), "核定", "从列表中选；选完再填右边的项次或状态，写明理由和姓名。各项的意思见“说明”。",
		"请从列表中选。没有列表的，这一行不能核定。", func(v *excelize.DataValidation) error {
			v.SetSqrefDropList(fmt.Sprintf(`INDIRECT("核定_"&amp;$%s%d)`, letter(kind), first))
			return nil
		})
	s.rule(area(item, first, item, last), "按第几项", fmt.Sprintf("只填数字，即“总台账”第一栏的项次，1至%d。", n),
		fmt.Sprintf("请填1至%d的整数。", n), func(v *excelize.DataValidation) error {
			return v.SetRange(1, n, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
		})
	s.rule(area(status, first, status, last), "采用状态", "", "请从列表中选一种状态。", statusList)
	s.markIncomplete(choice, item, status, first, last)
}

func (s *sheet) markIncomplete(choice, item, status, first, last int) {
	if s.err != nil {
		return
	}
	mark, err := s.file.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{incompleteFill}}})
	s.check(err)
	c, i, st := letter(choice), letter(item), letter(status)
	for _, m := range []struct {
		col       int
		condition string
	}{
		{item, fmt.Sprintf(`AND($%s%d="%s",$%s%d="")`, c, first, ruling.Place.Label(), i, first)},
		{status, fmt.Sprintf(`AND($%s%d="%s",$%s%d="")`, c, first, ruling.Take.Label(), st, first)},
		{choice, fmt.Sprintf(`AND($%s%d="",OR($%s%d<>"",$%s%d<>""))`, c, first, i, first, st, first)},
	} {
		s.check(s.file.SetConditionalFormat(s.name, area(m.col, first, m.col, last),
			[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: m.condition, Format: &mark}}))
	}
}

// whole is the ruling of a requirement in 总台账.
func (s *sheet) whole(r *plan.Requirement) []cell {
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
func (s *sheet) wholeOutcome(r *plan.Requirement, ruled *ruling.Ruling) cell {
	c := outcome(line{ruled: ruled})
	for _, p := range s.ProposalsFor(r.No) {
		said := fmt.Sprintf("像是%s（相似%.0f%%）：%s是的，核定“%s”，核定内容填“%s”", p.Value, 100*p.Likeness, quoted(p.Text), ruling.Same.Label(), p.Value)
		if p.Value == p.Text {
			said = fmt.Sprintf("像是原来的%s（相似%.0f%%）。是的，核定“%s”，核定内容填原来的文字", quoted(p.Text), 100*p.Likeness, ruling.Same.Label())
		}
		if c.value != nil {
			said = fmt.Sprint(c.value) + "\n" + said
		}
		c = cell{value: said, look: officeLook}
	}
	return c
}

// ruleOverview holds 核定 and 采用状态 to their lists.
func (s *sheet) ruleOverview(office, first, last int) {
	choice, status := office+columnOf(ruling.WholeTyped.Headings(), "核定"), office+columnOf(ruling.WholeTyped.Headings(), "采用状态")
	s.rule(area(choice, first, choice, last), "核定", "不选也行：填了状态就是“"+ruling.Take.Label()+"”，填了核定内容就是“"+ruling.Same.Label()+"”。",
		"请从列表中选。", func(v *excelize.DataValidation) error {
			return v.SetDropList([]string{ruling.Take.Label(), ruling.Same.Label()})
		})
	s.rule(area(status, first, status, last), "采用状态", "办公室认定的"+s.AsOf.Short()+"末的状态；不填则按部门的报送。",
		"请从列表中选一种状态。", statusList)
}

// rulingNotes explains the choices in 说明. The lists of 待核对 are taken from here.
func (s *sheet) rulingNotes() {
	first := s.next
	for _, c := range ruling.Choices {
		if c.Act.OfNumbers() && !s.hasNumbers() {
			continue // they come last
		}
		s.row(cell{value: c.Label, look: labelLook}, cell{value: c.Meaning, look: labelLook, span: 4})
	}
	for _, k := range ruling.Kinds {
		from, to := k.Span()
		s.check(s.file.SetDefinedName(&excelize.DefinedName{Name: choicesName(k),
			RefersTo: fmt.Sprintf("%s!$A$%d:$A$%d", notesSheet, first+from, first+to)}))
	}
}

// outcome says what became of the ruling on a line.
func outcome(l line) cell {
	switch {
	case l.ruled == nil && l.settled:
		return cell{value: "已解决", look: wordLook} // by a ruling on the same row
	case l.ruled == nil:
		return cell{look: wordLook}
	case l.ruled.State == ruling.Orphaned, l.row != nil && l.row.Fate == ledger.Held:
		return cell{value: "未执行", look: alarmLook}
	}
	return cell{value: "已执行", look: wordLook}
}
