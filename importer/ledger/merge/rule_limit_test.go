package merge

import (
	"math/rand/v2"
	"slices"
	"strings"
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

func TestRulingsThatContradict(t *testing.T) {
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"))}
	r := decide(t, merged(t, rs...), finding.RowUnmatched, ruling.Place)
	ignore := r
	ignore.Act = ruling.Ignore
	for name, c := range map[string][]ruling.Ruling{
		"two places":       {on(r, 3), on(r, 4)},
		"place and ignore": {on(r, 3), ignore},
		"two statuses":     {as(on(r, 3), status.Behind), as(on(r, 3), status.Completed)},
	} {
		l := ruled(t, c, rs...)
		if l.Rows[0].Fate != ledger.Held || codes(l, finding.RulingOrphaned) != 2 || strings.Count(states(l), "请只留一种") != 2 {
			t.Errorf("%s: %s, %s", name, fates(l), states(l))
		}
		turned := ruled(t, []ruling.Ruling{c[1], c[0]}, rs...)
		if diff := cmp.Diff(l.Rulings, turned.Rulings); diff != "" {
			t.Errorf("%s: the order shows:\n%s", name, diff)
		}
	}
	if l := ruled(t, []ruling.Ruling{on(r, 3), on(r, 3)}, rs...); fates(l) != "merged:3" {
		t.Errorf("said twice: %s", fates(l))
	}
}

func TestWhatCantBeCarriedOut(t *testing.T) {
	p := ledgertest.SmallPlan()
	heldSheet := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"))
	heldSheet.Held = finding.QuarterUnknown
	blank := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"))
	blank.Rows[0].Ignored = returns.Unanswered
	plain := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"))
	r := decide(t, merged(t, plain), finding.RowUnmatched, ruling.Place)
	bad := on(r, 3)
	bad.Why = "没有第99项"
	take := as(r, status.Completed)
	take.Act = ruling.Take
	for _, c := range []struct {
		name string
		r    ruling.Ruling
		rs   returns.Return
		why  string
	}{
		{"the sheet is held", on(r, 3), heldSheet, "整张表没有并入"},
		{"nothing is filled in any more", on(r, 3), blank, "没有填写情况"},
		{"not understood", bad, plain, "没有第99项"},
		{"a status for a row that lies nowhere", take, plain, "还没有并入"},
	} {
		l := ruled(t, []ruling.Ruling{c.r}, c.rs)
		if l.Rows[0].Fate == ledger.Merged || l.Rulings[0].State != ruling.Orphaned || !strings.Contains(l.Rulings[0].Why, c.why) {
			t.Errorf("%s: %s, %s", c.name, fates(l), states(l))
		}
		if i := slices.IndexFunc(l.Findings, func(f finding.Finding) bool { return f.Code == finding.RulingOrphaned }); i < 0 || !strings.Contains(l.Findings[i].Message, c.why) {
			t.Errorf("%s: it is not said why", c.name)
		}
	}
	draft := ruling.Ruling{Target: r.Target, Why: "“同意”不是可选的核定", Typed: ruling.Typed{Choice: "同意"}}
	l := ruled(t, []ruling.Ruling{draft}, plain)
	if len(l.Drafts) != 1 || codes(l, finding.RulingOrphaned) != 1 {
		t.Errorf("%d drafts", len(l.Drafts))
	}
	// A row that comes after the as-of quarter keeps its ruling for later.
	l = Merge(p, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q3, ledgertest.Row(odd, status.Behind, "甲"))}, nil, Options{AsOf: ledgertest.Q4})
	later := on(decide(t, l, finding.RowUnmatched, ruling.Place), 3)
	l = Merge(p, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q3, ledgertest.Row(odd, status.Behind, "甲"))}, nil, Options{AsOf: ledgertest.Q2, Rulings: []ruling.Ruling{later}})
	if fates(l) != "ignored:after-as-of0" || states(l) != "applied" {
		t.Errorf("%s, %s", fates(l), states(l))
	}
}

func whole(no int, q period.Quarter, s status.Status) ruling.Ruling {
	return ruling.Ruling{Act: ruling.Take, Target: ruling.Target{Quarter: q.String()}, Requirement: no,
		Key: ledgertest.SmallPlan().Requirements[no-1].Key, Status: s}
}

func TestTakeAWholeRequirement(t *testing.T) {
	p := ledgertest.SmallPlan()
	two := p.Requirements[1].Text.Value // the office leads, due in June
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "办公室", ledgertest.Q1, ledgertest.Row(two, status.InProgress, "甲")), ledgertest.Ret("d.xlsx", "办公室", ledgertest.Q4, ledgertest.Row(two, status.InProgress, "丁"))}
	l := ruled(t, []ruling.Ruling{whole(2, ledgertest.Q2, status.Completed)}, rs...)
	for _, c := range []struct {
		q       period.Quarter
		status  status.Status
		ruled   bool
		from    period.Quarter
		overdue bool
	}{
		{ledgertest.Q1, status.InProgress, false, period.Quarter{}, false},
		{ledgertest.Q2, status.Completed, true, period.Quarter{}, false},
		{ledgertest.Q3, status.Completed, true, ledgertest.Q2, false},
		{ledgertest.Q4, status.InProgress, false, period.Quarter{}, true}, // the department speaks again
	} {
		s := l.Standing(2, c.q)
		if s.Status != c.status || s.Ruled != c.ruled || s.From != c.from || s.Overdue != c.overdue {
			t.Errorf("%s: %+v", c.q, s)
		}
	}
	if l.Entries[0].Row.Status.Value != status.InProgress || states(l) != "applied" {
		t.Error("the department's own word is gone")
	}
	if got := states(ruled(t, []ruling.Ruling{whole(2, ledgertest.Q2, status.Completed), whole(2, ledgertest.Q2, status.Behind)}, rs...)); strings.Count(got, "请只留一种") != 2 {
		t.Error(got)
	}
	if got := states(ruled(t, []ruling.Ruling{whole(2, period.Quarter{Year: 2020, N: 2}, status.Completed)}, rs...)); !strings.Contains(got, "不是本年度的") {
		t.Error(got)
	}
}

