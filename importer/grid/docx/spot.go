package docx

import (
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
)

// holds reports whether an element of some name begins before the next end of the spot's own:
// the names are without the prefix that both share.
func (w *document) holds(s markup.Spot, name string) bool {
	return w.found.Holds(w.x, s, s.Sibling(name))
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
	outer, controls, fields := w.x, w.controls, w.fields
	w.x, w.controls, w.fields = outer.At(s), nil, nil
	w.nested.Inside(read)
	bad := w.x.Bad
	w.x, w.controls, w.fields = outer, controls, fields
	if bad != nil {
		w.fail(bad)
	}
}
