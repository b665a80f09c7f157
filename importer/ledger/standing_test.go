package ledger

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

func TestSettle(t *testing.T) {
	silent := returns.Status("silent")
	for _, c := range []struct {
		name string
		said []returns.Status // silent for a department without an entry
		want returns.Status
	}{
		{"nobody has spoken", []returns.Status{silent, silent}, returns.NotReported},
		{"one lead", []returns.Status{returns.Completed}, returns.Completed},
		{"the furthest behind counts", []returns.Status{returns.Completed, returns.Behind, returns.NotStarted}, returns.Behind},
		{"not started before in progress", []returns.Status{returns.InProgress, returns.NotStarted}, returns.NotStarted},
		{"ongoing before completed", []returns.Status{returns.Completed, returns.Ongoing}, returns.Ongoing},
		{"completed needs every word", []returns.Status{returns.Completed, silent}, returns.InProgress},
		{"an answer without a status is no word", []returns.Status{returns.Completed, returns.NoStatus}, returns.InProgress},
		{"only answers without a status", []returns.Status{returns.NoStatus}, returns.InProgress},
		{"not applicable if all say so", []returns.Status{returns.NotApplicable, returns.NotApplicable}, returns.NotApplicable},
		{"not applicable beside completed", []returns.Status{returns.NotApplicable, returns.Completed}, returns.Completed},
		{"not applicable and silence", []returns.Status{returns.NotApplicable, silent}, returns.InProgress},
		{"ongoing and silence", []returns.Status{returns.Ongoing, silent}, returns.Ongoing},
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
		ret("1.xlsx", "执法股", q1, row(p.Text.Value, returns.InProgress, "一季度已公示三批执法信息")),
		ret("3.xlsx", "执法股", q3, row(p.Text.Value, returns.Completed, "三季度已全部公示完毕")))
	for _, c := range []struct {
		q        period.Quarter
		status   returns.Status
		from     period.Quarter
		reported int
	}{
		{q1, returns.InProgress, period.Quarter{}, 1},
		{q2, returns.InProgress, q1, 0},
		{q3, returns.Completed, period.Quarter{}, 1},
		{q4, returns.Completed, q3, 0},
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
		status returns.Status
		want   bool
	}{
		{"before it is due", period.Due{On: day}, q1, returns.NotReported, false},
		{"on the last day of the quarter", period.Due{On: day}, q2, returns.InProgress, true},
		{"ongoing does not excuse", period.Due{On: day}, q3, returns.Ongoing, true},
		{"completed", period.Due{On: day}, q3, returns.Completed, false},
		{"not applicable", period.Due{On: day}, q3, returns.NotApplicable, false},
		{"not reported", period.Due{On: day}, q4, returns.NotReported, true},
		{"recurring in the third quarter", period.Due{Recurring: "每年至少1次"}, q3, returns.NotStarted, false},
		{"recurring in the fourth", period.Due{Recurring: "每年至少1次"}, q4, returns.Ongoing, true},
		{"without a date", period.Due{}, q4, returns.Behind, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := overdue(&plan.Requirement{Due: c.due}, c.q, c.status); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
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
		ret("1.xlsx", "办公室", q2, row(two, returns.Completed, "已全部公开。")),
		ret("2.xlsx", "财务股", q2, row(two, returns.InProgress, "正在整理。")),
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
		ret("1.xlsx", "执法股", q1, row(five, returns.Completed, "行政执法信息已全部公示，共三十二条。")),
		ret("2.xlsx", "执法股", q2, row(five, returns.InProgress, "行政执法信息已全部公示，共三十二条。")),
		ret("3.xlsx", "办公室", q2, row(five, returns.InProgress, "行政执法信息已全部公示，共三十二条。")))
	for code, want := range map[finding.Code]int{
		finding.StatusRegressed: 1, finding.TextUnchanged: 1, finding.TextCopied: 2, finding.NotAssigned: 1,
	} {
		if got := codes(l, code); got != want {
			t.Errorf("%s: %d findings, want %d", code, got, want)
		}
	}
}

func TestLeadAndSupportDisagree(t *testing.T) {
	one := smallPlan().Requirements[0].Text.Value
	l := merged(t,
		ret("a.xlsx", "办公室", q1, row(one, returns.Completed, "规划已公开")),
		ret("b.xlsx", "财务股", q1, row(one, returns.InProgress, "正在整理材料")),
		ret("c.xlsx", "图书馆", q1, row(one, returns.Completed, "本馆规划已公开")))
	if got := codes(l, finding.LeadSupportConflict); got != 1 {
		t.Errorf("%d conflicts, want the one of 财务股", got)
	}
	if s := l.Standing(1, q1); s.Status != returns.Completed || len(s.Supporting) != 2 {
		t.Errorf("the lead decides: %q, %d supporting", s.Status, len(s.Supporting))
	}
}
