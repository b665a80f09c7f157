package cards

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
	labels := sharedLabels(sheets, func(*grid.Sheet) int { return 0 })
	if len(labels) == 0 {
		labels = sharedLabels(sheets, titleLines)
	}
	return labels
}

// titleLines is how many rows of a sheet stand above the first that holds more than one cell: the title of a
// document stands above its first card alone.
func titleLines(s *grid.Sheet) int {
	row, n := 0, 0
	for cell := range s.Cells() {
		switch {
		case cell.IsEmpty() || cell.Covered():
		case cell.At().Row() != row:
			row, n = cell.At().Row(), 1
		default:
			if n++; n > 1 {
				return row - 1
			}
		}
	}
	return 0
}

// sharedLabels counts from the row behind those that above says.
func sharedLabels(sheets []*grid.Sheet, above func(*grid.Sheet) int) map[string]bool {
	type printed struct {
		row, col int
		key      string
	}
	count := map[printed]int{}
	for _, s := range sheets {
		if s.LastRow() > longestCard {
			continue
		}
		from := above(s)
		for cell := range s.Cells() {
			if cell.Kind == grid.Text && !cell.Covered() && utf8.RuneCountInString(cell.Text) <= longestLabel {
				count[printed{cell.At().Row() - from, cell.At().Col(), fold.Key(cell.Text)}]++
			}
		}
	}
	shared, all := map[int]int{}, map[int]int{} // places of a column, those that recur and all
	for p, n := range count {
		all[p.col]++
		if n >= 2 {
			shared[p.col]++
		}
	}
	most := 0.
	for col := range shared {
		most = max(most, float64(shared[col])/float64(all[col]))
	}
	labels := map[string]bool{}
	for p, n := range count {
		if n >= 2 && (most < labelColumn || float64(shared[p.col]) >= valueColumn*float64(all[p.col])) {
			labels[p.key] = true
		}
	}
	return labels
}

// Where some column holds nothing but texts that recur, it is a column of labels, and what recurs in
// a column of which most texts do not is an answer that was given twice: 一季度, a name.
const (
	labelColumn = 0.9
	valueColumn = 0.5
)

// longestCard is how many rows a sheet with a single card has at the most.
const longestCard = 60
