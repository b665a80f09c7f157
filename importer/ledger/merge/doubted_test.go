package merge

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// Who says completed of what its own text denies is credited with nothing while that is open: neither the
// requirement nor the department counts as completed, and of what is overdue it is named. The office's word
// ends it, either way.
func TestWhatContradictsItselfCreditsNobody(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Requirements[1].Duty = plan.Duty{Joint: ledgertest.Party("办公室", "财务股")}
	text := p.Requirements[1].Text.Value
	returned := func(own status.Status) []returns.Return {
		denied := ledgertest.Row(text, status.Completed, "尚未完成，还差0.3万亩。")
		denied.Against = "尚未完成"
		denied.Findings = []finding.Finding{finding.New(finding.TextContradictsStatus, denied.Progress.At, "尚未完成", "已完成")}
		return []returns.Return{ledgertest.Ret("a.xlsx", "办公室", ledgertest.Q2, denied),
			ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q2, ledgertest.Row(text, own, "已建3处。"))}
	}
	merge := func(own status.Status, rulings ...ruling.Ruling) *ledger.Ledger {
		return Merge(p, returned(own), nil, Options{AsOf: ledgertest.Q2, Rulings: rulings})
	}
	overdue := func(l *ledger.Ledger) string {
		for _, f := range l.Findings {
			if f.Code == finding.Overdue {
				return f.Department
			}
		}
		return ""
	}
	completed := func(l *ledger.Ledger) int {
		i := slices.IndexFunc(l.ByDepartment, func(d ledger.DepartmentTally) bool { return d.Department.Name == "办公室" })
		return l.ByDepartment[i].Counts[status.Completed]
	}
	open := merge(status.InProgress)
	taken := decide(t, open, finding.TextContradictsStatus, ruling.Accept)
	taken.Act, taken.Status = ruling.Take, status.InProgress
	for name, c := range map[string]struct {
		l       *ledger.Ledger
		stands  status.Status
		overdue string
		credit  int
	}{
		"open, beside one under way":     {open, status.InProgress, "办公室、财务股", 0},
		"open, beside a completed one":   {merge(status.Completed), status.InProgress, "办公室", 0},
		"accepted, beside one under way": {merge(status.InProgress, decide(t, open, finding.TextContradictsStatus, ruling.Accept)), status.InProgress, "财务股", 1},
		"accepted, all completed":        {merge(status.Completed, decide(t, open, finding.TextContradictsStatus, ruling.Accept)), status.Completed, "", 1},
		"another status taken":           {merge(status.Completed, taken), status.InProgress, "办公室", 0},
	} {
		s := c.l.Standing(2, ledgertest.Q2)
		if s.Status != c.stands || s.Overdue != (c.overdue != "") || overdue(c.l) != c.overdue || completed(c.l) != c.credit {
			t.Errorf("%s: %s, overdue %v (%s), credited %d", name, s.Status, s.Overdue, overdue(c.l), completed(c.l))
		}
	}
}
