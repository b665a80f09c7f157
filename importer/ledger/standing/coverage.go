package standing

import (
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
)

// Cover settles for each department and quarter whether a return was expected
// and whether it came in time. A return that is held counts as received, and so does a file
// that can't be used, which unused has; of several, the first to arrive counts.
func Cover(l *ledger.Ledger, duties Duties, came map[ledger.Desk][]*ledger.Return, unused map[ledger.Desk][]ledger.Unused) {
	for _, d := range l.Departments {
		for _, q := range l.AsOf.Until() {
			c := ledger.Coverage{Department: d.Name, Quarter: q, Expected: expected(l, duties, d, q), Due: l.Plan.Settings.Deadline.For(q)}
			for _, r := range came[ledger.Desk{Department: d.Name, Quarter: q}] {
				c.Reported = true
				if c.ReceivedOn.IsZero() || !r.ReceivedOn.IsZero() && c.ReceivedOn.After(r.ReceivedOn) {
					c.ReceivedOn = r.ReceivedOn
				}
			}
			instead := unused[ledger.Desk{Department: d.Name, Quarter: q}]
			unreadable := !c.Reported && len(instead) > 0
			c.Reported = c.Reported || unreadable
			if c.State, c.LateDays = punctuality(c); unreadable && c.State != ledger.NotExpected {
				c.State, c.Unused = ledger.Unreadable, instead
			}
			l.Coverage = append(l.Coverage, c)
		}
	}
}

// expected reports whether a department has a requirement to report on in the quarter. A name
// of the list that the office's roster lacks is most often another's, written wrongly: nobody is
// asked for its return before the office has said whose it is.
func expected(l *ledger.Ledger, duties Duties, d plan.Department, q period.Quarter) bool {
	if l.Plan.Roster.Known() && !l.Plan.Roster.Lists(d.Name) {
		return false
	}
	return d.Active.In(q) && len(duties.RequirementsOf(d.Name, q)) > 0
}

func punctuality(c ledger.Coverage) (ledger.CoverageState, int) {
	switch {
	case !c.Reported && !c.Expected, !c.Expected:
		return ledger.NotExpected, 0
	case !c.Reported:
		return ledger.Missing, 0
	case c.ReceivedOn.IsZero() || c.Due.IsZero():
		return ledger.Undated, 0
	case c.ReceivedOn.After(c.Due):
		return ledger.Late, c.ReceivedOn.DaysSince(c.Due)
	}
	return ledger.OnTime, 0
}
