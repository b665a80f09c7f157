package ledger

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/lookback"
	"taizhang/importer/plan"
)

// counterparts finds, for each requirement of an earlier year that was in force at its
// end, the same one on this year's list: by its no, 0 where there is none. The same are
// those of the same key, and those whose words differ in nothing but the year that they
// name (2020年底前 is then 2021年底前), and those that the office says are the same. Nothing is matched by likeness. Those in force now go
// before those that are not, equal words before moved years, and each is found once.
func (m *merge) counterparts(from *lookback.Year) []int {
	byKey := map[string][]int{}
	for i := range m.Plan.Requirements {
		r := &m.Plan.Requirements[i]
		byKey[r.Key] = append(byKey[r.Key], r.No)
	}
	found := make([]int, len(from.Requirements))
	taken := map[int]bool{}
	match := func(key func(lookback.Requirement) string, active bool) {
		for i, r := range from.Requirements {
			if found[i] != 0 || !r.At(from.AsOf.N).Active {
				continue
			}
			for _, no := range append(byKey[key(r)], m.called(r.Key)...) {
				if !taken[no] && m.Standing(no, m.AsOf).Active == active {
					found[i], taken[no] = no, true
					break
				}
			}
		}
	}
	asWritten := func(r lookback.Requirement) string { return r.Key }
	yearMoved := func(r lookback.Requirement) string {
		years := m.Year - from.Year
		return plan.Key(moveYears(r.Task, from.Year, years), moveYears(r.Text, from.Year, years))
	}
	for _, active := range []bool{true, false} {
		match(asWritten, active)
		match(yearMoved, active)
	}
	return found
}

var yearNamed = regexp.MustCompile(`[0-9]+年`)

// moveYears moves the years that a text names on by so many years, from since on: what is
// older names a document, not when something is to be done.
func moveYears(text string, since, years int) string {
	return yearNamed.ReplaceAllStringFunc(text, func(named string) string {
		digits := strings.TrimSuffix(named, "年")
		if y, err := strconv.Atoi(digits); err == nil && len(digits) == 4 && y >= since {
			return strconv.Itoa(y+years) + "年"
		}
		return named
	})
}
