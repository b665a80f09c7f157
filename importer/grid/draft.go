package grid

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
)

// span is a range of cells: top, left, bottom and right, all inclusive.
type span struct{ top, left, bottom, right int }

// draft is a sheet while a reader fills it. Cells may come in any order; finish sorts
// them, fills merges and keeps what is hidden.
type draft struct {
	sheet  *Sheet
	cells  []Cell // only those that hold anything
	merges []span
	links  []link
	rows   []int  // hidden rows
	cols   []span // hidden columns

	sorted bool
	last   [2]int32 // address of the last cell put
	lost   []Cell   // cells that hold something of their own under a merge
	twice  *Cell    // a cell whose address came twice
}

// link is a hyperlink over a range.
type link struct {
	over   span
	target string
}

func newDraft(file, name string) *draft {
	return &draft{sheet: &Sheet{File: file, Name: name, at: finding.In(file, name)}, sorted: true}
}

// put adds a cell that holds something.
func (d *draft) put(row, col int, c Cell) {
	c.sheet, c.row, c.col = d.sheet, int32(row), int32(col)
	at := [2]int32{c.row, c.col}
	if len(d.cells) > 0 && !before(d.last, at) {
		d.sorted = false
	}
	d.last = at
	d.cells = append(d.cells, c)
	d.sheet.last = max(d.sheet.last, row)
	d.sheet.width = max(d.sheet.width, col)
}

// text adds a text; one of nothing but space leaves the cell empty.
func (d *draft) text(row, col int, text string) {
	if !blank(text) {
		d.put(row, col, Cell{Kind: Text, Text: tidy(text)})
	}
}

// number adds a number under its format.
func (d *draft) number(row, col int, v float64, format string) {
	d.put(row, col, Cell{Kind: Number, Text: decimal(v), Number: v, Format: format})
}

func (d *draft) hideCols(left, right int) {
	d.cols = append(d.cols, span{left: left, right: right})
}

// finish gives the sheet. The draft is used up.
func (d *draft) finish() *Sheet {
	s := d.sheet
	if !d.sorted {
		slices.SortStableFunc(d.cells, compareCells)
	}
	for i := 1; i < len(d.cells); i++ {
		if compareCells(d.cells[i-1], d.cells[i]) == 0 {
			d.twice = &d.cells[i]
		}
	}
	d.attachLinks()
	d.fillMerges()
	s.lines = cut(d.cells)
	for _, row := range d.rows {
		if row <= s.last {
			if s.hiddenRows == nil {
				s.hiddenRows = map[int]bool{}
			}
			s.hiddenRows[row] = true
		}
	}
	d.fillHiddenCols()
	return s
}

// fillHiddenCols notes each hidden column once, however many ranges name it.
func (d *draft) fillHiddenCols() {
	s := d.sheet
	slices.SortFunc(d.cols, func(a, b span) int { return cmp.Compare(a.left, b.left) })
	col := 1
	for _, c := range d.cols {
		for col = max(col, c.left); col <= min(c.right, s.width); col++ {
			if s.hiddenCols == nil {
				s.hiddenCols = map[int]bool{}
			}
			s.hiddenCols[col] = true
		}
	}
}

// attachLinks gives the cells their link. A link on an empty cell keeps its place.
func (d *draft) attachLinks() {
	var extra []Cell
	for _, l := range d.links {
		over := d.clip(l.over)
		for row := over.top; row <= over.bottom; row++ {
			for col := over.left; col <= over.right; col++ {
				if i, ok := d.find(row, col); ok {
					d.cells[i].Link = l.target
				} else if l.over.top == l.over.bottom && l.over.left == l.over.right {
					extra = append(extra, Cell{Link: l.target, sheet: d.sheet, row: int32(row), col: int32(col)})
				}
			}
		}
	}
	d.overlay(extra)
}

