package annex

import (
	"taizhang/report/chart"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

// table is a table to be set: its head is repeated on every page that it goes on to, and a
// row is parted only where it is longer than a page.
type table struct {
	sheet   sheet
	label   string // 表1, "" for none
	caption string // "" for none
	columns []column
	head    []string
	rows    []row
	remark  string // under the last row, "" for none
	size    float64
	mark    *bookmark
}

type column struct {
	width  float64
	centre bool
}

// row is a row of cells, or a line over the whole width that heads the rows after it.
type row struct {
	cells []string
	group string
}

const (
	cellSide = 1.3 * mm // between a cell's text and its sides
	cellTop  = 1.1 * mm // and its top and bottom
	hairline = 0.5
	outline  = 1.0
)

var groupGround = chart.Ink{R: 0xF0, G: 0xF0, B: 0xF0}

// tableStyle is the style of a table's text.
func (t table) style(role face.Role, centre bool) style {
	return style{role: role, size: t.size, pitch: t.size * 1.45, centre: centre}
}

// table adds a table. The caption and the head stand with the first row; a group's line
// stands with the row after it and is repeated with the head.
func (c *composer) table(t table) {
	head := c.row(t, row{cells: t.head}, true)
	start := c.tableCaption(t, false)
	again := c.tableCaption(t, true)
	if t.mark != nil && len(start) > 0 {
		start[0].marks = append(start[0].marks, *t.mark)
	}
	again = append(again, head...)
	for i := range head {
		head[i].keep = len(t.rows) > 0
	}
	boxes := append(start, head...)
	var group []box
	for i, r := range t.rows {
		if r.group != "" {
			group = c.groupRow(t, r.group+"（续）")
			for _, b := range c.groupRow(t, r.group) {
				b.head, b.keep = again, i+1 < len(t.rows)
				boxes = append(boxes, b)
			}
			continue
		}
		repeated := append(again[:len(again):len(again)], group...)
		for _, b := range c.parts(t, r, repeated) {
			b.head = repeated
			boxes = append(boxes, b)
		}
	}
	if t.remark != "" {
		boxes[len(boxes)-1].keep = true
		boxes = append(boxes, c.remark(t))
	}
	for i := range boxes {
		boxes[i].sheet = t.sheet
	}
	c.boxes = append(c.boxes, boxes...)
}

// remark is the note under a table.
func (c *composer) remark(t table) box {
	const space = 3.0
	_, _, width, _ := t.sheet.area()
	b := box{height: space}
	for _, l := range typeset.Break(t.remark, c.ink.advance(remarkStyle.role), remarkStyle.measure(width)) {
		b.marks = append(b.marks, c.ink.line(t.remark, l, remarkStyle, 0, b.height+remarkStyle.baseline())...)
		b.height += remarkStyle.pitch
	}
	return b
}

// tableCaption is the line above a table, and above each page that it goes on to.
func (c *composer) tableCaption(t table, continued bool) []box {
	if t.caption == "" {
		return nil
	}
	text := c.caption(t.label, t.caption, false)
	if continued {
		text = "续" + text
	}
	_, _, width, _ := t.sheet.area()
	lines := typeset.Break(text, c.ink.advance(captionStyle.role), captionStyle.measure(width))
	boxes := c.lines(text, lines, captionStyle, width)
	for i := range boxes {
		boxes[i].sheet, boxes[i].keep = t.sheet, true
	}
	boxes[len(boxes)-1].height += 3
	return boxes
}

// parts sets a row in one box, or in several where it is longer than a page below the
// repeated head.
func (c *composer) parts(t table, r row, repeated []box) []box {
	_, _, _, room := t.sheet.area()
	for _, b := range repeated {
		room -= b.height
	}
	cells := c.cells(t, r.cells, false)
	most := max(int((room-2*cellTop)/t.style(face.Body, false).pitch), 1)
	var boxes []box
	for from := 0; from == 0 || from < longest(cells); from += most {
		boxes = append(boxes, c.rowBox(t, cells, from, min(from+most, longest(cells))))
	}
	return boxes
}

func (c *composer) row(t table, r row, head bool) []box {
	cells := c.cells(t, r.cells, head)
	return []box{c.rowBox(t, cells, 0, longest(cells))}
}

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

// groupRow draws a line over the whole width of the table.
func (c *composer) groupRow(t table, text string) []box {
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
	return []box{b}
}

// frame rules a row: a hairline above and below, a stronger line at the table's sides.
func frame(w, h float64) []mark {
	return []mark{
		ruled(0, 0, w, 0, hairline), ruled(0, h, w, h, hairline),
		ruled(0, 0, 0, h, outline), ruled(w, 0, w, h, outline),
	}
}
