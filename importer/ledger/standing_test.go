package ledger

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

func TestSettle(t *testing.T) {
	silent := status.Status("silent")
	for _, c := range []struct {
		name string
		said []status.Status // silent for a department without an entry
		want status.Status
	}{
		{"nobody has spoken", []status.Status{silent, silent}, status.NotReported},
		{"one lead", []status.Status{status.Completed}, status.Completed},
		{"the furthest behind counts", []status.Status{status.Completed, status.Behind, status.NotStarted}, status.Behind},
		{"not started before in progress", []status.Status{status.InProgress, status.NotStarted}, status.NotStarted},
		{"ongoing before completed", []status.Status{status.Completed, status.Ongoing}, status.Ongoing},
		{"completed needs every word", []status.Status{status.Completed, silent}, status.InProgress},
		{"an answer without a status is no word", []status.Status{status.Completed, status.NoStatus}, status.InProgress},
		{"only answers without a status", []status.Status{status.NoStatus}, status.InProgress},
		{"not applicable if all say so", []status.Status{status.NotApplicable, status.NotApplicable}, status.NotApplicable},
		{"not applicable beside completed", []status.Status{status.NotApplicable, status.Completed}, status.Completed},
		{"not applicable and silence", []status.Status{status.NotApplicable, silent}, status.InProgress},
		{"ongoing and silence", []status.Status{status.Ongoing, silent}, status.Ongoing},
	} {
		t.Run(c.name, func(t *testing.T) {
			var voices []Voice
			for _, s := range c.said {
				v := Voice{}
				if s != silent {
					said := row("", s, "")
					v.Entry = &Entry{Row: &said}
				}
				voices = append(voices, v)
			}
			if got := settle(voices); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestCarryForward(t *testing.T) {
	p := smallPlan().Requirements[4]
	l := merged(t,
		ret("1.xlsx", "执法股", q1, row(p.Text.Value, status.InProgress, "一季度已公示三批执法信息")),
		ret("3.xlsx", "执法股", q3, row(p.Text.Value, status.Completed, "三季度已全部公示完毕")))
	for _, c := range []struct {
		q        period.Quarter
		status   status.Status
		from     period.Quarter
		reported int
	}{
		{q1, status.InProgress, period.Quarter{}, 1},
		{q2, status.InProgress, q1, 0},
		{q3, status.Completed, period.Quarter{}, 1},
		{q4, status.Completed, q3, 0},
	} {
		s := l.Standing(5, c.q)
		if s.Status != c.status || s.From != c.from || s.Reported != c.reported || s.Expected != 1 {
			t.Errorf("%s: status %q from %q reported %d of %d, want %q %q %d of 1", c.q, s.Status, s.From, s.Reported, s.Expected, c.status, c.from, c.reported)
		}
	}
}

func TestOverdue(t *testing.T) {
	day := period.Date{Year: 2021, Month: 6, Day: 30}
	for _, c := range []struct {
		name   string
		due    period.Due
		q      period.Quarter
		status status.Status
		want   bool
	}{
		{"before it is due", period.Due{On: day}, q1, status.NotReported, false},
		{"on the last day of the quarter", period.Due{On: day}, q2, status.InProgress, true},
		{"ongoing does not excuse", period.Due{On: day}, q3, status.Ongoing, true},
		{"completed", period.Due{On: day}, q3, status.Completed, false},
		{"not applicable", period.Due{On: day}, q3, status.NotApplicable, false},
		{"not reported", period.Due{On: day}, q4, status.NotReported, true},
		{"recurring in the third quarter", period.Due{Recurring: "每年至少1次"}, q3, status.NotStarted, false},
		{"recurring in the fourth", period.Due{Recurring: "每年至少1次"}, q4, status.Ongoing, true},
		{"without a date", period.Due{}, q4, status.Behind, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := overdue(&plan.Requirement{Due: c.due}, c.q, c.status); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
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
		{"every month, said now", "每月25日前", status.Ongoing, q4, false},
		{"every quarter, said now", "每季度开展一次", status.Ongoing, q4, false},
		{"at the end of each quarter, said now", "季度末", status.Ongoing, q4, false},
		{"months of the year, said now", "每年1、4、7、10月8日前", status.Ongoing, q4, false},
		{"every month, said before", "每月", status.Ongoing, q3, true},
		{"twice a year, said in its half", "每半年一次", status.Ongoing, q3, false},
		{"twice a year, said in the first half", "每半年一次", status.Ongoing, q2, true},
		{"every quarter, under way", "每季度", status.InProgress, q4, true},
		{"once a year", "每年至少听取1次", status.Ongoing, q4, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := smallPlan()
			for i := range p.Requirements {
				p.Requirements[i].Due = period.Due{}
			}
			p.Requirements[0].Due = period.Due{Recurring: c.phrase}
			p.Requirements[0].Duty = plan.Duty{Lead: party("办公室")}
			l := Merge(p, []returns.Return{ret("1.xlsx", "办公室", c.said, row(p.Requirements[0].Text.Value, c.stands, "已开展3次。"))}, nil, Options{AsOf: q4})
			if got := l.Standing(1, q4).Overdue; got != c.overdue {
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
	p := smallPlan()
	p.Requirements[1].Duty.Lead = party("办公室", "财务股", "执法股")
	two := p.Requirements[1].Text.Value
	all := []returns.Return{
		ret("1.xlsx", "办公室", q2, row(two, status.Completed, "已全部公开。")),
		ret("2.xlsx", "财务股", q2, row(two, status.InProgress, "正在整理。")),
	}
	asked := func(rs ...returns.Return) string {
		for _, f := range Merge(p, rs, nil, Options{AsOf: q2}).Findings {
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
	five := smallPlan().Requirements[4].Text.Value
	l := merged(t,
		ret("1.xlsx", "执法股", q1, row(five, status.Completed, "行政执法信息已全部公示，共三十二条。")),
		ret("2.xlsx", "执法股", q2, row(five, status.InProgress, "行政执法信息已全部公示，共三十二条。")),
		ret("3.xlsx", "办公室", q2, row(five, status.InProgress, "行政执法信息已全部公示，共三十二条。")))
	for code, want := range map[finding.Code]int{
		finding.StatusRegressed: 1, finding.TextUnchanged: 1, finding.TextCopied: 1, finding.NotAssigned: 1,
	} {
		if got := codes(l, code); got != want {
			t.Errorf("%s: %d findings, want %d", code, got, want)
		}
	}
}

func TestLeadAndSupportDisagree(t *testing.T) {
	one := smallPlan().Requirements[0].Text.Value
	l := merged(t,
		ret("a.xlsx", "办公室", q1, row(one, status.Completed, "规划已公开")),
		ret("b.xlsx", "财务股", q1, row(one, status.InProgress, "正在整理材料")),
		ret("c.xlsx", "图书馆", q1, row(one, status.Completed, "本馆规划已公开")))
	if got := codes(l, finding.LeadSupportConflict); got != 1 {
		t.Errorf("%d conflicts, want the one of 财务股", got)
	}
	if s := l.Standing(1, q1); s.Status != status.Completed || len(s.Supporting) != 2 {
		t.Errorf("the lead decides: %q, %d supporting", s.Status, len(s.Supporting))
	}
}
