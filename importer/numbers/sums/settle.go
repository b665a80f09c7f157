// Package sums makes the numbers of a year of what departments gave: it adds up by each number's own way,
// lets the office's decisions stand, checks what must hold and says what is missing or doubtful.
package sums

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// Options is what settling needs to know beside the values.
type Options struct {
	AsOf      period.Quarter
	Unit      string
	Last      []numbers.Datum // by indicator; nil where last year is not known
	Earlier   []numbers.Earlier
	Decisions []numbers.Decision
	Claims    []numbers.Claim              // of the texts of reports
	Slips     []numbers.Slip               // where they depart from their form
	Partial   bool                         // nothing is known of who else sent what
	Known     func(department string) bool // the department is one of the year's; nil for any
}

// settling is a year in the making.
type settling struct {
	*numbers.Year
	opts    Options
	values  []numbers.Value
	totals  []numbers.Value
	fixed   map[int]bool // numbers that the office has fixed
	clashes []clash
	used    map[string]bool // ids of explanations that explain something
}

// Settle adds up the values of a year and checks its rules. The order of the values does not
// change the result.
func Settle(f *tables.Form, values, totals []numbers.Value, held []numbers.Held, o Options) *numbers.Year {
	s := &settling{Year: &numbers.Year{Form: f, Held: held, LastYear: o.Last, Earlier: o.Earlier, Undone: map[string]string{}}, opts: o, values: slices.Clone(values), totals: totals}
	slices.SortStableFunc(s.values, compareValues)
	slices.SortStableFunc(s.Held, func(a, b numbers.Held) int { return comparePlaces(a.At, b.At) })
	s.Figures = make([]numbers.Figure, len(f.Indicators()))
	for i := range s.Figures {
		s.Figures[i] = numbers.Figure{Indicator: i, Datum: numbers.Datum{State: numbers.Missing}}
	}
	for from, to := 0, 0; from < len(s.values); from = to {
		for to < len(s.values) && s.values[to].Indicator == s.values[from].Indicator {
			to++
		}
		s.indicator(s.values[from:to])
	}
	s.decide()
	s.joint()
	s.checkTotals()
	s.checkClaims(o.Claims)
	s.checkSlips(o.Slips)
	if !o.Partial {
		s.gaps()
	}
	s.allZero()
	s.rules()
	s.unexplaining()
	return s.Year
}

func compareValues(a, b numbers.Value) int {
	return cmp.Or(a.Indicator-b.Indicator, cmp.Compare(a.Department, b.Department), a.Quarter.Compare(b.Quarter), cmp.Compare(a.What, b.What), comparePlaces(a.At, b.At))
}

func comparePlaces(a, b finding.Place) int {
	return finding.Compare(finding.Finding{Place: a}, finding.Finding{Place: b})
}

// slot is what one department says of one number in one quarter.
type slot struct {
	current, cumulative *numbers.Part
}

// indicator settles one number from all its values.
func (s *settling) indicator(values []numbers.Value) {
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
	numbers.Datum
	parts []*numbers.Part
}

