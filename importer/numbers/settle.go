package numbers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// Year is what the numbers of a year have become.
type Year struct {
	Form     *tables.Form
	Figures  []Figure // by indicator
	Results  []Result // of all rules of the form, then of those on single numbers
	Held     []Held
	LastYear []Datum // by indicator; nil where last year is not known
	Findings []finding.Finding
	Decided  []finding.Finding // those of Findings, or of reading, that a number fixed by the office answers
	Undone   map[string]string // by id of a decision: why it is not carried out
}

// Any reports whether anybody has given a number, or a cell for one.
func (y *Year) Any() bool {
	return len(y.Held) > 0 || slices.ContainsFunc(y.Figures, func(f Figure) bool { return f.State != Missing })
}

// Options is what settling needs to know beside the values.
type Options struct {
	AsOf      period.Quarter
	Unit      string
	Last      []Datum // by indicator; nil where last year is not known
	Decisions []Decision
	Claims    []Claim                      // of the texts of reports
	Slips     []Slip                       // where they depart from their form
	Partial   bool                         // nothing is known of who else sent what
	Known     func(department string) bool // the department is one of the year's; nil for any
}

// settling is a year in the making.
type settling struct {
	*Year
	opts    Options
	values  []Value
	totals  []Value
	fixed   map[int]bool // numbers that the office has fixed
	clashes []clash
	used    map[string]bool // ids of explanations that explain something
}

// Settle adds up the values of a year and checks its rules. The order of the values does not
// change the result.
func Settle(f *tables.Form, values, totals []Value, held []Held, o Options) *Year {
	s := &settling{Year: &Year{Form: f, Held: held, LastYear: o.Last, Undone: map[string]string{}}, opts: o, values: slices.Clone(values), totals: totals}
	slices.SortStableFunc(s.values, compareValues)
	slices.SortStableFunc(s.Held, func(a, b Held) int { return comparePlaces(a.At, b.At) })
	s.Figures = make([]Figure, len(f.Indicators()))
	for i := range s.Figures {
		s.Figures[i] = Figure{Indicator: i, Datum: Datum{State: Missing}}
	}
	for from, to := 0, 0; from < len(s.values); from = to {
		for to < len(s.values) && s.values[to].Indicator == s.values[from].Indicator {
			to++
		}
		s.indicator(s.values[from:to])
	}
	s.decide()
	s.checkTotals()
	s.checkClaims(o.Claims)
	s.checkSlips(o.Slips)
	if !o.Partial {
		s.gaps()
	}
	s.allZero()
	s.joint()
	s.rules()
	s.unexplaining()
	return s.Year
}

func compareValues(a, b Value) int {
	return cmp.Or(a.Indicator-b.Indicator, cmp.Compare(a.Department, b.Department), a.Quarter.Compare(b.Quarter), cmp.Compare(a.What, b.What), comparePlaces(a.At, b.At))
}

func comparePlaces(a, b finding.Place) int {
	return finding.Compare(finding.Finding{Place: a}, finding.Finding{Place: b})
}

// slot is what one department says of one number in one quarter.
type slot struct {
	current, cumulative *Part
}

// indicator settles one number from all its values.
func (s *settling) indicator(values []Value) {
	fig := &s.Figures[values[0].Indicator]
	ind := &s.Form.Indicators()[fig.Indicator]
	var desks []desk
	for from, to := 0, 0; from < len(values); from = to {
		for to < len(values) && values[to].Department == values[from].Department {
			to++
		}
		desks = append(desks, s.desk(ind, values[from:to]))
	}
	s.together(ind, fig, desks)
	for _, counts := range []bool{true, false} {
		for _, d := range desks {
			for _, p := range d.parts {
				if p.Counts == counts {
					fig.Parts = append(fig.Parts, *p)
				}
			}
		}
	}
}

// desk is what one department makes of one number.
type desk struct {
	department string
	Datum
	parts []*Part
}

// desk settles the values of one department: each quarter's by itself, then the year's.
func (s *settling) desk(ind *tables.Indicator, values []Value) desk {
	d := desk{department: values[0].Department, Datum: Datum{State: Missing}}
	slots := map[period.Quarter]*slot{}
	var quarters []period.Quarter
	for from, to := 0, 0; from < len(values); from = to {
		for to < len(values) && values[to].Quarter == values[from].Quarter && values[to].What == values[from].What {
			to++
		}
		var same []*Part
		for _, v := range values[from:to] {
			p := &Part{Value: v}
			same = append(same, p)
			d.parts = append(d.parts, p)
		}
		q := values[from].Quarter
		if s.opts.AsOf.Before(q) {
			for _, p := range same {
				p.Why = "在截至季度之后"
			}
			continue
		}
		if slots[q] == nil {
			slots[q] = &slot{}
			quarters = append(quarters, q)
		}
		chosen := s.resubmitted(ind, same)
		if values[from].What == Current {
			slots[q].current = chosen
		} else {
			slots[q].cumulative = chosen
		}
	}
	s.year(ind, &d, quarters, slots)
	return d
}

