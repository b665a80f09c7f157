package ledger

import (
	"testing"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"

	"pgregory.net/rapid"
)

// TestShares: each share is rounded by itself, half up, and the tally says where they do not sum to 100.
func TestShares(t *testing.T) {
	for _, c := range []struct {
		counts  []int
		want    []float64
		rounded bool
	}{
		{[]int{11, 11, 11}, []float64{33.3, 33.3, 33.3}, true},
		{[]int{162, 17, 10, 24, 9}, []float64{73.0, 7.7, 4.5, 10.8, 4.1}, true},
		{[]int{9, 3, 3}, []float64{60, 20, 20}, false},
		{[]int{1, 1999}, []float64{0.1, 100}, true}, // 0.05 and 99.95
		{[]int{0, 0}, []float64{0, 0}, false},
	} {
		counts := map[status.Status]int{}
		for i, n := range c.counts {
			counts[status.Statuses[i]] = n
		}
		got := TallyOf(counts, 0)
		for i, want := range c.want {
			if share := got.Shares[status.Statuses[i]]; share != want {
				t.Errorf("%v: %v, want %v", c.counts, share, want)
			}
		}
		if got.Rounded() != c.rounded {
			t.Errorf("%v: rounded is %v", c.counts, got.Rounded())
		}
	}
}

// TestPercent: a share is true to half a tenth, and a half goes up.
func TestPercent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(1, 5000).Draw(t, "whole")
		n := rapid.IntRange(0, whole).Draw(t, "n")
		tenths := int(Percent(n, whole)*10 + 0.5)
		if off := 2*(tenths*whole) - 2*(n*1000); off <= -whole || off > whole {
			t.Fatalf("%d of %d is %d tenths of a percent", n, whole, tenths)
		}
	})
}

// TestRateNeedsABase: no rate of fewer than five, nor where nobody gave a status.
func TestRateNeedsABase(t *testing.T) {
	for _, c := range []struct {
		counts map[status.Status]int
		rated  bool
	}{
		{map[status.Status]int{status.Completed: 4}, false},
		{map[status.Status]int{status.Completed: 3, status.Behind: 2}, true},
		{map[status.Status]int{status.Completed: 4, status.Ongoing: 9}, false},
		{map[status.Status]int{status.NotReported: 8}, false},
		{map[status.Status]int{status.NotReported: 7, status.NotStarted: 1}, true},
		{map[status.Status]int{status.NotReported: 7, status.Ongoing: 1}, false},
	} {
		if got := TallyOf(c.counts, 0); got.Rated != c.rated {
			t.Errorf("%v: rated is %v", c.counts, got.Rated)
		}
	}
}

// TestSteadyDenominator: the rates of all quarters are of the requirements that count at the as-of
// quarter.
func TestSteadyDenominator(t *testing.T) {
	p := smallPlan()
	p.Requirements[4].Active = plan.Active{Until: q3, Note: "上级取消"}
	l := merged(t)
	l = Merge(p, []returns.Return{ret("a.xlsx", "财务股", q1, row(p.Requirements[2].Text.Value, status.Completed, "甲"), row(p.Requirements[3].Text.Value, status.Ongoing, "乙")),
		ret("c.xlsx", "图书馆", q1, row(p.Requirements[2].Text.Value, status.Completed, "丁"))}, nil, Options{AsOf: q4})
	for _, q := range l.Quarters {
		if q.RateOf != l.Quarters[3].RateOf {
			t.Errorf("%s: of %d, at the end of %d", q.Quarter, q.RateOf, l.Quarters[3].RateOf)
		}
	}
}

// TestRecurringDuty: what recurs and was done in a quarter is not overdue in the fourth, what was never
// done is.
func TestRecurringDuty(t *testing.T) {
	p := smallPlan()
	for i := range p.Requirements {
		p.Requirements[i].Due = period.Due{Recurring: "每年至少1次"}
	}
	text := p.Requirements[3].Text.Value
	done := Merge(p, []returns.Return{ret("a.xlsx", "财务股", q3, row(text, status.Completed, "甲")), ret("b.xlsx", "财务股", q4, row(text, status.InProgress, "乙"))}, nil, Options{AsOf: q4})
	if s := done.Standing(4, q4); s.Overdue || s.Status != status.InProgress {
		t.Errorf("done in the third quarter: %+v", s)
	}
	never := Merge(p, []returns.Return{ret("b.xlsx", "财务股", q4, row(text, status.InProgress, "乙"))}, nil, Options{AsOf: q4})
	if !never.Standing(4, q4).Overdue {
		t.Error("never done, and not overdue")
	}
	finance := done.ByDepartment[1]
	was := never.ByDepartment[1]
	if finance.Department.Name != "财务股" || finance.Overdue != was.Overdue-1 {
		t.Errorf("%s: %d overdue, %d where it was never done", finance.Department.Name, finance.Overdue, was.Overdue)
	}
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
