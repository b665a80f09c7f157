package sums

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// gap is what one sheet leaves out.
type gap struct {
	first *numbers.Value
	names []string
}

// gaps asks for what is blank, for the rows that a table lacks, and for what the departments that
// give a number have not given.
func (s *settling) gaps() {
	s.blanks()
	s.lacking()
	s.unowned()
}

// mostNames is how many numbers a finding names.
const mostNames = 6

func list(names []string) string {
	text := strings.Join(names[:min(len(names), mostNames)], "、")
	if len(names) > mostNames {
		text += fmt.Sprintf("等 %d 项", len(names))
	}
	return text
}

// blanks asks once a sheet for the cells that stand empty and that nothing else fills.
func (s *settling) blanks() {
	gaps := map[finding.Place]*gap{}
	var sheets []finding.Place
	for i := range s.Figures {
		ind := &s.Form.Indicators()[i]
		for k := range s.Figures[i].Parts {
			p := &s.Figures[i].Parts[k]
			if p.State != numbers.Blank || p.Why != "" || !p.Counts || len(ind.Owners) > 0 && !ind.OwnedBy(p.Department) {
				continue
			}
			sheet := finding.In(p.At.File(), p.At.Sheet())
			g := gaps[sheet]
			if g == nil {
				g = &gap{first: &p.Value}
				gaps[sheet] = g
				sheets = append(sheets, sheet)
			}
			if comparePlaces(p.At, g.first.At) < 0 {
				g.first = &p.Value
			}
			g.names = append(g.names, ind.Label)
		}
	}
	for _, sheet := range sheets {
		g := gaps[sheet]
		s.Findings = append(s.Findings, finding.New(finding.NumberMissing, g.first.At, list(g.names)+"是空白", "").For(g.first.Department, g.first.Quarter.String()))
	}
}

// lacking asks once a sheet for the numbers of an official table whose rows or columns are not
// there: where most of the table is, the rest was left out.
func (s *settling) lacking() {
	type where struct {
		sheet finding.Place
		table int
	}
	has := map[where]map[int]bool{}
	first := map[where]*numbers.Value{}
	var order []where
	for i := range s.values {
		v := &s.values[i]
		at := where{finding.In(v.At.File(), v.At.Sheet()), s.Form.Indicators()[v.Indicator].Table}
		if has[at] == nil {
			has[at], first[at] = map[int]bool{}, v
			order = append(order, at)
		}
		has[at][v.Indicator] = true
	}
	for _, at := range order {
		t := &s.Form.Tables[at.table]
		if len(t.Columns) == 0 || 3*(len(t.Indicators)-len(has[at])) > len(t.Indicators) || len(has[at]) == len(t.Indicators) {
			continue
		}
		var names []string
		rows := map[int]int{}
		for _, i := range t.Indicators {
			if !has[at][i] {
				rows[s.Form.Indicators()[i].Row]++
			}
		}
		for _, i := range t.Indicators {
			ind := &s.Form.Indicators()[i]
			if has[at][i] || s.Figures[i].State.Counts() {
				continue
			}
			name := ind.Label
			if rows[ind.Row] == s.inRow(at.table, ind.Row) {
				name = t.Rows[ind.Row].Name
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			v := first[at]
			s.Findings = append(s.Findings, finding.New(finding.NumberMissing, at.sheet, "表里没有"+list(names), "表格的行和列不要增减").For(v.Department, v.Quarter.String()))
		}
	}
}

// inRow counts the numbers of a row.
func (s *settling) inRow(table, row int) (n int) {
	for _, i := range s.Form.Tables[table].Indicators {
		if s.Form.Indicators()[i].Row == row {
			n++
		}
	}
	return n
}

// unowned asks the departments that an office has named for a number for what they have not
// given at all.
func (s *settling) unowned() {
	missing := map[string][]string{}
	var who []string
	for i, ind := range s.Form.Indicators() {
		for _, d := range ind.Owners {
			if s.opts.Known != nil && !s.opts.Known(d) {
				continue
			}
			if slices.ContainsFunc(s.Figures[i].Parts, func(p numbers.Part) bool { return p.Department == d }) || ind.Sum == tables.Owned && s.Figures[i].State.Counts() {
				continue
			}
			if missing[d] == nil {
				who = append(who, d)
			}
			missing[d] = append(missing[d], ind.Label)
		}
	}
	for _, d := range who {
		s.Findings = append(s.Findings, finding.New(finding.NumberMissing, finding.Place{}, d+"没有报"+list(missing[d]), "").For(d, s.opts.AsOf.String()))
	}
}