// resubmitted settles what one department says several times of one number in one quarter: the
// same counts once, a blank gives way, else the later stated date or version wins; else it is a
// conflict.
func (s *settling) resubmitted(ind *tables.Indicator, same []*Part) *Part {
	best := same[0]
	for _, p := range same[1:] {
		switch {
		case p.State == Blank:
			p.Why = "空白"
		case best.State == Blank:
			best.Why, best = "空白", p
		case p.State == best.State && p.Amount == best.Amount && (p.State != Text || p.Said == best.Said):
			p.Why = "重复"
		case later(&p.Value, &best.Value):
			best.Why, best = "已有较新的报表", p
		case later(&best.Value, &p.Value):
			p.Why = "已有较新的报表"
		default:
			s.conflict(ind, &best.Value, fmt.Sprintf("%s写了两个数：%s、%s", ind.Label, where(&best.Value), where(&p.Value)))
			best.Why, p.Why = "说法不一", "说法不一"
			clash := *best
			clash.State, clash.Amount = Conflict, 0
			best = &clash
		}
	}
	return best
}

// later reports whether a was stated after b: by their dates, else by the versions of their
// files.
func later(a, b *Value) bool {
	if !a.StatedOn.IsZero() && !b.StatedOn.IsZero() && a.StatedOn != b.StatedOn {
		return a.StatedOn.After(b.StatedOn)
	}
	return a.Version > b.Version
}

// where quotes a value with its cell.
func where(v *Value) string {
	return fmt.Sprintf("“%s”（%s）", brief(v.Said), v.At)
}

func (s *settling) conflict(ind *tables.Indicator, v *Value, found string) {
	f := finding.New(finding.NumberConflict, v.At, ind.Label, "").For(v.Department, v.Quarter.String())
	f.Found, f.Message = found, "同一个数据说法不一，没有计入："+found+"。"
	s.Findings = append(s.Findings, f)
	s.clashes = append(s.clashes, clash{s.Form.Find(ind.ID), f})
}

// together makes one number of what the departments say: added, or given by one of them.
func (s *settling) together(ind *tables.Indicator, fig *Figure, desks []desk) {
	if ind.Sum == tables.Owned {
		s.owned(ind, fig, desks)
		return
	}
	fig.Datum = added(desks)
}

// added adds departments up. Where one of them can't be counted there is no sum: a blank is never
// taken for 0.
func added(desks []desk) Datum {
	states := map[State]int{}
	sum := Amount(0)
	for _, d := range desks {
		states[d.State]++
		sum += d.Amount
	}
	return mixed(states, sum)
}

// mixed is what several states come to together.
func mixed(states map[State]int, sum Amount) Datum {
	for _, worst := range []State{Conflict, Text, Blank} {
		if states[worst] > 0 {
			return Datum{State: worst}
		}
	}
	switch {
	case states[Number]+states[Zero] > 0:
		return Datum{stateOf(sum), sum}
	case states[Absent] > 0:
		return Datum{State: Absent}
	}
	return Datum{State: Missing}
}

// owned takes the number of the one department that gives it. Several that agree count once;
// several that don't are a conflict.
func (s *settling) owned(ind *tables.Indicator, fig *Figure, desks []desk) {
	best := -1
	clash := false
	for i, d := range desks {
		switch {
		case d.State == Missing:
		case best < 0 || rank(d.State) > rank(desks[best].State):
			best = i
		case rank(d.State) == rank(desks[best].State) && d.State.Counts() && d.Amount != desks[best].Amount:
			clash = true
		}
	}
	if best < 0 {
		return
	}
	fig.Datum = desks[best].Datum
	if !clash {
		for i, d := range desks {
			for _, p := range d.parts {
				if i != best && p.Counts {
					p.Counts, p.Why = false, "与归口部门相同"
				}
			}
		}
		return
	}
	fig.Datum = Datum{State: Conflict}
	var said []string
	var first *Value
	for _, d := range desks {
		for _, p := range d.parts {
			if p.Counts {
				if p.Counts, p.Why = false, "说法不一"; first == nil {
					first = &p.Value
				}
				said = append(said, d.department+"写 "+where(&p.Value))
			}
		}
	}
	if first != nil {
		s.conflict(ind, first, fmt.Sprintf("%s只应由一个部门报，现在%s", ind.Label, strings.Join(said, "，")))
	}
}

// rank orders states by how much they say.
func rank(st State) int {
	switch st {
	case Conflict, Text:
		return 4
	case Number, Zero:
		return 3
	case Absent:
		return 2
	case Blank:
		return 1
	}
	return 0
}

// checkTotals holds what somebody typed as a sum of departments against those above it.
func (s *settling) checkTotals() {
	for i := range s.totals {
		t := &s.totals[i]
		if !t.State.Counts() {
			continue
		}
		sum, n := Amount(0), 0
		for _, v := range s.values {
			if v.Indicator == t.Indicator && v.At.File() == t.At.File() && v.At.Sheet() == t.At.Sheet() && v.What == t.What && v.Quarter == t.Quarter {
				n++
				sum += v.Amount
			}
		}
		ind := &s.Form.Indicators()[t.Indicator]
		if n > 0 && sum != t.Amount {
			s.Findings = append(s.Findings, doubtful(t, fmt.Sprintf("%s的合计填的是 %s，各部门相加是 %s，差 %s", ind.Label, t.Amount, sum, t.Amount-sum)))
		}
		fig := &s.Figures[t.Indicator]
		fig.Parts = append(fig.Parts, Part{Value: *t, Why: "填报的合计"})
	}
}
