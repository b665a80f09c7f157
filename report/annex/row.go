package annex

import (
	"taizhang/report/chart"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

const (
	cellSide = 2.2 * mm // between a cell's text and its sides
	cellTop  = 1.1 * mm // and its top and bottom
	hairline = 0.5
	outline  = 1.0
)

var groupGround = chart.Ink{R: 0xF0, G: 0xF0, B: 0xF0}

// cell is the text of a cell, broken to its column.
type cell struct {
	text  string
	lines []typeset.Line
	style style
	x, w  float64
}

func longest(cells []cell) int {
	n := 1
	for _, cl := range cells {
		n = max(n, len(cl.lines))
	}
	return n
}

func (c *composer) cells(t table, texts []string, head bool) []cell {
	var cells []cell
	x := 0.0
	for i, col := range t.columns {
		cl := cell{x: x, w: col.width, style: t.style(face.Body, col.centre)}
		if head {
			cl.style = t.style(face.Heading, true)
		}
		if i < len(texts) {
			cl.text = texts[i]
		}
		cl.lines = typeset.Break(cl.text, c.ink.advance(cl.style.role), cl.style.measure(col.width-2*cellSide))
		cells = append(cells, cl)
		x += col.width
	}
	return cells
}

// rowBox draws the lines from one to another of a row's cells, each cell's in the middle of
// the row's height, with rules around.
func (c *composer) rowBox(t table, cells []cell, from, to int) box {
	pitch := t.style(face.Body, false).pitch
	b := box{sheet: t.sheet, height: float64(to-from)*pitch + 2*cellTop}
	var width float64
	for _, cl := range cells {
		lines := cl.lines[min(from, len(cl.lines)):min(to, len(cl.lines))]
		y := (b.height - float64(len(lines))*pitch) / 2
		if len(cl.lines) > to-from {
			y = cellTop // a parted cell goes on from the top
		}
		for _, l := range lines {
			x := cl.x + cellSide
			if cl.style.centre {
				x = cl.x + (cl.w-l.Width)/2
			}
			b.marks = append(b.marks, c.ink.line(cl.text, l, cl.style, x, y+cl.style.baseline())...)
			y += pitch
		}
		width = cl.x + cl.w
	}
	for _, cl := range cells[1:] {
		b.marks = append(b.marks, ruled(cl.x, 0, cl.x, b.height, hairline))
	}
	b.marks = append(b.marks, frame(width, b.height)...)
	return b
}

// groupBox draws a line over the whole width of the table.
func (c *composer) groupBox(t table, text string) box {
	width := 0.0
	for _, col := range t.columns {
		width += col.width
	}
	s := t.style(face.Heading, false)
	lines := typeset.Break(text, c.ink.advance(s.role), s.measure(width-2*cellSide))
	b := box{sheet: t.sheet, height: float64(len(lines))*s.pitch + 2*cellTop}
	b.marks = append(b.marks, filled(0, 0, width, b.height, groupGround))
	for i, l := range lines {
		b.marks = append(b.marks, c.ink.line(text, l, s, cellSide, cellTop+float64(i)*s.pitch+s.baseline())...)
	}
	b.marks = append(b.marks, frame(width, b.height)...)
	return b
}

// lead draws the text that stands over the whole width above a row's cells; a box without
// height where there is none.
func (c *composer) lead(t table, text string, head bool) box {
	if text == "" {
		return box{sheet: t.sheet}
	}
	width := 0.0
	for _, col := range t.columns {
		width += col.width
	}
	s := t.style(face.Body, false)
	if head {
		s = t.style(face.Heading, true)
	}
	b := box{sheet: t.sheet, height: 2 * cellTop}
	for _, l := range typeset.Break(text, c.ink.advance(s.role), s.measure(width-2*cellSide)) {
		x := cellSide
		if s.centre {
			x = (width - l.Width) / 2
		}
		b.marks = append(b.marks, c.ink.line(text, l, s, x, b.height-cellTop+s.baseline())...)
		b.height += s.pitch
	}
	b.marks = append(b.marks, frame(width, b.height)...)
	return b
}

// under sets a box below another as one, so that a page never parts them.
func under(top, below box) box {
	for _, m := range below.marks {
		top.marks = append(top.marks, m.moved(0, top.height))
	}
	top.height += below.height
	return top
}

// frame rules a row: a hairline above and below, a stronger line at the table's sides.
func frame(w, h float64) []mark {
	return []mark{
		ruled(0, 0, w, 0, hairline), ruled(0, h, w, h, hairline),
		ruled(0, 0, 0, h, outline), ruled(w, 0, w, h, outline),
	}
}
