package grid

import (
	"fmt"
	"strings"
)

// document is a .docx while it is read. Each table becomes a sheet; the paragraphs above
// it, where title and 填报单位 stand, become rows of one cell above its first row. What
// follows the last table stands below it.
type document struct {
	x       *scanner
	targets relations
	numbers *numbering
	reading *reading
	d       *draft // the table being gathered, paragraphs above it first
	row     int    // last row of d
	tables  int
	inTable bool // d has its table
}

// said is a paragraph on its way to a row.
type said struct{ text, link string }

// readDOCX reads the tables of a Word document.
func (r *reading) readDOCX(zip *archive) *refusal {
	main, bad := mainPart(zip, "word/document.xml")
	if bad != nil {
		return bad
	}
	targets, bad := relationsOf(zip, main)
	if bad != nil {
		return bad
	}
	w := &document{targets: targets, reading: r}
	if w.numbers, bad = readNumbering(zip, targets); bad != nil {
		return bad
	}
	if w.x, bad = zip.xml(main); bad != nil {
		return bad
	}
	w.open()
	for range w.x.children() {
		for tag := range w.x.children() {
			if tag == "body" {
				w.body()
			}
		}
	}
	if w.x.bad == nil && (w.inTable || w.row > 0) {
		w.close()
	}
	if w.x.bad != nil {
		return w.x.bad
	}
	return zip.verify()
}

func (w *document) open() {
	w.tables++
	w.d = newDraft(w.reading.file, fmt.Sprintf("表%d", w.tables))
	w.row, w.inTable = 0, false
}

func (w *document) close() {
	if bad := w.reading.add(w.d); bad != nil {
		w.fail(bad)
	}
}

// body reads paragraphs and tables.
func (w *document) body() {
	var waiting []said // since the last table: above the next one, or below the last
	for tag := range w.x.unwrapped() {
		switch tag {
		case "p":
			if s := w.paragraph(); !blank(s.text) {
				waiting = append(waiting, s)
			}
		case "tbl":
			if w.inTable {
				w.close()
				w.open()
			}
			w.lay(waiting)
			waiting = nil
			w.inTable = true
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
	if w.row > lastSheetRow || col > lastSheetCol {
		w.fail(damaged("文档中的表格超出范围"))
		return
	}
	if bad := w.reading.fits(len(w.d.cells)); bad != nil {
		w.fail(bad)
		return
	}
	if text := strings.TrimSpace(s.text); !blank(text) {
		w.d.put(w.row, col, Cell{Kind: Text, Text: tidy(text), Link: s.link})
	}
}

func (w *document) fail(bad *refusal) {
	if w.x.bad == nil {
		w.x.bad = bad
	}
}