// However the files are called and ordered, a row has the same key; and no two rows share
// one, but those that say the very same.
func TestRowKeysComeFromContent(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	p := ledgertest.SmallPlan()
	for range 200 {
		var rs []returns.Return
		for i := range 1 + rng.IntN(4) {
			var rows []returns.Row
			for range 1 + rng.IntN(4) {
				rows = append(rows, ledgertest.Row(p.Requirements[rng.IntN(3)].Text.Value, status.Statuses[rng.IntN(6)], string(rune('甲'+rng.IntN(4)))))
			}
			rs = append(rs, ledgertest.Ret(string(rune('a'+i))+".xlsx", "财务股", ledgertest.Q1, rows...))
		}
		keys := func(rs []returns.Return) map[string]string {
			m := map[string]string{}
			for _, r := range Merge(ledgertest.SmallPlan(), rs, nil, Options{AsOf: ledgertest.Q1}).Rows {
				if was, twice := m[r.Key]; twice {
					t.Fatalf("two rows share a key: %s and %s", was, r.Sum)
				}
				m[r.Key] = r.Sum
			}
			return m
		}
		first := keys(rs)
		for i := range rs {
			rs[i].File = string(rune('z'-i)) + ".xlsx"
			rng.Shuffle(len(rs[i].Rows), func(a, b int) { rs[i].Rows[a], rs[i].Rows[b] = rs[i].Rows[b], rs[i].Rows[a] })
			for j := range rs[i].Rows {
				rs[i].Rows[j].At = finding.In(rs[i].File, "Sheet1").At(j+9, 0)
			}
		}
		if diff := cmp.Diff(first, keys(rs)); diff != "" {
			t.Fatalf("names of files show in the keys:\n%s", diff)
		}
	}
}

// Whatever the office decides on whatever returns, rows balance, no ruling is lost, and
// the order of neither shows.
func TestRulingsInAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 5))
	p := ledgertest.SmallPlan()
	texts := []string{odd, "又一件工作", p.Requirements[2].Text.Value, p.Requirements[3].Text.Value}
	for range 150 {
		var rs []returns.Return
		for i := range 1 + rng.IntN(4) {
			var rows []returns.Row
			for range 1 + rng.IntN(4) {
				rows = append(rows, ledgertest.Row(texts[rng.IntN(4)], status.Statuses[rng.IntN(6)], string(rune('甲'+rng.IntN(3)))))
			}
			r := ledgertest.Ret(string(rune('a'+i))+".xlsx", p.Roster.Departments[1+rng.IntN(2)].Name, period.Quarter{Year: 2021, N: 1 + rng.IntN(2)}, rows...)
			r.Version = rng.IntN(2)
			rs = append(rs, r)
		}
		l := merged(t, rs...)
		var rulings []ruling.Ruling
		for _, r := range l.Rows {
			for range rng.IntN(3) {
				act := []ruling.Act{ruling.Place, ruling.Take, ruling.Accept, ruling.Ignore}[rng.IntN(4)]
				d := ruling.Ruling{Act: act, Target: ruling.Target{RowKey: r.Key, Sum: r.Sum, Department: r.Department, Quarter: r.Quarter.String(),
					Code: finding.RowUnmatched, Nth: 1}}
				switch act {
				case ruling.Place:
					d = on(d, 1+rng.IntN(6))
				case ruling.Take:
					d.Status = status.Statuses[rng.IntN(6)]
				}
				d.Identify()
				rulings = append(rulings, d)
			}
		}
		first := ruled(t, rulings, rs...)
		orphans := 0
		for _, r := range first.Rulings {
			if r.State == ruling.Orphaned {
				orphans++
			}
		}
		if codes(first, finding.RulingOrphaned) != orphans {
			t.Fatalf("%d orphans, %d reported", orphans, codes(first, finding.RulingOrphaned))
		}
		rng.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		rng.Shuffle(len(rulings), func(i, j int) { rulings[i], rulings[j] = rulings[j], rulings[i] })
		second := ruled(t, rulings, rs...)
		for _, diff := range []string{cmp.Diff(first.Rulings, second.Rulings), cmp.Diff(first.Rows, second.Rows), cmp.Diff(first.Findings, second.Findings)} {
			if diff != "" {
				t.Fatalf("an order shows:\n%s", diff)
			}
		}
	}
}
