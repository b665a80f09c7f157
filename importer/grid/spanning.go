package grid

import "slices"

// Spanning returns the sheet as it would be if some ranges were merged: the first cell of each shows in
// those of its cells that hold nothing. The cells keep their places; a range whose first cell is empty or
// lies under a merge changes nothing.
func (s *Sheet) Spanning(spans ...Span) *Sheet {
	type at struct{ row, col int32 }
	anew := map[at]bool{}
	var cells []Cell
	for _, over := range spans {
		first := s.Cell(over.Top, over.Left)
		if first.IsEmpty() || first.Covered() || anew[at{first.row, first.col}] {
			continue
		}
		first.anchorRow, first.anchorCol = first.row, first.col
		for row := over.Top; row <= min(over.Bottom, s.last); row++ {
			for col := over.Left; col <= min(over.Right, s.width); col++ {
				c := first
				if c.row, c.col = int32(row), int32(col); anew[at{c.row, c.col}] || c != first && !s.Cell(row, col).IsEmpty() {
					continue
				}
				anew[at{c.row, c.col}] = true
				cells = append(cells, c)
			}
		}
	}
	if len(cells) == 0 {
		return s
	}
	for c := range s.Cells() {
		if !anew[at{c.row, c.col}] {
			cells = append(cells, c)
		}
	}
	slices.SortStableFunc(cells, compareCells)
	all := *s
	all.lines = cut(cells)
	return &all
}
