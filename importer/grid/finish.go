package grid

import (
	"cmp"
	"slices"
)

// finish gives the sheet. The draft is used up.
func (d *Draft) finish() *Sheet {
	s := d.sheet
	d.putBoxes()
	if !d.sorted {
		slices.SortStableFunc(d.cells, compareCells)
	}
	for i := 1; i < len(d.cells); i++ {
		if compareCells(d.cells[i-1], d.cells[i]) == 0 {
			d.twice = &d.cells[i]
		}
	}
	d.keepBlanks()
	d.attachLinks()
	d.attachNotes()
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
func (d *Draft) fillHiddenCols() {
	s := d.sheet
	slices.SortFunc(d.cols, func(a, b Span) int { return cmp.Compare(a.Left, b.Left) })
	col := 1
	for _, c := range d.cols {
		for col = max(col, c.Left); col <= min(c.Right, s.width); col++ {
			if s.hiddenCols == nil {
				s.hiddenCols = map[int]bool{}
			}
			s.hiddenCols[col] = true
		}
	}
}

// attachLinks gives the cells their link. A link on an empty cell keeps its place.
func (d *Draft) attachLinks() {
	var extra []Cell
	for _, l := range d.Links {
		over := d.clip(l.Over)
		for row := over.Top; row <= over.Bottom; row++ {
			for col := over.Left; col <= over.Right; col++ {
				if i, ok := d.find(row, col); ok {
					d.cells[i].Link = l.Target
				} else if l.Over.Top == l.Over.Bottom && l.Over.Left == l.Over.Right {
					c := d.sheet.blank(row, col)
					c.Link = l.Target
					extra = append(extra, c)
				}
			}
		}
	}
	d.overlay(extra)
}

// fillMerges gives each covered cell the content of its merge's first cell. Where two
// merges overlap (WPS lets them), the first one written down wins, and takes in the rest
// of one that begins inside it.
func (d *Draft) fillMerges() {
	if len(d.Merges) == 0 {
		return
	}
	covered := newPlaces(d.sheet.last, d.sheet.width) // in extra, counting from 1
	extra := make([]Cell, 0, min(d.covered(), 4096))
	for _, m := range d.Merges {
		m = d.clip(m)
		if m.cells() < 2 {
			continue
		}
		var first Cell
		if i := covered.at(m.Top, m.Left); i > 0 {
			first = extra[i-1]
		} else {
			first = d.at(m.Top, m.Left)
			first.anchorRow, first.anchorCol = first.row, first.col
		}
		for row := m.Top; row <= m.Bottom; row++ {
			for col := m.Left; col <= m.Right; col++ {
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
func (d *Draft) at(row, col int) Cell {
	if i, ok := d.find(row, col); ok {
		return d.cells[i]
	}
	return d.sheet.blank(row, col)
}

// covered returns how many cells the merges make and the links touch, to hold against
// the limit before that is done.
func (d *Draft) covered() int {
	n := 0
	for _, m := range d.Merges {
		n += d.clip(m).cells()
	}
	for _, l := range d.Links {
		n += d.clip(l.Over).cells()
	}
	return n
}

func (s Span) cells() int { return max(s.Bottom-s.Top+1, 0) * max(s.Right-s.Left+1, 0) }

// clip cuts a range to the rows and columns that hold anything: merges down to row
// 1,048,576 are common.
func (d *Draft) clip(m Span) Span {
	return Span{max(m.Top, 1), max(m.Left, 1), min(m.Bottom, d.sheet.last), min(m.Right, d.sheet.width)}
}

// find returns where the cell at row and col lies among the sorted cells.
func (d *Draft) find(row, col int) (int, bool) {
	return slices.BinarySearchFunc(d.cells, Cell{row: int32(row), col: int32(col)}, compareCells)
}

// overlay lays cells over those of the same address, and notes what is lost under them. Of
// two for one address, as two links on one empty cell, the later is laid.
func (d *Draft) overlay(extra []Cell) {
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

// mostPlaces is up to how many cells of a sheet get a place each, filled or not.
const mostPlaces = 1 << 16

// places are numbers by address: a table for a sheet of usual size, a map for a large one.
type places struct {
	width int
	table []int32
	far   map[[2]int]int
}

func newPlaces(rows, cols int) *places {
	if rows > 0 && cols > mostPlaces/rows {
		return &places{far: map[[2]int]int{}}
	}
	return &places{width: cols, table: make([]int32, rows*cols)}
}

// at returns the number at an address of the sheet, 0 where none was put.
func (p *places) at(row, col int) int {
	if p.far != nil {
		return p.far[[2]int{row, col}]
	}
	return int(p.table[(row-1)*p.width+col-1])
}

func (p *places) put(row, col, n int) {
	if p.far != nil {
		p.far[[2]int{row, col}] = n
		return
	}
	p.table[(row-1)*p.width+col-1] = int32(n)
}
