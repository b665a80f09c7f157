package merge

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// What was completed after its deadline is told, and is not overdue; only where the day is known.
func TestFinishedLate(t *testing.T) {
	second := ledgertest.SmallPlan().Requirements[1] // due 2021-06-30
	done := func(q period.Quarter, said string) returns.Return {
		row := ledgertest.Row(second.Text.Value, status.Completed, "甲")
		if on, ok := period.ParseDate(said, 2021); ok {
			row.CompletedOn = grid.Read[period.Date]{Value: on, Said: said}
		}
		return ledgertest.Ret(q.String()+".xlsx", "办公室", q, row)
	}
	for _, c := range []struct {
		name string
		rs   []returns.Return
		want string
	}{
		{"after the deadline", []returns.Return{done(ledgertest.Q3, "7月20日")}, "2021-07-20"},
		{"on it", []returns.Return{done(ledgertest.Q3, "6月30日")}, ""},
		{"a month alone", []returns.Return{done(ledgertest.Q3, "7月")}, ""},
		{"no day", []returns.Return{done(ledgertest.Q3, "")}, ""},
		{"told once", []returns.Return{done(ledgertest.Q3, "7月20日"), done(ledgertest.Q4, "")}, "2021-07-20"},
		{"told twice, once in time", []returns.Return{done(ledgertest.Q2, "6月20日"), done(ledgertest.Q3, "7月20日")}, ""},
		{"open again", []returns.Return{done(ledgertest.Q3, "7月20日"), ledgertest.Ret("x.xlsx", "办公室", ledgertest.Q4, ledgertest.Row(second.Text.Value, status.Behind, "乙"))}, ""},
	} {
		l := merged(t, c.rs...)
		if got := l.FinishedLate(2, ledgertest.Q4).String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if l.Standing(2, ledgertest.Q4).Status == status.Completed && l.Standing(2, ledgertest.Q4).Overdue {
			t.Errorf("%s: overdue", c.name)
		}
	}
}
