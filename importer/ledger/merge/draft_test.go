package merge

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// A year is a draft as long as something is held back or missing and nobody has decided on it.
func TestWhatKeepsAYearADraft(t *testing.T) {
	all := func() *ledger.Ledger {
		p := ledgertest.SmallPlan()
		p.Requirements, p.Tasks[1].Requirements = p.Requirements[:2], nil
		p.Requirements[0].Duty.Support = nil
		done := ledgertest.Ret("a", "办公室", ledgertest.Q1, ledgertest.Row(p.Requirements[0].Text.Value, status.Completed, "已全部办结并公开。"), ledgertest.Row(p.Requirements[1].Text.Value, status.Completed, "已全部整理并公开。"))
		later := ledgertest.Ret("b", "办公室", ledgertest.Q2, ledgertest.Row(p.Requirements[0].Text.Value, status.Completed, "已全部办结，持续公开。"))
		return Merge(p, []returns.Return{done, later}, nil, Options{AsOf: ledgertest.Q2})
	}
	if p := all().Pending(); p.Draft() || p.Words() != "" {
		t.Errorf("all is there: %+v", p)
	}
	held := all()
	held.Findings = append(held.Findings, finding.New(finding.RowUnmatched, finding.In("a", "Sheet1").At(9, 1), "", ""))
	if p := held.Pending(); p.Errors != 1 || !p.Draft() {
		t.Errorf("a row is held: %+v", p)
	}
	held.Findings[len(held.Findings)-1].Settled = true
	if p := held.Pending(); p.Draft() {
		t.Errorf("the row is settled: %+v", p)
	}
	late := all()
	late.Findings = append(late.Findings, finding.New(finding.ReturnLate, finding.Place{}, "3", ""))
	if p := late.Pending(); p.Draft() {
		t.Errorf("a warning keeps nothing back: %+v", p)
	}
	missing := Merge(ledgertest.SmallPlan(), nil, nil, Options{AsOf: ledgertest.Q1})
	if p := missing.Pending(); len(p.Missing) != 4 || p.Errors != 0 || !p.Draft() {
		t.Errorf("nobody reported: %+v", p)
	}
	for i := range missing.Findings {
		missing.Findings[i].Settled = missing.Findings[i].Code == finding.ReturnMissing
	}
	if p := missing.Pending(); p.Draft() {
		t.Errorf("that nobody reported is accepted: %+v", p)
	}
}
