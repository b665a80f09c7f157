package docx

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
	return w.holds(at, "tbl") || w.holds(at, "altChunk") || w.holds(at, "object") || w.holds(at, "txbxContent")
}

// survey goes through a table without taking anything from it.
func (w *document) survey() bool {
	x := w.x
	var s flow.Survey
	for {
		switch x.Next() {
		case markup.TokenStop:
			return false
		case markup.TokenEnd:
			if x.Depth() == 0 {
				return s.Arranges()
			}
			s.Close(x.Depth())
		case markup.TokenStart:
			name := x.Name
			switch {
			case name == "txbxContent" || name == "Fallback":
				x.Leave(x.Depth() - 1)
			case name == "tbl":
				s.Open(x.Depth())
			case s.Outside():
				w.surveyCell(&s.Frame)
			case name == "tr":
				s.InnerRow()
			case name == "tc":
				s.InnerCell()
			}
		}
	}
}

// surveyCell takes note of what an element says of a row or cell of the outer table.
func (w *document) surveyCell(outer *flow.Frame) {
	switch x := w.x; x.Name {
	case "tr":
		outer.Row()
	case "tc":
		outer.Cell()
	case "vMerge":
		if x.Attr("val") != "restart" {
			outer.Continued()
		}
	case "altChunk":
		outer.Table()
	case "OLEObject":
		o := w.object()
		if rel, _ := w.targets.Find(o.id); o.isWorkbook(rel.Target) && !o.icon {
			outer.Table()
		}
	case "t":
		if !chars.Blank(x.Text()) {
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
		if w.holdsBlocks(w.x.Here()) {
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

func (w *document) layoutRow() {
	var cells [][]flow.Said
	for tag := range w.unwrapped() {
		if tag != "tc" {
			continue
		}
		var paragraphs []flow.Said
		for tag := range w.unwrapped() {
			if tag == "p" {
				if s := w.paragraph(); s.Shows() {
					paragraphs = append(paragraphs, s.Said)
				}
			}
		}
		if paragraphs != nil {
			cells = append(cells, paragraphs)
		}
	}
	w.KeepRow(cells)
}
