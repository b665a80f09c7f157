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

// cited is how words before a document's number tell that it is not counted but followed.
var cited = regexp.MustCompile(`根据|依据|依照|按照|贯彻|落实|转发`)

// document is one that a department counts.
type document struct {
	issuer, number, said string // 示文旅 with what may stand before it, 〔2021〕3号 folded and as it was said
	by                   *numbers.Part
}

// is reports whether two numbers are of one document: 印发示文旅〔2021〕3号 and 示文旅〔2021〕3号.
func (c document) is(o document) bool {
	return c.number == o.number && (strings.HasSuffix(c.issuer, o.issuer) || strings.HasSuffix(o.issuer, c.issuer))
}

// counted returns the documents that a value counts by its remark. named is false where the remark does not
// name exactly as many as the value counts: which of them are counted is not known then.
func counted(p *numbers.Part) (found []document, named bool) {
	if p.Amount <= 0 {
		return nil, false
	}
	for _, m := range documentNumber.FindAllStringSubmatch(p.Note, -1) {
		if !cited.MatchString(m[1]) {
			found = append(found, document{m[1], fold.Key(m[2]), m[2], p})
		}
	}
	return found, numbers.Whole(int64(len(found))) == p.Amount
}

// joint counts once what several departments have issued together and each counts. Which documents a
// number counts stands in its remark. An explanation that they are several leaves the sum; so does a
// remark that does not name each document, and the finding says so.
func (s *settling) joint() {
	rule := s.Form.Rule(tables.Joint)
	if rule == nil {
		return
	}
	for i := range s.Figures {
		if s.Form.Indicators()[i].Sum == tables.Distinct && s.Figures[i].State.Counts() && !s.fixed[i] {
			s.jointOf(rule, &s.Figures[i])
		}
	}
}

func (s *settling) jointOf(rule *tables.Rule, fig *numbers.Figure) {
	ind := &s.Form.Indicators()[fig.Indicator]
	var all []document
	var twice []string
	var parts []*numbers.Part
	sure := true
	for k := range fig.Parts {
		p := &fig.Parts[k]
		if !p.Counts {
			continue
		}
		own, named := counted(p)
		for _, c := range own {
			if k := slices.IndexFunc(all, c.is); k >= 0 && all[k].by.Department != p.Department {
				twice = append(twice, c.said)
				sure = sure && named && numbersAll(all[k].by)
				for _, by := range []*numbers.Part{all[k].by, p} {
					if !slices.Contains(parts, by) {
						parts = append(parts, by)
					}
				}
			}
		}
		all = append(all, own...)
	}
	if len(all) == 0 {
		return
	}
	sum, once := fig.Amount, fig.Amount-numbers.Whole(int64(len(twice)))
	res := numbers.Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Left: numbers.Side{Amount: sum, Known: true}, Right: numbers.Side{Amount: once, Known: true}, Verdict: numbers.Holds}
	if len(twice) > 0 {
		res.Verdict = numbers.Broken
		end := fmt.Sprintf("相加是 %s，合计按各计一次计为 %s", sum, once)
		if !sure {
			end = fmt.Sprintf("相加是 %s，各计一次是 %s；备注里的文号与件数对不上，合计没有减", sum, once)
		}
		s.ask(&res, parts[0], fmt.Sprintf("%s %s，%s：%s由几个部门各计了一次，%s；在 %s", rule.ID, ind.Label, rule.Says, list(twice), end, cellsOf(parts)))
		if sure && res.Note == "" {
			fig.Datum = numbers.Datum{State: numbers.StateOf(once), Amount: once}
			fig.Method = list(twice) + "由几个部门联合印发，只计一次"
		}
	}
	s.Results = append(s.Results, res)
}

// numbersAll reports whether a value's remark names each document that it counts.
func numbersAll(p *numbers.Part) bool {
	_, named := counted(p)
	return named
}
