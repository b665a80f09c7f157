package docx

import (
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
	if joins && w.line != nil {
		w.line.add(s)
		return
	}
	w.endLine()
	if w.joins {
		w.line = &gathered{}
		w.line.add(s)
	}
	w.wait([]said{s})
	w.reading.AddParagraph(s.text, s.level)
}

// endLine writes the line that several paragraphs make, where the first of them waits.
func (w *document) endLine() {
	line := w.line
	if w.line = nil; line == nil || len(w.waiting) == 0 {
		return
	}
	first := &w.waiting[len(w.waiting)-1][0]
	shown := !grid.Blank(first.text)
	line.into(first)
	if n := len(w.reading.Prose); shown && n > 0 && w.reading.Prose[n-1].Table == "" {
		w.reading.Prose[n-1].Text = grid.Tidy(strings.TrimSpace(first.text))
	} else {
		w.reading.AddParagraph(first.text, first.level)
	}
}

// wait has a row of cells wait for the next table, or for the end.
func (w *document) wait(row []said) {
	if bad := w.reading.FitsRows(w.row + len(w.waiting)); bad != nil {
		w.fail(bad)
		return
	}
	w.waiting = append(w.waiting, row)
}

// lay puts the rows that wait.
func (w *document) lay() {
	w.endLine()
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

// gathered are the paragraphs of one cell or line, which are joined once.
type gathered struct {
	text, struck, hidden, comment strings.Builder
	picture                       bool
	any, joins                    bool // a paragraph came; the mark of the last one is deleted
}

// add takes in a paragraph, in a line of its own where the mark before it stands.
func (g *gathered) add(s said) {
	if g.any && !g.joins {
		g.text.WriteByte('\n')
	}
	g.any, g.joins = true, s.joins
	g.text.WriteString(s.text)
	if s.beside == (grid.Beside{}) {
		return
	}
	besideLine(&g.struck, s.beside.Struck)
	besideLine(&g.hidden, s.beside.Hidden)
	besideLine(&g.comment, s.beside.Comment)
	g.picture = g.picture || s.beside.Picture
}

func besideLine(b *strings.Builder, text string) {
	if text == "" {
		return
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	b.WriteString(text)
}

// into gives a cell what was gathered.
func (g *gathered) into(cell *said) {
	cell.text = g.text.String()
	cell.beside = grid.Beside{Struck: g.struck.String(), Hidden: g.hidden.String(), Comment: g.comment.String(), Picture: g.picture}
}
