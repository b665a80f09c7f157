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
	end := w.next("</"+s.tag+">", s.from)
	start := "<" + s.tag[:strings.IndexByte(s.tag, ':')+1] + name
	for _, tag := range []string{start + ">", start + " "} {
		if at := w.next(tag, s.from); at >= 0 && at < end {
			return true
		}
	}
	return false
}

// occurrence is where a text stands next behind a place in the part, -1 for nowhere.
type occurrence struct{ from, at int }

// next returns where a text stands at or behind a place, -1 for nowhere. It remembers the last
// answer: what is far away is looked for once, however many elements ask.
func (w *document) next(text string, from int) int {
	if o, ok := w.found[text]; ok && o.from <= from && (o.at >= from || o.at < 0) {
		return o.at
	}
	at := strings.Index(w.x.Source()[from:], text)
	if at >= 0 {
		at += from
	}
	if w.found == nil {
		w.found = map[string]occurrence{}
	}
	w.found[text] = occurrence{from, at}
	return at
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
