package cards

import (
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
)

// onlyPairs reports whether a sheet is made as one card is, whatever its labels are called: nothing but
// pairs of a label in the column and its value, no label twice, and among the values one requirement, in
// full or with a status among the others. What the labels mean the values say, and the office where they don't.
func (r *Reader) onlyPairs(v block.View, c int, found []known.Anchor) bool {
	asked, stated := 0, false
	for _, a := range found {
		if a.How != list.ByShort && v.ColumnOf(v.Before(a.Line, a.Col)) == c {
			asked++
			stated = stated || a.How != list.ByNumber
		}
	}
	if asked != 1 {
		return false
	}
	labels, ended := map[string]bool{}, false
	for line := v.First(); line <= v.Last(); line++ {
		cells := v.Filled(line)
		if len(cells) < 2 {
			ended = ended || len(cells) == 1 && len(labels) > 0 // titles stand above the pairs, signatures below
			continue
		}
		key := fold.Key(cells[0].Text)
		if len(cells) > 2 || ended || v.ColumnOf(cells[0]) != c || labels[key] {
			return false
		}
		labels[key] = true
		stated = stated || r.isStatus(cells[1])
	}
	return stated && len(labels) >= leastLabels
}

// isStatus reports whether a cell says where something stands, and nothing else.
func (r *Reader) isStatus(cell grid.Cell) bool {
	return cell.Kind == grid.Text && (r.Status.Is(cell.Text) || r.Status.Word(cell.Text) != "")
}
