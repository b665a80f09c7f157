package flow

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// MostNested is how many text boxes and layout tables may stand inside each other. Each is
// passed over once before it is read, so that work grows with it.
const MostNested = 8

// TooDeep refuses a document with more of them.
func TooDeep() *grid.Refusal {
	return grid.Damaged("文档里的文本框或表格一个套一个，套得太深")
}

// Nesting is how deep a reader stands in text boxes and layout tables, and which text boxes it has
// found in cells of the table that it reads.
type Nesting struct {
	depth int
	later []markup.Spot
}

// Full reports whether nothing may be read that stands deeper.
func (n *Nesting) Full() bool { return n.depth == MostNested }

// Inside reads what stands one deeper.
func (n *Nesting) Inside(read func()) {
	n.depth++
	read()
	n.depth--
}

// Later keeps a text box, which holds tables, until the table around it is read.
func (n *Nesting) Later(box markup.Spot) { n.later = append(n.later, box) }

// Behind reads a table and then, by inside, each text box that was kept.
func (n *Nesting) Behind(table func(), inside func(box markup.Spot)) {
	table()
	later := n.later
	n.later = nil
	for _, box := range later {
		inside(box)
	}
}
