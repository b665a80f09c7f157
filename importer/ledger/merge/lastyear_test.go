package merge

import (
	"fmt"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// past is an earlier year's requirement with how it stood, quarter by quarter; "" is a
// quarter in which it did not count.
func past(no int, task, text string, statuses ...status.Status) lookback.Requirement {
	r := lookback.Requirement{No: no, Number: fmt.Sprint(no), Key: plan.Key(task, text), Task: task, Text: text}
	for _, s := range statuses {
		st := lookback.Standing{Status: s, Active: s != ""}
		if s == "" {
			st.Status = status.NotReported
		}
		r.Standings = append(r.Standings, st)
	}
	return r
}

func yearOf(year, quarters int, rs ...lookback.Requirement) *lookback.Year {
	return &lookback.Year{File: "上年/台账.json", Year: year, AsOf: period.Quarter{Year: year, N: quarters}, Requirements: rs}
}

// leftOver says what became of each unfinished requirement.
func leftOver(y *ledger.LastYear) []string {
	var list []string
	for _, u := range y.Open {
		list = append(list, fmt.Sprintf("%d %s %s %d", u.No, u.Status, u.Fate, u.Now))
	}
	return list
}

func TestLookBack(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Requirements[4].Active.Until = ledgertest.Q3 // 停用
	first, third := p.Requirements[0], p.Requirements[2]
	fourth, fifth := p.Requirements[3], p.Requirements[4]
	task := func(r plan.Requirement) string { return p.Tasks[r.Task-1].Title.Value }
	last := yearOf(2020, 4,
		past(1, task(first), first.Text.Value, status.NotStarted, status.InProgress, status.InProgress, status.Behind),
		past(2, "做好规划公开。", "做好“十一五”规划至“十三五”规划等各项规划的归集、整理和主动公开工作", status.NotReported, status.NotReported, status.Completed, status.Completed), // 标点不同
		past(3, task(third), third.Text.Value, status.InProgress, status.InProgress, status.InProgress, status.InProgress),
		past(4, task(fourth), fourth.Text.Value, status.Ongoing, status.Ongoing, status.Ongoing, status.Ongoing),
		past(5, task(fifth), fifth.Text.Value, status.NotStarted, status.NotStarted, status.NotStarted, status.NotStarted),
		past(6, "做好财政公开", "开展培训。", "", status.NotReported, status.NotReported, status.NotReported),
		past(7, "做好财政公开", "撤销的要求。", status.Behind, "", "", ""))
	l := Merge(p, []returns.Return{
		ledgertest.Ret("a.xlsx", "办公室", ledgertest.Q4, ledgertest.Row(first.Text.Value, status.Completed, "甲")),
		ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q4, ledgertest.Row(third.Text.Value, status.Completed, "乙"), ledgertest.Row(fourth.Text.Value, status.Completed, "丙")),
	}, nil, Options{AsOf: ledgertest.Q4, Last: last})
	y := l.LastYear
	want := []string{"1 behind continued 1", "3 in_progress continued 3", "5 not_started suspended 5", "6 not_reported dropped 0"}
	if diff := cmp.Diff(want, leftOver(y)); diff != "" {
		t.Error(diff)
	}
	if y.Of != 6 || y.RateOf != 5 || y.Counts[status.Completed] != 1 || y.Rate != 20 || y.Same.Rate != 20 {
		t.Errorf("2020: %+v", y.Tally)
	}
	if y.Carried != 4 || y.New != 1 || y.Left != 1 || y.Ended != 1 {
		t.Errorf("carried %d, new %d, left %d, ended %d", y.Carried, y.New, y.Left, y.Ended)
	}
	if y.Again.Of != 2 || y.Again.Counts[status.Completed] != 1 || y.Again.Counts[status.InProgress] != 1 { // 图书馆 has not said
		t.Errorf("again: %+v", y.Again)
	}
	if !y.Compared || y.Change != 20 || l.Quarters[3].Rate != 40 {
		t.Errorf("change %v of %v", y.Change, l.Quarters[3].Rate)
	}
	for name, want := range map[string]float64{"last_year.year": 2020, "last_year.completion_rate": 20, "last_year.completion_rate_of": 5,
		"last_year.same_quarter.completion_rate": 20, "last_year.completion_rate_change": 20, "last_year.carried": 4, "last_year.new": 1,
		"last_year.left": 1, "last_year.ended": 1, "last_year.unfinished": 4, "last_year.continued.requirements": 2, "last_year.suspended": 1, "last_year.dropped": 1} {
		if got, ok := l.Figures.Value(name); !ok || got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}

// A year in its second quarter is compared with the same quarter, one whose last year ended
// before it with none.
func TestSameQuarter(t *testing.T) {
	p := ledgertest.SmallPlan()
	r := p.Requirements[0]
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "办公室", ledgertest.Q2, ledgertest.Row(r.Text.Value, status.Completed, "甲"))}
	last := yearOf(2020, 3, past(1, "做好规划公开", r.Text.Value, status.InProgress, status.Completed, status.Behind), past(2, "甲", "乙", status.Behind, status.Behind, status.Behind),
		past(3, "甲", "丙", status.Behind, status.Behind, status.Behind), past(4, "甲", "丁", status.Behind, status.Behind, status.Behind), past(5, "甲", "戊", status.Behind, status.Behind, status.Behind))
	y := Merge(p, rs, nil, Options{AsOf: ledgertest.Q2, Last: last}).LastYear
	if y.SameAt.String() != "2020Q2" || y.Same.Rate != 20 || y.Rate != 0 || !y.Compared || y.Change != -3.3 { // 16.7 less 20.0
		t.Errorf("second quarter: %+v", y)
	}
	l := Merge(p, rs, nil, Options{AsOf: ledgertest.Q4, Last: last})
	y = l.LastYear
	if !y.SameAt.IsZero() || y.Compared || y.Of != 5 {
		t.Errorf("fourth quarter: %+v", y)
	}
	for _, name := range []string{"last_year.same_quarter.requirements", "last_year.completion_rate_change"} {
		if v, ok := l.Figures.Value(name); ok {
			t.Errorf("%s is %v", name, v)
		}
	}
}

