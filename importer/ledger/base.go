package ledger

import (
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// settleNumbers adds up the numbers of the annual report and checks them. Against an earlier year
// they are held only where it is the year before and was over. What single files leave out is not
// known to be missing.
func (m *merge) settleNumbers(o Options) {
	if o.Numbers == nil {
		m.withoutForm()
		return
	}
	how := sums.Options{AsOf: m.AsOf, Unit: m.Unit, Decisions: o.Numbers.Decisions, Claims: o.Numbers.Claims, Slips: o.Numbers.Slips, Partial: o.Partial, Known: m.isDepartment}
	if last := o.Last; last != nil && last.Year == m.Year-1 && last.AsOf.N == 4 {
		how.Last = numbers.LastYear(o.Numbers.Form, last.Form, last.Numbers)
	}
	if how.Last == nil {
		how.Last = o.Numbers.Published
	}
	how.Earlier = o.Numbers.Earlier
	if o.Partial {
		how.AsOf = period.Quarter{Year: m.Year, N: 4}
	}
	how.Decisions = append(how.Decisions, m.numberDecisions()...)
	m.Numbers = sums.Settle(o.Numbers.Form, o.Numbers.Values, o.Numbers.Totals, o.Numbers.Held, how)
	m.Findings = append(m.Findings, m.Numbers.Findings...)
	m.ruleNumbers()
}

func (m *merge) isDepartment(name string) bool { _, ok := m.order[name]; return ok }

// Unproven counts the places where a rule of the numbers that must hold is broken: what is printed
// of them is no final word.
func (l *Ledger) Unproven() (n int) {
	if l.Numbers == nil {
		return 0
	}
	for i := range l.Numbers.Results {
		if r := &l.Numbers.Results[i]; r.Verdict == numbers.Broken && r.Rule.Severity == tables.Must {
			n++
		}
	}
	return n
}
