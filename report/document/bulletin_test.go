package document

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/figures"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// house is a ledger of the third quarter: one requirement for each way in which a light is given, six
// departments of different rates, one late and one missing.
func house(t *testing.T) *ledger.Ledger {
	t.Helper()
	q := period.Quarter{Year: 2026, N: 3}
	deadline, ok := period.ParseDeadline("次月8日", 2026)
	if !ok {
		t.Fatal("the deadline is not read")
	}
	l := &ledger.Ledger{Year: 2026, Unit: "某局", AsOf: q, Plan: &plan.Plan{Settings: plan.Settings{Deadline: deadline}}}
	day := func(month, day int) period.Date { return period.Date{Year: 2026, Month: month, Day: day} }
	for i, r := range []struct {
		stands  status.Status
		due     period.Date
		overdue bool
	}{
		{status.InProgress, day(8, 31), true},     // red
		{status.Behind, period.Date{}, false},     // yellow: behind
		{status.InProgress, day(10, 30), false},   // yellow: thirty days
		{status.InProgress, day(10, 31), false},   // green: thirty-one
		{status.Completed, day(10, 1), false},     // green: done
		{status.NotApplicable, day(10, 1), false}, // grey
		{status.NotReported, period.Date{}, false},
		{status.Ongoing, period.Date{}, false},
	} {
		l.Plan.Requirements = append(l.Plan.Requirements, plan.Requirement{No: i + 1, Text: grid.Read[string]{Value: fmt.Sprintf("做好第%d类公开。", i+1)}, Due: period.Due{On: r.due}})
		for n := 1; n <= 3; n++ {
			s := ledger.Standing{Requirement: i + 1, Quarter: period.Quarter{Year: 2026, N: n}, Active: true, Status: r.stands, Overdue: r.overdue && n == 3}
			s.Deciders = []ledger.Voice{{Department: fmt.Sprintf("第%d股", i%6+1), Decides: true}}
			l.Standings = append(l.Standings, s)
		}
	}
	counts := map[status.Status]int{status.InProgress: 3, status.Behind: 1, status.Completed: 1, status.NotApplicable: 1, status.NotReported: 1, status.Ongoing: 1}
	for n := 1; n <= 3; n++ {
		l.Quarters = append(l.Quarters, ledger.QuarterTally{Quarter: period.Quarter{Year: 2026, N: n}, Tally: ledger.TallyOf(counts, n/3), Returns: ledger.Receipts{Expected: 6, Reported: 5}})
	}
	for i := range 6 {
		name := fmt.Sprintf("第%d股", i+1)
		l.ByDepartment = append(l.ByDepartment, ledger.DepartmentTally{Department: plan.Department{Name: name}, Tally: ledger.TallyOf(map[status.Status]int{status.Completed: i, status.InProgress: 6 - i}, 0)})
		state := ledger.OnTime
		switch i {
		case 1:
			state = ledger.Late
		case 4:
			state = ledger.Missing
		}
		l.Coverage = append(l.Coverage, ledger.Coverage{Department: name, Quarter: q, Expected: true, State: state, LateDays: i}, ledger.Coverage{Department: name, Quarter: period.Quarter{Year: 2026, N: 2}, State: ledger.Missing})
	}
	return l
}

