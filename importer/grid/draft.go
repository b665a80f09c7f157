package grid

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/numfmt"
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
	if chars.HoldsRadicals(name) {
		name = chars.FoldRadicals(name)
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
		if text, ok := numfmt.Shown(c.Format, c.Number); ok && text == "" {
			d.Note(row, col, Beside{Hidden: c.Text})
			return
		} else if ok {
			c.Kind, c.Text = Text, text
		}
	} else if c.Kind == Text && c.Format != "" {
		text := numfmt.ShownText(c.Format, c.Text)
		if chars.Blank(text) {
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
	if !chars.Blank(text) {
		d.Put(row, col, Cell{Kind: Text, Text: chars.Tidy(text)})
	}
}

// PutNumber adds a number under its format.
func (d *Draft) PutNumber(row, col int, v float64, format string) {
	d.Put(row, col, Cell{Kind: Number, Text: numfmt.Decimal(v), Number: v, Format: format})
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

func before(a, b [2]int32) bool { return a[0] < b[0] || a[0] == b[0] && a[1] < b[1] }

// PutDate adds a date that is written out; one that can't be a serial number stays text.
func (d *Draft) PutDate(row, col int, iso, format string) {
	v, ok := numfmt.Serial(iso, d.sheet.from1904)
	if !ok {
		d.PutText(row, col, strings.Clone(iso))
		return
	}
	if !numfmt.DisplayOf(format, v).Dated() {
		format = "yyyy-mm-dd"
	}
	d.PutNumber(row, col, v, format)
}

// Over returns the one cell that something lies over: where it covers no other, or none but those
// of the cell's merge. What lies over several cells of one row is the first one's. ok is false for
// what lies over several rows. Merges must be known.
func (d *Draft) Over(s Span) (row, col int, ok bool) {
	for _, m := range d.Merges {
		if m.Top <= s.Top && s.Top <= m.Bottom && m.Left <= s.Left && s.Left <= m.Right {
			return m.Top, m.Left, s.Bottom <= m.Bottom
		}
	}
	return s.Top, s.Left, s.Top == s.Bottom
}
