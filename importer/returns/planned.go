package returns

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// planned is the heading under which a day that is still to come is kept.
const planned = "计划完成时间"

// PlanApart returns the row without a day of completion that lies after last, where the row states how a
// matter stands and that it is not completed: the day is when it is to be. It is kept beside the row as it
// was written; ok is false where there is no such day.
func (r *Row) PlanApart(last period.Date) (kept Row, ok bool) {
	on := r.CompletedOn
	if stands := r.Status.Value; stands == status.NoStatus || stands == status.Completed || !on.Given() || !on.Value.After(last) {
		return Row{}, false
	}
	kept = *r
	kept.CompletedOn = grid.Read[period.Date]{}
	kept.Other = append(slices.Clip(kept.Other), Other{Heading: planned, Text: strings.TrimSpace(on.Said), At: on.At})
	return kept, true
}
