package merge

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// 本季已完成 answers what comes round each quarter: the duty goes on until the fourth. Of any other
// requirement it is asked what is meant.
func TestThisQuartersPartIsDone(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Requirements[4].Due = period.Due{Recurring: "每季度"}
	each, once := p.Requirements[4].Text.Value, p.Requirements[3].Text.Value
	done := func(text string) returns.Row {
		row := ledgertest.Row(text, status.NoStatus, "抽查案卷六宗")
		row.Status = grid.Read[status.Status]{Said: "本季已完成", At: row.At}
		row.Round = grid.Words{Value: "本季已完成", At: row.At}
		row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, row.At, "本季已完成", ""))
		return row
	}
	l := Merge(p, []returns.Return{
		ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q2, done(each)),
		ledgertest.Ret("b.xlsx", "执法股", ledgertest.Q4, done(each)),
		ledgertest.Ret("c.xlsx", "财务股", ledgertest.Q2, done(once)),
	}, nil, Options{})
	want := map[string]status.Status{"5 2021Q2": status.InProgress, "5 2021Q4": status.Completed, "4 2021Q2": status.NoStatus}
	for _, e := range l.Entries {
		at := string(rune('0'+e.Requirement)) + " " + e.Quarter.String()
		if got := e.Row.Status; got.Value != want[at] || got.Said != "本季已完成" {
			t.Errorf("%s: %+v, want %q", at, got, want[at])
		}
		delete(want, at)
	}
	if len(want) > 0 {
		t.Errorf("no entry for %v", want)
	}
	asked := 0
	for _, f := range l.Findings {
		if f.Code == finding.StatusUnknown {
			asked++
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times, want once", asked)
	}
}

// What comes round each quarter is missed in the next one although it was completed, or did not apply, in the last;
// anything else is not.
func TestTheNextRoundIsMissed(t *testing.T) {
	for _, said := range []status.Status{status.Completed, status.NotApplicable} {
		p := ledgertest.SmallPlan()
		p.Requirements[4].Due = period.Due{Recurring: "每季度"}
		each, other := p.Requirements[4].Text.Value, p.Requirements[3].Text.Value
		missed := func() (names []string) {
			l := Merge(p, []returns.Return{
				ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q1, ledgertest.Row(each, said, "抽查案卷六宗"), ledgertest.Row(other, said, "已报送")),
				ledgertest.Ret("b.xlsx", "执法股", ledgertest.Q2, ledgertest.Row(other, said, "已报送")),
			}, nil, Options{})
			for _, f := range l.Findings {
				if f.Code == finding.RequirementMissing && f.Department == "执法股" && f.Quarter == ledgertest.Q2.String() {
					names = append(names, f.Found)
				}
			}
			return names
		}
		if got, want := missed(), ledger.RequirementName(&p.Requirements[4]); !slices.Contains(got, want) {
			t.Errorf("%s: %q, want %q among them", said, got, want)
		}
		p.Requirements[4].Due = period.Due{Recurring: "每年1次"}
		if got, not := missed(), ledger.RequirementName(&p.Requirements[4]); slices.Contains(got, not) {
			t.Errorf("%s: once a year, and yet %q", said, got)
		}
	}
}
