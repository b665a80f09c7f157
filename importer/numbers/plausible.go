package numbers

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/templates/tables"
)

// allZero asks about a department all of whose numbers are 0: of several tables, or of numbers that were
// more last year. A few numbers that are 0 say nothing.
func (s *settling) allZero() {
	rule := s.rule(tables.AllZero)
	if rule == nil {
		return
	}
	var who []string
	given := map[string][]*Part{}
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
		res := Result{Rule: rule, Scope: d, Label: d, Department: d, Left: Side{Known: true}, Verdict: Holds}
		several, last := false, Amount(0)
		for _, p := range parts {
			res.Left.Amount += p.Amount
			several = several || s.Form.Indicators()[p.Indicator].Table != s.Form.Indicators()[parts[0].Indicator].Table
			if p.Indicator < len(s.opts.Last) && s.opts.Last[p.Indicator].State.Counts() {
				last += s.opts.Last[p.Indicator].Amount
			}
		}
		if nonZero := slices.ContainsFunc(parts, func(p *Part) bool { return p.State != Zero }); !nonZero && (last > 0 || s.opts.Last == nil && several) {
			res.Verdict = Broken
			found := fmt.Sprintf("%s，%s：%s报的 %d 个数都是 0", rule.ID, rule.Says, d, len(parts))
			if last > 0 {
				found += "，上年不是"
			}
			s.ask(&res, parts[0], found)
		}
		s.Results = append(s.Results, res)
	}
}

// ask says of a doubt about values what was found, or with which explanation it is settled.
func (s *settling) ask(res *Result, first *Part, found string) {
	s.note(res)
	f := doubtful(&first.Value, found)
	if res.Note != "" {
		f = finding.New(finding.NumberExplained, first.At, found, "").For(first.Department, first.Quarter.String())
		f.Message = found + "；说明：" + strings.TrimRight(res.Note, "。") + "。"
	} else if res.Rule.Hint != "" {
		f.Hint = res.Rule.Hint
	}
	s.Findings = append(s.Findings, f)
}

// documentNumber is the number of an official document behind whatever stands before it: 示文旅〔2021〕3号.
var documentNumber = regexp.MustCompile(`(\p{Han}{1,16})([〔［\[（(]20[0-9]{2}[〕］\])）]\s*[0-9]{1,4}\s*号)`)

// document is one that a department counts.
type document struct {
	issuer, number string // 示文旅 with what may stand before it, 〔2021〕3号
	by             *Part
}

// is reports whether two numbers are of one document: 印发示文旅〔2021〕3号 and 示文旅〔2021〕3号.
func (c document) is(o document) bool {
	return c.number == o.number && (strings.HasSuffix(c.issuer, o.issuer) || strings.HasSuffix(o.issuer, c.issuer))
}

// joint asks about documents that several departments count: one that was issued together counts once in
// their sum. Which documents a number counts stands in its remark.
func (s *settling) joint() {
	rule := s.rule(tables.Joint)
	if rule == nil {
		return
	}
	for i := range s.Figures {
		if s.Form.Indicators()[i].Sum != tables.Added {
			continue
		}
		ind := &s.Form.Indicators()[i]
		var all []document
		var twice []string
		var first *Part
		for k := range s.Figures[i].Parts {
			p := &s.Figures[i].Parts[k]
			if !p.Counts {
				continue
			}
			for _, m := range documentNumber.FindAllStringSubmatch(p.Note, -1) {
				c := document{m[1], fold.Key(m[2]), p}
				if k := slices.IndexFunc(all, c.is); k >= 0 && all[k].by.Department != p.Department {
					if twice = append(twice, m[2]); first == nil {
						first = p
					}
				}
				all = append(all, c)
			}
		}
		if len(all) == 0 {
			continue
		}
		sum := s.Figures[i].Amount
		res := Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Left: Side{sum, true}, Right: Side{sum - Whole(int64(len(twice))), true}, Verdict: Holds}
		if len(twice) > 0 {
			res.Verdict = Broken
			s.ask(&res, first, fmt.Sprintf("%s %s，%s：%s由几个部门各计了一次，合计 %s，各计一次是 %s", rule.ID, ind.Label, rule.Says, list(twice), res.Left.Amount, res.Right.Amount))
		}
		s.Results = append(s.Results, res)
	}
}
