package docx

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// mostNested is how many text boxes and layout tables may stand inside each other. Each is
// passed over once before it is read, so that work grows with it.
const mostNested = 8

// holds reports whether an element of some name begins before the next end of the spot's own:
// the names are without the prefix that both share.
func (w *document) holds(s markup.Spot, name string) bool { return w.found.Holds(w.x, s, name) }

// inside reads the content of an element that was passed over, and comes back to where the
// reading stands.
func (w *document) inside(s markup.Spot, read func()) {
	if s.IsEmpty() || w.x.Bad != nil {
		return
	}
	if w.nested == mostNested {
		w.fail(grid.Damaged("文档里的文本框或表格一个套一个，套得太深"))
		return
	}
	outer, controls, fields := w.x, w.controls, w.fields
	w.x, w.controls, w.fields = outer.At(s), nil, nil
	w.nested++
	read()
	bad := w.x.Bad
	w.nested--
	w.x, w.controls, w.fields = outer, controls, fields
	if bad != nil {
		w.fail(bad)
	}
}
