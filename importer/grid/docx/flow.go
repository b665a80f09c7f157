package docx

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
)

// said is a paragraph or a cell on its way to a row.
type said struct {
	text, link string
	level      int // of a heading, 0 for none
	looks      shades
	fill       string // of the paragraph or cell as a whole
	beside     grid.Beside
	joins      bool // the paragraph's mark is deleted
	boxes      []spot
	objects    []object
}

// shows reports whether a paragraph or cell is worth a row.
func (s *said) shows() bool {
	return !grid.Blank(s.text) || s.beside.Struck != "" || s.beside.Hidden != ""
}

// blocks reads paragraphs and tables: those of the body, of a text box, or of a cell of a
// layout table.
func (w *document) blocks() {
	for tag := range w.unwrapped() {
		switch tag {
		case "p":
			s := w.paragraph()
			w.keep(s)
			for _, box := range s.boxes {
				w.inside(box, w.blocks)
			}
			for _, o := range s.objects {
				w.embedded(o)
			}
		case "tbl":
			w.tableOrLayout()
		case "altChunk":
			w.chunk(w.x.Prefixed("id"))
		}
	}
}

// tableOrLayout reads a table as a sheet, one that only arranges what stands in it as the
// paragraphs and tables that stand there.
func (w *document) tableOrLayout() {
	if w.isLayout() {
		w.nested++
		w.layout()
		w.nested--
		return
	}
	if w.inTable {
		w.close()
		w.begin()
	}
	w.lay()
	w.inTable = true
	w.reading.AddTable(w.d, w.row+1)
	w.table()
	later := w.later
	w.later = nil
	for _, box := range later {
		w.inside(box, w.blocks)
	}
}

// keep has a paragraph wait for its row.
func (w *document) keep(s said) {
	joins := w.joins
	w.joins = s.joins && s.shows()
	if !s.shows() {
		return
	}
	if n := len(w.waiting); joins && n > 0 && len(w.waiting[n-1]) == 1 {
		before := &w.waiting[n-1][0]
		before.text, before.beside = before.text+s.text, besideBoth(before.beside, s.beside)
		if p := &w.reading.Prose[len(w.reading.Prose)-1]; p.Table == "" {
			p.Text = grid.Tidy(strings.TrimSpace(before.text))
		}
		return
	}
	w.wait([]said{s})
	w.reading.AddParagraph(s.text, s.level)
}

// wait has a row of cells wait for the next table, or for the end.
func (w *document) wait(row []said) {
	if bad := w.reading.Fits(w.d.Size() + len(w.waiting)); bad != nil {
		w.fail(bad)
		return
	}
	w.waiting = append(w.waiting, row)
}

// lay puts the rows that wait.
func (w *document) lay() {
	for _, row := range w.waiting {
		w.row++
		for i, s := range row {
			w.put(i+1, s)
		}
	}
	w.waiting, w.joins = nil, false
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
	if s.beside != (grid.Beside{}) {
		w.d.Note(w.row, col, s.beside)
	}
}

// besideBoth joins what stands beside two paragraphs of one cell.
func besideBoth(a, b grid.Beside) grid.Beside {
	return grid.Beside{
		Struck: lines(a.Struck, b.Struck), Hidden: lines(a.Hidden, b.Hidden), Comment: lines(a.Comment, b.Comment),
		Picture: a.Picture || b.Picture,
	}
}

// lines joins the texts that aren't blank.
func lines(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, grid.Blank), "\n")
}
