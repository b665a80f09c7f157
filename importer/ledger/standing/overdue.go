package standing

import (
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// KeptUp reports whether a duty that comes round within the year is kept up: 常态化 by the word of the
// round that ends in q. from is the quarter that the status was carried from, zero for none.
func KeptUp(req *plan.Requirement, q period.Quarter, stands status.Status, from period.Quarter) bool {
	first, ok := req.Due.Round(q)
	return ok && stands == status.Ongoing && (from.IsZero() || !from.Before(first))
}

// Overdue is the rule 逾期: due by the end of the quarter and neither completed nor not
// applicable, whatever it says of itself. What recurs is overdue from the fourth quarter, unless
// it was completed in any quarter or is kept up: who calls looks after that.
func Overdue(req *plan.Requirement, q period.Quarter, stands status.Status) bool {
	if stands == status.Completed || stands == status.NotApplicable {
		return false
	}
	if !req.Due.On.IsZero() {
		return !req.Due.On.After(q.Last())
	}
	return req.Due.Recurring != "" && q.N == 4
}
