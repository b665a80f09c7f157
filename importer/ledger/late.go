package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/period"
	"taizhang/importer/status"
)

// FinishedLate returns the day after its deadline on which requirement no was completed, by the word of those
// who decide, as of quarter q. It is no day where the requirement isn't completed, has no such deadline, or
// where no decider tells a day, or days before and after the deadline. What was completed late is not overdue
// (rule 逾期).
func (l *Ledger) FinishedLate(no int, q period.Quarter) (on period.Date) {
	st, due := l.Standing(no, q), l.Requirement(no).Due.On
	if !st.Active || st.Ruled || st.Status != status.Completed || due.IsZero() {
		return on
	}
	for _, v := range st.Deciders {
		if day := l.finished(no, v.Department, q); day.After(due) && day.After(on) {
			on = day
		}
	}
	return on
}

// finished returns the day on which a department completed a requirement, by all that it says up to quarter q:
// the first of those that it tells. Words that name a month alone tell none.
func (l *Ledger) finished(no int, department string, q period.Quarter) (on period.Date) {
	from, _ := slices.BinarySearchFunc(l.Entries, no, func(e Entry, no int) int { return cmp.Compare(e.Requirement, no) })
	for i := from; i < len(l.Entries) && l.Entries[i].Requirement == no; i++ {
		e := &l.Entries[i]
		if e.Department != department || q.Before(e.Quarter) || e.Row.Status.Value != status.Completed {
			continue
		}
		if day, known := e.Row.DoneOn(); known && (on.IsZero() || on.After(day)) {
			on = day
		}
	}
	return on
}
