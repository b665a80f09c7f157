package sums

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/numbers"
)

// clash is a finding that a number has no single value.
type clash struct {
	indicator int
	finding   finding.Finding
}

// decide lets the office's own numbers stand. What departments said of such a number asks for
// nothing more.
func (s *settling) decide() {
	s.fixed, s.used = map[int]bool{}, map[string]bool{}
	for _, d := range s.opts.Decisions {
		if d.Act != numbers.Fix {
			continue
		}
		datum, i, why := s.fix(d)
		if why != "" {
			s.Undone[d.ID] = why
			continue
		}
		fig := &s.Figures[i]
		fig.Datum, fig.Ruling = datum, d.ID
		s.fixed[i] = true
		for _, p := range fig.Parts {
			if p.State == numbers.Text {
				s.Decided = append(s.Decided, finding.Finding{Code: finding.NumberUnreadable, Place: p.At})
			}
		}
	}
	for _, c := range s.clashes {
		if s.fixed[c.indicator] {
			s.Decided = append(s.Decided, c.finding)
		}
	}
}

// fix reads the number that the office fixes; why says what is wrong with it.
func (s *settling) fix(d numbers.Decision) (datum numbers.Datum, indicator int, why string) {
	i := s.Form.Find(d.Indicator)
	if i < 0 {
		return numbers.Datum{}, i, "本年的表式没有这个指标"
	}
	ind := &s.Form.Indicators()[i]
	if s.Form.Absent[fold.Key(d.Value)] {
		return numbers.Datum{State: numbers.Absent}, i, ""
	}
	a, decimals, ok := numbers.ParseAmount(strings.TrimSpace(d.Value))
	switch {
	case !ok:
		return numbers.Datum{}, i, "“" + finding.Brief(d.Value) + "”不是数"
	case a < 0 && !ind.Signed:
		return numbers.Datum{}, i, "这个数不能小于 0"
	case decimals > ind.Decimals && ind.Decimals == 0:
		return numbers.Datum{}, i, "这个数要填整数"
	case decimals > ind.Decimals:
		return numbers.Datum{}, i, "小数位太多"
	}
	return numbers.Datum{State: numbers.StateOf(a), Amount: a}, i, ""
}

// explains reports whether the office explains why a rule does not hold.
func explains(d numbers.Decision, r *numbers.Result) bool {
	return d.Act == numbers.Explain && d.Rule == r.Rule.ID && d.Scope == r.Scope && (d.Quarter == "" && r.Quarter.IsZero() || d.Quarter == r.Quarter.String())
}

// isLong reports whether a text is long enough to explain anything.
func isLong(text string) bool {
	return utf8.RuneCountInString(strings.Join(strings.Fields(text), "")) >= shortestNote
}

// because is how a remark begins to explain.
var because = regexp.MustCompile(`因|由于|所以`)

// tells reports whether a remark explains anything: numbers of documents alone do not.
func tells(note string) bool {
	return isLong(note) && (because.MatchString(note) || isLong(documentNumber.ReplaceAllString(note, "")))
}

// unexplaining says of explanations why they explain nothing.
func (s *settling) unexplaining() {
	for _, d := range s.opts.Decisions {
		if d.Act != numbers.Explain || s.used[d.ID] {
			continue
		}
		why := "本年的表式没有这条规则"
		for i := range s.Results {
			r := &s.Results[i]
			if !explains(d, r) {
				continue
			}
			switch {
			case !r.Rule.Explained:
				why = "这条关系必须成立，不能用说明代替，要改数"
			case r.Verdict != numbers.Broken:
				why = "这条关系现在没有不成立，不用说明"
			default:
				why = "说明不足六个字"
			}
			break
		}
		s.Undone[d.ID] = why
	}
}
