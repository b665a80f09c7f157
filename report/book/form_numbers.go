package book

import (
	"fmt"
	"strings"

	"taizhang/importer/numbers"
	"taizhang/templates/tables"

	"github.com/xuri/excelize/v2"
)

// Columns of the list of numbers in a form. The key stands between two others and is hidden.
const (
	baseKey     = 2
	baseNow     = 6
	baseEarlier = 8
	baseHead    = 4
)

var baseWidths = []float64{6, 9, 36, 40, 8, 13, 13, 13, 28}

// baseSheets writes the sheets that ask a department for the numbers of the annual report that it
// owns: an official table as it is printed where the department gives most of it, and a list of the
// others. A department that owns none gets none.
func (f Form) baseSheets(b *book) {
	y := f.ledger.Numbers
	if y == nil {
		return
	}
	var listed []int
	for i := range y.Form.Tables {
		t := &y.Form.Tables[i]
		var owned []int
		for _, n := range t.Indicators {
			if y.Form.Indicators()[n].OwnedBy(f.Department) {
				owned = append(owned, n)
			}
		}
		if t.Section != "" && len(owned) == len(t.Indicators) && y.Form.Indicators()[owned[0]].Sum == tables.Owned {
			f.officialForm(b, t)
			continue
		}
		listed = append(listed, owned...)
	}
	if len(listed) > 0 {
		f.listForm(b, listed)
	}
}

// baseTop writes whose sheet it is and for which quarter.
func (f Form) baseTop(s *sheet, lead string) {
	words := f.words.Form.Head
	s.put(30, []cell{{value: f.fill(f.words.Base.Title), look: titleLook}})
	s.put(22, []cell{{value: lead, look: look{color: "9C5700", middle: true, nowrap: true}}})
	s.put(22, []cell{{value: words["单位"] + "：" + f.Department + "　　" + words["季度"] + "：" + f.quarter.Label(), look: look{middle: true, nowrap: true}}})
}

// listForm writes the list of numbers.
func (f Form) listForm(b *book, listed []int) {
	y := f.ledger.Numbers
	s := b.sheet(f.words.Base.Sheet, page{title: f.Department, landscape: true, head: [2]int{baseHead, baseHead}, freeze: 3, tab: "548235", foot: f.quarter.Label()}, baseWidths...)
	s.hide(func(col int) bool { return col == baseKey })
	f.baseTop(s, f.words.Base.Lead)
	s.heading(heads(f.words.Base.Columns...))
	for i, n := range listed {
		ind := &y.Form.Indicators()[n]
		before := y.Before(n, f.Department, f.quarter)
		if before.State == numbers.Missing && ind.Kind == tables.Opening {
			before = y.Last(n)
		}
		row := s.next
		now, earlier := name(baseNow, row), name(baseEarlier, row)
		formula := fmt.Sprintf(`IF(%[1]s="","",%[1]s)`, now)
		if ind.Kind.Adds() {
			formula = fmt.Sprintf(`IF(ISNUMBER(%[1]s),N(%[2]s)+%[1]s,IF(%[1]s="","",%[1]s))`, now, earlier)
		}
		open := formOpen
		open.align = "center"
		locked := formLocked
		locked.align = "center"
		was := cell{look: locked}
		if before.State.Counts() {
			was = s.amount(before)
			was.look = locked
		}
		s.row(cell{value: i + 1, look: locked}, cell{value: ind.ID, look: formLocked}, cell{value: ind.Label, look: formLocked}, cell{value: ind.Definition, look: formLocked.small()}, cell{value: ind.Unit, look: locked},
			cell{look: open}, cell{look: locked, formula: formula}, was, cell{look: formOpen})
	}
	f.holdNumbers(s, area(baseNow, baseHead+1, baseNow, s.next-1), name(baseNow, baseHead+1))
	f.protect(s)
	s.close()
}

