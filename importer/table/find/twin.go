package find

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/templates/words"
)

// Beside returns the table that a view holds under the very heading of another one beside it, though
// nothing in it is known.
func (r *Reader) Beside(l Layout, blocks []*block.Block) []*block.Block {
	for _, other := range blocks {
		if l.shape != block.Upright || other.Shape != block.Upright || other.Head == other.Body || other.Grid() != l.view.Grid() || other.IsTurned() {
			continue
		}
		theirs, ours := other.Filled(other.Head), l.view.Filled(other.Head)
		if len(ours) < 2 || !slices.EqualFunc(theirs, ours, func(a, b grid.Cell) bool { return a.Text == b.Text }) {
			continue
		}
		b := &block.Block{View: l.view, Shape: block.Upright, Top: l.view.First(), Head: other.Head, Body: other.Body, End: l.view.Last()}
		r.heads.ColumnsOf(b)
		for i := range other.Columns {
			if other.Columns[i].Role == words.Requirement && i < len(b.Columns) {
				b.AsksBy = b.Columns[i].Col
			}
		}
		return []*block.Block{b}
	}
	return nil
}