// fillMerges gives each covered cell the content of its merge's first cell. Where two
// merges overlap (WPS lets them), the first one written down wins, and takes in the rest
// of one that begins inside it.
func (d *draft) fillMerges() {
	if len(d.merges) == 0 {
		return
	}
	covered := newPlaces(d.sheet.last, d.sheet.width) // in extra, counting from 1
	extra := make([]Cell, 0, min(d.covered(), 4096))
	for _, m := range d.merges {
		m = d.clip(m)
		if m.cells() < 2 {
			continue
		}
		var first Cell
		if i := covered.at(m.top, m.left); i > 0 {
			first = extra[i-1]
		} else {
			first = d.at(m.top, m.left)
			first.anchorRow, first.anchorCol = first.row, first.col
		}
		for row := m.top; row <= m.bottom; row++ {
			for col := m.left; col <= m.right; col++ {
				if covered.at(row, col) > 0 {
					continue
				}
				c := first
				c.row, c.col = int32(row), int32(col)
				extra = append(extra, c)
				covered.put(row, col, len(extra))
			}
		}
	}
	d.overlay(extra)
}

// at returns the cell at row and col, an empty one where there is none.
func (d *draft) at(row, col int) Cell {
	if i, ok := d.find(row, col); ok {
		return d.cells[i]
	}
	return Cell{sheet: d.sheet, row: int32(row), col: int32(col)}
}

// covered returns how many cells the merges make and the links touch, to hold against
// the limit before that is done.
func (d *draft) covered() int {
	n := 0
	for _, m := range d.merges {
		n += d.clip(m).cells()
	}
	for _, l := range d.links {
		n += d.clip(l.over).cells()
	}
	return n
}

func (s span) cells() int { return max(s.bottom-s.top+1, 0) * max(s.right-s.left+1, 0) }

// clip cuts a range to the rows and columns that hold anything: merges down to row
// 1,048,576 are common.
func (d *draft) clip(m span) span {
	return span{max(m.top, 1), max(m.left, 1), min(m.bottom, d.sheet.last), min(m.right, d.sheet.width)}
}

// find returns where the cell at row and col lies among the sorted cells.
func (d *draft) find(row, col int) (int, bool) {
	return slices.BinarySearchFunc(d.cells, Cell{row: int32(row), col: int32(col)}, compareCells)
}

// overlay lays cells over those of the same address, and notes what is lost under them. Of
// two for one address, as two links on one empty cell, the later is laid.
func (d *draft) overlay(extra []Cell) {
	slices.SortStableFunc(extra, compareCells)
	extra = lastOfEach(extra)
	fresh := extra[:0] // those that have no cell under them
	for _, e := range extra {
		i, ok := d.find(int(e.row), int(e.col))
		if !ok {
			fresh = append(fresh, e)
			continue
		}
		if under := d.cells[i]; under.Kind != Empty && under.Text != e.Text {
			d.lost = append(d.lost, under)
		}
		d.cells[i] = e
	}
	// From the last to the first, so that every cell moves once, and mostly into room that
	// was there for blank cells.
	i, k := len(d.cells)-1, len(fresh)-1
	d.cells = append(d.cells, fresh...)
	for to := len(d.cells) - 1; k >= 0; to-- {
		if i >= 0 && compareCells(d.cells[i], fresh[k]) > 0 {
			d.cells[to] = d.cells[i]
			i--
		} else {
			d.cells[to] = fresh[k]
			k--
		}
	}
}

// lastOfEach keeps of sorted cells the last of each address.
func lastOfEach(cells []Cell) []Cell {
	kept := cells[:0]
	for i, c := range cells {
		if i+1 == len(cells) || compareCells(c, cells[i+1]) != 0 {
			kept = append(kept, c)
		}
	}
	return kept
}

// cut makes rows of sorted cells.
func cut(cells []Cell) []line {
	n := 0
	for i := range cells {
		if i == 0 || cells[i].row != cells[i-1].row {
			n++
		}
	}
	lines := make([]line, 0, n)
	for start := 0; start < len(cells); {
		end := start
		for end < len(cells) && cells[end].row == cells[start].row {
			end++
		}
		lines = append(lines, line{cells[start].row, cells[start:end:end]})
		start = end
	}
	return lines
}

func compareCells(a, b Cell) int {
	return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
}

func before(a, b [2]int32) bool { return a[0] < b[0] || a[0] == b[0] && a[1] < b[1] }
