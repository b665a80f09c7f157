package pdf

import (
	"taizhang/report/document"
	"taizhang/report/typeset"
)

// cellLines is the text of a cell, broken to its width.
type cellLines struct {
	lines    []typeset.Line
	boxes    []box // one a line
	x, width float64
}

// row makes the boxes of a row: one a line of its longest cell, so that a page may end between them.
// Where it does, the row is closed there and goes on below the repeated head.
func (c *composer) row(s setting, r document.Row, parent *node) []box {
	var cells []cellLines
	most := 1
	for _, cl := range r.Cells {
		one := c.cellLines(s, cl, cell(parent, cl))
		most = max(most, len(one.lines))
		cells = append(cells, one)
	}
	pitch := s.style(document.Cell{}).pitch
	boxes := make([]box, most)
	whole := new(int)
	for k := range boxes {
		b := box{sheet: s.sheet, row: whole, cells: make([][]mark, len(cells)), height: pitch, keep: k < most-1 && (most <= wholeRow || k == 0 || k == most-2)}
		y := 0.0
		if k == 0 {
			b.height, y = b.height+cellTop, cellTop
		}
		if k == most-1 {
			b.height += cellTop
		}
		if r.Group {
			b.marks = append(b.marks, filled(0, 0, s.width, b.height, groupGround))
		}
		for i, cl := range cells {
			if k < len(cl.boxes) {
				for _, m := range cl.boxes[k].marks {
					b.cells[i] = append(b.cells[i], m.moved(cl.x+cellSide, y))
				}
			}
			if i > 0 {
				b.marks = append(b.marks, ruled(cl.x, 0, cl.x, b.height, hairline))
			}
		}
		b.marks = append(b.marks, ruled(0, 0, 0, b.height, outline), ruled(s.width, 0, s.width, b.height, outline))
		if k == 0 {
			b.marks = append(b.marks, ruled(0, 0, s.width, 0, hairline))
		}
		end := ruled(0, b.height, s.width, b.height, hairline)
		if k == most-1 {
			b.marks = append(b.marks, end)
		} else {
			b.foot = []mark{end}
		}
		boxes[k] = b
	}
	return boxes
}

// gap is the space above the lines of a row that goes on to another page, with the rules at its sides.
func (s setting) gap(r document.Row) box {
	b := box{sheet: s.sheet, height: cellTop}
	b.marks = append(b.marks, ruled(0, 0, 0, cellTop, outline), ruled(s.width, 0, s.width, cellTop, outline))
	for _, c := range r.Cells[min(1, len(r.Cells)):] {
		b.marks = append(b.marks, ruled(s.edges[c.Col], 0, s.edges[c.Col], cellTop, hairline))
	}
	return b
}

func (c *composer) cellLines(s setting, cl document.Cell, parent *node) cellLines {
	st := s.style(cl)
	out := cellLines{x: s.edges[cl.Col], width: s.edges[min(cl.Col+max(cl.Cols, 1), len(s.edges)-1)] - s.edges[cl.Col]}
	room := out.width - 2*cellSide
	out.lines = typeset.Break(cl.Text.Plain, c.ink.advance(st.role), st.measure(room))
	out.boxes = c.lines(cl.Text, out.lines, st, room, parent)
	return out
}