// The bulletin tells the quarter: counts against the last, lights with who answers and until when, who
// was late, both ends of the departments, and what is asked by when.
func TestBulletin(t *testing.T) {
	l := house(t)
	e, _ := publish.Of(l)
	d, err := Bulletin(l, e, "")
	if err != nil {
		t.Fatal(err)
	}
	text := d.Solid()
	for _, want := range []string{
		"某局政务公开工作要点落实情况通报", "（2026年第三季度，截至2026年9月30日）", "红灯1项，黄灯3项，绿灯3项，灰灯1项。",
		"红1做好第1类公开。第1股2026年8月31日推进中（逾期）", "黄2做好第2类公开。第2股—滞后", "黄3做好第3类公开。第3股2026年10月30日推进中", "黄7做好第7类公开。第1股—未报",
		"应报报表6份，收到5份。迟报的有：第2股（迟1天）。没有报送的有：第5股。",
		"居前的是第6股（83.3%）、第4股（50.0%）；居后的是第1股（0%）、第2股（16.7%）。", // who has not reported is at neither end
		"第1项（第1股）已逾期，请抓紧办结，2027年1月8日前报送结果。", "第2项（第2股）、第7项（第1股）请加快进度，2027年1月8日前报送进展。", "第3项（第3股，2026年10月30日到期）请按期办结。", "下一次报表请各部门于2027年1月8日前报送。",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q in\n%s", want, strings.Join(d.Strings(), "\n"))
		}
	}
	var rows [][]string
	lit := map[figures.Light]int{}
	for _, b := range d.Blocks {
		if table, ok := b.(Table); ok {
			for _, r := range table.Rows {
				lit[r.Cells[0].Light]++
			}
		}
		if table, ok := b.(Table); ok && len(rows) == 0 {
			for _, r := range table.Rows {
				var cells []string
				for _, c := range r.Cells {
					cells = append(cells, c.Text.Plain)
				}
				rows = append(rows, cells)
			}
		}
	}
	if lit[figures.Red] != 1 || lit[figures.Yellow] != 3 || lit[figures.Green] != 0 {
		t.Errorf("lit are %v", lit)
	}
	want := "[[季度 已完成 推进中 常态化 滞后 未启动 不适用 未报 逾期] [本季度 1 3 1 1 0 1 1 1] [上季度 1 3 1 1 0 1 1 0] [增减 — — — — — — — +1]]"
	if got := fmt.Sprint(rows); got != want {
		t.Errorf("the table is %s, want %s", got, want)
	}
	if !d.OnePage {
		t.Error("it is not set for one page")
	}
}

// A first quarter has nothing before it, and departments that can't be told apart have no ends.
func TestBulletinOfAFirstQuarter(t *testing.T) {
	l := house(t)
	l.AsOf = period.Quarter{Year: 2026, N: 1}
	l.Quarters = l.Quarters[:1]
	var first []ledger.Standing
	for _, s := range l.Standings {
		if s.Quarter.N == 1 {
			first = append(first, s)
		}
	}
	l.Standings = first
	for i := range l.ByDepartment {
		l.ByDepartment[i].Tally = l.ByDepartment[0].Tally
	}
	e, _ := publish.Of(l)
	d, err := Bulletin(l, e, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"上季度", "增减", "居前", "居后", "第—", "，，", "。。"} {
		if strings.Contains(d.Solid(), never) {
			t.Errorf("it says %s:\n%s", never, strings.Join(d.Strings(), "\n"))
		}
	}
}

// An error of the office's own wording names the file and the line.
func TestBulletinWording(t *testing.T) {
	l := house(t)
	e, _ := publish.Of(l)
	for template, want := range map[string]string{
		"# 题\n\n{{.没有}}": "通报.md 第3行：没有“没有”这项数据", "![](图:构成)": "通报里不放图", " ": "通报.md 是空的",
	} {
		if _, err := Bulletin(l, e, template); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", template, err, want)
		}
	}
}

// Where only one end of the departments is named, its sentence is whole: it says of what they are at the
// end, and it ends.
func TestBulletinOfOneEnd(t *testing.T) {
	for _, tc := range []struct {
		done        [6]int
		want, never string
	}{
		{[6]int{6, 6, 6, 6, 3, 3}, "完成率居后的是第6股（50.0%）。", "居前"},
		{[6]int{6, 3, 3, 3, 6, 3}, "完成率居前的是第1股（100%）。", "居后"}, // the fifth has not reported
	} {
		l := house(t)
		for i, done := range tc.done {
			l.ByDepartment[i].Tally = ledger.TallyOf(map[status.Status]int{status.Completed: done, status.InProgress: 6 - done}, 0)
		}
		e, _ := publish.Of(l)
		d, err := Bulletin(l, e, "")
		if err != nil {
			t.Fatal(err)
		}
		if text := d.Solid(); !strings.Contains(text, tc.want) || strings.Contains(text, tc.never) {
			t.Errorf("%v: it should have %q and no %q:\n%s", tc.done, tc.want, tc.never, text)
		}
	}
}

