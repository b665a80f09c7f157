package annex

import (
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
	lead    string // over the whole width above head, "" for none
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
	lead   string // over the whole width above the cells, "" for none
	cells  []string
	group  string
	anchor string // that leads here, "" for none
}

// style is the style of a table's text.
func (t table) style(role face.Role, centre bool) style {
	return style{role: role, size: t.size, pitch: t.size * 1.45, centre: centre}
}

// table adds a table. The caption and the head stand with the first row; a group's line
// stands with the row after it and is repeated with the head.
func (c *composer) table(t table) {
	cells := c.cells(t, t.head, true)
	head := under(c.lead(t, t.lead, true), c.rowBox(t, cells, 0, longest(cells)))
	again := append(c.tableCaption(t, true), head)
	boxes := append(c.tableCaption(t, false), head)
	boxes[len(boxes)-1].keep = len(t.rows) > 0
	if t.mark != nil {
		boxes[0].marks = append(boxes[0].marks, *t.mark)
	}
	var group []box
	for i, r := range t.rows {
		if r.group != "" {
			group = []box{c.groupBox(t, r.group+"（续）")}
			b := c.groupBox(t, r.group)
			b.head, b.keep = again, i+1 < len(t.rows)
			boxes = append(boxes, b)
			continue
		}
		repeated := append(again[:len(again):len(again)], group...)
		for k, b := range c.parts(t, r, repeated) {
			if b.head = repeated; k == 0 && r.anchor != "" {
				b.marks = append(b.marks, anchor{r.anchor})
			}
			boxes = append(boxes, b)
		}
	}
	t.company(boxes)
	if t.remark != "" {
		boxes[len(boxes)-1].keep = true
		boxes = append(boxes, c.remark(t))
	}
	for i := range boxes {
		boxes[i].sheet = t.sheet
	}
	c.boxes = append(c.boxes, boxes...)
}

// company keeps the last row on a page with the one before it, unless the two are higher
// than half a page.
func (t table) company(boxes []box) {
	at := len(boxes) - 2
	for at >= 0 && boxes[at].keep {
		at-- // a group's line, which stays with the row anyway
	}
	if at < 0 || boxes[at].head == nil {
		return
	}
	_, _, _, height := t.sheet.area()
	boxes[at].keep = after(boxes[at:], 0) < height/2
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
	lead := c.lead(t, r.lead, false)
	_, _, _, room := t.sheet.area()
	for _, b := range repeated {
		room -= b.height
	}
	cells := c.cells(t, r.cells, false)
	most := max(int((room-lead.height-2*cellTop)/t.style(face.Body, false).pitch), 1)
	var boxes []box
	for from := 0; from == 0 || from < longest(cells); from += most {
		b := c.rowBox(t, cells, from, min(from+most, longest(cells)))
		if from == 0 {
			b = under(lead, b)
		}
		boxes = append(boxes, b)
	}
	return boxes
}
