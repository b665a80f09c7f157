package check

import (
	"taizhang/importer/ledger"
	"taizhang/importer/lookback"
	"taizhang/importer/plan"
)

// counterparts finds, for each requirement of an earlier year that was in force at its
// end, the same one on this year's list: by its no, 0 where there is none. The same are
// those of the same key, and those whose words differ in nothing but the year that they
// name (2020年底前 is then 2021年底前), and those that the office says are the same. Nothing is matched by likeness. Those in force now go
// before those that are not, equal words before moved years, and each is found once.
func counterparts(l *ledger.Ledger, from *lookback.Year, called func(key string) []int) []int {
	byKey := map[string][]int{}
	for i := range l.Plan.Requirements {
		r := &l.Plan.Requirements[i]
		byKey[r.Key] = append(byKey[r.Key], r.No)
	}
	found := make([]int, len(from.Requirements))
	taken := map[int]bool{}
	match := func(key func(lookback.Requirement) string, active bool) {
		for i, r := range from.Requirements {
			if found[i] != 0 || !r.At(from.AsOf.N).Active {
				continue
			}
			for _, no := range append(byKey[key(r)], called(r.Key)...) {
				if !taken[no] && l.Standing(no, l.AsOf).Active == active {
					found[i], taken[no] = no, true
					break
				}
			}
		}
	}
	asWritten := func(r lookback.Requirement) string { return r.Key }
	yearMoved := func(r lookback.Requirement) string {
		years := l.Year - from.Year
		return plan.Key(lookback.MoveYears(r.Task, from.Year, years), lookback.MoveYears(r.Text, from.Year, years))
	}
	for _, active := range []bool{true, false} {
		match(asWritten, active)
		match(yearMoved, active)
	}
	return found
}
