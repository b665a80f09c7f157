package odt

import (
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
)

// isLayout reports whether the table that has just begun only arranges what stands in it. Few
// tables hold another one, or anything like it, and the others are not looked at.
func (w *document) isLayout() bool {
	at := w.x.Here()
	if w.nested.Full() || !w.holdsBlocks(at) {
		return false
	}
	arranges := false
	w.inside(at, func() { arranges = w.survey() })
	return arranges
}

// holdsBlocks reports whether a table or a row holds more than paragraphs before its first
// inner end.
func (w *document) holdsBlocks(at markup.Spot) bool {
	for _, tag := range []string{at.Sibling("table"), "draw:text-box", "draw:custom-shape", "draw:object"} {
		if w.found.Holds(w.x, at, tag) {
			return true
		}
	}
	return false
}

// survey goes through a table without taking anything from it.
func (w *document) survey() bool {
	x := w.x
	var s flow.Survey
	aside := 0 // covered cells to come that lie beside the one that covers them
	for {
		switch x.Next() {
		case markup.TokenStop:
			return false
		case markup.TokenText:
			if s.Outside() && x.Depth() > 2 && !chars.Blank(x.Piece()) {
				s.Text()
			}
		case markup.TokenEnd:
			if x.Depth() == 0 {
				return s.Arranges()
			}
			s.Close(x.Depth())
		case markup.TokenStart:
			name := x.Name
			switch {
			case name == "text-box", name == "custom-shape", name == "annotation", name == "note":
				x.Leave(x.Depth() - 1)
			case name == "table":
				s.Open(x.Depth())
			case s.Outside():
				aside = w.surveyCell(&s.Frame, aside)
			case name == "table-row":
				s.InnerRow()
			case name == "table-cell":
				s.InnerCell()
			}
		}
	}
}

// surveyCell takes note of what an element says of a row or cell of the outer table. It returns how
// many covered cells to come lie beside the one that covers them: the others lie below theirs.
func (w *document) surveyCell(outer *flow.Frame, aside int) int {
	x := w.x
	switch x.Name {
	case "table-row":
		outer.Row()
		return 0
	case "table-cell":
		outer.Cell()
		return spanned(x) - 1
	case "covered-table-cell":
		if aside > 0 {
			return aside - 1
		}
		outer.Cell()
		outer.Continued()
	case "object":
		if w.kinds[folderOf(x.Attr("href"))] == "spreadsheet" {
			outer.Table()
		}
	}
	return aside
}

// layout reads what a layout table arranges, row by row. A row without a table becomes a row
// of cells, so that 填报单位 and the name beside it stay side by side.
func (w *document) layout() {
	for range w.rows() {
		if !w.holdsBlocks(w.x.Here()) {
			w.layoutRow()
			continue
		}
		for tag := range w.x.Children() {
			if tag == "table-cell" {
				w.blocks()
			}
		}
	}
}

func (w *document) layoutRow() {
	var cells [][]flow.Said
	for tag := range w.x.Children() {
		if tag != "table-cell" {
			continue
		}
		var paragraphs []flow.Said
		for tag := range w.content() {
			if s, ok := w.piece(tag); ok && s.Shows() {
				paragraphs = append(paragraphs, s.Said)
			}
		}
		if paragraphs != nil {
			cells = append(cells, paragraphs)
		}
	}
	w.KeepRow(cells)
}
