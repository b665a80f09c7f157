package letters

import (
	"fmt"
	"strings"

	"taizhang/importer/numbers"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/templates/tables"
)

// Columns of the list of numbers in a form. The key stands between two others and is hidden.
const (
	baseKey     = 2
	baseNow     = 6
	baseEarlier = 8
	baseHead    = 4
)

// formWide is how wide all columns of a form may be, so that it prints at 9 points.
const formWide = 142

var baseWidths = []float64{5, 9, 30, 38, 7, 12, 12, 12, 26}

// baseSheets writes the sheets that ask a department for the numbers of the annual report that it
// owns: an official table as it is printed where the department gives most of it, and a list of the
// others. A department that owns none gets none.
func (f Form) baseSheets(b *xlsx.Workbook) {
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
func (f Form) baseTop(s *xlsx.Worksheet, lead string) {
	words := f.words.Form.Head
	s.Put(30, []xlsx.Cell{{Value: f.fill(f.words.Base.Title), Style: xlsx.TitleStyle}})
	s.Put(22, []xlsx.Cell{{Value: lead, Style: xlsx.Style{Color: "9C5700", Middle: true, Nowrap: true}}})
	s.Put(22, []xlsx.Cell{{Value: words["单位"] + "：" + f.Department + "　　" + words["季度"] + "：" + f.quarter.Label(), Style: xlsx.Style{Middle: true, Nowrap: true}}})
}

// listForm writes the list of numbers.
func (f Form) listForm(b *xlsx.Workbook, listed []int) {
	y := f.ledger.Numbers
	s := b.Add(f.words.Base.Sheet, xlsx.Paper{Title: f.Department, Landscape: true, Narrow: true, Head: [2]int{baseHead, baseHead}, Freeze: 3, Tab: "548235"}, baseWidths...)
	s.Hide(func(col int) bool { return col == baseKey })
	f.baseTop(s, f.words.Base.Lead)
	s.Heading(xlsx.Heads(f.words.Base.Columns...))
	for i, n := range listed {
		ind := &y.Form.Indicators()[n]
		before := y.Before(n, f.Department, f.quarter)
		if before.State == numbers.Missing && ind.Kind == tables.Opening {
			before = y.Last(n)
		}
		row := s.Next
		now, earlier := xlsx.Name(baseNow, row), xlsx.Name(baseEarlier, row)
		formula := fmt.Sprintf(`IF(%[1]s="","",%[1]s)`, now)
		if ind.Kind.Adds() {
			formula = fmt.Sprintf(`IF(ISNUMBER(%[1]s),N(%[2]s)+%[1]s,IF(%[1]s="","",%[1]s))`, now, earlier)
		}
		open := formOpen
		open.Align = "center"
		locked := formLocked
		locked.Align = "center"
		was := xlsx.Cell{Style: locked}
		if before.State.Counts() {
			was = signs.Amount(before)
			was.Style = locked
		}
		s.Row(xlsx.Cell{Value: i + 1, Style: locked}, xlsx.Cell{Value: ind.ID, Style: formLocked}, xlsx.Cell{Value: ind.Label, Style: formLocked}, xlsx.Cell{Value: ind.Definition, Style: formLocked}, xlsx.Cell{Value: ind.Unit, Style: locked},
			xlsx.Cell{Style: open}, xlsx.Cell{Style: locked, Formula: formula}, was, xlsx.Cell{Style: formOpen})
	}
	f.holdNumbers(s, xlsx.Area(baseNow, baseHead+1, baseNow, s.Next-1), xlsx.Name(baseNow, baseHead+1))
	s.Protect()
	s.Close()
}

// officialForm writes an official table as a form: its cells are open, what last year left over is
// filled in, and the cells of a rule that fails turn red.
func (f Form) officialForm(b *xlsx.Workbook, t *tables.Table) {
	y := f.ledger.Numbers
	widths := make([]float64, t.Width)
	for i := range widths {
		widths[i] = min(12, formWide/float64(t.Width))
		if t.Width > 8 && i < 3 && len(t.Rows) > 3 {
			widths[i] = 19
		}
	}
	s := b.Add(signs.TableName(t), xlsx.Paper{Title: f.Department, Landscape: true, Narrow: true, Tab: "548235"}, widths...)
	f.baseTop(s, f.words.Base.Official)
	top := s.Next - 1
	at := map[int]string{}
	for row, line := range t.Layout {
		cells := make([]xlsx.Cell, t.Width)
		for c := range cells {
			cells[c] = xlsx.Cell{Style: formLocked}
		}
		for _, c := range line {
			locked := formLocked
			locked.Align = "center"
			one := xlsx.Cell{Value: c.Text, Style: locked, Tall: c.Rows > 1}
			if c.Indicator >= 0 {
				at[c.Indicator] = xlsx.Name(c.Col, top+c.Row)
				open := formOpen
				open.Align = "center"
				one = xlsx.Cell{Style: open}
				if known := f.carried(c.Indicator); known.State.Counts() {
					one = signs.Amount(known)
					one.Style = open
				}
			}
			cells[c.Col-1] = one
		}
		s.Put(max(s.Height(cells), 20), cells)
		for _, c := range line {
			if c.Rows > 1 || c.Cols > 1 {
				s.Merge(c.Col, top+row+1, c.Col+c.Cols-1, top+row+c.Rows)
			}
		}
	}
	for _, n := range t.Indicators {
		f.holdNumbers(s, at[n], at[n])
	}
	f.colour(b, s, y.Form, at)
	s.Protect()
	s.Close()
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
func (f Form) holdNumbers(s *xlsx.Worksheet, ref, first string) {
	s.Validate(f.prompt(f.words.Base.Number, ref, xlsx.WhatHolds(fmt.Sprintf(`OR(AND(ISNUMBER(%[1]s),%[1]s>=0),%[1]s="不适用")`, first))))
}

// colour turns the first cell of a rule red while the rule does not hold.
func (f Form) colour(b *xlsx.Workbook, s *xlsx.Worksheet, form *tables.Form, at map[int]string) {
	red := b.NewConditional("9C0006", "FFC7CE")
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
			s.When(at[sc.Left[0].Indicator], left+"<>"+right, red)
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
