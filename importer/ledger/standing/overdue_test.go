package standing

import (
	"testing"

	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

func TestOverdue(t *testing.T) {
	day := period.Date{Year: 2021, Month: 6, Day: 30}
	for _, c := range []struct {
		name   string
		due    period.Due
		q      period.Quarter
		status status.Status
		want   bool
	}{
		{"before it is due", period.Due{On: day}, ledgertest.Q1, status.NotReported, false},
		{"on the last day of the quarter", period.Due{On: day}, ledgertest.Q2, status.InProgress, true},
		{"ongoing does not excuse", period.Due{On: day}, ledgertest.Q3, status.Ongoing, true},
		{"completed", period.Due{On: day}, ledgertest.Q3, status.Completed, false},
		{"not applicable", period.Due{On: day}, ledgertest.Q3, status.NotApplicable, false},
		{"not reported", period.Due{On: day}, ledgertest.Q4, status.NotReported, true},
		{"recurring in the third quarter", period.Due{Recurring: "每年至少1次"}, ledgertest.Q3, status.NotStarted, false},
		{"recurring in the fourth", period.Due{Recurring: "每年至少1次"}, ledgertest.Q4, status.Ongoing, true},
		{"without a date", period.Due{}, ledgertest.Q4, status.Behind, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Overdue(&plan.Requirement{Due: c.due}, c.q, c.status); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
