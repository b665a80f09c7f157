package sums

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// say makes the finding of a broken rule: both sides with their numbers, every cell that takes
// part, the difference, and who can mend it.
func (s *settling) say(r *numbers.Result) {
	parts := s.partsOf(r)
	code := finding.Code(r.Rule.Code)
	if r.Note != "" {
		code = finding.NumberExplained
	}
	at := finding.Place{}
	var who []string
	quarter := period.Quarter{}
	for i, p := range parts {
		if i == 0 {
			at = p.At
		}
		if p.Department != "" && !slices.Contains(who, p.Department) {
			who = append(who, p.Department)
		}
		if quarter.Before(p.Quarter) {
			quarter = p.Quarter
		}
	}
	found := s.told(r)
	f := finding.New(code, at, found, "")
	f.Message = strings.TrimRight(s.begin(r)+"："+found, "。") + "。"
	if cells := cellsOf(parts); cells != "" {
		f.Message = strings.TrimRight(f.Message, "。") + "；这些数在 " + cells + "。"
	}
	f.Hint = r.Rule.Hint
	if r.Note != "" {
		f.Message = strings.TrimRight(f.Message, "。") + "；说明：" + strings.TrimRight(r.Note, "。") + "。"
		f.Hint = finding.New(code, at, "", "").Hint
	} else {
		if f.Hint == "" {
			f.Hint = "请核对这些数，改正后重报。"
		}
		if len(who) > 0 {
			f.Hint = strings.TrimRight(f.Hint, "。") + "；能改的部门：" + strings.Join(who, "、") + "。"
		}
		if r.Rule.Explained {
			f.Hint = strings.TrimRight(f.Hint, "。") + "；说明不少于六个字。"
		}
	}
	if len(who) == 1 {
		f = f.For(who[0], quarter.String())
	}
	s.Findings = append(s.Findings, f)
}

// begin names the rule, and where it is checked.
func (s *settling) begin(r *numbers.Result) string {
	head := r.Rule.ID
	if r.Label != "" {
		head += " " + r.Label
	}
	return head + "，" + r.Rule.Says
}

// told tells both sides and by how much they differ.
func (s *settling) told(r *numbers.Result) string {
	return fmt.Sprintf("%s；%s；差 %s", s.side(r, true), s.side(r, false), r.Difference())
}

// longestSum is how many terms of a side are told one by one.
const longestSum = 6

func (s *settling) side(r *numbers.Result, left bool) string {
	name, sum := "右边", r.Right.Amount
	if left {
		name, sum = "左边", r.Left.Amount
	}
	var terms []string
	for _, t := range r.Terms {
		if t.Left == left {
			terms = append(terms, s.term(t, len(terms) > 0))
		}
	}
	if len(terms) == 1 {
		return fmt.Sprintf("%s %s", name, terms[0])
	}
	if len(terms) > longestSum {
		return fmt.Sprintf("%s %d 项相加是 %s", name, len(terms), sum)
	}
	return fmt.Sprintf("%s %s = %s", name, strings.Join(terms, " "), sum)
}

func (s *settling) term(t numbers.Taken, more bool) string {
	sign := ""
	switch {
	case t.Factor < 0:
		sign = "- "
	case more:
		sign = "+ "
	}
	if t.Indicator < 0 {
		return sign + numbers.Amount(t.Factor*int64(numbers.One)).String()
	}
	ind := &s.Form.Indicators()[t.Indicator]
	name := ind.Label
	switch t.When {
	case tables.LastYear:
		name = "上年" + name
	case tables.LastQuarter:
		name = "上季度" + name
	}
	value := t.Amount.String()
	if t.State == numbers.Absent {
		value = "不适用"
	}
	if f := max(t.Factor, -t.Factor); f != 1 {
		value += fmt.Sprintf("×%d", f)
	}
	return sign + name + " " + value
}

// mostCells is how many cells of a sheet a finding lists: more than the terms of any rule.
const mostCells = 24

// cellsOf lists the cells of values, sheet by sheet.
func cellsOf(parts []*numbers.Part) string {
	var sheets []string
	cells := map[string][]string{}
	for _, p := range parts {
		name := p.At.File() + "「" + p.At.Sheet() + "」"
		if cells[name] == nil {
			sheets = append(sheets, name)
		}
		if cell := p.At.Cell(); !slices.Contains(cells[name], cell) {
			cells[name] = append(cells[name], cell)
		}
	}
	for i, name := range sheets {
		own := cells[name]
		sheets[i] = name + strings.Join(own[:min(len(own), mostCells)], "、")
		if len(own) > mostCells {
			sheets[i] += fmt.Sprintf("等%d格", len(own))
		}
	}
	return strings.Join(sheets, "；")
}
