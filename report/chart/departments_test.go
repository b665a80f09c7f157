package chart

import (
	"fmt"
	"strings"
	"testing"
)

// A dash in the column of rates is explained under the figure, where there is one.
func TestADashInTheRatesIsExplained(t *testing.T) {
	for rated, want := range map[bool]bool{true: false, false: true} {
		e := edition(12, 8, 40, 4)
		for i := range e.Departments {
			e.Departments[i].Tally.Rated = true
		}
		e.Departments[1].Tally.Rated = rated
		for _, c := range Departments(e, pages[0]) {
			if got := strings.Contains(strings.Join(c.Notes, ""), "不足5项"); got != want {
				t.Errorf("all rated %v: %q", rated, c.Notes)
			}
		}
	}
}

// Of very many departments the figure shows those with most to do, and says of the rest that they have
// no more; all of them are shown where a reader can still compare them.
func TestOfVeryManyDepartmentsTheFirstAreShown(t *testing.T) {
	for n, want := range map[int]int{mostBars: mostBars, mostBars + 1: shownBars, 250: shownBars} {
		e := edition(n, 12, 40, 4)
		for i := range e.Departments {
			e.Departments[i].Name = fmt.Sprintf("部门%d号", i)
		}
		shown, noted := 0, false
		for _, c := range Departments(e, pages[0]) {
			shown += strings.Count(texts(c), "号\n")
			noted = noted || strings.Contains(strings.Join(c.Notes, ""), "其余")
		}
		if shown != want || noted != (want < n) {
			t.Errorf("of %d departments %d are shown, the rest noted: %v", n, shown, noted)
		}
	}
}
