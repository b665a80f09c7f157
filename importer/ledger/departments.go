package ledger

import (
	"slices"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// DidInYear reports whether a department has completed a recurring duty in any quarter of the
// year; false for a requirement that does not recur.
func (l *Ledger) DidInYear(req *plan.Requirement, department string) bool {
	if !IsRecurring(req) {
		return false
	}
	from, _ := slices.BinarySearchFunc(l.Entries, req.No, func(e Entry, no int) int { return e.Requirement - no })
	for _, e := range l.Entries[from:] {
		if e.Requirement != req.No {
			break
		}
		if e.Department == department && e.Row.Status.Value == status.Completed {
			return true
		}
	}
	return false
}

// IsRecurring reports whether a requirement comes round again and has no day of its own.
func IsRecurring(req *plan.Requirement) bool { return req.Due.On.IsZero() && req.Due.Recurring != "" }

// Ended returns since when a department of the roster counts no longer in a quarter, and who
// carries its past on then; ok is false for one that counts, or that the roster lacks.
func (l *Ledger) Ended(name string, q period.Quarter) (since period.Quarter, heirs []string, ok bool) {
	roster := &l.Plan.Roster
	for i := range roster.Departments {
		d := &roster.Departments[i]
		if d.Name != name {
			continue
		}
		if d.Active.Until.IsZero() || q.Before(d.Active.Until) {
			return since, nil, false
		}
		return d.Active.Until, roster.Heirs(name, q), true
	}
	return since, nil, false
}
