// Package flow lays a text with tables in it out as sheets. Each table becomes a sheet; the
// paragraphs above it, where title and 填报单位 stand, become rows of one cell above its first
// row. What follows the last table stands below it.
package flow

import (
	"fmt"

	"taizhang/importer/grid"
)

// Sheets are the sheets of a document while it is read.
type Sheets struct {
	Reading *grid.Reading
	Draft   *grid.Draft // the table being gathered, paragraphs above it first
	Row     int         // last row of Draft

	fail    func(*grid.Refusal)
	palette grid.Palette
	tables  int
	inTable bool      // Draft has its table
	waiting [][]Said  // rows since the last table: above the next one, or below the last
	line    *Gathered // the line that the last of them and those behind it make
	joins   bool      // the mark of the last paragraph is deleted: the next one goes on in its line
	named   int       // files in the document that are said not to have been read
}

// New begins the sheets of a document. fail is told why the document is refused; the first
// refusal counts.
func New(r *grid.Reading, fail func(*grid.Refusal)) *Sheets {
	s := &Sheets{Reading: r, fail: fail}
	s.begin()
	return s
}

// begin begins a sheet.
func (w *Sheets) begin() {
	w.tables++
	w.Draft = grid.NewDraft(w.Reading.File, fmt.Sprintf("表%d", w.tables))
	w.Draft.Paint(&w.palette)
	w.Row, w.inTable = 0, false
}

func (w *Sheets) close() {
	if bad := w.Reading.Add(w.Draft); bad != nil {
		w.fail(bad)
	}
}

// Table begins a table, below the paragraphs above it.
func (w *Sheets) Table() {
	if w.inTable {
		w.close()
		w.begin()
	}
	w.lay()
	w.inTable = true
	w.Reading.AddTable(w.Draft, w.Row+1)
}

// End lays what waits and ends the last sheet.
func (w *Sheets) End() {
	w.lay()
	if w.inTable || w.Row > 0 {
		w.close()
	}
}
