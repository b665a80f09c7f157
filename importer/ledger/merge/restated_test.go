package merge

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
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

// The office decides which of the two counts: the quarter's own answer, by accepting the finding, or the one
// that was printed later, by placing its row. A return of the quarter that is later still corrects that.
func TestRestatedQuarterIsDecided(t *testing.T) {
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	dated := func(r returns.Return, month int) returns.Return {
		r.StatedOn = grid.Read[period.Date]{Value: period.Date{Year: 2021, Month: month, Day: 8}, Said: "x"}
		return r
	}
	first := dated(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "普及率93.6%。")), 4)
	again := dated(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "普及率93.2%。")), 7)
	again.Restates = true
	l := merged(t, first, again)
	said := func(l *ledger.Ledger) string { return l.Entries[0].Row.Progress.Value }

	accepted := ruled(t, []ruling.Ruling{decide(t, l, finding.RestatedDiffers, ruling.Accept)}, first, again)
	if said(accepted) != "普及率93.6%。" || slices.ContainsFunc(accepted.Findings, func(f finding.Finding) bool { return f.Code == finding.RestatedDiffers && !f.Settled }) {
		t.Errorf("accepted: %s, %v", said(accepted), accepted.Findings)
	}
	place := on(decide(t, l, finding.RestatedDiffers, ruling.Place), 3)
	placed := ruled(t, []ruling.Ruling{place}, first, again)
	if said(placed) != "普及率93.2%。" || codes(placed, finding.RestatedDiffers) != 0 || placed.Rulings[0].State != ruling.Applied {
		t.Errorf("placed: %s, %v", said(placed), placed.Rulings)
	}
	corrected := dated(ledgertest.Ret("c.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "普及率93.4%。")), 9)
	if l := ruled(t, []ruling.Ruling{place}, first, again, corrected); said(l) != "普及率93.4%。" {
		t.Errorf("corrected since: %s", said(l))
	}
}

// A value that a later table prints once more in another way is no other value.
func TestRestatedInOtherWords(t *testing.T) {
	text := ledgertest.SmallPlan().Requirements[2].Text.Value
	row := func(word string, share float64) returns.Row {
		r := ledgertest.Row(text, status.InProgress, "普及率93.6%。")
		r.Status.Said = word
		if share > 0 {
			r.Percent = grid.Read[float64]{Value: share, Said: word}
		}
		return r
	}
	for _, c := range []struct {
		own, again returns.Row
		differ     int
	}{
		{row("26%", 26), row("推进中", 0), 0},
		{row("推进中", 0), row("0.26", 26), 0},
		{row("26%", 26), row("0.26", 26), 0},
		{row("26%", 26), row("36%", 36), 1},
		{row("推进中", 0), row("基本完成", 0), 1},
	} {
		again := ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, c.again)
		again.Restates = true
		l := merged(t, ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, c.own), again)
		if n := codes(l, finding.RestatedDiffers); n != c.differ {
			t.Errorf("%s and again %s: %d differ", c.own.Status.Said, c.again.Status.Said, n)
		}
	}
}
