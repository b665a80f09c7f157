package merge

import (
	"fmt"
	"math/rand/v2"
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

	"github.com/google/go-cmp/cmp"
)

// citing is a row that cites numbers of the list and says the same of each.
func citing(numbers string, stands status.Status, progress string) returns.Row {
	r := ledgertest.Row("", stands, progress)
	r.Text = grid.Read[string]{}
	r.Cites = strings.Split(numbers, " ")
	r.Number.Said, r.Number.At = numbers, finding.In("f", "Sheet1").At(4, 1)
	return r
}

// said lists what is merged: requirement, department's answer and how it was placed.
func said(l *ledger.Ledger) string {
	var all []string
	for _, e := range l.Entries {
		all = append(all, fmt.Sprintf("%d%s/%s", e.Requirement, e.Row.Progress.Value, e.Match.By))
	}
	return strings.Join(all, " ")
}

func TestRowThatCitesSeveral(t *testing.T) {
	p := ledgertest.SmallPlan()
	three, four := p.Requirements[2].Text.Value, p.Requirements[3].Text.Value
	x, y := status.InProgress, status.Completed
	for _, c := range []struct {
		name string
		rs   []returns.Return
		want string
		rows ledger.Count
	}{
		{"both its own", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("3 4", x, "甲"))}, "3甲/number 4甲/number", ledger.Count{Read: 1, Merged: 1, Held: 0, Ignored: 0}},
		{"one of them another's", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("4 5", x, "甲"))}, "4甲/number 5甲/number", ledger.Count{Read: 1, Merged: 1, Held: 0, Ignored: 0}},
		{"none its own", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("5 6", x, "甲"))}, "", ledger.Count{Read: 1, Merged: 0, Held: 1, Ignored: 0}},
		{"one not on the list", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("4 9", x, "甲"))}, "", ledger.Count{Read: 1, Merged: 0, Held: 1, Ignored: 0}},
		{"a text that speaks of them", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, with(citing("3 4", x, "甲"), "部门预算、决算和地方政府债务信息公开"))}, "3甲/number 4甲/number", ledger.Count{Read: 1, Merged: 1, Held: 0, Ignored: 0}},
		{"the texts of both", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, ledgertest.Row("3."+three+"\n4."+four, x, "甲"))}, "3甲/text 4甲/text", ledger.Count{Read: 1, Merged: 1, Held: 0, Ignored: 0}},
		{"the text of one alone", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, with(citing("3 4", x, "甲"), three))}, "", ledger.Count{Read: 1, Merged: 0, Held: 1, Ignored: 0}},
		{"a text of another matter", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, with(citing("3 4", x, "甲"), "组织职工运动会"))}, "", ledger.Count{Read: 1, Merged: 0, Held: 1, Ignored: 0}},
		{"the numbers of this return are its own", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("3 4", x, "甲"), ledgertest.Numbered("7", ledgertest.Row(four, x, "乙")))}, "4乙/text", ledger.Count{Read: 2, Merged: 1, Held: 1, Ignored: 0}},
		{"in the requirement's own column", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, ledgertest.Row("第3、4项", x, "甲"))}, "3甲/number 4甲/number", ledger.Count{Read: 1, Merged: 1, Held: 0, Ignored: 0}},
		{"one answered again otherwise", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("3 4", x, "甲"), ledgertest.Row(four, x, "乙"))}, "", ledger.Count{Read: 2, Merged: 0, Held: 2, Ignored: 0}},
		{"one answered again alike", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, ledgertest.Row(four, x, "甲"), citing("3 4", x, "甲"))}, "3甲/number 4甲/text", ledger.Count{Read: 2, Merged: 2, Held: 0, Ignored: 0}},
		{"both answered before alike", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, ledgertest.Row(three, x, "甲"), ledgertest.Row(four, x, "甲"), citing("3 4", x, "甲"))}, "3甲/text 4甲/text", ledger.Count{Read: 3, Merged: 2, Held: 0, Ignored: 1}},
		{"two that overlap", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("1 3", x, "甲"), citing("3 4", y, "乙"))}, "", ledger.Count{Read: 2, Merged: 0, Held: 2, Ignored: 0}},
		{"a later return on one of them", []returns.Return{dated(ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("3 4", x, "甲")), 2), dated(ledgertest.Ret("b", "财务股", ledgertest.Q1, ledgertest.Row(three, y, "乙")), 8)}, "3乙/text 4甲/number", ledger.Count{Read: 2, Merged: 2, Held: 0, Ignored: 0}},
		{"a later return on both", []returns.Return{dated(ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("3 4", x, "甲")), 2), dated(ledgertest.Ret("b", "财务股", ledgertest.Q1, citing("3 4", y, "乙")), 8)}, "3乙/number 4乙/number", ledger.Count{Read: 2, Merged: 1, Held: 0, Ignored: 1}},
		{"undecidable on one of them", []returns.Return{ledgertest.Ret("a", "财务股", ledgertest.Q1, citing("3 4", x, "甲")), ledgertest.Ret("b", "财务股", ledgertest.Q1, ledgertest.Row(three, y, "乙"))}, "", ledger.Count{Read: 2, Merged: 0, Held: 2, Ignored: 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := merged(t, c.rs...)
			if got := said(l); got != c.want || l.Totals.Rows != c.rows {
				t.Errorf("%q %+v, want %q %+v", got, l.Totals.Rows, c.want, c.rows)
			}
			for _, r := range l.Rows {
				if r.Fate == ledger.Held && len(r.Candidates) == 0 && r.Reason != string(finding.RowUnmatched) {
					t.Errorf("held without candidates: %+v", r)
				}
			}
		})
	}
}