// desk settles the values of one department: each quarter's by itself, then the year's.
func (s *settling) desk(ind *tables.Indicator, values []numbers.Value) desk {
	d := desk{department: values[0].Department, Datum: numbers.Datum{State: numbers.Missing}}
	slots := map[period.Quarter]*slot{}
	var quarters []period.Quarter
	for from, to := 0, 0; from < len(values); from = to {
		for to < len(values) && values[to].Quarter == values[from].Quarter && values[to].What == values[from].What {
			to++
		}
		var same []*numbers.Part
		for _, v := range values[from:to] {
			p := &numbers.Part{Value: v}
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
		if values[from].What == numbers.Current {
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
// conflict, said once.
func (s *settling) resubmitted(ind *tables.Indicator, same []*numbers.Part) *numbers.Part {
	best := same[0]
	var against []*numbers.Part // those that contradict the best one and are no older
	for _, p := range same[1:] {
		switch {
		case p.State == numbers.Blank:
			p.Why = "空白"
		case best.State == numbers.Blank:
			best.Why, best = "空白", p
		case alike(p, best):
			p.Why = "重复"
		case later(&p.Value, &best.Value):
			for _, o := range append(against, best) {
				o.Why = "已有较新的报表"
			}
			best, against = p, nil
		case later(&best.Value, &p.Value):
			p.Why = "已有较新的报表"
		default:
			against = append(against, p)
		}
	}
	if len(against) == 0 {
		return best
	}
	said := []*numbers.Part{best}
	for _, p := range against {
		p.Why = "说法不一"
		if !slices.ContainsFunc(said, func(o *numbers.Part) bool { return alike(o, p) }) {
			said = append(said, p)
		}
	}
	best.Why = "说法不一"
	var told []string
	for _, p := range said[:min(len(said), mostNames)] {
		told = append(told, where(&p.Value))
	}
	found := fmt.Sprintf("%s写了%d个数：%s", ind.Label, len(said), strings.Join(told, "、"))
	if len(said) == 2 {
		found = strings.Replace(found, "写了2个数", "写了两个数", 1)
	}
	if len(said) > mostNames {
		found += "等"
	}
	s.conflict(ind, &best.Value, found)
	clash := *best
	clash.State, clash.Amount = numbers.Conflict, 0
	return &clash
}

// alike reports whether two values say the same.
func alike(a, b *numbers.Part) bool {
	return a.State == b.State && a.Amount == b.Amount && (a.State != numbers.Text || a.Said == b.Said)
}

// later reports whether a was stated after b: by their dates, else by the versions of their
// files.
func later(a, b *numbers.Value) bool {
	if !a.StatedOn.IsZero() && !b.StatedOn.IsZero() && a.StatedOn != b.StatedOn {
		return a.StatedOn.After(b.StatedOn)
	}
	return a.Version > b.Version
}

// where quotes a value with its cell.
func where(v *numbers.Value) string {
	return fmt.Sprintf("“%s”（%s）", finding.Brief(v.Said), v.At)
}

func (s *settling) conflict(ind *tables.Indicator, v *numbers.Value, found string) {
	f := finding.New(finding.NumberConflict, v.At, ind.Label, "").For(v.Department, v.Quarter.String())
	f.Found, f.Message = found, "同一个数据说法不一，没有计入："+found+"。"
	s.Findings = append(s.Findings, f)
	s.clashes = append(s.clashes, clash{s.Form.Find(ind.ID), f})
}

// together makes one number of what the departments say: added, or given by one of them.
func (s *settling) together(ind *tables.Indicator, fig *numbers.Figure, desks []desk) {
	if ind.Sum == tables.Owned {
		s.owned(ind, fig, desks)
		return
	}
	fig.Datum = added(desks)
}

// added adds departments up. Where one of them can't be counted there is no sum: a blank is never
// taken for 0.
func added(desks []desk) numbers.Datum {
	states := map[numbers.State]int{}
	sum := numbers.Amount(0)
	for _, d := range desks {
		states[d.State]++
		sum += d.Amount
	}
	return mixed(states, sum)
}

// mixed is what several states come to together.
func mixed(states map[numbers.State]int, sum numbers.Amount) numbers.Datum {
	for _, worst := range []numbers.State{numbers.Conflict, numbers.Text, numbers.Blank} {
		if states[worst] > 0 {
			return numbers.Datum{State: worst}
		}
	}
	switch {
	case states[numbers.Number]+states[numbers.Zero] > 0:
		return numbers.Datum{State: numbers.StateOf(sum), Amount: sum}
	case states[numbers.Absent] > 0:
		return numbers.Datum{State: numbers.Absent}
	}
	return numbers.Datum{State: numbers.Missing}
}

// owned takes the number of the one department that gives it. Several that agree count once;
// several that don't are a conflict.
func (s *settling) owned(ind *tables.Indicator, fig *numbers.Figure, desks []desk) {
	best := -1
	clash := false
	for i, d := range desks {
		switch {
		case d.State == numbers.Missing:
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
	fig.Datum = numbers.Datum{State: numbers.Conflict}
	var said []string
	var first *numbers.Value
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
func rank(st numbers.State) int {
	switch st {
	case numbers.Conflict, numbers.Text:
		return 4
	case numbers.Number, numbers.Zero:
		return 3
	case numbers.Absent:
		return 2
	case numbers.Blank:
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
		sum, n := numbers.Amount(0), 0
		for _, v := range s.values {
			if v.Indicator == t.Indicator && v.At.File() == t.At.File() && v.At.Sheet() == t.At.Sheet() && v.What == t.What && v.Quarter == t.Quarter {
				n++
				sum += v.Amount
			}
		}
		ind := &s.Form.Indicators()[t.Indicator]
		if n > 0 && sum != t.Amount {
			s.Findings = append(s.Findings, numbers.Doubtful(t, fmt.Sprintf("%s的合计填的是 %s，各部门相加是 %s，差 %s", ind.Label, t.Amount, sum, t.Amount-sum)))
		}
		fig := &s.Figures[t.Indicator]
		fig.Parts = append(fig.Parts, numbers.Part{Value: *t, Why: "填报的合计"})
	}
}
