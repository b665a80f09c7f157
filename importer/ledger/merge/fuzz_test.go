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
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// fuzzReturns makes returns from lines: a line that begins with # opens one (its
// characters say department, quarter, version, date and whether it is held), each other
// line is a row of number|text|status|progress|task, where a text of digits alone stands
// for the very text of that requirement, and one behind ! for its form key.
func fuzzReturns(text string) (rs []returns.Return) {
	p := ledgertest.SmallPlan()
	statuses := append([]status.Status{status.NoStatus}, status.Statuses[:6]...)
	names := []string{"办公室", "财务股", "执法股", "图书馆", ""}
	pick := func(s string, at, of int) int {
		if at >= len(s) {
			return 0
		}
		return int(s[at]) % of
	}
	for line := range strings.SplitSeq(text, "\n") {
		if head, ok := strings.CutPrefix(line, "#"); ok || len(rs) == 0 {
			q := period.Quarter{Year: 2021, N: 1 + pick(head, 1, 4)}
			r := ledgertest.Ret(fmt.Sprintf("%d.xlsx", len(rs)), names[pick(head, 0, len(names))], q)
			r.Version = pick(head, 2, 3)
			if day := pick(head, 3, 4); day > 0 {
				r.StatedOn = grid.Read[period.Date]{Value: period.Date{Year: 2021, Month: 4, Day: day}, Said: "x"}
			}
			if r.Department.Value == "" {
				r.Held = finding.DepartmentUnknown
			} else if pick(head, 4, 8) == 7 {
				r.Held = finding.QuarterConflict
			}
			rs = append(rs, r)
			continue
		}
		of := &rs[len(rs)-1]
		cells := append(strings.Split(line, "|"), "", "", "", "", "")
		requirement, key := cells[1], ""
		for i := range p.Requirements {
			switch requirement {
			case fmt.Sprint(i + 1):
				requirement = p.Requirements[i].Text.Value
			case "!" + fmt.Sprint(i+1):
				requirement, key = "", p.Requirements[i].Key
			}
		}
		r := ledgertest.Row(requirement, statuses[pick(cells[2], 0, len(statuses))], cells[3])
		if cells[0] != "" {
			r = ledgertest.Numbered(cells[0], r)
		}
		if key != "" {
			r.Key = grid.Read[string]{Value: key, Said: key, At: finding.Place{}.At(4, 9)}
		}
		if cells[4] != "" {
			r.Task = text1(cells[4])
		}
		if requirement == "" && key == "" && cells[0] == "" && cells[4] == "" {
			r.Ignored = returns.Note
		}
		r.At = finding.In(of.File, of.Sheet).At(len(of.Rows)+4, 0)
		of.Rows = append(of.Rows, r)
	}
	return rs
}

func text1(s string) grid.Read[string] { return grid.Read[string]{Value: s, Said: s} }

// Any rows: none is lost, no requirement takes two rows of one department and quarter, and
// the order of the returns does not show.
func FuzzMerge(f *testing.F) {
	f.Add("#\x00\x00\n1|1|a|做了。\n2|2|b|做了。\n9|无中生有的工作|a|开会。", uint64(1))
	f.Add("#\x01\x01\n|3|a|甲\n|3|b|乙\n#\x01\x01\n|3|c|丙\n#\x01\x01\x01\n|4|a|丁", uint64(2))
	f.Add("#\x02\x02\n5||a|甲\n6||b|乙\n#\x02\x03\n|!5|a|甲\n|!5|b|乙\n|加强行政执法信息|c|丙", uint64(3))
	f.Add("#\x04\x00\n|1|a|甲\n#\x00\x00\x00\x00\x07\n|1|a|甲\n#\x00\x00\x00\x01\n|||\n||c|丁|做好规划公开\n||c|丁|做好财政公开", uint64(4))
	f.Add("#\x03\x03\x00\x01\n|1|a|甲\n|2|a|甲\n#\x03\x03\x00\x02\n|1|b|乙\n|2|a|甲", uint64(5))
	f.Add("#\x01\x01\n|第3、4项|a|甲\n|3|b|乙\n#\x01\x01\x01\n10-11||a|丙\n|第4项 债务公开|c|丁", uint64(6))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 1<<12 {
			return
		}
		rs := fuzzReturns(text)
		p := ledgertest.SmallPlan()
		l := Merge(p, rs, nil, Options{AsOf: ledgertest.Q4})
		balanced(t, l, rs)
		shuffled := fuzzReturns(text)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(a, b int) { shuffled[a], shuffled[b] = shuffled[b], shuffled[a] })
		if diff := cmp.Diff(l, Merge(p, shuffled, nil, Options{AsOf: ledgertest.Q4}), cmpopts.IgnoreFields(ledger.Ledger{}, "Plan"), cmpopts.IgnoreUnexported(plan.Department{}), cmp.AllowUnexported(returns.Row{}, returns.Other{})); diff != "" {
			t.Fatalf("the order of returns shows:\n%s", diff)
		}
	})
}

// balanced checks that each row has one fate and that the account is closed.
func balanced(t *testing.T, l *ledger.Ledger, rs []returns.Return) {
	t.Helper()
	fates := map[finding.Place]ledger.Fate{}
	for _, r := range l.Rows {
		if _, twice := fates[r.At]; twice {
			t.Fatalf("%v is in the ledger twice", r.At)
		}
		fates[r.At] = r.Fate
		if (r.Fate == ledger.Merged) != (r.Reason == "") || r.Fate == ledger.Merged && r.Requirement == 0 {
			t.Fatalf("%+v", r)
		}
	}
	read := 0
	for _, ret := range rs {
		for _, row := range ret.Rows {
			read++
			if _, ok := fates[row.At]; !ok {
				t.Fatalf("%v is lost", row.At)
			}
			if fates[row.At] == ledger.Merged && (ret.Held != "" || row.Ignored != "") {
				t.Fatalf("%v is merged, of a return held for %q, ignored as %q", row.At, ret.Held, row.Ignored)
			}
		}
	}
	if c := l.Totals.Rows; !c.Balances() || c.Read != read {
		t.Fatalf("%+v, %d rows", c, read)
	}
	oneAnswerEach(t, l)
	for _, r := range l.Returns {
		if !r.Count.Balances() {
			t.Fatalf("%s: %+v", r.File, r.Count)
		}
	}
	said := map[voice]finding.Place{}
	for _, e := range l.Entries {
		k := voice{e.Requirement, e.Department, e.Quarter.N}
		if other, twice := said[k]; twice {
			t.Fatalf("%v and %v both answer %+v", other, e.Row.At, k)
		}
		said[k] = e.Row.At
	}
	for _, s := range l.Standings {
		if s.Reported > s.Expected || s.Status == status.Completed && s.Overdue {
			t.Fatalf("%+v", s)
		}
	}
}
