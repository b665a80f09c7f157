package sums

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// documentNumber is the number of an official document behind whatever stands before it: 示文旅〔2021〕3号.
var documentNumber = regexp.MustCompile(`(\p{Han}{1,16})([〔［\[（(]20[0-9]{2}[〕］\])）]\s*[0-9]{1,4}\s*号)`)

// document is one that a department counts.
type document struct {
	issuer, number string // 示文旅 with what may stand before it, 〔2021〕3号
	by             *numbers.Part
}

// is reports whether two numbers are of one document: 印发示文旅〔2021〕3号 and 示文旅〔2021〕3号.
func (c document) is(o document) bool {
	return c.number == o.number && (strings.HasSuffix(c.issuer, o.issuer) || strings.HasSuffix(o.issuer, c.issuer))
}

// joint asks about documents that several departments count: one that was issued together counts once in
// their sum. Which documents a number counts stands in its remark.
func (s *settling) joint() {
	rule := s.Form.Rule(tables.Joint)
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
		var first *numbers.Part
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
		res := numbers.Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Left: numbers.Side{Amount: sum, Known: true}, Right: numbers.Side{Amount: sum - numbers.Whole(int64(len(twice))), Known: true}, Verdict: numbers.Holds}
		if len(twice) > 0 {
			res.Verdict = numbers.Broken
			s.ask(&res, first, fmt.Sprintf("%s %s，%s：%s由几个部门各计了一次，合计 %s，各计一次是 %s", rule.ID, ind.Label, rule.Says, list(twice), res.Left.Amount, res.Right.Amount))
		}
		s.Results = append(s.Results, res)
	}
}
