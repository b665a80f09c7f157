package ledgerbook

import (
	"testing"

	"taizhang/report/internal/trial"
	"taizhang/report/xlsx"
)

// A number that finds no room is shown as ####: the largest line of a sheet finds it, in
// each column that counts lines.
func TestLinesFindRoom(t *testing.T) {
	b := newBook(trial.Part(t, 3, 3, 1), "..", "v1")
	defer b.Close()
	entries := b.entryWidths()
	for where, c := range map[string]struct {
		text          string
		points, width float64
	}{
		"待核对": {"第1048576行", xlsx.BodyStyle.Points(), findingWidths[columnOf(findingColumns, "行账")]},
		"明细":  {"第1048576行", entryPoints, entries[len(entries)-1]},
		"行账":  {"待核对100000", entryPoints, destinationWidth},
	} {
		if need := xlsx.WidthOf(c.text, c.points); need > c.width {
			t.Errorf("%s: %s takes %v of %v", where, c.text, need, c.width)
		}
	}
}