func TestCounterparts(t *testing.T) {
	p := &plan.Plan{Year: 2021}
	for i, s := range []string{"2021年底前公开目录。", "定期公开。", "定期公开。", "按〔2019〕60号办理，2021年1月报送，2022年3月前总结。", "公开2019年印发的文件。"} {
		no := i + 1
		p.Requirements = append(p.Requirements, plan.Requirement{No: no, Key: plan.Key("2021年任务", s), Task: 1, Text: ledgertest.Text(s)})
	}
	p.Requirements[1].Active.Until = ledgertest.Q2
	p.Tasks = []plan.Task{{No: 1, Title: ledgertest.Text("2021年任务"), Requirements: []int{1, 2, 3, 4, 5}}}
	b := status.Behind
	last := yearOf(2020, 1, past(1, "2020年任务", "2020年底前公开目录。", b), past(2, "2021年任务", "定期公开。", b), past(3, "2021年任务", "定期公开。", b),
		past(4, "2020年任务", "定期公开。", b), past(5, "2020年任务", "按〔2019〕60号办理，2020年1月报送，2021年3月前总结。", b),
		past(6, "2020年任务", "公开2018年印发的文件。", b), past(7, "2020年任务", "定期公布。", b))
	want := []string{"1 behind continued 1", "2 behind continued 3", "3 behind suspended 2", "4 behind dropped 0", "5 behind continued 4", "6 behind dropped 0", "7 behind dropped 0"}
	y := Merge(p, nil, nil, Options{AsOf: ledgertest.Q4, Last: last}).LastYear
	if diff := cmp.Diff(want, leftOver(y)); diff != "" {
		t.Error(diff)
	}
}

// Whatever the two years are, what is printed adds up.
func TestLookBackAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		statuses := rapid.SampledFrom(append([]status.Status{""}, status.Statuses...))
		p := ledgertest.SmallPlan()
		quarters := rapid.IntRange(1, 4).Draw(t, "quarters")
		last := yearOf(2020, quarters)
		for no := range rapid.IntRange(0, 12).Draw(t, "then") {
			r := p.Requirements[rapid.IntRange(0, len(p.Requirements)-1).Draw(t, "of")]
			words := r.Text.Value
			if rapid.Bool().Draw(t, "other") {
				words = fmt.Sprint("另一项", no%3)
			}
			last.Requirements = append(last.Requirements, past(no+1, p.Tasks[r.Task-1].Title.Value, words, rapid.SliceOfN(statuses, quarters, quarters).Draw(t, "stood")...))
		}
		var rs []returns.Return
		asOf := period.Quarter{Year: 2021, N: rapid.IntRange(1, 4).Draw(t, "as of")}
		for i := range p.Requirements {
			r := &p.Requirements[i]
			if rapid.IntRange(0, 4).Draw(t, "ends") == 0 {
				r.Active.Until = ledgertest.Q2
			}
			for _, d := range append(r.Duty.Lead, r.Duty.Joint...) {
				if s := statuses.Draw(t, "stands"); s != "" && s != status.NotReported {
					rs = append(rs, ledgertest.Ret(fmt.Sprint(r.No, d.Name), d.Name, ledgertest.Q1, ledgertest.Row(r.Text.Value, s, "甲")))
				}
			}
		}
		l := Merge(p, rs, nil, Options{AsOf: asOf, Last: last})
		y, now := l.LastYear, l.Quarters[asOf.N-1]
		if y.Of != y.Carried+y.Left+y.Ended || now.Of != y.Carried+y.New || y.New < 0 {
			t.Errorf("%d then, %d now: carried %d, new %d, left %d, ended %d", y.Of, now.Of, y.Carried, y.New, y.Left, y.Ended)
		}
		open := y.Counts[status.Behind] + y.Counts[status.NotStarted] + y.Counts[status.InProgress] + y.Counts[status.NotReported]
		if len(y.Open) != open || open != y.Again.Of+y.Count(ledger.Suspended)+y.Count(ledger.Dropped) || y.Again.Of != y.Count(ledger.Continued) {
			t.Errorf("%d unfinished, %v", open, leftOver(y))
		}
		taken := map[int]bool{}
		for _, u := range y.Open {
			if taken[u.Now] && u.Now != 0 {
				t.Errorf("%d is the counterpart of two", u.Now)
			}
			taken[u.Now] = true
		}
		if y.Compared && fmt.Sprintf("%.1f", y.Same.Rate+y.Change) != fmt.Sprintf("%.1f", now.Rate) {
			t.Errorf("%.1f and %.1f are %.1f", y.Same.Rate, y.Change, now.Rate)
		}
	})
}
