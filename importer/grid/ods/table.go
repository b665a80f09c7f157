package ods

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// odsTable is a table of an .ods while it is read.
type odsTable struct {
	*opened
	x       *markup.Scanner
	d       *grid.Draft
	reading *grid.Reading

	row, col int // last row and column read
	columns  []odsColumns
	rowStyle string // of the cells of the row that have none
	controls odf.Controls
}

// odsColumns is a run of columns and the style of cells in them that have none.
type odsColumns struct {
	last  int
	style string
}

// rows reads the children of a table or of a group of rows or columns in it.
func (t *odsTable) rows() {
	for tag := range t.x.Children() {
		switch tag {
		case "table-row-group", "table-rows", "table-header-rows", "table-column-group", "table-columns", "table-header-columns":
			t.rows()
		case "table-column":
			t.column()
		case "table-row":
			t.readRow()
		case "forms":
			if t.controls == nil {
				t.controls = odf.Controls{}
			}
			t.controls.Read(t.x)
		}
	}
}

// columnWeight is about what a run of columns takes, in bytes.
const columnWeight = 96

func (t *odsTable) column() {
	n, bad := odf.Repeats(t.x, "number-columns-repeated")
	if bad != nil {
		t.x.Bad = bad
		return
	}
	t.x.Hold(columnWeight)
	left := 1
	if len(t.columns) > 0 {
		left = t.columns[len(t.columns)-1].last + 1
	}
	t.columns = append(t.columns, odsColumns{left + n - 1, t.x.Attr("default-cell-style-name")})
	if concealed(t.x) {
		t.d.HideCols(left, left+n-1)
	}
}

func concealed(x *markup.Scanner) bool {
	v := x.Attr("visibility")
	return v == "collapse" || v == "filter"
}

// readRow reads a row once and puts it down as often as it is repeated, where it holds
// anything.
func (t *odsTable) readRow() {
	n, bad := odf.Repeats(t.x, "number-rows-repeated")
	if bad != nil {
		t.x.Bad = bad
		return
	}
	hidden := concealed(t.x)
	first, noted := t.d.Size(), t.d.Noted()
	t.rowStyle = t.x.Attr("default-cell-style-name")
	t.row++
	t.col = 0
	for tag := range t.x.Children() {
		if tag == "table-cell" || tag == "covered-table-cell" {
			t.cell()
		}
	}
	made := t.d.Size() - first
	t.d.RepeatBlanks(t.row, n-1)
	if notes := t.d.Noted() - noted; notes > 0 {
		for i := 1; i < n && t.d.Noted() < grid.MaxLinks; i++ {
			t.d.RepeatNotes(noted, notes, t.row+i)
		}
	}
	if made == 0 {
		if hidden && n < 1000 { // an empty hidden rest of the sheet says nothing
			for i := range n {
				t.d.HideRow(t.row + i)
			}
		}
		t.row += n - 1
		return
	}
	if t.outside(t.row+n-1, 1) {
		return
	}
	if bad := t.reading.Fits(t.d.Size() + (n-1)*made); bad != nil {
		t.x.Bad = bad
		return
	}
	for i := range n {
		if hidden {
			t.d.HideRow(t.row)
		}
		if i+1 < n {
			t.row++
			t.d.Repeat(first, made, t.row)
		}
	}
}
