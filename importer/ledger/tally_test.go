package ledger

import (
	"testing"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"

	"pgregory.net/rapid"
)

func TestShares(t *testing.T) {
	for _, c := range []struct {
		counts []int
		want   []float64
	}{
		{[]int{1, 1, 1}, []float64{33.4, 33.3, 33.3}},
		{[]int{162, 17, 10, 24, 9}, []float64{73.0, 7.7, 4.5, 10.8, 4.0}}, // a bulletin that printed 72.9
		{[]int{9, 3, 3}, []float64{60, 20, 20}},                           // one that printed 60, 27, 20
		{[]int{0, 0}, []float64{0, 0}},
	} {
		got := Shares(c.counts)
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%v: %v, want %v", c.counts, got, c.want)
				break
			}
		}
	}
}

func TestSharesSumTo100(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 5000), 1, 8).Draw(t, "counts")
		tenths, whole := 0, 0
		for i, s := range Shares(counts) {
			tenths += int(s*10 + 0.5)
			whole += counts[i]
		}
		if whole > 0 && tenths != 1000 {
			t.Fatalf("%v: shares sum to %d tenths", counts, tenths)
		}
	})
}

func TestTallies(t *testing.T) {
	p := smallPlan()
	l := merged(t,
		ret("a.xlsx", "财务股", q4, row(p.Requirements[2].Text.Value, status.Completed, "甲"), row(p.Requirements[3].Text.Value, status.Ongoing, "乙")),
		ret("b.xlsx", "执法股", q4, row(p.Requirements[4].Text.Value, status.Completed, "丙")),
		ret("c.xlsx", "图书馆", q4, row(p.Requirements[2].Text.Value, status.Completed, "丁")))
	q := l.Quarters[3]
	if q.Of != 6 || q.Counts[status.Completed] != 2 || q.Counts[status.Ongoing] != 1 || q.Counts[status.NotReported] != 3 {
		t.Errorf("fourth quarter: %+v", q.Tally)
	}
	if q.RateOf != 5 || q.Rate != 40 {
		t.Errorf("completion rate %.1f of %d, want 40.0 of 5: ongoing is outside", q.Rate, q.RateOf)
	}
	if q.Overdue != 2 { // requirement 2 since June, requirement 4 recurs and is only ongoing
		t.Errorf("%d overdue, want 2", q.Overdue)
	}
	finance := l.ByDepartment[1]
	if finance.Department.Name != "财务股" || finance.Of != 3 || finance.Supports != 1 || finance.Counts[status.NotReported] != 1 {
		t.Errorf("财务股: %+v", finance)
	}
	if v, ok := l.Figures.Value("2021Q4.completion_rate"); !ok || v != 40 {
		t.Errorf("figure %v %v", v, ok)
	}
}

func TestCoverage(t *testing.T) {
	p := smallPlan()
	p.Settings.Deadline, _ = period.ParseDeadline("次月8日", 2021)
	p.Roster.Departments = append(p.Roster.Departments,
		plan.Department{Name: "外单位", Kind: plan.Outside},
		plan.Department{Name: "新馆", Kind: plan.Affiliate, Active: plan.Active{From: q2}})
	p.Requirements[2].Duty.Joint = append(p.Requirements[2].Duty.Joint, plan.Party{Name: "新馆"})
	five := p.Requirements[4].Text.Value
	l := Merge(p, []returns.Return{
		dated(ret("a.xlsx", "执法股", q1, row(five, status.InProgress, "甲")), 8),
		dated(ret("b.xlsx", "办公室", q1, row(five, status.InProgress, "乙")), 11),
		ret("c.xlsx", "财务股", q1, row(five, status.InProgress, "丙")),
	}, nil, Options{AsOf: q2})
	want := map[string][2]CoverageState{
		"执法股": {OnTime, Missing}, "办公室": {Late, Missing}, "财务股": {Undated, Missing},
		"图书馆": {Missing, Missing}, "外单位": {NotExpected, NotExpected}, "新馆": {NotExpected, Missing},
	}
	for _, c := range l.Coverage {
		if w := want[c.Department][c.Quarter.N-1]; c.State != w {
			t.Errorf("%s %s: %s, want %s", c.Department, c.Quarter, c.State, w)
		}
		if c.State == Late && c.LateDays != 3 {
			t.Errorf("late by %d days, want 3", c.LateDays)
		}
	}
	if r := l.Quarters[0].Returns; r.Expected != 4 || r.Expected != r.OnTime+r.Late+r.Undated+r.Missing {
		t.Errorf("first quarter: %+v", r)
	}
}

func TestYearChanges(t *testing.T) {
	p := smallPlan()
	p.Requirements[4].Active = plan.Active{Until: q3, Note: "上级取消"}
	l := Merge(p, nil, nil, Options{AsOf: q4})
	if l.Quarters[1].Of != 6 || l.Quarters[2].Of != 5 {
		t.Errorf("denominators %d and %d, want 6 and 5", l.Quarters[1].Of, l.Quarters[2].Of)
	}
	if l.Standing(5, q2).Active != true || l.Standing(5, q3).Active != false {
		t.Error("the requirement leaves with the third quarter")
	}
}
