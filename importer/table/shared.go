package table

import (
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
)

// SharedLabels returns the folded short texts that several sheets of a file print in the same
// place, as forms of one requirement each do with their labels.
func SharedLabels(sheets []*grid.Sheet) map[string]bool {
	if len(sheets) < 2 {
		return nil
	}
	type printed struct {
		row, col int
		key      string
	}
	count := map[printed]int{}
	for _, s := range sheets {
		if s.LastRow() > longestCard {
			continue
		}
		for cell := range s.Cells() {
			if cell.Kind == grid.Text && !cell.Covered() && utf8.RuneCountInString(cell.Text) <= longestLabel {
				count[printed{cell.At().Row(), cell.At().Col(), fold.Key(cell.Text)}]++
			}
		}
	}
	labels := map[string]bool{}
	for p, n := range count {
		if n >= 2 {
			labels[p.key] = true
		}
	}
	return labels
}

// longestCard is how many rows a sheet with a single card has at the most.
const longestCard = 60