func with(r returns.Row, requirement string) returns.Row {
	r.Text = grid.Read[string]{Value: requirement, Said: requirement, At: finding.In("f", "Sheet1").At(4, 3)}
	return r
}

// What one row answers together is one thing: no copy of itself, answered nowhere else, and
// said once where its date is odd.
func TestCitedRowIsOneRow(t *testing.T) {
	long := "定期公开预算决算和债务情况，本季度共公开十二条。"
	r := citing("3 4", status.Completed, long)
	r.CompletedOn = grid.Read[period.Date]{Value: period.Date{Year: 2021, Month: 9, Day: 1}, Said: "x", At: finding.In("a", "Sheet1").At(4, 7)}
	l := merged(t, ledgertest.Ret("a", "财务股", ledgertest.Q1, r))
	for code, want := range map[finding.Code]int{finding.TextCopied: 0, finding.DuplicateRow: 0, finding.DateOutsideQuarter: 1} {
		if n := codes(l, code); n != want {
			t.Errorf("%s %d times, want %d", code, n, want)
		}
	}
	for _, f := range l.Findings {
		if f.Code == finding.RequirementMissing && f.Department == "财务股" && f.Quarter == "2021Q1" && !strings.Contains(f.Message, "第1条") {
			t.Errorf("%s", f.Message)
		}
	}
	if l.Standing(3, ledgertest.Q1).Reported != 1 || l.Standing(4, ledgertest.Q1).Status != status.Completed {
		t.Errorf("standings %+v %+v", l.Standing(3, ledgertest.Q1), l.Standing(4, ledgertest.Q1))
	}
	if l.Rows[0].Requirement != 3 || l.Entries[0].Account != 0 || l.Entries[1].Account != 0 {
		t.Errorf("%+v", l.Rows[0])
	}
	key := l.Rows[0].Key
	for _, c := range []struct {
		act  ruling.Act
		no   int
		want string
	}{{ruling.Place, 4, "4/ruling"}, {ruling.Ignore, 0, ""}} {
		about := ruling.Ruling{Act: c.act, Requirement: c.no, Target: ruling.Target{RowKey: key, Sum: l.Rows[0].Sum, Department: "财务股", Quarter: "2021Q1"}}
		if c.no > 0 {
			about = on(about, c.no)
		}
		again := ruled(t, []ruling.Ruling{about}, ledgertest.Ret("a", "财务股", ledgertest.Q1, r))
		if got := strings.ReplaceAll(said(again), long, ""); got != c.want {
			t.Errorf("%s: %q, want %q", c.act, got, c.want)
		}
	}
}

// Rows that cite and rows that don't, in any order of rows and files: every row has one
// fate, no requirement two answers of one desk, and each requirement ends the same way.
func TestCitedRowsBalanceInAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	p := ledgertest.SmallPlan()
	for range 600 {
		var rs []returns.Return
		for i := range 1 + rng.IntN(4) {
			var rows []returns.Row
			for range 1 + rng.IntN(4) {
				answer := string(rune('甲' + rng.IntN(2)))
				if a, b := 1+rng.IntN(6), 1+rng.IntN(6); rng.IntN(2) == 0 && a != b {
					rows = append(rows, citing(fmt.Sprint(a, " ", b), status.InProgress, answer))
				} else {
					rows = append(rows, ledgertest.Row(p.Requirements[a-1].Text.Value, status.InProgress, answer))
				}
			}
			r := ledgertest.Ret(fmt.Sprint(i), "办公室", ledgertest.Q1, rows...)
			r.Version = rng.IntN(3)
			rs = append(rs, r)
		}
		first := Merge(p, rs, nil, Options{AsOf: ledgertest.Q2})
		oneAnswerEach(t, first)
		before := answersOf(first)
		for i := range rs {
			rng.Shuffle(len(rs[i].Rows), func(a, b int) { rs[i].Rows[a], rs[i].Rows[b] = rs[i].Rows[b], rs[i].Rows[a] })
		}
		rng.Shuffle(len(rs), func(a, b int) { rs[a], rs[b] = rs[b], rs[a] })
		second := Merge(p, rs, nil, Options{AsOf: ledgertest.Q2})
		oneAnswerEach(t, second)
		if diff := cmp.Diff(before, answersOf(second)); diff != "" {
			t.Fatalf("the order shows:\n%s", diff)
		}
	}
}

// answersOf lists what is said of each requirement, from whichever of two rows that say the same.
func answersOf(l *ledger.Ledger) (all []string) {
	for _, e := range l.Entries {
		all = append(all, fmt.Sprint(e.Requirement, e.Row.Progress.Value))
	}
	return all
}

// voice is who may answer a requirement once: a department in a quarter.
type voice struct {
	no         int
	department string
	quarter    int
}

func oneAnswerEach(t *testing.T, l *ledger.Ledger) {
	t.Helper()
	if c := l.Totals.Rows; !c.Balances() || c.Read != len(l.Rows) {
		t.Fatalf("%+v of %d rows", c, len(l.Rows))
	}
	said, rows := map[voice]bool{}, map[int]bool{}
	for _, e := range l.Entries {
		k := voice{e.Requirement, e.Department, e.Quarter.N}
		if said[k] {
			t.Fatalf("%+v is answered twice", k)
		}
		said[k], rows[e.Account] = true, true
		if l.Rows[e.Account].Fate != ledger.Merged {
			t.Fatalf("an entry of %+v", l.Rows[e.Account])
		}
	}
	if len(rows) != l.Totals.Rows.Merged {
		t.Fatalf("%d rows have entries, %d are merged", len(rows), l.Totals.Rows.Merged)
	}
}
