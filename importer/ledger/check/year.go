package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

// From how many dates on, and from which part of all returns on, another year puts the
// ledger's own in doubt. Fewer are slips of the pen, and of the departments' own.
const (
	leastDates   = 3
	leastReturns = 3 // one in so many
)

// YearDoubt is a year that most returns speak of and that is not the ledger's.
type YearDoubt struct {
	year        int // zero for no doubt
	dates, all  int // that lie in it, of all that name a year
	returns, of int // of which most dates lie in it, of all returns
}

// DoubtYear is the rule 年度存疑: where most dates of the returns lie in another year, it is the
// year of the ledger that is in doubt, and not each date.
func DoubtYear(p *plan.Plan, rs []returns.Return) YearDoubt {
	dates, speak := map[int]int{}, map[int]int{}
	all, spoken := 0, 0
	for i := range rs {
		own := map[int]int{}
		n := 0
		for _, year := range yearsOf(p.Year, &rs[i]) {
			own[year]++
			n++
		}
		all += n
		for year, count := range own {
			dates[year] += count
			if 2*count > n {
				speak[year]++
			}
		}
		if n > 0 {
			spoken++
		}
	}
	for year, n := range dates {
		if year != p.Year && n >= leastDates && 2*n > all && 2*speak[year] > spoken && leastReturns*speak[year] >= len(rs) {
			return YearDoubt{year, n, all, speak[year], len(rs)} // no two years have more than half
		}
	}
	return YearDoubt{}
}

// yearsOf returns the years that a return names: of its quarter, of the day on which it was
// filled in and of what was completed. A date that names no year takes the ledger's, and says
// nothing.
func yearsOf(own int, ret *returns.Return) (years []int) {
	named := func(year int, said string) {
		if year != own || strings.Contains(said, strconv.Itoa(own)) {
			years = append(years, year)
		}
	}
	if q := ret.Quarter; !q.Value.IsZero() {
		named(q.Value.Year, q.Said)
	}
	if on := ret.StatedOn; !on.Value.IsZero() {
		year := on.Value.Year
		if ret.Quarter.Value.N == 4 && on.Value.Month <= 3 {
			year-- // the fourth quarter is reported in January
		}
		named(year, on.Said)
	}
	for i := range ret.Rows {
		if on := ret.Rows[i].CompletedOn; !on.Value.IsZero() {
			named(on.Value.Year, on.Said)
		}
	}
	return years
}

// holds reports whether a return is held for the doubt alone: it names a quarter of the other
// year.
func (d YearDoubt) holds(ret *returns.Return) bool {
	return d.year != 0 && ret.Held == finding.QuarterUnknown && ret.Quarter.Value.Year == d.year
}

// TellYear says once that the year is in doubt. What only repeats it goes; what holds a sheet
// stays, under the same cause.
func TellYear(l *ledger.Ledger, rs []returns.Return, d YearDoubt) {
	if d.year == 0 {
		return
	}
	before, dated := len(l.Findings), map[finding.Place]bool{}
	for i := range l.Entries {
		if on := l.Entries[i].Row.CompletedOn; on.Value.Year == d.year {
			dated[on.At] = true
		}
	}
	l.Findings = slices.DeleteFunc(l.Findings, func(f finding.Finding) bool {
		return f.Code == finding.DateOutsideQuarter && dated[f.Place]
	})
	repeated := before - len(l.Findings)
	held := map[finding.Place]bool{}
	for i := range rs {
		if ret := &rs[i]; d.holds(ret) {
			held[finding.In(ret.File, ret.Sheet)] = true
		}
	}
	for i := range l.Findings {
		if f := &l.Findings[i]; f.Code == finding.QuarterUnknown && held[f.Place.At(0, 0)] {
			f.Cause = ledger.YearCause
		}
	}
	f := finding.New(finding.YearDoubtful, finding.In(l.Plan.Source, ""),
		fmt.Sprintf("报表里写明年份的 %d 处中，有 %d 处是%d年的，现在按%d年汇总", d.all, d.dates, d.year, l.Year), strconv.Itoa(d.year))
	f.Cause = ledger.YearCause
	if repeated > 0 {
		f.Message = strings.TrimRight(f.Message, "。") + fmt.Sprintf("；完成日期因此不在本季度内的 %d 处，不再逐条列出。", repeated)
	}
	l.Findings = append(l.Findings, f)
}
