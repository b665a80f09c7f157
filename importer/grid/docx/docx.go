// Package docx reads Word documents.
package docx

import (
	"fmt"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
)

// document is a .docx while it is read. Each table becomes a sheet; the paragraphs above
// it, where title and 填报单位 stand, become rows of one cell above its first row. What
// follows the last table stands below it.
type document struct {
	x        *markup.Scanner
	targets  archive.Relations
	numbers  *numbering
	comments map[string]string // by id, until the cell is known that each is about
	reading  *grid.Reading
	open     Opener

	d       *grid.Draft // the table being gathered, paragraphs above it first
	row     int         // last row of d
	palette grid.Palette
	tables  int
	inTable bool      // d has its table
	waiting [][]said  // rows since the last table: above the next one, or below the last
	line    *gathered // the line that the last of them and those behind it make
	joins   bool      // the mark of the last paragraph is deleted: the next one goes on in its line
	later   []spot    // text boxes in cells that hold tables, read behind the table
	objects int       // embedded files met
	named   int       // of them that are said not to have been read

	controls []control // content controls around what is being read
	fields   []*field  // and fields
	taken    int       // deletions and removals around it
	nested   int       // text boxes and layout tables around it
	found    map[string]occurrence
	nothing  bool // the last drawing shows nothing that is read: another way to tell it may
}

// Opener reads a file that lies in the document, by the name of its part, into a reading of
// its own.
type Opener func(part string, inner *grid.Reading) *grid.Refusal

// Read reads the tables of a Word document. open reads workbooks and pages that lie in it.
func Read(r *grid.Reading, zip *archive.Zip, open Opener) *grid.Refusal {
	main, bad := archive.MainPart(zip, "word/document.xml")
	if bad != nil {
		return bad
	}
	targets, bad := archive.RelationsOf(zip, main)
	if bad != nil {
		return bad
	}
	w := &document{targets: targets, reading: r, open: open}
	if w.numbers, bad = readNumbering(zip, targets); bad != nil {
		return bad
	}
	if w.comments, bad = readComments(zip, targets); bad != nil {
		return bad
	}
	if w.x, bad = zip.XML(main); bad != nil {
		return bad
	}
	w.begin()
	for range w.x.Children() {
		for tag := range w.x.Children() {
			if tag == "body" {
				w.blocks()
				w.lay()
			}
		}
	}
	if w.x.Bad == nil && (w.inTable || w.row > 0) {
		w.close()
	}
	if w.x.Bad != nil {
		return w.x.Bad
	}
	return zip.Verify()
}

// begin begins a sheet.
func (w *document) begin() {
	w.tables++
	w.d = grid.NewDraft(w.reading.File, fmt.Sprintf("表%d", w.tables))
	w.d.Paint(&w.palette)
	w.row, w.inTable = 0, false
}

func (w *document) close() {
	if bad := w.reading.Add(w.d); bad != nil {
		w.fail(bad)
	}
}

func (w *document) fail(bad *grid.Refusal) {
	if w.x.Bad == nil {
		w.x.Bad = bad
	}
}
