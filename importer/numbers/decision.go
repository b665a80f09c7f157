package numbers

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
)

// Act is what a decision does.
type Act string

const (
	Fix     Act = "number"  // the office fixes a number
	Explain Act = "explain" // the office explains why a rule does not hold
)

// Decision is what the office has decided on a number or a rule.
type Decision struct {
	ID        string
	Act       Act
	Indicator string // of Fix: its id
	Rule      string // of Explain: its id and scope
	Scope     string
	Quarter   string // of Explain: 2021Q1 for a rule between quarters, "" for any other
	Value     string // the number, or the explanation
}

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
		if d.Act != Fix {
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
			if p.State == Text {
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
func (s *settling) fix(d Decision) (datum Datum, indicator int, why string) {
	i := s.Form.Find(d.Indicator)
	if i < 0 {
		return Datum{}, i, "本年的表式没有这个指标"
	}
	ind := &s.Form.Indicators()[i]
	if s.Form.Absent[fold.Key(d.Value)] {
		return Datum{State: Absent}, i, ""
	}
	a, decimals, ok := ParseAmount(strings.TrimSpace(d.Value))
	switch {
	case !ok:
		return Datum{}, i, "“" + brief(d.Value) + "”不是数"
	case a < 0 && !ind.Signed:
		return Datum{}, i, "这个数不能小于 0"
	case decimals > ind.Decimals && ind.Decimals == 0:
		return Datum{}, i, "这个数要填整数"
	case decimals > ind.Decimals:
		return Datum{}, i, "小数位太多"
	}
	return Datum{stateOf(a), a}, i, ""
}

// explains reports whether the office explains why a rule does not hold.
func (d Decision) explains(r *Result) bool {
	return d.Act == Explain && d.Rule == r.Rule.ID && d.Scope == r.Scope && (d.Quarter == "" && r.Quarter.IsZero() || d.Quarter == r.Quarter.String())
}

// isLong reports whether a text is long enough to explain anything.
func isLong(text string) bool {
	return utf8.RuneCountInString(strings.Join(strings.Fields(text), "")) >= shortestNote
}

// unexplaining says of explanations why they explain nothing.
func (s *settling) unexplaining() {
	for _, d := range s.opts.Decisions {
		if d.Act != Explain || s.used[d.ID] {
			continue
		}
		why := "本年的表式没有这条规则"
		for i := range s.Results {
			r := &s.Results[i]
			if !d.explains(r) {
				continue
			}
			switch {
			case !r.Rule.Explained:
				why = "这条关系必须成立，不能用说明代替，要改数"
			case r.Verdict != Broken:
				why = "这条关系现在没有不成立，不用说明"
			default:
				why = "说明不足六个字"
			}
			break
		}
		s.Undone[d.ID] = why
	}
}
