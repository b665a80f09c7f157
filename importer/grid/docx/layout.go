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
	if w.nested == flow.MostNested || !w.holdsBlocks(at) {
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

// surveyed is a table inside the one that is surveyed.
type surveyed struct {
	depth            int // elements open at its own
	rows, cols, most int
	holds            bool // a table of rows and columns stands inside it
}

// isTable reports whether it is more than a way to set lines, or holds one that is.
func (s surveyed) isTable() bool { return s.rows >= 2 && s.most >= 2 || s.holds }

// survey goes through a table without taking anything from it.
func (w *document) survey() bool {
	x := w.x
	var outer flow.Frame
	var inner []surveyed
	for {
		switch x.Next() {
		case markup.TokenStop:
			return false
		case markup.TokenEnd:
			if x.Depth() == 0 {
				return outer.Arranges()
			}
			n := len(inner)
			if n == 0 || x.Depth() >= inner[n-1].depth {
				continue
			}
			ended := inner[n-1]
			if inner = inner[:n-1]; n > 1 {
				inner[n-2].holds = inner[n-2].holds || ended.isTable()
			} else if ended.isTable() {
				outer.Table()
			} else {
				outer.Text()
			}
		case markup.TokenStart:
			name, n := x.Name, len(inner)
			switch {
			case name == "txbxContent" || name == "Fallback":
				x.Leave(x.Depth() - 1)
			case name == "tbl":
				inner = append(inner, surveyed{depth: x.Depth()})
			case n == 0:
				w.surveyCell(&outer)
			case name == "tr":
				inner[n-1].rows, inner[n-1].cols = inner[n-1].rows+1, 0
			case name == "tc":
				inner[n-1].cols++
				inner[n-1].most = max(inner[n-1].most, inner[n-1].cols)
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
