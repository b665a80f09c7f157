package sums

import (
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// year makes one number of a department's quarters, by the indicator's own way.
func (s *settling) year(ind *tables.Indicator, d *desk, quarters []period.Quarter, slots map[period.Quarter]*slot) {
	slices.SortFunc(quarters, period.Quarter.Compare)
	for _, q := range quarters {
		sl := slots[q]
		if sl.current != nil && sl.cumulative != nil { // an empty cell beside a full one is no gap
			if sl.current.State == numbers.Blank {
				sl.current = nil
			} else if sl.cumulative.State == numbers.Blank {
				sl.cumulative = nil
			}
		}
	}
	switch ind.Kind {
	case tables.Flow:
		s.flow(ind, d, quarters, slots)
	case tables.Opening:
		s.opening(d, quarters, slots)
	default:
		s.last(d, quarters, slots)
	}
}

// last takes the last quarter's value.
func (s *settling) last(d *desk, quarters []period.Quarter, slots map[period.Quarter]*slot) {
	for i, q := range quarters {
		for _, p := range []*numbers.Part{slots[q].cumulative, slots[q].current} {
			if p == nil {
				continue
			}
			if i < len(quarters)-1 {
				p.Why = "以最后一季为准"
			} else if p == slots[q].cumulative || slots[q].cumulative == nil {
				d.take(p)
			}
		}
	}
}

// opening takes the last cumulative value, else that of the first quarter.
func (s *settling) opening(d *desk, quarters []period.Quarter, slots map[period.Quarter]*slot) {
	for _, q := range slices.Backward(quarters) {
		if p := slots[q].cumulative; p != nil {
			d.take(p)
			return
		}
	}
	if len(quarters) > 0 && slots[quarters[0]].current != nil {
		d.take(slots[quarters[0]].current)
	}
}

// take makes a value the department's number.
func (d *desk) take(p *numbers.Part) {
	p.Counts = p.State != numbers.Conflict
	d.Datum = numbers.Datum{State: p.State, Amount: p.Amount}
}

// flow adds the quarters up. A cumulative value stands for all quarters to its own; where every
// quarter has its own value, those make the number and the cumulative ones are held against it.
func (s *settling) flow(ind *tables.Indicator, d *desk, quarters []period.Quarter, slots map[period.Quarter]*slot) {
	var making []*numbers.Part
	states := map[numbers.State]int{}
	total := numbers.Amount(0) // of the quarters so far
	known := true              // every quarter so far is in it
	next := 1                  // the quarter that goes on where the last ended
	var before *numbers.Part   // the last cumulative value
	var missing []period.Quarter
	for _, q := range quarters {
		cur, cum := slots[q].current, slots[q].cumulative
		goesOn := q.N == next
		if !goesOn {
			known = false
		}
		if before != nil && cum != nil && before.State.Counts() && cum.State.Counts() && cum.Amount < before.Amount {
			s.falls(ind, before, cum)
		}
		switch {
		case cur != nil && (cum == nil || known):
			if !goesOn && cum == nil {
				for n := next; n < q.N; n++ {
					missing = append(missing, period.Quarter{Year: q.Year, N: n})
				}
			}
			base, sure := total, known && onlyNumbers(states)
			if states[cur.State]++; cur.State.Counts() {
				total += cur.Amount
			}
			making = append(making, cur)
			if cum != nil && !s.agree(ind, cur, cum, before, base, sure, goesOn) {
				states[numbers.Conflict]++
			}
		case cum != nil:
			for _, p := range making {
				p.Why = "已包含在累计数里"
			}
			making, states, total = []*numbers.Part{cum}, map[numbers.State]int{cum.State: 1}, cum.Amount
			known, missing = cum.State.Counts(), nil
			if cur != nil {
				s.agree(ind, cur, cum, before, 0, false, goesOn)
			}
		}
		if cum != nil {
			before = cum
		}
		next = q.N + 1
	}
	d.Datum = mixed(states, total)
	for _, p := range making {
		p.Counts = p.State != numbers.Conflict && d.State != numbers.Conflict
	}
	if len(missing) > 0 && d.State.Counts() {
		v := &making[len(making)-1].Value
		s.Findings = append(s.Findings, finding.New(finding.NumberMissing, v.At, fmt.Sprintf("%s没有%s的数", ind.Label, missing[0].Label()), "或者填上累计数").For(v.Department, missing[0].String()))
	}
}

func onlyNumbers(states map[numbers.State]int) bool {
	return states[numbers.Text]+states[numbers.Blank]+states[numbers.Conflict] == 0
}

// agree holds a quarter's own value against the cumulative one (rule Q.1). It reports false where
// they contradict each other.
func (s *settling) agree(ind *tables.Indicator, cur, cum, before *numbers.Part, base numbers.Amount, sure, goesOn bool) bool {
	rule := s.Form.Rule(tables.Cumulative)
	if rule == nil {
		return true
	}
	res := numbers.Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Department: cur.Department, Quarter: cur.Quarter}
	if before != nil && before.State.Counts() && goesOn {
		base, sure = before.Amount, true
	}
	if sure && cur.State.Counts() && cum.State.Counts() {
		res.Left, res.Right, res.Verdict = numbers.Side{Amount: cur.Amount, Known: true}, numbers.Side{Amount: cum.Amount - base, Known: true}, numbers.Holds
		if res.Left != res.Right {
			res.Verdict = numbers.Broken
		}
	}
	s.Results = append(s.Results, res)
	if res.Verdict != numbers.Broken {
		return true
	}
	found := fmt.Sprintf("%s的本期数是%s，累计数是%s，以前的累计是 %s，本期应为 %s，差 %s", ind.Label, where(&cur.Value), where(&cum.Value), base, res.Right.Amount, res.Difference())
	if cur.Amount == cum.Amount {
		found += "；像是把累计数填进了本期"
	}
	cur.Why = "说法不一"
	s.conflict(ind, &cur.Value, found)
	return false
}

// falls says of a cumulative number that it is less than the one before.
func (s *settling) falls(ind *tables.Indicator, before, cum *numbers.Part) {
	if rule := s.Form.Rule(tables.Cumulative); rule != nil {
		s.Results = append(s.Results, numbers.Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Department: cum.Department, Quarter: cum.Quarter,
			Left: numbers.Side{Amount: cum.Amount, Known: true}, Right: numbers.Side{Amount: before.Amount, Known: true}, Verdict: numbers.Broken})
	}
	s.Findings = append(s.Findings, numbers.Doubtful(&cum.Value, fmt.Sprintf("%s的累计数 %s 比%s的 %s 还少", ind.Label, cum.Amount, before.Quarter.Label(), before.Amount)))
}
