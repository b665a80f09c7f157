package merge

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/returns"
)

func merged(t *testing.T, rs ...returns.Return) *ledger.Ledger {
	t.Helper()
	l := Merge(ledgertest.SmallPlan(), rs, nil, Options{AsOf: ledgertest.Q4})
	for _, r := range l.Returns {
		if !r.Count.Balances() {
			t.Errorf("%s does not balance: %+v", r.File, r.Count)
		}
	}
	return l
}

func codes(l *ledger.Ledger, code finding.Code) (n int) {
	for _, f := range l.Findings {
		if f.Code == code {
			n++
		}
	}
	return n
}
