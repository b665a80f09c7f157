package merge

import (
	"math/rand/v2"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"

	"github.com/google/go-cmp/cmp"
)

func dated(r returns.Return, day int) returns.Return {
	r.StatedOn = grid.Read[period.Date]{Value: period.Date{Year: 2021, Month: 4, Day: day}, Said: "x"}
	return r
}

func version(r returns.Return, v int) returns.Return {
	r.Version = v
	return r
}

func TestResubmission(t *testing.T) {
	p := ledgertest.SmallPlan()
	three, four := p.Requirements[2].Text.Value, p.Requirements[3].Text.Value
	said := func(progress string) returns.Row { return ledgertest.Row(three, status.InProgress, progress) }
	for _, c := range []struct {
		name          string
		a, b          returns.Return
		merged, held  int
		wins          string // progress of the entry on requirement 3
		infos, errors int
	}{
		{"two parts of one", ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, said("甲")), ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(four, status.Ongoing, "乙")), 2, 0, "甲", 0, 0},
		{"the same content counts once", ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, said("甲")), ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, said("甲")), 1, 0, "甲", 0, 0},
		{"the later date wins", dated(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, said("甲")), 9), dated(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, said("乙")), 6), 1, 0, "甲", 1, 0},
		{"the later version wins", ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, said("甲")), version(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, said("乙")), 2), 1, 0, "乙", 1, 0},
		{"the date goes before the version", dated(version(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, said("甲")), 5), 1), dated(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, said("乙")), 2), 1, 0, "乙", 1, 0},
		{"undecidable", dated(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, said("甲")), 9), ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, said("乙")), 0, 2, "", 0, 2},
		{"another quarter is no resubmission", ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, said("甲")), ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q2, said("乙")), 2, 0, "甲", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := merged(t, c.a, c.b)
			if l.Totals.Rows.Merged != c.merged || l.Totals.Rows.Held != c.held {
				t.Errorf("merged %d held %d, want %d and %d", l.Totals.Rows.Merged, l.Totals.Rows.Held, c.merged, c.held)
			}
			got := ""
			if len(l.Entries) > 0 {
				got = l.Entries[0].Row.Progress.Value
			}
			if got != c.wins {
				t.Errorf("entry says %q, want %q", got, c.wins)
			}
			if n := codes(l, finding.SupersededReturn); n != c.infos {
				t.Errorf("%d superseded returns, want %d", n, c.infos)
			}
			if n := codes(l, finding.DuplicateReturn); n != c.errors {
				t.Errorf("%d duplicate returns, want %d", n, c.errors)
			}
			// The order in which files are read changes nothing.
			again := merged(t, c.b, c.a)
			if diff := cmp.Diff(l.Rows, again.Rows); diff != "" {
				t.Errorf("order of files shows:\n%s", diff)
			}
		})
	}
}

func TestRowsRepeatedInOneReturn(t *testing.T) {
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	l := merged(t, ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Completed, "甲"), ledgertest.Row(three, status.Completed, "甲")))
	if l.Totals.Rows.Merged != 1 || l.Totals.Rows.Ignored != 1 {
		t.Errorf("the same answer twice: %+v", l.Totals.Rows)
	}
	l = merged(t, ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Completed, "甲"), ledgertest.Row(three, status.Behind, "乙")))
	if l.Totals.Rows.Held != 2 || codes(l, finding.DuplicateRow) != 2 {
		t.Errorf("two answers: %+v, %d findings", l.Totals.Rows, codes(l, finding.DuplicateRow))
	}
}

// Whatever the returns hold and in whatever order they come, the rows balance and the
// ledger is the same.
func TestMergeBalancesInAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	p := ledgertest.SmallPlan()
	for range 60 {
		var rs []returns.Return
		for i := range 1 + rng.IntN(8) {
			var rows []returns.Row
			for range rng.IntN(6) {
				text := p.Requirements[rng.IntN(6)].Text.Value
				if rng.IntN(4) == 0 {
					text = "别的工作"
				}
				r := ledgertest.Row(text, status.Statuses[rng.IntN(6)], string(rune('甲'+rng.IntN(3))))
				if rng.IntN(6) == 0 {
					r.Ignored = returns.Note
				}
				rows = append(rows, r)
			}
			d := p.Roster.Departments[rng.IntN(4)].Name
			r := ledgertest.Ret(string(rune('a'+i))+".xlsx", d, period.Quarter{Year: 2021, N: 1 + rng.IntN(4)}, rows...)
			if rng.IntN(5) == 0 {
				r.Held = finding.QuarterUnknown
			}
			rs = append(rs, r)
		}
		first := Merge(ledgertest.SmallPlan(), rs, nil, Options{AsOf: ledgertest.Q3})
		sum := ledger.Count{}
		for _, r := range first.Returns {
			if !r.Count.Balances() {
				t.Fatalf("%s: %+v", r.File, r.Count)
			}
			sum.Add(r.Count)
		}
		if sum != first.Totals.Rows || sum.Merged != len(first.Entries) || sum.Read != len(first.Rows) {
			t.Fatalf("totals %+v, sum %+v, %d entries, %d rows", first.Totals.Rows, sum, len(first.Entries), len(first.Rows))
		}
		rng.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		second := Merge(ledgertest.SmallPlan(), rs, nil, Options{AsOf: ledgertest.Q3})
		if diff := cmp.Diff(first.Findings, second.Findings); diff != "" {
			t.Fatalf("order of files shows in the findings:\n%s", diff)
		}
		if diff := cmp.Diff(first.Figures, second.Figures); diff != "" {
			t.Fatalf("order of files shows in the figures:\n%s", diff)
		}
	}
}

// What was said of a return that a newer one has wholly replaced is void: the department
// has mended it.
func TestReplacedReturnsAreNotAskedAboutAgain(t *testing.T) {
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	blank := ledgertest.Row(three, "", "")
	blank.Ignored = returns.Unanswered
	empty := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, blank)
	empty.Held = finding.EmptyReturn
	old := dated(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "甲")), 2)
	mended := dated(ledgertest.Ret("c.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Completed, "乙")), 7)
	said := []finding.Finding{
		finding.New(finding.EmptyReturn, finding.In("a.xlsx", "Sheet1"), "", ""),
		finding.New(finding.FormulaWithoutValue, finding.In("b.xlsx", "Sheet1").At(5, 2), "x", ""),
		finding.New(finding.WrongExtension, finding.In("b.xlsx", ""), "x", ""),
	}
	for _, c := range []struct {
		name string
		rs   []returns.Return
		left []finding.Code // of said
	}{
		{"both replaced", []returns.Return{empty, old, mended}, nil},
		{"only the blank one came", []returns.Return{empty}, []finding.Code{finding.EmptyReturn, finding.FormulaWithoutValue, finding.WrongExtension}},
		{"the old one stands", []returns.Return{empty, old}, []finding.Code{finding.FormulaWithoutValue, finding.WrongExtension}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := Merge(ledgertest.SmallPlan(), c.rs, said, Options{AsOf: ledgertest.Q1})
			var left []finding.Code
			for _, code := range []finding.Code{finding.EmptyReturn, finding.FormulaWithoutValue, finding.WrongExtension} {
				if codes(l, code) > 0 {
					left = append(left, code)
				}
			}
			if diff := cmp.Diff(c.left, left); diff != "" {
				t.Error(diff)
			}
		})
	}
}
