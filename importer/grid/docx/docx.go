// Package docx reads Word documents.
package docx

import (
	"fmt"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
)

// document is a .docx while it is read. Each table becomes a sheet; the paragraphs above
// it, where title and 填报单位 stand, become rows of one cell above its first row. What
// follows the last table stands below it.
type document struct {
	x       *markup.Scanner
	targets archive.Relations
	numbers *numbering
	reading *grid.Reading
	d       *grid.Draft // the table being gathered, paragraphs above it first
	row     int         // last row of d
	palette grid.Palette
	tables  int
	inTable bool // d has its table
}

// said is a paragraph on its way to a row.
type said struct {
	text, link string
	level      int // of a heading, 0 for none
	looks      shades
	fill       string // of the paragraph or cell as a whole
}

// Read reads the tables of a Word document.
func Read(r *grid.Reading, zip *archive.Zip) *grid.Refusal {
	main, bad := archive.MainPart(zip, "word/document.xml")
	if bad != nil {
		return bad
	}
	targets, bad := archive.RelationsOf(zip, main)
	if bad != nil {
		return bad
	}
	w := &document{targets: targets, reading: r}
	if w.numbers, bad = readNumbering(zip, targets); bad != nil {
		return bad
	}
	if w.x, bad = zip.XML(main); bad != nil {
		return bad
	}
	w.open()
	for range w.x.Children() {
		for tag := range w.x.Children() {
			if tag == "body" {
				w.body()
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

func (w *document) open() {
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

// body reads paragraphs and tables.
func (w *document) body() {
	var waiting []said // since the last table: above the next one, or below the last
	for tag := range unwrapped(w.x) {
		switch tag {
		case "p":
			if s := w.paragraph(); !grid.Blank(s.text) {
				waiting = append(waiting, s)
				w.reading.AddParagraph(s.text, s.level)
			}
		case "tbl":
			if w.inTable {
				w.close()
				w.open()
			}
			w.lay(waiting)
			waiting = nil
			w.inTable = true
			w.reading.AddTable(w.d, w.row+1)
			w.table()
		}
	}
	w.lay(waiting)
}

func (w *document) lay(paragraphs []said) {
	for _, p := range paragraphs {
		w.row++
		w.put(1, p)
	}
}

// put adds a cell to the row being read.
func (w *document) put(col int, s said) {
	if w.row > grid.MostRows || col > grid.MostCols {
		w.fail(grid.Damaged("文档中的表格超出范围"))
		return
	}
	if bad := w.reading.Fits(w.d.Size()); bad != nil {
		w.fail(bad)
		return
	}
	w.d.Look(w.look(s.looks, s.fill))
	if text := strings.TrimSpace(s.text); !grid.Blank(text) {
		w.d.Put(w.row, col, grid.Cell{Kind: grid.Text, Text: grid.Tidy(text), Link: s.link})
	} else {
		w.d.Blank(w.row, col, col)
	}
}

func (w *document) fail(bad *grid.Refusal) {
	if w.x.Bad == nil {
		w.x.Bad = bad
	}
}