// officialForm writes an official table as a form: its cells are open, what last year left over is
// filled in, and the cells of a rule that fails turn red.
func (f Form) officialForm(b *book, t *tables.Table) {
	y := f.ledger.Numbers
	widths := make([]float64, t.Width)
	for i := range widths {
		widths[i] = 13
		if t.Width > 8 && i < 3 && len(t.Rows) > 3 {
			widths[i] = 20
		}
	}
	s := b.sheet(tableName(t), page{title: f.Department, landscape: true, tab: "548235", foot: f.quarter.Label()}, widths...)
	f.baseTop(s, f.words.Base.Official)
	top := s.next - 1
	at := map[int]string{}
	for row, line := range t.Layout {
		cells := make([]cell, t.Width)
		for c := range cells {
			cells[c] = cell{look: formLocked}
		}
		for _, c := range line {
			locked := formLocked
			locked.align = "center"
			one := cell{value: c.Text, look: locked, tall: c.Rows > 1}
			if c.Indicator >= 0 {
				at[c.Indicator] = name(c.Col, top+c.Row)
				open := formOpen
				open.align = "center"
				one = cell{look: open}
				if known := f.carried(c.Indicator); known.State.Counts() {
					one = s.amount(known)
					one.look = open
				}
			}
			cells[c.Col-1] = one
		}
		s.put(max(s.height(cells), 20), cells)
		for _, c := range line {
			if (c.Rows > 1 || c.Cols > 1) && s.err == nil {
				s.check(s.out.MergeCell(name(c.Col, top+row+1), name(c.Col+c.Cols-1, top+row+c.Rows)))
			}
		}
	}
	for _, n := range t.Indicators {
		f.holdNumbers(s, at[n], at[n])
	}
	f.colour(s, y.Form, at)
	f.protect(s)
	s.close()
}

// carried is what last year left over, for a number that goes on from it.
func (f Form) carried(n int) numbers.Datum {
	y := f.ledger.Numbers
	for i := range y.Form.Rules {
		for _, sc := range y.Form.Rules[i].Scopes {
			if len(sc.Left) == 1 && len(sc.Right) == 1 && sc.Left[0].Indicator == n && sc.Right[0].When == tables.LastYear && y.Form.Rules[i].Op == tables.Equal {
				return y.Last(sc.Right[0].Indicator)
			}
		}
	}
	return numbers.Datum{State: numbers.Missing}
}

// holdNumbers lets only numbers and the word for no such thing into cells.
func (f Form) holdNumbers(s *sheet, ref, first string) {
	s.check(s.file.AddDataValidation(s.name, f.prompt(f.words.Base.Number, ref, func(v *excelize.DataValidation) error {
		v.Type = "custom"
		v.Formula1 = fmt.Sprintf(`OR(AND(ISNUMBER(%[1]s),%[1]s>=0),%[1]s="不适用")`, first)
		return nil
	})))
}

// colour turns the first cell of a rule red while the rule does not hold.
func (f Form) colour(s *sheet, form *tables.Form, at map[int]string) {
	if s.err != nil {
		return
	}
	red, err := s.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "9C0006"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFC7CE"}}})
	s.check(err)
	for i := range form.Rules {
		r := &form.Rules[i]
		if r.Check != tables.Terms || r.Op != tables.Equal || r.Severity != tables.Must {
			continue
		}
		for _, sc := range r.Scopes {
			left, right := sumOf(sc.Left, at), sumOf(sc.Right, at)
			if left == "" || right == "" {
				continue
			}
			s.check(s.file.SetConditionalFormat(s.name, at[sc.Left[0].Indicator], []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: left + "<>" + right, Format: &red}}))
		}
	}
}

// sumOf is a side of a rule as a formula, "" where a term has no cell on the sheet.
func sumOf(terms []tables.Term, at map[int]string) string {
	var parts []string
	for _, t := range terms {
		ref := at[t.Indicator]
		if ref == "" || t.When != tables.Now {
			return ""
		}
		parts = append(parts, fmt.Sprintf("%d*N(%s)", t.Factor, ref))
	}
	return strings.ReplaceAll(strings.Join(parts, "+"), "1*N(", "N(")
}
