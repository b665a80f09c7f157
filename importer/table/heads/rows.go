package heads

import (
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
)

// Head is a heading of a table: its first line, and the first line below it.
type Head struct{ First, Body int }

// KnownHead widens a known heading line to all rows of the heading: a cell that reaches down
// from above begins it, and rows of headings or under such cells go on with it.
func (r *Reader) KnownHead(v block.View, line int, anchors map[int]int, below bool) Head {
	h := Head{First: line, Body: line + 1}
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || !v.Down(cell) || fold.Longer(cell.Text, heading.Longest) {
			continue
		}
		if first := v.LineOf(cell); first < h.First && line-first < MostRows {
			h.First = first
		}
	}
	for h.First > v.First() && line-h.First < MostRows-1 && r.groupsColumns(v, h.First-1, h.First, below) {
		h.First--
	}
	for h.Body <= v.Last() && h.Body-h.First < MostRows && anchors[h.Body] == 0 && r.continuesHeading(v, h.Body) {
		h.Body++
	}
	return h
}

// groupsColumns reports whether a line above a heading groups its columns: it has several
// cells, some of them merged over more than one column, none as wide as the table.
func (r *Reader) groupsColumns(v block.View, line, below int, inTable bool) bool {
	if r.IsLabelLine(v, line) {
		return false
	}
	cells, wide := 0, false
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() {
			continue
		}
		if v.Across(cell) {
			wide = true
			continue
		}
		if cell.Kind != grid.Text || fold.Longer(cell.Text, heading.Longest) || r.IsValue(cell.Text) {
			return false
		}
		cells++
	}
	_, n := v.Shown(below)
	return wide && cells >= 2 || !inTable && cells >= 2 && 2*cells >= n && r.HeadedCells(v, line) >= 1
}

// continuesHeading reports whether a line still belongs to the heading above it: a heading cell
// reaches down into it, or it is made of headings itself.
func (r *Reader) continuesHeading(v block.View, line int) bool {
	reached, filled, known, plain, grouped, brief := false, 0, 0, 0, 0, 0
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || v.Across(cell) {
			continue
		}
		if v.Down(cell) {
			reached = true
			continue
		}
		filled++
		if cell.Kind != grid.Text || fold.Longer(cell.Text, heading.Longest) {
			continue
		}
		if !fold.Longer(cell.Text, LongestBrief) {
			brief++
		}
		if above := v.Cell(line-1, c); !above.IsEmpty() && (v.Across(above) || v.Across(v.Cell(line-1, c+1)) && v.Cell(line-1, c+1).Anchor() == above.Anchor()) {
			grouped++
		}
		switch {
		case len(r.Headings.Whole(cell.Text)) > 0 || r.Status.Word(cell.Text) != status.NoStatus:
			known++
		case !r.IsValue(cell.Text):
			plain++
		}
	}
	if filled == 0 {
		return reached
	}
	if known+plain < filled {
		return false
	}
	return known == filled && (reached || known >= 2) || reached && (known > 0 || grouped == filled) || grouped >= 2 && brief == filled
}
