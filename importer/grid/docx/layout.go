package docx

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// isLayout reports whether the table that has just begun only arranges what stands in it. Few
// tables hold another one, and the others are not looked at.
func (w *document) isLayout() bool {
	at := w.here()
	if w.nested == mostNested || !w.holds(at, "tbl") {
		return false
	}
	arranges := false
	w.inside(at, func() { arranges = survey(w.x) })
	return arranges
}

// survey goes through a table without taking anything from it.
func survey(x *markup.Scanner) bool {
	var outer grid.Frame
	var inner []int // how many elements are open in each table inside it
	rows, cols, most := 0, 0, 0
	for {
		switch x.Next() {
		case markup.TokenStop:
			return false
		case markup.TokenEnd:
			if x.Depth() == 0 {
				return outer.Arranges()
			}
			if n := len(inner); n > 0 && x.Depth() < inner[n-1] {
				if inner = inner[:n-1]; n == 1 {
					outer.Table(rows, most)
				}
			}
		case markup.TokenStart:
			switch name := x.Name; {
			case name == "txbxContent" || name == "Fallback":
				x.Leave(x.Depth() - 1)
			case name == "tbl":
				if inner = append(inner, x.Depth()); len(inner) == 1 {
					rows, most = 0, 0
				}
			case len(inner) == 0:
				surveyCell(x, &outer)
			case len(inner) == 1 && name == "tr":
				rows, cols = rows+1, 0
			case len(inner) == 1 && name == "tc":
				cols++
				most = max(most, cols)
			}
		}
	}
}

// surveyCell takes note of what an element says of a row or cell of the outer table.
func surveyCell(x *markup.Scanner, outer *grid.Frame) {
	switch x.Name {
	case "tr":
		outer.Row()
	case "tc":
		outer.Cell()
	case "vMerge":
		if x.Attr("val") != "restart" {
			outer.Continued()
		}
	case "t":
		if !grid.Blank(x.Text()) {
			outer.Text()
		}
	}
}

// layout reads what a layout table arranges, row by row. A row without a table becomes a row
// of cells, so that 填报单位 and the name beside it stay side by side.
func (w *document) layout() {
	for tag := range w.unwrapped() {
		if tag != "tr" {
			continue
		}
		if w.holdsBlocks() {
			for tag := range w.unwrapped() {
				if tag == "tc" {
					w.blocks()
				}
			}
			continue
		}
		w.layoutRow()
	}
}

// holdsBlocks reports whether a row of a layout table holds more than paragraphs.
func (w *document) holdsBlocks() bool {
	at := w.here()
	return w.holds(at, "tbl") || w.holds(at, "altChunk") || w.holds(at, "object") || w.holds(at, "txbxContent")
}

func (w *document) layoutRow() {
	var cells [][]said
	for tag := range w.unwrapped() {
		if tag != "tc" {
			continue
		}
		var paragraphs []said
		for tag := range w.unwrapped() {
			if tag == "p" {
				if s := w.paragraph(); s.shows() {
					paragraphs = append(paragraphs, s)
				}
			}
		}
		if paragraphs != nil {
			cells = append(cells, paragraphs)
		}
	}
	if len(cells) == 1 {
		for _, s := range cells[0] {
			w.keep(s)
		}
		return
	}
	row := make([]said, 0, len(cells))
	for _, paragraphs := range cells {
		cell := paragraphs[0]
		for _, s := range paragraphs[1:] {
			cell.text = cell.text + "\n" + s.text
			cell.beside = besideBoth(cell.beside, s.beside)
		}
		cell.text = strings.Trim(cell.text, "\n")
		row = append(row, cell)
		w.reading.AddParagraph(cell.text, 0)
	}
	if row != nil {
		w.wait(row)
	}
}
