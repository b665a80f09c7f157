package docx

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// spot is where an element's content begins in the part, so that it can be read once more.
type spot struct {
	tag  string // prefix included
	from int
}

// mostNested is how many text boxes and layout tables may stand inside each other. Each is
// passed over once before it is read, so that work grows with it.
const mostNested = 8

// here returns where the innermost open element begins.
func (w *document) here() spot {
	tag, from := w.x.Inside()
	return spot{tag, from}
}

// holds reports whether an element of some name begins before the next end of the spot's own:
// the names are without the prefix that both share.
func (w *document) holds(s spot, name string) bool {
	if s.from < 0 {
		return false
	}
	inner := w.x.Source()[s.from:]
	end := strings.Index(inner, "</"+s.tag+">")
	if end < 0 {
		return false
	}
	start := "<" + s.tag[:strings.IndexByte(s.tag, ':')+1] + name
	return strings.Contains(inner[:end], start+">") || strings.Contains(inner[:end], start+" ")
}

// inside reads the content of an element that was passed over, and comes back to where the
// reading stands.
func (w *document) inside(s spot, read func()) {
	if s.from < 0 || w.x.Bad != nil {
		return
	}
	if w.nested == mostNested {
		w.fail(grid.Damaged("文档里的文本框或表格一个套一个，套得太深"))
		return
	}
	outer, controls, fields := w.x, w.controls, w.fields
	w.x, w.controls, w.fields = markup.ScannerInside(outer.Part, outer.Source(), s.tag, s.from), nil, nil
	w.nested++
	read()
	bad := w.x.Bad
	w.nested--
	w.x, w.controls, w.fields = outer, controls, fields
	if bad != nil {
		w.fail(bad)
	}
}
