package docx

import (
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
)

// said is a paragraph or a cell, and what stands in it that is read behind it.
type said struct {
	flow.Said
	boxes   []markup.Spot
	objects []object
}

// blocks reads paragraphs and tables: those of the body, of a text box, or of a cell of a
// layout table.
func (w *document) blocks() {
	for tag := range w.unwrapped() {
		switch tag {
		case "p":
			s := w.paragraph()
			w.Keep(s.Said)
			for _, box := range s.boxes {
				w.inside(box, w.blocks)
			}
			for _, o := range s.objects {
				w.embedded(o)
			}
		case "tbl":
			w.tableOrLayout()
		case "altChunk":
			w.chunk(w.x.Prefixed("id"))
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
