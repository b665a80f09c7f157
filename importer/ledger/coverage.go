package ledger

import (
	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

// receivedOn returns when a return came in: on its own 填报日期, else as the office
// registered it. The time of the file says nothing.
func (m *merge) receivedOn(ret *returns.Return) period.Date {
	if !ret.StatedOn.Value.IsZero() {
		return ret.StatedOn.Value
	}
	for _, r := range m.Plan.Receipts {
		if r.Department == ret.Department.Value && r.Quarter == ret.Quarter.Value {
			return r.On.Value
		}
	}
	return period.Date{}
}

// settleCoverage settles for each department and quarter whether a return was expected
// and whether it came in time. A return that is held counts as received, and so does a file
// that can't be read; of several, the first to arrive counts.
func (m *merge) settleCoverage() {
	failed := m.failedDesks()
	for _, d := range m.Departments {
		for _, q := range m.AsOf.Until() {
			c := Coverage{Department: d.Name, Quarter: q, Expected: m.expected(d, q), Due: m.Plan.Settings.Deadline.For(q)}
			for _, r := range m.came[desk{d.Name, q}] {
				c.Reported = true
				if c.ReceivedOn.IsZero() || !r.ReceivedOn.IsZero() && c.ReceivedOn.After(r.ReceivedOn) {
					c.ReceivedOn = r.ReceivedOn
				}
			}
			unreadable := !c.Reported && failed[desk{d.Name, q}]
			c.Reported = c.Reported || unreadable
			if c.State, c.LateDays = punctuality(c); unreadable && c.State != NotExpected {
				c.State = Unreadable
			}
			m.Coverage = append(m.Coverage, c)
		}
	}
}

// expected reports whether a department has a requirement to report on in the quarter. A name
// of the list that the office's roster lacks is most often another's, written wrongly: nobody is
// asked for its return before the office has said whose it is.
func (m *merge) expected(d plan.Department, q period.Quarter) bool {
	if m.Plan.Roster.Known() && !m.Plan.Roster.Lists(d.Name) {
		return false
	}
	return d.Active.In(q) && len(m.own[desk{d.Name, q}]) > 0
}

func punctuality(c Coverage) (CoverageState, int) {
	switch {
	case !c.Reported && !c.Expected, !c.Expected:
		return NotExpected, 0
	case !c.Reported:
		return Missing, 0
	case c.ReceivedOn.IsZero() || c.Due.IsZero():
		return Undated, 0
	case c.ReceivedOn.After(c.Due):
		return Late, c.ReceivedOn.DaysSince(c.Due)
	}
	return OnTime, 0
}

// checkCoverage reports missing and late returns.
func (m *merge) checkCoverage() {
	for _, c := range m.Coverage {
		switch c.State {
		case Missing:
			at := finding.Place{}
			m.Findings = append(m.Findings, finding.New(finding.ReturnMissing, at, c.Quarter.Short(), "").For(c.Department, c.Quarter.String()))
		case Late:
			m.Findings = append(m.Findings, finding.New(finding.ReturnLate, m.firstReturn(c), itoa(c.LateDays), c.Due.Label()).For(c.Department, c.Quarter.String()))
		}
	}
}

// firstReturn is the place of the return that a coverage speaks of.
func (m *merge) firstReturn(c Coverage) finding.Place {
	for _, r := range m.came[desk{c.Department, c.Quarter}] {
		if r.ReceivedOn == c.ReceivedOn {
			return finding.In(r.File, r.Sheet)
		}
	}
	return finding.Place{}
}
