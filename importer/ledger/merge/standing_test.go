package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

func TestCarryForward(t *testing.T) {
	p := ledgertest.SmallPlan().Requirements[4]
	l := merged(t,
		ledgertest.Ret("1.xlsx", "执法股", ledgertest.Q1, ledgertest.Row(p.Text.Value, status.InProgress, "一季度已公示三批执法信息")),
		ledgertest.Ret("3.xlsx", "执法股", ledgertest.Q3, ledgertest.Row(p.Text.Value, status.Completed, "三季度已全部公示完毕")))
	for _, c := range []struct {
		q        period.Quarter
		status   status.Status
		from     period.Quarter
		reported int
	}{
		{ledgertest.Q1, status.InProgress, period.Quarter{}, 1},
		{ledgertest.Q2, status.InProgress, ledgertest.Q1, 0},
		{ledgertest.Q3, status.Completed, period.Quarter{}, 1},
		{ledgertest.Q4, status.Completed, ledgertest.Q3, 0},
	} {
		s := l.Standing(5, c.q)
		if s.Status != c.status || s.From != c.from || s.Reported != c.reported || s.Expected != 1 {
			t.Errorf("%s: status %q from %q reported %d of %d, want %q %q %d of 1", c.q, s.Status, s.From, s.Reported, s.Expected, c.status, c.from, c.reported)
		}
	}
}

// What comes round within the year and goes on is kept up by the word of its round; without
// one, and where it comes round once a year, it is overdue like everything else.
func TestOngoingDutiesAreKeptUp(t *testing.T) {
	for _, c := range []struct {
		name, phrase string
		stands       status.Status
		said         period.Quarter // the quarter that it was last said in
		overdue      bool
	}{
		{"every month, said now", "每月25日前", status.Ongoing, ledgertest.Q4, false},
		{"every quarter, said now", "每季度开展一次", status.Ongoing, ledgertest.Q4, false},
		{"at the end of each quarter, said now", "季度末", status.Ongoing, ledgertest.Q4, false},
		{"months of the year, said now", "每年1、4、7、10月8日前", status.Ongoing, ledgertest.Q4, false},
		{"every month, said before", "每月", status.Ongoing, ledgertest.Q3, true},
		{"twice a year, said in its half", "每半年一次", status.Ongoing, ledgertest.Q3, false},
		{"twice a year, said in the first half", "每半年一次", status.Ongoing, ledgertest.Q2, true},
		{"every quarter, under way", "每季度", status.InProgress, ledgertest.Q4, true},
		{"once a year", "每年至少听取1次", status.Ongoing, ledgertest.Q4, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := ledgertest.SmallPlan()
			for i := range p.Requirements {
				p.Requirements[i].Due = period.Due{}
			}
			p.Requirements[0].Due = period.Due{Recurring: c.phrase}
			p.Requirements[0].Duty = plan.Duty{Lead: ledgertest.Party("办公室")}
			l := Merge(p, []returns.Return{ledgertest.Ret("1.xlsx", "办公室", c.said, ledgertest.Row(p.Requirements[0].Text.Value, c.stands, "已开展3次。"))}, nil, Options{AsOf: ledgertest.Q4})
			if got := l.Standing(1, ledgertest.Q4).Overdue; got != c.overdue {
				t.Errorf("overdue: %v", got)
			}
			for _, d := range l.ByDepartment {
				if want := c.overdue; d.Department.Name == "办公室" && (d.Overdue > 0) != want {
					t.Errorf("of its department %d are overdue", d.Overdue)
				}
			}
		})
	}
}

// Of those who answer for an overdue requirement together, only who is behind is asked.
func TestOverdueAsksWhoOwes(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Requirements[1].Duty.Lead = ledgertest.Party("办公室", "财务股", "执法股")
	two := p.Requirements[1].Text.Value
	all := []returns.Return{
		ledgertest.Ret("1.xlsx", "办公室", ledgertest.Q2, ledgertest.Row(two, status.Completed, "已全部公开。")),
		ledgertest.Ret("2.xlsx", "财务股", ledgertest.Q2, ledgertest.Row(two, status.InProgress, "正在整理。")),
	}
	asked := func(rs ...returns.Return) string {
		for _, f := range Merge(p, rs, nil, Options{AsOf: ledgertest.Q2}).Findings {
			if f.Code == finding.Overdue && strings.Contains(f.Found, "第2条") {
				return f.Department
			}
		}
		return ""
	}
	if got := asked(all...); got != "财务股、执法股" {
		t.Errorf("asked: %q", got)
	}
	if got := asked(); got != "办公室、财务股、执法股" {
		t.Errorf("before anybody answered: %q", got)
	}
}

