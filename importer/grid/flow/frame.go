package flow

// Frame gathers, row by row, what shows whether a table of a document or a page only arranges
// the tables that stand in its cells. In a table of its own an inner table belongs to the
// answer in whose cell it stands.
type Frame struct {
	row       framedRow
	tables    int // rows of one cell alone, which holds a table
	neighbors int // tables beside other cells
	full      int // rows of three or more cells with text of their own
	pairs     int // rows of two or more cells that hold anything
}

// framedRow is the row being gathered.
type framedRow struct {
	texts, cells, tables int
	continued            bool // a cell of it is the lower part of a merge
	text, table          bool // of the cell being gathered
}

// Row begins a row.
func (f *Frame) Row() {
	f.Cell()
	r := f.row
	f.row = framedRow{}
	if r.tables > 0 && r.cells == 1 && !r.continued {
		f.tables++
	} else {
		f.neighbors += r.tables
	}
	if r.texts >= 3 {
		f.full++
	}
	if r.cells >= 2 {
		f.pairs++
	}
}

// Cell begins a cell.
func (f *Frame) Cell() {
	r := &f.row
	if r.text {
		r.texts++
	}
	if r.text || r.table {
		r.cells++
	}
	r.text, r.table = false, false
}

// Text says that the cell holds text outside inner tables.
func (f *Frame) Text() { f.row.text = true }

// Continued says that the cell is the lower part of a merge.
func (f *Frame) Continued() { f.row.continued = true }

// Table says that the cell holds a table of its own rows and columns. One of a single row or
// column that holds no other is a way to set lines: a Text.
func (f *Frame) Table() {
	f.row.tables++
	f.row.table = true
}

// Arranges ends the table and reports whether it only arranges: an inner table stands alone
// across it, and there are no rows of data around; or it is one row of several things.
func (f *Frame) Arranges() bool {
	f.Row()
	return f.tables > 0 && f.full <= 1 || f.neighbors > 0 && f.full == 0 && f.pairs <= 1
}
