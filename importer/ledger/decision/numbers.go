package decision

import (
	"taizhang/importer/numbers"
	"taizhang/importer/ruling"
)

// OnNumbers returns what the office decided on numbers and rules. Decisions on one thing that
// differ are none: which one the office means can't be known.
func (d *Rulings) OnNumbers() (list []numbers.Decision) {
	about := map[ruling.Target][]*ruling.Ruling{}
	for i := range d.ledger.Rulings {
		if r := &d.ledger.Rulings[i]; r.Act.OfNumbers() && r.Why == "" {
			about[r.Target] = append(about[r.Target], r)
		}
	}
	for i := range d.ledger.Rulings {
		r := &d.ledger.Rulings[i]
		if !r.Act.OfNumbers() || r.Why != "" {
			continue
		}
		for _, other := range about[r.Target] {
			if other.Value != r.Value {
				r.Why = "对同一个数或同一条关系有不同的核定，请只留一种"
			}
		}
		if r.Why == "" {
			t := r.Target
			list = append(list, numbers.Decision{ID: r.ID, Act: numbers.Act(r.Act), Indicator: t.Indicator, Rule: t.Rule, Scope: t.Scope, Quarter: t.Quarter, Value: r.Value})
		}
	}
	return list
}

// ToldNumbers says of each decision on numbers whether it was carried out.
func (d *Rulings) ToldNumbers() {
	for i := range d.ledger.Rulings {
		r := &d.ledger.Rulings[i]
		if !r.Act.OfNumbers() || r.Why != "" {
			continue
		}
		if r.Why = d.ledger.Numbers.Undone[r.ID]; r.Why == "" {
			r.State = ruling.Applied
		}
	}
}

// WithoutForm says of decisions on numbers that the year has no form to put them in.
func (d *Rulings) WithoutForm() {
	for i := range d.ledger.Rulings {
		if r := &d.ledger.Rulings[i]; r.Act.OfNumbers() && r.Why == "" {
			r.Why = "本年没有可用的年报表式"
		}
	}
}