// What nobody dated is not said to be on time, and a department that is named as missing may be the one
// whose return nobody could assign.
func TestBulletinOfWhatIsNotKnown(t *testing.T) {
	l := house(t)
	l.Quarters[2].Returns = ledger.Receipts{Expected: 6, Reported: 5, Undated: 3, Missing: 1}
	l.Returns = []ledger.Return{
		{Quarter: l.AsOf, Count: ledger.Count{Read: 4, Held: 4}},
		{Count: ledger.Count{Read: 4, Held: 4}}, // of any quarter
		{Quarter: period.Quarter{Year: 2026, N: 2}, Count: ledger.Count{Read: 4, Held: 4}},
		{Quarter: l.AsOf, Count: ledger.Count{Read: 4, Ignored: 4}}, // the office left it out
		{Quarter: l.AsOf, Department: "第1股", Count: ledger.Count{Read: 4, Held: 4}},
	}
	bulletin := func() string {
		e, _ := publish.Of(l)
		d, err := Bulletin(l, e, "")
		if err != nil {
			t.Fatal(err)
		}
		return d.Solid()
	}
	want := "没有报送的有：第5股（另有2份报表没有认出是哪个部门的，可能出自其中）。另有3份日期不详，不能判断是否迟报。"
	if said := bulletin(); !strings.Contains(said, want) {
		t.Errorf("it lacks %q in\n%s", want, said)
	}
	for i := range l.Coverage {
		if l.Coverage[i].Quarter == l.AsOf {
			l.Coverage[i].State = ledger.Undated
		}
	}
	if said := bulletin(); !strings.Contains(said, "没有未报的部门；另有3份日期不详") || strings.Contains(said, "没有迟报") {
		t.Errorf("it says of what is undated:\n%s", said)
	}
	l.Plan.Settings.Deadline = period.Deadline{}
	if said := bulletin(); !strings.Contains(said, "没有未报的部门；没有设报送截止日，不判断是否迟报。") || strings.Contains(said, "日期不详") {
		t.Errorf("without a deadline it says:\n%s", said)
	}
}

// What is due and nobody reported on is not said to be undone.
func TestBulletinOfDueAndUnreported(t *testing.T) {
	l := house(t)
	for i := range l.Standings {
		if s := &l.Standings[i]; s.Requirement == 1 {
			s.Status = status.NotReported
		}
	}
	e, _ := publish.Of(l)
	d, err := Bulletin(l, e, "")
	if err != nil {
		t.Fatal(err)
	}
	said := d.Solid()
	if !strings.Contains(said, "未报（已到期）") || !strings.Contains(said, "第1项（第1股）已到期而没有填报，请尽快补报") || strings.Contains(said, "（逾期）") {
		t.Error(said)
	}
}

// Who was let off is named as missing and is not asked to hand in any more; with a final quarter nobody is.
func TestBulletinLetsOff(t *testing.T) {
	l := house(t)
	var gone []ledger.Coverage
	for i := range l.Coverage {
		if c := &l.Coverage[i]; c.Quarter == l.AsOf && (i%2 == 0 || c.State == ledger.Missing) {
			c.State = ledger.Missing
			gone = append(gone, *c)
		}
	}
	if len(gone) < 2 {
		t.Fatalf("%v are missing", gone)
	}
	for i := range l.Standings {
		if s := &l.Standings[i]; s.Requirement == 1 {
			s.Status, s.Deciders = status.NotReported, []ledger.Voice{{Department: gone[0].Department, Decides: true}}
		}
	}
	bulletin := func() string {
		e, _ := publish.Of(l)
		d, err := Bulletin(l, e, "")
		if err != nil {
			t.Fatal(err)
		}
		return d.Solid()
	}
	if said := bulletin(); !strings.Contains(said, "请没有报送的部门尽快补报") {
		t.Fatal(said)
	}
	f := finding.New(finding.ReturnMissing, finding.Place{}, "", "").For(gone[0].Department, l.AsOf.String())
	f.Settled = true
	l.Findings = append(l.Findings, f)
	said := bulletin()
	if strings.Contains(said, "请没有报送的部门") || !strings.Contains(said, "请"+gone[1].Department) || !strings.Contains(said, "没有报送的有："+gone[0].Department) {
		t.Errorf("one is let off:\n%s", said)
	}
	if !strings.Contains(said, "已到期而没有填报，请在下一次报表里写明") || strings.Contains(said, "已到期而没有填报，请尽快补报") {
		t.Errorf("what it is to report on:\n%s", said)
	}
	l.Rulings = append(l.Rulings, ruling.Ruling{Act: ruling.Close, Target: ruling.Target{Quarter: l.AsOf.String()}, State: ruling.Applied})
	if said := bulletin(); strings.Contains(said, "补报") {
		t.Errorf("the quarter is final:\n%s", said)
	}
}