func TestHistoryFindings(t *testing.T) {
	five := ledgertest.SmallPlan().Requirements[4].Text.Value
	l := merged(t,
		ledgertest.Ret("1.xlsx", "执法股", ledgertest.Q1, ledgertest.Row(five, status.Completed, "行政执法信息已全部公示，共三十二条。")),
		ledgertest.Ret("2.xlsx", "执法股", ledgertest.Q2, ledgertest.Row(five, status.InProgress, "行政执法信息已全部公示，共三十二条。")),
		ledgertest.Ret("3.xlsx", "办公室", ledgertest.Q2, ledgertest.Row(five, status.InProgress, "行政执法信息已全部公示，共三十二条。")))
	for code, want := range map[finding.Code]int{
		finding.StatusRegressed: 1, finding.TextUnchanged: 1, finding.TextCopied: 1, finding.NotAssigned: 1,
	} {
		if got := codes(l, code); got != want {
			t.Errorf("%s: %d findings, want %d", code, got, want)
		}
	}
}

func TestLeadAndSupportDisagree(t *testing.T) {
	one := ledgertest.SmallPlan().Requirements[0].Text.Value
	l := merged(t,
		ledgertest.Ret("a.xlsx", "办公室", ledgertest.Q1, ledgertest.Row(one, status.Completed, "规划已公开")),
		ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(one, status.InProgress, "正在整理材料")),
		ledgertest.Ret("c.xlsx", "图书馆", ledgertest.Q1, ledgertest.Row(one, status.Completed, "本馆规划已公开")))
	if got := codes(l, finding.LeadSupportConflict); got != 1 {
		t.Errorf("%d conflicts, want the one of 财务股", got)
	}
	if s := l.Standing(1, ledgertest.Q1); s.Status != status.Completed || len(s.Supporting) != 2 {
		t.Errorf("the lead decides: %q, %d supporting", s.Status, len(s.Supporting))
	}
}

// What the lead is said to have written is what it wrote.
func TestLeadAndSupportAreQuoted(t *testing.T) {
	one := ledgertest.SmallPlan().Requirements[0].Text.Value
	lead := ledgertest.Row(one, status.Completed, "规划已公开")
	lead.Status.Said = "全都弄好了"
	l := merged(t,
		ledgertest.Ret("a.xlsx", "办公室", ledgertest.Q1, lead),
		ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(one, status.InProgress, "正在整理材料")))
	found := false
	for _, f := range l.Findings {
		if f.Code == finding.LeadSupportConflict {
			found = true
			if !strings.Contains(f.Message, "牵头部门填“全都弄好了”（办公室），台账计为已完成") {
				t.Errorf("the lead is quoted as %q", f.Message)
			}
		}
	}
	if !found {
		t.Error("no conflict is reported")
	}
}

// 否 under 是否完成 is behind from the time on at which the requirement is due, and not before.
func TestNotDoneBeforeItIsDue(t *testing.T) {
	two, three := ledgertest.SmallPlan().Requirements[1].Text.Value, ledgertest.SmallPlan().Requirements[2].Text.Value
	no := func(text string) returns.Row {
		row := ledgertest.Row(text, status.Behind, "正在整理材料")
		row.Status.Said, row.NotYet = "否", true
		return row
	}
	l := merged(t,
		ledgertest.Ret("a.xlsx", "办公室", ledgertest.Q1, no(two)), // due on 30 June
		ledgertest.Ret("b.xlsx", "办公室", ledgertest.Q2, no(two)),
		ledgertest.Ret("c.xlsx", "财务股", ledgertest.Q1, no(three))) // the list names no time
	for i, want := range []status.Status{status.InProgress, status.Behind, status.Behind} {
		no, q := 2, ledgertest.Q1
		if i == 1 {
			q = ledgertest.Q2
		}
		if i == 2 {
			no = 3
		}
		found := false
		for _, e := range l.Entries {
			if e.Requirement == no && e.Quarter == q {
				found = true
				if e.Row.Status.Value != want || e.Row.Status.Said != "否" {
					t.Errorf("requirement %d in %s stands at %q (%s), want %q", no, q.Short(), e.Row.Status.Value, e.Row.Status.Said, want)
				}
			}
		}
		if !found {
			t.Errorf("requirement %d has no entry in %s", no, q.Short())
		}
	}
}
