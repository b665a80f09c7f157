package rows

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// Denied reports whether the line states that a matter is completed and its own text says otherwise.
func (l *Line) Denied() bool {
	return l.Row.Status.Value == status.Completed && l.Row.Against != ""
}

// planned is the heading under which a day that is still to come is kept.
const planned = "计划完成时间"

// SetPlansApart takes the days after the quarter from rows that state how a matter stands and that it is
// not completed: the day is when it is to be, and no day of completion. It is kept beside the row as it was
// written. The quarter may be the office's word, so this comes after its decisions.
func (r *Rows) SetPlansApart() {
	for _, l := range r.Lines {
		on := l.Row.CompletedOn
		if stands := l.Row.Status.Value; stands == status.NoStatus || stands == status.Completed || !on.Given() ||
			l.Ret.Quarter.Value.IsZero() || !on.Value.After(l.Ret.Quarter.Value.Last()) {
			continue
		}
		kept := *l.Row // the row is shared with its return
		kept.CompletedOn = grid.Read[period.Date]{}
		kept.Other = append(slices.Clip(kept.Other), returns.Other{Heading: planned, Text: strings.TrimSpace(on.Said), At: on.At})
		l.Row = &kept
	}
}
