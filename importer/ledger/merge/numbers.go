package merge

import (
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/decision"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
)

// settleNumbers adds up the numbers of the annual report and checks them. Against an earlier year
// they are held only where it is the year before and was over. What single files leave out is not
// known to be missing.
func settleNumbers(l *ledger.Ledger, o Options, office *decision.Rulings, order map[string]int) {
	if o.Numbers == nil {
		office.WithoutForm()
		return
	}
	known := func(name string) bool { _, ok := order[name]; return ok }
	how := sums.Options{AsOf: l.AsOf, Unit: l.Unit, Decisions: o.Numbers.Decisions, Claims: o.Numbers.Claims, Slips: o.Numbers.Slips, Partial: o.Partial, Known: known}
	if last := o.Last; last != nil && last.Year == l.Year-1 && last.AsOf.N == 4 {
		how.Last = numbers.LastYear(o.Numbers.Form, last.Form, last.Numbers)
	}
	if how.Last == nil {
		how.Last = o.Numbers.Published
	}
	how.Earlier = o.Numbers.Earlier
	if o.Partial {
		how.AsOf = period.Quarter{Year: l.Year, N: 4}
	}
	how.Decisions = append(how.Decisions, office.OnNumbers()...)
	l.Numbers = sums.Settle(o.Numbers.Form, o.Numbers.Values, o.Numbers.Totals, o.Numbers.Held, how)
	l.Findings = append(l.Findings, l.Numbers.Findings...)
	office.ToldNumbers()
}
