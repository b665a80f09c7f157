package sums

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// allZero asks about a department all of whose numbers are 0: of several tables, or of numbers that were
// more last year. A few numbers that are 0 say nothing.
func (s *settling) allZero() {
	rule := s.Form.Rule(tables.AllZero)
	if rule == nil {
		return
	}
	var who []string
	given := map[string][]*numbers.Part{}
	for i := range s.Figures {
		for k := range s.Figures[i].Parts {
			p := &s.Figures[i].Parts[k]
			if !p.Counts || p.Department == "" || !p.State.Counts() {
				continue
			}
			if given[p.Department] == nil {
				who = append(who, p.Department)
			}
			given[p.Department] = append(given[p.Department], p)
		}
	}
	slices.Sort(who)
	for _, d := range who {
		parts := given[d]
		if len(parts) < max(rule.From, 2) {
			continue
		}
		res := numbers.Result{Rule: rule, Scope: d, Label: d, Department: d, Left: numbers.Side{Known: true}, Verdict: numbers.Holds}
		several, last := false, numbers.Amount(0)
		for _, p := range parts {
			res.Left.Amount += p.Amount
			several = several || s.Form.Indicators()[p.Indicator].Table != s.Form.Indicators()[parts[0].Indicator].Table
			if p.Indicator < len(s.opts.Last) && s.opts.Last[p.Indicator].State.Counts() {
				last += s.opts.Last[p.Indicator].Amount
			}
		}
		if nonZero := slices.ContainsFunc(parts, func(p *numbers.Part) bool { return p.State != numbers.Zero }); !nonZero && (last > 0 || s.opts.Last == nil && several) {
			res.Verdict = numbers.Broken
			found := fmt.Sprintf("%s，%s：%s报的 %d 个数都是 0", rule.ID, rule.Says, d, len(parts))
			if last > 0 {
				found += "，上年不是"
			}
			s.ask(&res, parts[0], found+"；在 "+cellsOf(parts))
		}
		s.Results = append(s.Results, res)
	}
}

// ask says of a doubt about values what was found, or with which explanation it is settled.
func (s *settling) ask(res *numbers.Result, first *numbers.Part, found string) {
	s.note(res)
	f := numbers.Doubtful(&first.Value, found)
	f.Message = "这个数据请再看一看：" + found + "。" // whole: it names every cell
	if res.Note != "" {
		f = finding.New(finding.NumberExplained, first.At, found, "").For(first.Department, first.Quarter.String())
		f.Message = found + "；说明：" + strings.TrimRight(res.Note, "。") + "。"
	} else if res.Rule.Hint != "" {
		f.Hint = res.Rule.Hint
	}
	s.Findings = append(s.Findings, f)
}
