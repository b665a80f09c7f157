package sums

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// checkClaims holds the text of reports against the tables. A text that counts in what was left over
// from last year says so.
func (s *settling) checkClaims(claims []numbers.Claim) {
	rule := s.Form.Rule(tables.Prose)
	if rule == nil {
		return
	}
	for _, c := range claims {
		fig, ind := &s.Figures[c.Indicator], &s.Form.Indicators()[c.Indicator]
		res := numbers.Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Left: numbers.Side{Amount: c.Amount, Known: true}, Department: c.Department}
		if fig.State.Counts() {
			res.Right, res.Verdict = numbers.Side{Amount: fig.Amount, Known: true}, numbers.Holds
			if res.Left != res.Right && !strings.Contains(c.Said, "结转") || res.Left != res.Right && ind.Kind != tables.Flow {
				res.Verdict = numbers.Broken
			}
		}
		s.Results = append(s.Results, res)
		if res.Verdict != numbers.Broken {
			continue
		}
		f := finding.New(finding.RuleBroken, c.At, fmt.Sprintf("正文写的是“%s”，表里%s是 %s", finding.Brief(c.Said), ind.Label, fig.Amount), "").For(c.Department, c.Quarter)
		f.Hint = rule.Hint
		var parts []*numbers.Part
		for i := range fig.Parts {
			if fig.Parts[i].Counts {
				parts = append(parts, &fig.Parts[i])
			}
		}
		f.Message = fmt.Sprintf("%s，%s：正文写的是“%s”，表里%s是 %s，差 %s；表里的数在 %s。", rule.ID, rule.Says, finding.Brief(c.Said), ind.Label, fig.Amount, res.Difference(), cellsOf(parts))
		s.Findings = append(s.Findings, f)
	}
}

// checkSlips says where the texts of reports depart from their form.
func (s *settling) checkSlips(slips []numbers.Slip) {
	for _, slip := range slips {
		rule := s.Form.Rule(slip.Check)
		if rule == nil {
			continue
		}
		s.Results = append(s.Results, numbers.Result{Rule: rule, Scope: slip.Want, Label: slip.Want, Verdict: numbers.Broken, Department: slip.Department})
		f := finding.New(finding.NumberDoubtful, slip.At, slip.Said, "").For(slip.Department, slip.Quarter)
		f.Message = fmt.Sprintf("%s，%s：%s，应为“%s”。", rule.ID, rule.Says, slip.Said, slip.Want)
		f.Hint = rule.Hint
		s.Findings = append(s.Findings, f)
	}
}
