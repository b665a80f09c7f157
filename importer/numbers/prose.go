package numbers

import (
	"fmt"
	"regexp"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/tables"
)

// Claim is a number that the text of a report gives for one of its tables.
type Claim struct {
	Indicator  int
	Amount     Amount
	Said       string // the clause
	At         finding.Place
	Department string
	Quarter    string
}

// of another time: what a clause says of last year, or of the time to come, is no claim about this
// year's table. 上年结转 is this year's.
var otherTime = regexp.MustCompile(`去年|上年[^结]|上一年[^结]|同比|增长|下降|增加|减少|较|其中|计划|预计|下一步|第[一二三四]季度|[0-9]+月`)

// claims reads what the paragraphs of a report say of the numbers in its tables.
func (r *Reader) claims(book *grid.Book) (claims []Claim) {
	for _, p := range book.Prose {
		for _, sentence := range strings.FieldsFunc(fold.Text(p.Text), func(c rune) bool { return strings.ContainsRune("。；;，,", c) }) {
			if otherTime.MatchString(sentence) || !strings.ContainsAny(sentence, "0123456789") {
				continue
			}
			for i := range r.form.Rules {
				for _, phrase := range r.form.Rules[i].Phrases {
					m := phrase.Pattern.FindStringSubmatch(sentence)
					if m == nil {
						continue
					}
					if a, _, ok := ParseAmount(m[1]); ok {
						claims = append(claims, Claim{Indicator: phrase.Indicator, Amount: a, Said: strings.TrimSpace(sentence), At: p.At})
					}
				}
			}
		}
	}
	return claims
}

// checkClaims holds the text of reports against the tables. A text that counts in what was left over
// from last year says so.
func (s *settling) checkClaims(claims []Claim) {
	rule := s.rule(tables.Prose)
	if rule == nil {
		return
	}
	for _, c := range claims {
		fig, ind := &s.Figures[c.Indicator], &s.Form.Indicators()[c.Indicator]
		res := Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Left: Side{c.Amount, true}, Department: c.Department}
		if fig.State.Counts() {
			res.Right, res.Verdict = Side{fig.Amount, true}, Holds
			if res.Left != res.Right && !strings.Contains(c.Said, "结转") || res.Left != res.Right && ind.Kind != tables.Flow {
				res.Verdict = Broken
			}
		}
		s.Results = append(s.Results, res)
		if res.Verdict != Broken {
			continue
		}
		f := finding.New(finding.RuleBroken, c.At, fmt.Sprintf("正文写的是“%s”，表里%s是 %s", brief(c.Said), ind.Label, fig.Amount), "").For(c.Department, c.Quarter)
		f.Hint = rule.Hint
		var parts []*Part
		for i := range fig.Parts {
			if fig.Parts[i].Counts {
				parts = append(parts, &fig.Parts[i])
			}
		}
		f.Message = fmt.Sprintf("%s，%s：正文写的是“%s”，表里%s是 %s，差 %s；表里的数在 %s。", rule.ID, rule.Says, brief(c.Said), ind.Label, fig.Amount, res.Difference(), cellsOf(parts))
		s.Findings = append(s.Findings, f)
	}
}
