package grid

// odsTable is a table of an .ods while it is read.
type odsTable struct {
	*opened
	x       *scanner
	d       *draft
	reading *reading

	row, col int // last row and column read
	columns  []odsColumns
}

// odsColumns is a run of columns and the style of cells in them that have none.
type odsColumns struct {
	last  int
	style string
}

// rows reads the children of a table or of a group of rows or columns in it.
func (t *odsTable) rows() {
	for tag := range t.x.children() {
		switch tag {
		case "table-row-group", "table-rows", "table-header-rows", "table-column-group", "table-columns", "table-header-columns":
			t.rows()
		case "table-column":
			t.column()
		case "table-row":
			t.readRow()
		}
	}
}

func (t *odsTable) column() {
	n, bad := repeats(t.x, "number-columns-repeated")
	if bad != nil {
		t.x.bad = bad
		return
	}
	left := 1
	if len(t.columns) > 0 {
		left = t.columns[len(t.columns)-1].last + 1
	}
	t.columns = append(t.columns, odsColumns{left + n - 1, t.x.attr("default-cell-style-name")})
	if concealed(t.x) {
		t.d.hideCols(left, left+n-1)
	}
}

func concealed(x *scanner) bool {
	v := x.attr("visibility")
	return v == "collapse" || v == "filter"
}

// readRow reads a row once and puts it down as often as it is repeated, where it holds
// anything.
func (t *odsTable) readRow() {
	n, bad := repeats(t.x, "number-rows-repeated")
	if bad != nil {
		t.x.bad = bad
		return
	}
	hidden := concealed(t.x)
	first := len(t.d.cells)
	t.row++
	t.col = 0
	for tag := range t.x.children() {
		if tag == "table-cell" || tag == "covered-table-cell" {
			t.cell()
		}
	}
	made := t.d.cells[first:]
	if len(made) == 0 {
		if hidden && n < 1000 { // an empty hidden rest of the sheet says nothing
			for i := range n {
				t.d.rows = append(t.d.rows, t.row+i)
			}
		}
		t.row += n - 1
		return
	}
	if t.outside(t.row+n-1, 1) {
		return
	}
	if bad := t.reading.fits(len(t.d.cells) + (n-1)*len(made)); bad != nil {
		t.x.bad = bad
		return
	}
	for i := range n {
		if hidden {
			t.d.rows = append(t.d.rows, t.row)
		}
		if i+1 < n {
			t.row++
			for _, c := range t.d.cells[first : first+len(made)] {
				t.d.put(t.row, int(c.col), c)
			}
		}
	}
}
