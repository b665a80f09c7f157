package find

import (
	"slices"

	"taizhang/importer/table/block"
	"taizhang/importer/table/heads"
	"taizhang/importer/table/known"
)

// sideBySide cuts a view into the tables that stand beside each other: columns in which rows
// name different requirements.
func (r *Reader) sideBySide(v block.View, found []known.Anchor) []block.View {
	inCol := map[int]map[int]bool{}
	inRow := map[int]map[int]int{} // by row: the requirement by column
	for _, a := range found {
		if inCol[a.Col] == nil {
			inCol[a.Col] = map[int]bool{}
		}
		inCol[a.Col][a.No] = true
		if inRow[a.Line] == nil {
			inRow[a.Line] = map[int]int{}
		}
		inRow[a.Line][a.Col] = a.No
	}
	var cols []int
	for c := range inCol {
		cols = append(cols, c)
	}
	slices.Sort(cols)
	var starts []int // anchor columns of the tables
	for _, c := range cols {
		if len(starts) == 0 {
			starts = append(starts, c)
			continue
		}
		last := starts[len(starts)-1]
		apart, together := 0, 0
		for _, row := range inRow {
			a, b := row[last], row[c]
			switch {
			case a == 0 || b == 0:
			case a == b:
				together++
			default:
				apart++
			}
		}
		if c-last >= 2 && together == 0 && apart > 0 && (len(inCol[c]) >= 2 && namesIn(v, c, found) || r.sameHeading(v, last, c)) {
			starts = append(starts, c)
		}
	}
	if len(starts) < 2 {
		return []block.View{v}
	}
	var parts []block.View
	step := starts[1] - starts[0]
	for i, c := range starts {
		part := v
		if i > 0 {
			left := c - (starts[0] - firstColumn(v, starts[0], step)) // as far from its anchors as the first table
			part = v.Between(left, v.Right())
			parts[i-1] = parts[i-1].Between(parts[i-1].Left(), left-1)
		}
		parts = append(parts, part)
	}
	return parts
}

// namesIn reports whether most cells of a column name requirements. Long answers name one now and
// then.
func namesIn(v block.View, c int, found []known.Anchor) bool {
	names, filled := 0, 0
	for _, a := range found {
		if a.Col == c {
			names++
		}
	}
	for line := v.First(); line <= v.Last(); line++ {
		if cell := v.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			filled++
		}
	}
	return 2*names > filled
}

// firstColumn returns where the first of several tables begins: not further left of its anchors
// than the next table lies to their right.
func firstColumn(v block.View, anchors, step int) int {
	for c := max(v.Left(), anchors-step+1); c < anchors; c++ {
		for line := v.First(); line <= v.Last(); line++ {
			if cell := v.Cell(line, c); !cell.IsEmpty() && !v.Across(cell) {
				return c
			}
		}
	}
	return anchors
}

// sameHeading reports whether the same text heads two columns.
func (r *Reader) sameHeading(v block.View, a, b int) bool {
	for line := v.First(); line <= min(v.Last(), v.First()+heads.SearchedHeads); line++ {
		x, y := v.Cell(line, a), v.Cell(line, b)
		if !x.IsEmpty() && !x.Covered() && !y.Covered() && x.Text == y.Text {
			return true
		}
	}
	return false
}
