package odt

import (
	"iter"

	"taizhang/importer/grid/markup"
)

// blocks reads paragraphs and tables: those of the body, of a text box, or of a cell of a
// layout table.
func (w *document) blocks() {
	for tag := range w.content() {
		if tag == "table" {
			w.tableOrLayout()
			continue
		}
		s, ok := w.piece(tag)
		if !ok {
			continue
		}
		w.Keep(s.Said)
		for _, b := range s.boxes {
			w.inside(b.at, w.blocks)
		}
		for _, o := range s.objects {
			w.embedded(o)
		}
	}
}

// tableOrLayout reads a table as a sheet, one that only arranges what stands in it as the
// paragraphs and tables that stand there.
func (w *document) tableOrLayout() {
	if w.isLayout() {
		w.nested.Inside(w.layout)
		return
	}
	w.Table()
	w.nested.Behind(w.table, func(box markup.Spot) { w.inside(box, w.blocks) })
}

// piece reads what stands as a paragraph among others: one of text, a drawing that is bound to
// none, or what a revision took away between two. ok is false for anything else.
func (w *document) piece(tag string) (s said, ok bool) {
	switch {
	case tag == "p", tag == "h":
		return w.paragraph(), true
	case tag == "change":
		s.Beside.Hidden = w.takenAway()
		return s, true
	case isDrawing(tag):
		l := &line{}
		w.drawing(l, look{hidden: w.isHidden()})
		return l.finish(""), true
	}
	return s, false
}

// content yields the children of an element as Children does, and looks through lists, sections and
// indexes. What revisions took away and the forms are taken note of.
func (w *document) content() iter.Seq[string] {
	return func(yield func(string) bool) {
		x := w.x
		depth := x.Depth()
		for {
			switch x.Next() {
			case markup.TokenStop:
				return
			case markup.TokenEnd:
				w.leave(x.Depth())
				if x.Depth() < depth {
					return
				}
			case markup.TokenStart:
				inside := x.Depth() - 1
				switch x.Name {
				case "list":
					w.openList()
					continue
				case "list-item", "list-header":
					w.openItem(x.Name == "list-item")
					continue
				case "section":
					if x.Attr("display") == "none" || x.Attr("is-hidden") == "true" {
						w.hiding = append(w.hiding, x.Depth())
					}
					continue
				case "numbered-paragraph", "index-body", "index-title", "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
					"alphabetical-index", "bibliography":
					continue
				case "tracked-changes":
					w.readChanges()
				case "forms":
					w.controls.Read(x)
				default:
					if !yield(x.Name) {
						return
					}
				}
				x.Leave(inside)
			}
		}
	}
}

// leave forgets the lists and sections that have ended.
func (w *document) leave(depth int) {
	for n := len(w.around); n > 0 && w.around[n-1].depth > depth; n-- {
		w.around = w.around[:n-1]
	}
	for n := len(w.hiding); n > 0 && w.hiding[n-1] > depth; n-- {
		w.hiding = w.hiding[:n-1]
	}
}

func (w *document) isHidden() bool { return w.hidden > 0 || len(w.hiding) > 0 }
