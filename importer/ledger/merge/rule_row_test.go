package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"

	"github.com/google/go-cmp/cmp"
)

// A ruling finds its row whatever became of the file, and is kept where there is no row.
func TestRulingsFindTheirRow(t *testing.T) {
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	twins := func(a, b string) []returns.Row {
		return []returns.Row{ledgertest.Row(three, status.Behind, a), ledgertest.Row(three, status.Completed, b)}
	}
	first := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"))
	place := on(decide(t, merged(t, first), finding.RowUnmatched, ruling.Place), 4)
	two := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, twins("甲", "乙")...)
	ignore := decide(t, merged(t, two), finding.DuplicateRow, ruling.Ignore)
	said := "甲"
	if merged(t, two).Rows[1].Key == ignore.Target.RowKey {
		said = "乙"
	}
	for _, c := range []struct {
		name    string
		r       ruling.Ruling
		rs      []returns.Return
		state   ruling.State
		ignored string // progress of the row that is ruled out
	}{
		{"renamed and moved down", place, []returns.Return{ledgertest.Ret("第一季度/改名.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Behind, "乙"), ledgertest.Row(odd, status.Behind, "甲"))}, ruling.Applied, ""},
		{"written a little otherwise", place, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row("别的  一件工作。", status.Behind, "甲"))}, ruling.Applied, ""},
		{"with another answer", place, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Completed, "丙"))}, ruling.Applied, ""},
		{"the row among twins, by what it said", place, []returns.Return{first, ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "丁"))}, ruling.Applied, ""},
		{"another department", place, []returns.Return{ledgertest.Ret("a.xlsx", "图书馆", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"))}, ruling.Orphaned, ""},
		{"another quarter", place, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q2, ledgertest.Row(odd, status.Behind, "甲"))}, ruling.Orphaned, ""},
		{"no return at all", place, nil, ruling.Orphaned, ""},
		{"a twin, the other way round", ignore, []returns.Return{ledgertest.Ret("z.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Completed, "乙"), ledgertest.Row(three, status.Behind, "甲"))}, ruling.Applied, said},
		{"a twin in a file of its own", ignore, []returns.Return{ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, twins("甲", "乙")[0]), ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, twins("甲", "乙")[1])}, ruling.Applied, said},
		{"a third twin", ignore, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, append(twins("甲", "乙"), ledgertest.Row(three, status.NotStarted, "丙"))...)}, ruling.Applied, said},
		{"a twin that changed is not guessed", ignore, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, twins("戊", "己")...)}, ruling.Orphaned, ""},
		{"nor is the one that is left", ignore, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "庚"))}, ruling.Orphaned, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := ruled(t, []ruling.Ruling{c.r}, c.rs...)
			if l.Rulings[0].State != c.state || (codes(l, finding.RulingOrphaned) == 1) != (c.state == ruling.Orphaned) {
				t.Errorf("%s, %d orphans: %s", states(l), codes(l, finding.RulingOrphaned), fates(l))
			}
			progress := map[finding.Place]string{}
			for _, r := range c.rs {
				for _, row := range r.Rows {
					progress[row.At] = row.Progress.Value
				}
			}
			for _, r := range l.Rows {
				if out := r.Reason == string(returns.RuledOut); out != (c.ignored != "" && progress[r.At] == c.ignored) {
					t.Errorf("row %s: %s", progress[r.At], r.Reason)
				}
			}
			// The next run reads what this one shows, and does the same.
			next := ruled(t, l.Rulings, c.rs...)
			if diff := cmp.Diff(l.Rulings, next.Rulings); diff != "" {
				t.Errorf("the next run has it otherwise:\n%s", diff)
			}
		})
	}
}

func TestTwinsThatSayTheSame(t *testing.T) {
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"), ledgertest.Row(odd, status.Behind, "甲"))}
	before := merged(t, rs...)
	var rulings []ruling.Ruling
	for i, row := range before.Rows {
		rulings = append(rulings, on(ruling.Ruling{Act: ruling.Place, Target: ruling.Target{RowKey: row.Key, Sum: row.Sum, Department: "财务股", Quarter: "2021Q1"}}, 3+i))
	}
	if l := ruled(t, rulings, rs...); fates(l) != "merged:3 merged:4" {
		t.Error(fates(l))
	}
}

func TestTheListChanges(t *testing.T) {
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"))}
	r := on(decide(t, merged(t, rs...), finding.RowUnmatched, ruling.Place), 4)
	p := ledgertest.SmallPlan()
	p.Requirements[3], p.Requirements[4] = p.Requirements[4], p.Requirements[3]
	p.Requirements[3].No, p.Requirements[4].No = 4, 5
	l := Merge(p, rs, nil, Options{AsOf: ledgertest.Q4, Rulings: []ruling.Ruling{r}})
	if l.Rows[0].Requirement != 5 || l.Rulings[0].Requirement != 5 {
		t.Errorf("placed on %d", l.Rows[0].Requirement)
	}
	p.Requirements[4].Key = "gone"
	l = Merge(p, rs, nil, Options{AsOf: ledgertest.Q4, Rulings: []ruling.Ruling{r}})
	if l.Rows[0].Fate != ledger.Held || !strings.Contains(states(l), "清单中已没有这条要求（原第4项）") {
		t.Errorf("%s, %s", fates(l), states(l))
	}
}
