package merge

import (
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// TestSteadyDenominator: the rates of all quarters are of the requirements that count at the as-of
// quarter.
func TestSteadyDenominator(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Requirements[4].Active = plan.Active{Until: ledgertest.Q3, Note: "上级取消"}
	l := merged(t)
	l = Merge(p, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(p.Requirements[2].Text.Value, status.Completed, "甲"), ledgertest.Row(p.Requirements[3].Text.Value, status.Ongoing, "乙")),
		ledgertest.Ret("c.xlsx", "图书馆", ledgertest.Q1, ledgertest.Row(p.Requirements[2].Text.Value, status.Completed, "丁"))}, nil, Options{AsOf: ledgertest.Q4})
	for _, q := range l.Quarters {
		if q.RateOf != l.Quarters[3].RateOf {
			t.Errorf("%s: of %d, at the end of %d", q.Quarter, q.RateOf, l.Quarters[3].RateOf)
		}
	}
}

// TestRecurringDuty: what recurs and was done in a quarter is not overdue in the fourth, what was never
// done is.
func TestRecurringDuty(t *testing.T) {
	p := ledgertest.SmallPlan()
	for i := range p.Requirements {
		p.Requirements[i].Due = period.Due{Recurring: "每年至少1次"}
	}
	text := p.Requirements[3].Text.Value
	done := Merge(p, []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q3, ledgertest.Row(text, status.Completed, "甲")), ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q4, ledgertest.Row(text, status.InProgress, "乙"))}, nil, Options{AsOf: ledgertest.Q4})
	if s := done.Standing(4, ledgertest.Q4); s.Overdue || s.Status != status.InProgress {
		t.Errorf("done in the third quarter: %+v", s)
	}
	never := Merge(p, []returns.Return{ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q4, ledgertest.Row(text, status.InProgress, "乙"))}, nil, Options{AsOf: ledgertest.Q4})
	if !never.Standing(4, ledgertest.Q4).Overdue {
		t.Error("never done, and not overdue")
	}
	finance := done.ByDepartment[1]
	was := never.ByDepartment[1]
	if finance.Department.Name != "财务股" || finance.Overdue != was.Overdue-1 {
		t.Errorf("%s: %d overdue, %d where it was never done", finance.Department.Name, finance.Overdue, was.Overdue)
	}
}

func TestTallies(t *testing.T) {
	p := ledgertest.SmallPlan()
	l := merged(t,
		ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q4, ledgertest.Row(p.Requirements[2].Text.Value, status.Completed, "甲"), ledgertest.Row(p.Requirements[3].Text.Value, status.Ongoing, "乙")),
		ledgertest.Ret("b.xlsx", "执法股", ledgertest.Q4, ledgertest.Row(p.Requirements[4].Text.Value, status.Completed, "丙")),
		ledgertest.Ret("c.xlsx", "图书馆", ledgertest.Q4, ledgertest.Row(p.Requirements[2].Text.Value, status.Completed, "丁")))
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
	p := ledgertest.SmallPlan()
	p.Settings.Deadline, _ = period.ParseDeadline("次月8日", 2021)
	p.Roster.Departments = append(p.Roster.Departments,
		plan.Department{Name: "外单位", Kind: plan.Outside},
		plan.Department{Name: "新馆", Kind: plan.Affiliate, Active: plan.Active{From: ledgertest.Q2}})
	p.Requirements[2].Duty.Joint = append(p.Requirements[2].Duty.Joint, plan.Party{Name: "新馆"})
	five := p.Requirements[4].Text.Value
	l := Merge(p, []returns.Return{
		dated(ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q1, ledgertest.Row(five, status.InProgress, "甲")), 8),
		dated(ledgertest.Ret("b.xlsx", "办公室", ledgertest.Q1, ledgertest.Row(five, status.InProgress, "乙")), 11),
		ledgertest.Ret("c.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(five, status.InProgress, "丙")),
	}, nil, Options{AsOf: ledgertest.Q2})
	want := map[string][2]ledger.CoverageState{
		"执法股": {ledger.OnTime, ledger.Missing}, "办公室": {ledger.Late, ledger.Missing}, "财务股": {ledger.Undated, ledger.Missing},
		"图书馆": {ledger.Missing, ledger.Missing}, "外单位": {ledger.NotExpected, ledger.NotExpected}, "新馆": {ledger.NotExpected, ledger.Missing},
	}
	for _, c := range l.Coverage {
		if w := want[c.Department][c.Quarter.N-1]; c.State != w {
			t.Errorf("%s %s: %s, want %s", c.Department, c.Quarter, c.State, w)
		}
		if c.State == ledger.Late && c.LateDays != 3 {
			t.Errorf("late by %d days, want 3", c.LateDays)
		}
	}
	if r := l.Quarters[0].Returns; r.Expected != 4 || r.Expected != r.OnTime+r.Late+r.Undated+r.Missing {
		t.Errorf("first quarter: %+v", r)
	}
}

func TestYearChanges(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Requirements[4].Active = plan.Active{Until: ledgertest.Q3, Note: "上级取消"}
	l := Merge(p, nil, nil, Options{AsOf: ledgertest.Q4})
	if l.Quarters[1].Of != 6 || l.Quarters[2].Of != 5 {
		t.Errorf("denominators %d and %d, want 6 and 5", l.Quarters[1].Of, l.Quarters[2].Of)
	}
	if l.Standing(5, ledgertest.Q2).Active != true || l.Standing(5, ledgertest.Q3).Active != false {
		t.Error("the requirement leaves with the third quarter")
	}
}
