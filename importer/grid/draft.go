package grid

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
)

// Span is a range of cells: top, left, bottom and right, all inclusive.
type Span struct{ Top, Left, Bottom, Right int }

// Draft is a sheet while a reader fills it. Cells may come in any order; finish sorts
// them, fills merges and keeps what is hidden.
type Draft struct {
	sheet  *Sheet
	cells  []Cell // only those that hold anything
	Merges []Span
	Links  []Link
	notes  []noted // beside the cells
	boxes  []box   // over the cells
	rows   []int   // hidden rows
	cols   []Span  // hidden columns

	look        uint16 // of the cells that are put
	blanks      []blanks
	colLooks    []blanks
	paintedRows map[int]bool

	sorted bool
	last   [2]int32 // address of the last cell put
	filled int      // rows that hold anything, as far as cells came in order
	texts  int      // bytes of text that were put
	lost   []Cell   // cells that hold something of their own under a merge
	twice  *Cell    // a cell whose address came twice
}

// Link is a hyperlink over a range.
type Link struct {
	Over   Span
	Target string
}

func NewDraft(file, name string) *Draft {
	if holdsRadicals(name) {
		name = foldRadicals(name)
	}
	return &Draft{sheet: &Sheet{File: file, Name: name, at: finding.In(file, name)}, sorted: true}
}

// Put adds a cell that holds something. A number whose format says words becomes the text that
// is shown, and keeps its value; what nobody sees in the cell goes beside it.
func (d *Draft) Put(row, col int, c Cell) {
	if c.look = d.look; d.look != 0 && c.Kind == Text {
		c.Text = d.inSigns(c.Text)
	}
	d.put(row, col, c, d.isStruck())
}

func (d *Draft) put(row, col int, c Cell, struck bool) {
	if c.Kind == Number && c.Format != "" {
		if text, ok := Shown(c.Format, c.Number); ok && text == "" {
			d.Note(row, col, Beside{Hidden: c.Text})
			return
		} else if ok {
			c.Kind, c.Text = Text, text
		}
	} else if c.Kind == Text && c.Format != "" {
		text := ShownText(c.Format, c.Text)
		if Blank(text) {
			d.Note(row, col, Beside{Hidden: c.Text})
			return
		}
		c.Text = text
	}
	if c.Kind == Text && isPicture(c.Text) {
		d.PutPicture(row, col)
		return
	}
	if struck {
		d.strike(row, col, c.String())
		return
	}
	if c.Kind == Text && isError(c.Text) {
		c.Kind = Failed
	}
	d.place(row, col, c)
}

func (d *Draft) place(row, col int, c Cell) {
	c.sheet, c.row, c.col = d.sheet, int32(row), int32(col)
	at := [2]int32{c.row, c.col}
	if len(d.cells) > 0 && !before(d.last, at) {
		d.sorted = false
	}
	if d.sorted && d.last[0] != at[0] { // cells that come in no order are counted when all are there
		d.filled++
	}
	d.texts += len(c.Text) + len(c.Link)
	d.last = at
	d.cells = append(d.cells, c)
	d.reach(row, col)
}

// reach lets the sheet go as far as a cell at least.
func (d *Draft) reach(row, col int) {
	d.sheet.last = max(d.sheet.last, row)
	d.sheet.width = max(d.sheet.width, col)
}

// PutText adds a text; one of nothing but space leaves the cell empty.
func (d *Draft) PutText(row, col int, text string) {
	if !Blank(text) {
		d.Put(row, col, Cell{Kind: Text, Text: Tidy(text)})
	}
}

// PutNumber adds a number under its format.
func (d *Draft) PutNumber(row, col int, v float64, format string) {
	d.Put(row, col, Cell{Kind: Number, Text: Decimal(v), Number: v, Format: format})
}

// Size returns how many cells were put.
func (d *Draft) Size() int { return len(d.cells) }

// weight returns how many bytes the sheet takes beside the text of its cells: the cells, and a
// place for each hidden row.
func (d *Draft) weight() int {
	const cell, place = 104, 48
	return cell*(len(d.cells)+d.covered()) + place*len(d.rows)
}

// Expect makes room for n cells.
func (d *Draft) Expect(n int) { d.cells = make([]Cell, 0, n) }

// Repeat puts n cells, from the first-th on, once more into another row.
func (d *Draft) Repeat(first, n, row int) {
	for _, c := range d.cells[first : first+n] {
		d.place(row, int(c.col), c)
	}
}

// Noted returns how many notes stand beside cells so far.
func (d *Draft) Noted() int { return len(d.notes) }

// RepeatNotes notes what the first-th note and those behind it say once more of another row.
func (d *Draft) RepeatNotes(first, n, row int) {
	for _, note := range d.notes[first : first+n] {
		if len(d.notes) >= mostNotes {
			return
		}
		note.row = int32(row)
		if note.Struck != "" {
			d.reach(row, int(note.col))
		}
		d.notes = append(d.notes, note)
	}
}

// Name returns the sheet's name.
func (d *Draft) Name() string { return d.sheet.Name }

// Hide says whether the file hides the sheet.
func (d *Draft) Hide(hidden bool) { d.sheet.Hidden = hidden }

// CountFrom1904 says whether serial numbers count from 1904.
func (d *Draft) CountFrom1904(yes bool) { d.sheet.from1904 = yes }

// mostSpans is how many ranges of hidden columns a sheet keeps.
const mostSpans = 4 * MostCols

// HideRow notes a hidden row.
func (d *Draft) HideRow(row int) { d.rows = append(d.rows, row) }

// HideCols notes hidden columns.
func (d *Draft) HideCols(left, right int) {
	if len(d.cols) == mostSpans {
		return // of so many, all columns are named over and over
	}
	d.cols = append(d.cols, Span{Left: left, Right: right})
}

// Outside notes that a row is no row of the document's table.
func (d *Draft) Outside(row int) {
	if d.sheet.outside == nil {
		d.sheet.outside = map[int]bool{}
	}
	d.sheet.outside[row] = true
}

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

func before(a, b [2]int32) bool { return a[0] < b[0] || a[0] == b[0] && a[1] < b[1] }
