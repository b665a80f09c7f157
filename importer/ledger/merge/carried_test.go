package merge

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"

	"github.com/google/go-cmp/cmp"
)

// placed is the decision that the row with the progress belongs to the requirement, as it is made where
// these returns are there.
func placed(t *testing.T, no int, progress string, before []ruling.Ruling, rs ...returns.Return) ruling.Ruling {
	t.Helper()
	l := ruled(t, before, rs...)
	for _, row := range l.Rows {
		if row.Fate == ledger.Held && row.Said == "状态："+status.InProgress.Label()+"\n进展："+progress {
			return on(ruling.Ruling{Act: ruling.Place, Target: ruling.Target{File: row.At.File(), Sheet: row.At.Sheet(), RowKey: row.Key, Sum: row.Sum,
				Department: row.Department, Quarter: row.Quarter.String(), Code: finding.Code(row.Reason), Nth: 1}}, no)
		}
	}
	t.Fatalf("no row with %s is held: %s", progress, fates(l))
	return ruling.Ruling{}
}

// One placement holds for all versions of a return, and the latest of them counts.
func TestAPlacementHoldsForTheNextVersion(t *testing.T) {
	said := func(progress string) returns.Row { return ledgertest.Row(odd, status.InProgress, progress) }
	sent := func(day int, progress ...string) returns.Return {
		var rows []returns.Row
		for _, p := range progress {
			rows = append(rows, said(p))
		}
		return dated(ledgertest.Ret(string(rune('a'+9-day))+".xlsx", "财务股", ledgertest.Q1, rows...), day)
	}
	numbered := func(day int, number, progress string) returns.Return {
		return dated(ledgertest.Ret(string(rune('a'+9-day))+".xlsx", "财务股", ledgertest.Q1, ledgertest.Numbered(number, said(progress))), day)
	}
	first := []ruling.Ruling{placed(t, 4, "甲", nil, sent(1, "甲"))}
	noTwins := []ruling.Ruling{placed(t, 4, "甲", nil, sent(1, "甲", "乙"))}
	twins := append(noTwins, placed(t, 3, "乙", noTwins, sent(1, "甲", "乙")))
	withOther := append(first, on(as(first[0], ""), 3))
	withOther[1].Target = placed(t, 3, "乙", nil, sent(1, "甲"), sent(2, "乙")).Target
	withNumber := []ruling.Ruling{placed(t, 4, "甲", nil, numbered(1, "91", "甲"))}
	for _, c := range []struct {
		name    string
		rulings []ruling.Ruling
		rs      []returns.Return
		wins    string // what requirement 4 says, "" for nothing
		held    int
		orphans int
	}{
		{"the same words once more", first, []returns.Return{sent(1, "甲"), sent(2, "甲")}, "甲", 0, 0},
		{"another progress", first, []returns.Return{sent(1, "甲"), sent(2, "乙")}, "乙", 0, 0},
		{"two revisions", first, []returns.Return{sent(1, "甲"), sent(2, "乙"), sent(3, "丙")}, "丙", 0, 0},
		{"back to the first words", first, []returns.Return{sent(1, "甲"), sent(2, "乙"), sent(3, "甲")}, "甲", 0, 0},
		{"the first version is gone", first, []returns.Return{sent(2, "乙"), sent(3, "丙")}, "丙", 0, 0},
		{"nobody knows which is later", first, []returns.Return{sent(1, "甲"), ledgertest.Ret("z.xlsx", "财务股", ledgertest.Q1, said("乙"))}, "", 2, 0},
		{"another quarter is asked", first, []returns.Return{sent(1, "甲"), ledgertest.Ret("z.xlsx", "财务股", ledgertest.Q2, said("乙"))}, "甲", 1, 0},
		{"twins by what they say", twins, []returns.Return{sent(1, "甲", "乙"), sent(2, "乙", "甲")}, "甲", 0, 0},
		{"a changed twin is asked", twins, []returns.Return{sent(1, "甲", "乙"), sent(2, "丙", "甲")}, "甲", 1, 0},
		{"the same words on two requirements", withOther, []returns.Return{sent(1, "甲"), sent(2, "乙"), sent(3, "丙")}, "甲", 1, 0},
		{"another number", withNumber, []returns.Return{numbered(1, "91", "甲"), numbered(2, "92", "乙")}, "甲", 1, 0},
		{"the same number", withNumber, []returns.Return{numbered(1, "91", "甲"), numbered(2, "91", "乙")}, "乙", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := ruled(t, c.rulings, c.rs...)
			wins := ""
			for _, e := range l.Entries {
				if e.Requirement == 4 {
					wins = e.Row.Progress.Value
				}
			}
			if wins != c.wins || l.Totals.Rows.Held != c.held || codes(l, finding.RulingOrphaned) != c.orphans {
				t.Errorf("%q, %d held, %d orphans; want %q, %d, %d: %s, %s", wins, l.Totals.Rows.Held, codes(l, finding.RulingOrphaned), c.wins, c.held, c.orphans, fates(l), states(l))
			}
			if diff := cmp.Diff(l.Rulings, ruled(t, l.Rulings, c.rs...).Rulings); diff != "" {
				t.Errorf("the next run has it otherwise:\n%s", diff)
			}
		})
	}
}

