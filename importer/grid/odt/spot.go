package odt

import (
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
)

// box is a text box that waits to be read behind its paragraph.
type box struct {
	at    markup.Spot
	table bool // it holds a table
	blank bool // it holds nothing that is read
}

// passBox passes over a text box or a shape, which may hold text.
func (w *document) passBox() box {
	x := w.x
	b := box{at: x.Here(), blank: true}
	inside := x.Depth() - 1
	for x.Depth() > inside {
		switch x.Next() {
		case markup.TokenStop:
			return b
		case markup.TokenText:
			b.blank = b.blank && chars.Blank(x.Piece())
		case markup.TokenStart:
			b.table = b.table || x.Name == "table"
			b.blank = b.blank && (x.Name == "p" || x.Name == "enhanced-geometry")
		}
	}
	return b
}

// inside reads the content of an element that was passed over, and comes back to where the
// reading stands.
func (w *document) inside(s markup.Spot, read func()) {
	if s.IsEmpty() || w.x.Bad != nil {
		return
	}
	if w.nested.Full() {
		w.fail(flow.TooDeep())
		return
	}
	outer, around, hiding, prompts, code := w.x, w.around, w.hiding, w.prompts, w.code
	w.x, w.around, w.hiding, w.prompts, w.code = outer.At(s), nil, nil, nil, false
	w.hidden += len(hiding)
	w.nested.Inside(read)
	bad := w.x.Bad
	w.hidden -= len(hiding)
	w.x, w.around, w.hiding, w.prompts, w.code = outer, around, hiding, prompts, code
	if bad != nil {
		w.fail(bad)
	}
}
