package pdf

import (
	"taizhang/report/chart"
	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

const (
	cellSide    = 1.0 * mm  // between a cell's text and its sides
	cellTop     = 0.35 * mm // and its top and bottom
	wideCaption = 16.0      // from line to line of a caption on turned pages
	tableGap    = 3.0       // above and below a table on upright pages
	lead        = 7.0 / 6   // from line to line, in sizes of the text
	hairline    = 0.5
	outline     = 1.0
	// A row of more lines may go on over the end of a page.
	wholeRow = 5
	// A last row of so many lines stays on a page with the one before it.
	lastRow = 12
)

var groupGround = chart.Ink{R: 0xF0, G: 0xF0, B: 0xF0}

// setting is a table being set.
type setting struct {
	document.Table
	sheet sheet
	width float64
	edges []float64 // of the columns, from 0 to width
}

// anchorTable adds a table, with some space around it on upright pages, and leads links to it. A heading
// that follows brings its own space.
func (c *composer) anchorTable(t document.Table, headed bool) {
	s := setting{Table: t, width: areaWidth}
	if t.Wide {
		s.sheet, s.width = turned, areaHeight
	}
	s.edges = []float64{0}
	for _, col := range t.Columns {
		s.edges = append(s.edges, s.edges[len(s.edges)-1]+col.Share*s.width)
	}
	if !t.Wide {
		c.boxes = append(c.boxes, box{height: tableGap, keep: true})
	}
	boxes := c.table(s)
	if len(boxes) > 0 {
		boxes[0].barrier = t.Wide
		if t.Anchor != "" {
			boxes[0].marks = append(boxes[0].marks, anchor{t.Anchor})
		}
		if t.Listed {
			boxes[0].marks = append(boxes[0].marks, bookmark{0, document.Caption(t.Label, t.Caption)})
		}
	}
	for i := range boxes {
		boxes[i].sheet = s.sheet
	}
	c.boxes = append(c.boxes, boxes...)
	if !t.Wide && !headed {
		c.boxes = append(c.boxes, box{height: tableGap})
	}
}

// table makes the boxes of a table. Its caption and head stand with its first row and are repeated on
// every page that it goes on to, with the head of the group of rows that goes on.
func (c *composer) table(s setting) []box {
	element := c.root.Child("Table")
	boxes := c.tableCaption(s, element)
	again := c.tableCaption(s, nil)
	if s.spansRows() {
		boxes = append(boxes, c.gridBox(s, element))
		return append(boxes, c.notes(s, boxes)...)
	}
	for _, r := range s.Rows[:min(s.Head, len(s.Rows))] {
		head := under(box{sheet: s.sheet}, c.row(s, r, element.Child("TR"))...)
		head.keep = true
		boxes = append(boxes, head)
		again = append(again, artifact(head))
	}
	var group []box
	last := 0 // where the last row begins
	for _, r := range s.Rows[min(s.Head, len(s.Rows)):] {
		row := c.row(s, r, element.Child("TR"))
		if last = len(boxes); r.Group {
			title := r.Cells[0]
			title.Text = document.Text{Plain: title.Text.Plain + "（续）"}
			group = []box{under(box{sheet: s.sheet}, c.row(s, document.Row{Group: true, Cells: []document.Cell{title}}, nil)...)}
			one := under(box{sheet: s.sheet}, row...)
			one.head, one.keep = again, true
			boxes = append(boxes, one)
			continue
		}
		if r.Anchor != "" {
			row[0].marks = append(row[0].marks, anchor{r.Anchor})
		}
		for k, b := range row {
			if b.head = append(again[:len(again):len(again)], group...); k > 0 {
				b.head = append(b.head, s.gap(r))
			}
			boxes = append(boxes, b)
		}
	}
	if n := len(boxes) - last; n <= lastRow { // the last row does not stand alone on a page, nor its end
		for k := last; k < len(boxes)-1; k++ {
			boxes[k].keep = true
		}
		for last--; last > 0 && boxes[last].keep; last-- {
		}
		if last > 0 {
			boxes[last].keep = true
		}
	}
	if n := len(boxes); n > 0 {
		boxes[n-1].keep = false
	}
	return append(boxes, c.notes(s, boxes)...)
}

// artifact is a box whose text stands in the structure already.
func artifact(b box) box {
	b.marks = unslotted(b.marks)
	cells := make([][]mark, len(b.cells))
	for i := range cells {
		cells[i] = unslotted(b.cells[i])
	}
	b.cells = cells
	return b
}

func unslotted(list []mark) []mark {
	marks := make([]mark, 0, len(list))
	for _, m := range list {
		switch m := m.(type) {
		case glyphs:
			m.Slot = nil
			marks = append(marks, m)
		case shape:
			m.Slot = nil
			marks = append(marks, m)
		}
	}
	return marks
}

// notes are the remarks under a table, which stay with its last row.
func (c *composer) notes(s setting, above []box) []box {
	if len(s.Notes) == 0 {
		return nil
	}
	if n := len(above); n > 0 {
		above[n-1].keep = true
	}
	var list []box
	for _, note := range s.Notes {
		list = append(list, c.text(document.Text{Plain: note}, remarkStyle, s.width, c.root.Child("P"))...)
	}
	list[0] = under(box{height: 3}, list[0])
	return list
}

// tableCaption is the line above a table, and above each page that it goes on to.
func (c *composer) tableCaption(s setting, table *node) []box {
	text := document.Text{Plain: document.Caption(s.Label, s.Caption)}
	if text.Plain == "" {
		return nil
	}
	var parent *node
	if table != nil {
		parent = table.Child("Caption")
	} else {
		text.Plain = "续" + text.Plain
	}
	st := captionStyle
	if s.Wide {
		st.pitch = wideCaption
	}
	lines := typeset.Break(text.Plain, c.ink.advance(st.role), st.measure(s.width))
	boxes := c.lines(text, lines, st, s.width, parent)
	for i := range boxes {
		boxes[i].sheet, boxes[i].keep = s.sheet, true
	}
	boxes[len(boxes)-1].height += 3
	return boxes
}

// style is the style of a cell's text.
func (s setting) style(c document.Cell) style {
	st := style{role: face.Body, size: s.Size, pitch: s.Size * lead, centre: c.Centre}
	if c.Scope == document.OfColumn || c.Scope == document.OfGroup {
		st.role = face.Heading
	}
	return st
}

// cell adds a cell to the structure.
func cell(row *node, c document.Cell) *node {
	if row == nil {
		return nil
	}
	kind := "TD"
	if c.Scope != document.NoScope {
		kind = "TH"
	}
	n := row.Child(kind)
	n.Cols, n.Rows = c.Cols, c.Rows
	switch c.Scope {
	case document.OfColumn:
		n.Scope = "Column"
	case document.OfRow, document.OfGroup:
		n.Scope = "Row"
	}
	return n
}