// A placement that holds for another version says so, and a new decision on the row ends it.
func TestACarriedPlacementIsSaidAndUndone(t *testing.T) {
	a := dated(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.InProgress, "甲")), 1)
	b := dated(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.InProgress, "乙")), 2)
	rulings := []ruling.Ruling{placed(t, 4, "甲", nil, a)}
	l := ruled(t, rulings, a, b)
	if fates(l) != "ignored:superseded4 merged:4" || l.Entries[0].Match.As != a.Rows[0].Text.At {
		t.Fatalf("%s, as %s", fates(l), l.Entries[0].Match.As)
	}
	undone := on(ruling.Ruling{Act: ruling.Place, Target: rulings[0].Target}, 3)
	undone.Target.RowKey, undone.Target.Sum, undone.Target.File = l.Rows[1].Key, l.Rows[1].Sum, "b.xlsx"
	if l := ruled(t, append(rulings, undone), a, b); fates(l) != "merged:4 merged:3" {
		t.Error(fates(l))
	}
}

// Where nobody knows which version is later, the one that the office takes then counts.
func TestTheOfficeTakesOneOfTwoVersions(t *testing.T) {
	a := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.InProgress, "甲"))
	b := ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.InProgress, "乙"))
	rulings := []ruling.Ruling{placed(t, 4, "甲", nil, a)}
	for progress, want := range map[string]string{"甲": "merged:4 ignored:superseded4", "乙": "ignored:superseded4 merged:4"} {
		if l := ruled(t, append(rulings, placed(t, 4, progress, rulings, a, b)), a, b); fates(l) != want {
			t.Errorf("%s: %s, want %s", progress, fates(l), want)
		}
	}
}

// Decisions on rows that say the same are about as many rows, whatever keys these have by now.
func TestDecisionsOnEqualRowsGoToDifferentRows(t *testing.T) {
	row := func() returns.Row { return ledgertest.Row(odd, status.InProgress, "甲") }
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, row(), row())}
	var rulings []ruling.Ruling
	for i, r := range merged(t, rs...).Rows {
		rulings = append(rulings, on(ruling.Ruling{Act: ruling.Place, Target: ruling.Target{RowKey: r.Key, Sum: r.Sum, Department: "财务股", Quarter: "2021Q1"}}, 3+i))
	}
	third := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, row(), row(), row())
	if l := ruled(t, rulings, third); fates(l) != "merged:3 merged:4 held:row-unmatched0" {
		t.Error(fates(l))
	}
	rulings[0].Target.RowKey = "another" // its key was of a time when other rows stood there
	if l := ruled(t, rulings, rs...); fates(l) != "merged:3 merged:4" {
		t.Error(fates(l))
	}
	rulings[1].Target.RowKey = "one more"
	if l := ruled(t, rulings, rs...); codes(l, finding.RulingOrphaned) != 0 || l.Totals.Rows.Held != 0 {
		t.Error(fates(l), states(l))
	}
	if l := ruled(t, rulings, ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, row())); fates(l) != "held:row-unmatched0" || codes(l, finding.RulingOrphaned) != 2 {
		t.Error("one row is left of two:", fates(l), states(l))
	}
}

// The status that the office took holds for a row that says just the same, and is not asked again.
func TestATakenStatusHoldsForTheSameWords(t *testing.T) {
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	unsure := func(file string, day int, progress string) returns.Return {
		row := ledgertest.Row(three, "", progress)
		row.Status.Said = "差不多"
		row.Findings = []finding.Finding{finding.New(finding.StatusUnknown, finding.In(file, "Sheet1").At(4, 3), "差不多", "")}
		r := ledgertest.Ret(file, "财务股", ledgertest.Q1, row)
		r.StatedOn.Value = period.Date{Year: 2021, Month: 4, Day: day}
		return r
	}
	a := unsure("a.xlsx", 1, "甲")
	take := as(decide(t, merged(t, a), finding.StatusUnknown, ruling.Take), status.Behind)
	for progress, asked := range map[string]int{"甲": 0, "乙": 1} {
		l := ruled(t, []ruling.Ruling{take}, a, unsure("b.xlsx", 2, progress))
		open := 0
		for _, f := range l.Findings {
			if f.Code == finding.StatusUnknown && !f.Settled {
				open++
			}
		}
		if open != asked || l.Entries[0].Row.Progress.Value != progress || (l.Entries[0].Row.Status.Value == status.Behind) != (asked == 0) {
			t.Errorf("%s: %d asked, %s %s", progress, open, l.Entries[0].Row.Status.Value, fates(l))
		}
	}
}
