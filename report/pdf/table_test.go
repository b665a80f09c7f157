package pdf

import (
	"testing"

	"taizhang/report/internal/trial"
)

// The last row of a table does not stand alone on a page.
func TestLastRow(t *testing.T) {
	for n := 20; n < 40; n++ {
		pages := lay(t, trial.Year(trial.Lines(n), 4, true)).pages
		last := pages[len(pages)-1]
		rows := 0
		for _, b := range last.boxes {
			for _, m := range b.marks {
				if _, ok := m.(anchor); ok {
					rows++
				}
			}
		}
		if rows < 2 {
			t.Errorf("%d requirements: the last page has %d of them", n, rows)
		}
	}
}
