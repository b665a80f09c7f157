package ledger

import (
	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/importer/ruling"
)

// numberDecisions returns what the office decided on numbers and rules. Decisions on one thing that
// differ are none: which one the office means can't be known.
func (m *merge) numberDecisions() (list []numbers.Decision) {
	about := map[ruling.Target][]*ruling.Ruling{}
	for i := range m.Rulings {
		if r := &m.Rulings[i]; r.Act.OfNumbers() && r.Why == "" {
			about[r.Target] = append(about[r.Target], r)
		}
	}
	for i := range m.Rulings {
		r := &m.Rulings[i]
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

// ruleNumbers says of each decision on numbers whether it was carried out.
func (m *merge) ruleNumbers() {
	for i := range m.Rulings {
		r := &m.Rulings[i]
		if !r.Act.OfNumbers() || r.Why != "" {
			continue
		}
		if r.Why = m.Numbers.Undone[r.ID]; r.Why == "" {
			r.State = ruling.Applied
		}
	}
}

// answered are the findings that a number fixed by the office answers, by what they speak of.
func (l *Ledger) answered() map[finding.Place][]finding.Code {
	at := map[finding.Place][]finding.Code{}
	if l.Numbers == nil {
		return nil
	}
	for _, f := range l.Numbers.Decided {
		at[f.Place] = append(at[f.Place], f.Code)
	}
	return at
}

// withoutForm says of decisions on numbers that the year has no form to put them in.
func (m *merge) withoutForm() {
	for i := range m.Rulings {
		if r := &m.Rulings[i]; r.Act.OfNumbers() && r.Why == "" {
			r.Why = "本年没有可用的年报表式"
		}
	}
}
