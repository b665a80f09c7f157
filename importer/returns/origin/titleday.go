package origin

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// The day of filling in may stand above the table without a label: alone in a cell, before a remark, or behind
// the title. Whether it is that, the quarter says: a return is written when its quarter is nearly over or soon after.

// titleDays returns such days of a row above a table. Behind a label that asks for another day (会议时间) stands
// that one.
func (r *Reader) titleDays(s *grid.Sheet, row, left, right int) (days []grid.Read[string]) {
	before := ""
	for c := 1; c <= right; c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if c >= left && (before == "" || r.namesUnit(before) || r.isTitle(before)) {
			if day, ok := r.titleDay(cell); ok {
				days = append(days, day)
			}
		}
		before = strings.TrimSpace(cell.String())
	}
	return days
}

// titleDay returns the day of one cell.
func (r *Reader) titleDay(cell grid.Cell) (day grid.Read[string], ok bool) {
	said := func(text string) (grid.Read[string], bool) {
		text = strings.TrimSpace(text)
		return grid.Read[string]{Value: text, Said: text, At: cell.At()}, period.IsDate(text, r.Plan.Year) && period.NamesDay(text, r.Plan.Year)
	}
	if _, dated := r.DateOf(cell); dated {
		on, _ := cell.DateWords()
		return said(on)
	}
	text := strings.TrimSpace(cell.Text)
	if cell.Kind != grid.Text || fold.Longer(text, longestSaid) || len(r.LabelsIn(cell)) > 0 {
		return day, false
	}
	if m := dayFirst.FindStringSubmatch(text); m != nil && !otherDay.MatchString(m[2]) {
		return said(m[1])
	}
	if strings.Contains(text, "。") {
		return day, false
	}
	if m := dayLast.FindStringSubmatch(text); m != nil && r.isTitle(m[1]) {
		return said(m[2])
	}
	return day, false
}

var (
	// dayFirst is a day with a remark behind it: 2026年7月12日（7月8日报的作废，以此为准）.
	dayFirst = regexp.MustCompile(`^([0-9０-９二〇○零][^\s　（(，,。；;]{5,})[\s　（(，,；;]+(.*)$`)
	// otherDay is a remark that makes of the day before it something else: 2026年6月30日（数据截止）.
	otherDay = regexp.MustCompile(`截[至止]|时限|期限|以?前|之前|[^\p{Han}][起至到]|^[起至到—~～-]|计划|召开|举[行办]|开工|完成|竣工|印发|检查`)
	// dayLast is a day behind a title, in a bracket or not.
	dayLast = regexp.MustCompile(`^(.*\p{Han}[^0-9０-９]*?)[\s　]*[（(\s　]([0-9０-９二〇][^\s　（(）)]{4,})[)）]?$`)
	// titled is how the title of a return ends.
	titled = regexp.MustCompile(`(?:表|情况|汇报|报告|进展|总结|台账|清单|更正稿?|汇总)[)）]?$`)
)

// isTitle reports whether what stands before a day is the title of a return.
func (r *Reader) isTitle(text string) bool {
	text = strings.TrimSpace(text)
	return !untilThen.MatchString(text) && (titled.MatchString(text) || len(r.Mentions(text)) > 0 && len(r.Plan.Roster.FindIn(text)) > 0)
}

// writtenThen keeps of such days those on which a return of the quarter may have been written: from a month
// before its last one to the end of the next quarter.
func (r *Reader) writtenThen(days []grid.Read[string], q period.Quarter) []grid.Read[string] {
	if q.IsZero() {
		return nil
	}
	first, last := period.Date{Year: q.Year, Month: q.N*3 - 1, Day: 1}, q.Next().Last()
	return slices.DeleteFunc(slices.Clone(days), func(day grid.Read[string]) bool {
		for _, year := range []int{r.Plan.Year, r.Plan.Year + 1} {
			if on, ok := period.ParseDate(day.Value, year); ok && !first.After(on) && !on.After(last) {
				return false
			}
		}
		return true
	})
}
