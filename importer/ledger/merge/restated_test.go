package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// A later table that prints an earlier quarter once more doesn't count for it: where it says
// otherwise, both are told, and the older return is not called the newer one.
func TestRestatedQuarter(t *testing.T) {
	three, four := ledgertest.SmallPlan().Requirements[2].Text.Value, ledgertest.SmallPlan().Requirements[3].Text.Value
	on := func(r returns.Return, month int) returns.Return {
		r.StatedOn = grid.Read[period.Date]{Value: period.Date{Year: 2021, Month: month, Day: 8}, Said: "x"}
		return r
	}
	for said, differs := range map[string]bool{"普及率93.6%。": false, "普及率93.2%。": true, "": false} {
		first := on(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "普及率93.6%。")), 4)
		again := on(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, said)), 7)
		again.Restates = true
		second := on(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q2, ledgertest.Row(three, status.InProgress, "普及率94.1%。"), ledgertest.Row(four, "", "已办。")), 7)
		second.Rows[1].Findings = []finding.Finding{finding.New(finding.StatusUnknown, finding.In("b.xlsx", "Sheet1").At(5, 4), "", "")}
		l := merged(t, first, again, second)
		if got := l.Entries[0].Row.Progress.Value; got != "普及率93.6%。" {
			t.Errorf("%q: the entry says %q", said, got)
		}
		if n := codes(l, finding.RestatedDiffers); n != 0 != differs {
			t.Errorf("%q: %d restated answers differ", said, n)
		}
		if codes(l, finding.StatusUnknown) == 0 {
			t.Errorf("%q: what is asked about the second quarter is gone", said)
		}
		for _, f := range l.Findings {
			if f.Code == finding.SupersededReturn && strings.Contains(f.Message, "较新") {
				t.Errorf("%q: %s", said, f.Message)
			}
			if f.Code == finding.RestatedDiffers && (!strings.Contains(f.Message, "93.6%") || !strings.Contains(f.Message, "93.2%")) {
				t.Errorf("both values: %s", f.Message)
			}
		}
	}
}
