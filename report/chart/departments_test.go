package chart

import (
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
