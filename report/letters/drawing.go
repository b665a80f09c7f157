package letters

import "taizhang/importer/grid"

// Drawing is how slips draw a sheet: which rows and columns, where its table begins, how wide its
// columns are, what is merged and what stays hidden.
type Drawing struct {
	Rows, Cols, Head int
	Wide             []float64
	Spans            map[[2]int][2]int // last row and column of the merge that begins at a cell
	hidden           []bool
}

// Draw lays out a sheet.
func Draw(sheet *grid.Sheet) Drawing {
	o := Slip{}.original(sheet)
	d := Drawing{Rows: o.rows, Cols: o.cols, Head: o.head, Wide: o.wide, Spans: o.spans}
	for col := 1; col <= o.cols; col++ {
		d.hidden = append(d.hidden, o.hidden(col))
	}
	return d
}

// Hidden reports whether a column with the keys of a form stays out of sight.
func (d Drawing) Hidden(col int) bool { return col < 1 || col > len(d.hidden) || d.hidden[col-1] }
