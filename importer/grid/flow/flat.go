package flow

import (
	"strings"

	"taizhang/importer/grid/chars"
)

// Flat is a table inside a cell as text: a line a row, cells apart by a space.
type Flat struct {
	rows, cells []string
	all         Gathered // what stands beside the texts
}

// Add takes in a paragraph of the row that is being read.
func (f *Flat) Add(s Said) {
	if !chars.Blank(s.Text) {
		f.cells = append(f.cells, s.Text)
	}
	f.all.Add(Said{Beside: s.Beside, Joins: true})
}

// EndRow ends the row. One that says nothing leaves no line.
func (f *Flat) EndRow() {
	if len(f.cells) > 0 {
		f.rows = append(f.rows, strings.Join(f.cells, " "))
	}
	f.cells = f.cells[:0]
}

// Into gives a cell what the table says.
func (f *Flat) Into(cell *Said) {
	f.all.Into(cell)
	cell.Text = strings.Join(f.rows, "\n")
}
