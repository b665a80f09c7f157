package rows

import (
	"taizhang/importer/returns"
	"taizhang/importer/table"
)

// fill reads the values of a row that spans the given lines. What became of their cells is
// pending until it is known whether they are a row.
func (t *reading) fill(row *returns.Row, line, end int) {
	beside := t.Grid().HasBeside()
	for _, col := range t.columnsNow() {
		for n := line; n <= end; n++ {
			cell := t.Cell(n, col.Col)
			if beside && !t.Across(cell) && !(n > line && cell.Covered()) && !t.FromHeading(cell) {
				t.TakeBeside(row, &col, cell)
			}
			if cell.IsEmpty() || t.Across(cell) || n > line && cell.Covered() || t.FromHeading(cell) {
				continue
			}
			as := col
			if role := t.LineRole(n, &col); role != "" {
				as.Role = role
			}
			t.pending = append(t.pending, marked{cell, t.Take(row, &as, cell)})
		}
	}
	if t.Quarter != 0 { // the columns of other quarters are read with theirs, or kept
		for i := range t.Columns {
			if col := &t.Columns[i]; col.Quarter != 0 && col.Quarter != t.Quarter {
				t.aside(row, col, line, end)
			}
		}
	}
}

// aside keeps what a row says under the heading of another quarter, where no return of that
// quarter is made of it.
func (t *reading) aside(row *returns.Row, col *table.Column, line, end int) {
	if t.PerQuarter {
		return
	}
	for n := line; n <= end; n++ {
		if cell := t.Cell(n, col.Col); !cell.IsEmpty() && !cell.Covered() {
			t.Keep(row, col, cell)
			t.pending = append(t.pending, marked{cell, table.Other})
		}
	}
}
