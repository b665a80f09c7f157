package figures

import (
	"slices"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// Departments stand at one end only, and nobody is named where all are alike.
func TestRanked(t *testing.T) {
	of := func(done ...int) *ledger.Ledger {
		l := &ledger.Ledger{}
		for _, n := range done {
			l.ByDepartment = append(l.ByDepartment, ledger.DepartmentTally{Department: plan.Department{}, Tally: ledger.TallyOf(map[status.Status]int{status.Completed: n, status.Behind: 8 - n}, 0)})
		}
		return l
	}
	for _, tc := range []struct {
		done        []int
		best, worst []int
	}{
		{[]int{1, 2, 3, 4, 5, 6, 7, 8}, []int{7, 6, 5}, []int{0, 1, 2}},
		{[]int{8, 4, 4, 4, 4, 0}, []int{0}, []int{5}},
		{[]int{4, 4, 4, 4}, nil, nil},
		{[]int{3, 4, 5, 6}, []int{3, 2}, []int{0, 1}},
		{[]int{3, 5}, nil, nil}, // of two nobody is first or last
		{[]int{3}, nil, nil},
		{nil, nil, nil},
	} {
		if best, worst := firstAndLast(of(tc.done...)); !slices.Equal(best, tc.best) || !slices.Equal(worst, tc.worst) {
			t.Errorf("%v: %v and %v, want %v and %v", tc.done, best, worst, tc.best, tc.worst)
		}
	}
}

// Who has not reported in the quarter is at neither end: its figures are of an earlier one.
func TestRankedHaveReported(t *testing.T) {
	q := period.Quarter{Year: 2021, N: 3}
	l := &ledger.Ledger{AsOf: q}
	for i, done := range []int{8, 7, 5, 4, 2, 0} {
		name := string(rune('甲' + i))
		l.ByDepartment = append(l.ByDepartment, ledger.DepartmentTally{Department: plan.Department{Name: name}, Tally: ledger.TallyOf(map[status.Status]int{status.Completed: done, status.Behind: 8 - done}, 0)})
		state := ledger.OnTime
		if i == 0 || i == 5 {
			state = ledger.Missing
		}
		l.Coverage = append(l.Coverage, ledger.Coverage{Department: name, Quarter: q, Expected: true, State: state})
	}
	if best, worst := firstAndLast(l); !slices.Equal(best, []int{1, 2}) || !slices.Equal(worst, []int{4, 3}) {
		t.Errorf("%v and %v", best, worst)
	}
}
