package merge

import (
	"fmt"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

func day(year, month, d int) grid.Read[period.Date] {
	on := period.Date{Year: year, Month: month, Day: d}
	return grid.Read[period.Date]{Value: on, Said: on.Label(), At: finding.In("f", "Sheet1").At(4, 5)}
}

func completed(requirement string, on grid.Read[period.Date]) returns.Row {
	r := ledgertest.Row(requirement, status.Completed, "已全部办结并公开。")
	r.CompletedOn = on
	return r
}

// Where most dates lie in another year, the year is asked about once, and not each date.
func TestAYearInDoubtIsOneFinding(t *testing.T) {
	texts := ledgertest.SmallPlan().Requirements
	of := func(file string, year int) returns.Return {
		r := ledgertest.Ret(file, "办公室", ledgertest.Q1, completed(texts[0].Text.Value, day(year, 2, 3)), completed(texts[1].Text.Value, day(year, 3, 4)))
		r.StatedOn = day(year, 4, 6)
		return r
	}
	for name, c := range map[string]struct {
		returns          []returns.Return
		doubtful, beside int // findings of the year, of single dates
	}{
		"its own year":     {[]returns.Return{of("a", 2021)}, 0, 0},
		"another year":     {[]returns.Return{of("a", 2022)}, 1, 0},
		"two dates":        {[]returns.Return{ledgertest.Ret("a", "办公室", ledgertest.Q1, completed(texts[0].Text.Value, day(2022, 2, 3)), completed(texts[1].Text.Value, day(2022, 3, 4)))}, 0, 2},
		"half of them":     {[]returns.Return{of("a", 2022), withDepartment(of("b", 2021), "执法股")}, 0, 2},
		"one of many":      {[]returns.Return{of("a", 2022), bare("b"), bare("c"), bare("d")}, 0, 2},
		"nobody says when": {[]returns.Return{bare("b"), bare("c")}, 0, 0},
	} {
		l := Merge(ledgertest.SmallPlan(), c.returns, nil, Options{AsOf: ledgertest.Q1})
		if d, b := codes(l, finding.YearDoubtful), codes(l, finding.DateOutsideQuarter); d != c.doubtful || b != c.beside {
			t.Errorf("%s: %d findings of the year and %d of dates, want %d and %d", name, d, b, c.doubtful, c.beside)
		}
	}
}

func withDepartment(r returns.Return, name string) returns.Return {
	r.Department = grid.Read[string]{Value: name, Said: name}
	return r
}

// bare is a return without any date.
func bare(file string) returns.Return {
	return ledgertest.Ret(file, "财务股", ledgertest.Q1, ledgertest.Row("积极推进部门单位财政预算、决算及相关报表公开。", status.Ongoing, "每月公开"+file))
}

// The fourth quarter is reported in January: that day is of the year before.
func TestJanuaryIsNoDoubt(t *testing.T) {
	var rs []returns.Return
	for i := range 4 {
		r := bare(fmt.Sprint(i))
		r.Quarter.Value, r.StatedOn = ledgertest.Q4, day(2022, 1, 6)
		rs = append(rs, r)
	}
	if l := Merge(ledgertest.SmallPlan(), rs, nil, Options{AsOf: ledgertest.Q4}); codes(l, finding.YearDoubtful) != 0 {
		t.Error("the year is in doubt for returns of January")
	}
}

// A return that is held because it names a quarter of the other year has come: its department
// is neither missing nor asked for what it left out, and all of it is one cause.
func TestAReturnOfTheOtherYearHasCome(t *testing.T) {
	var rs []returns.Return
	var found []finding.Finding
	for i, name := range []string{"办公室", "财务股", "执法股"} {
		r := withDepartment(bare(fmt.Sprint(i)), name)
		r.Quarter.Value, r.Quarter.Said = period.Quarter{Year: 2022, N: 1}, "2022年第一季度"
		r.Held = finding.QuarterUnknown
		rs = append(rs, r)
		found = append(found, finding.New(finding.QuarterUnknown, finding.In(r.File, r.Sheet).At(1, 1), "", ""))
	}
	l := Merge(ledgertest.SmallPlan(), rs, found, Options{AsOf: ledgertest.Q1})
	for _, c := range l.Coverage {
		want := ledger.Unreadable
		if c.Department == "图书馆" {
			want = ledger.Missing
		}
		if c.State != want {
			t.Errorf("%s: %s, want %s", c.Department, c.State, want)
		}
	}
	if n := codes(l, finding.RequirementMissing); n != 0 {
		t.Errorf("%d requirements are missed", n)
	}
	causes := 0
	for _, c := range l.Causes {
		if c.Code == finding.YearDoubtful {
			causes++
			if c.Findings != 4 || c.Severity != finding.Error {
				t.Errorf("the cause: %+v", c)
			}
		}
		if c.Code == finding.QuarterUnknown {
			t.Errorf("a cause of its own: %+v", c)
		}
	}
	if causes != 1 {
		t.Errorf("%d causes of the year", causes)
	}
}
