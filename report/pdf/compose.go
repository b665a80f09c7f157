package pdf

import (
	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

// The styles of an official document (GB/T 9704—2012, 7.3): 3号, so tracked that 28
// characters fill a line, with 2 characters of indent.
const gridTrack = (areaWidth - charsALine*sanhao) / (charsALine - 1)

var (
	bodyStyle    = style{role: face.Body, size: sanhao, pitch: linePitch, indent: 2, track: gridTrack}
	headingStyle = style{role: face.Heading, size: sanhao, pitch: linePitch, indent: 2, track: gridTrack}
	subStyle     = style{role: face.Sub, size: sanhao, pitch: linePitch, indent: 2, track: gridTrack}
	titleStyle   = style{role: face.Title, size: erhao, pitch: 36, centre: true}
	noteStyle    = style{role: face.Sub, size: sanhao, pitch: linePitch, centre: true}
	markStyle    = style{role: face.Heading, size: sanhao, pitch: linePitch}
	captionStyle = style{role: face.Heading, size: xiaosi, pitch: 20, centre: true}
	remarkStyle  = style{role: face.Body, size: xiaowu, pitch: 14}
)

// composer makes boxes of blocks.
type composer struct {
	ink     *inker
	boxes   []box
	root    *node
	anchors map[string]bool
}

func (c *composer) compose(blocks []document.Block) []box {
	for i, b := range blocks {
		if i > 0 && spaced(blocks[i-1], b) {
			c.blank()
		}
		switch b := b.(type) {
		case document.Heading:
			c.heading(b)
		case document.Paragraph:
			if closing(blocks, i) && len(c.boxes) > 0 {
				c.boxes[len(c.boxes)-1].keep = true
			}
			c.paragraph(b)
			if i+1 < len(blocks) && leads(b, blocks[i+1]) {
				c.boxes[len(c.boxes)-1].keep = true
			}
		case document.Contents:
			c.contents(b)
		case document.Figure:
			c.figure(b)
		case document.Table:
			headed := false
			if i+1 < len(blocks) {
				_, headed = blocks[i+1].(document.Heading)
			}
			c.anchorTable(b, headed)
		}
	}
	return c.boxes
}

// leads reports whether a small line stands with the table or the small line below it.
func leads(p document.Paragraph, below document.Block) bool {
	if p.Style != document.Remark {
		return false
	}
	switch b := below.(type) {
	case document.Table:
		return !b.Wide
	case document.Paragraph:
		return b.Style == document.Remark
	}
	return false
}

// closing reports whether a paragraph below another is the last before turned pages or the end: a
// single line of it would have a page to itself, so it takes the lines above along.
func closing(blocks []document.Block, i int) bool {
	if i == 0 {
		return false
	}
	above, ok := blocks[i-1].(document.Paragraph)
	if !ok || above.Style != document.Body {
		return false
	}
	if i+1 == len(blocks) {
		return true
	}
	next, ok := blocks[i+1].(document.Table)
	return ok && next.Wide
}

// spaced reports whether a line of the grid is left empty between two blocks: below the mark, and
// below the title with what belongs to it.
func spaced(above, below document.Block) bool {
	if p, ok := above.(document.Paragraph); ok {
		if next, ok := below.(document.Paragraph); ok && p.Style == document.Centred && next.Style == document.Centred {
			return false
		}
		return p.Style == document.Mark || p.Style == document.Centred
	}
	if h, ok := above.(document.Heading); ok && h.Level == 0 {
		next, ok := below.(document.Paragraph)
		return !ok || next.Style != document.Centred
	}
	return false
}

// blank leaves a line of the grid empty.
func (c *composer) blank() { c.boxes = append(c.boxes, box{height: linePitch, snap: true}) }

func (c *composer) paragraph(p document.Paragraph) {
	s := bodyStyle
	switch p.Style {
	case document.Mark:
		s = markStyle
	case document.Centred:
		s = noteStyle
	case document.Remark:
		s = remarkStyle
	}
	c.boxes = append(c.boxes, c.text(p.Text, s, areaWidth, c.root.Child("P"))...)
}

// text makes boxes of the lines of a text, the last of which does not stand alone on a page.
func (c *composer) text(t document.Text, s style, width float64, parent *node) []box {
	lines := typeset.Break(t.Plain, c.ink.advance(s.role), s.measure(width))
	boxes := c.lines(t, lines, s, width, parent)
	if n := len(boxes); n > 1 {
		boxes[n-2].keep = true
	}
	return boxes
}

// lines makes a box of each line. Without a parent the lines are artifacts.
func (c *composer) lines(t document.Text, lines []typeset.Line, s style, width float64, parent *node) []box {
	var segments []segment
	if parent != nil {
		segments = c.segments(t, parent)
	}
	var boxes []box
	for _, l := range lines {
		x := 0.0
		if s.centre {
			x = (width - l.Width) / 2
		}
		boxes = append(boxes, box{height: s.pitch, marks: c.ink.line(t.Plain, l, s, x, s.baseline(), segments), snap: s.pitch == linePitch})
	}
	return boxes
}

// heading adds a heading that the outline leads to and that stays with what follows. The title's lines
// are about equally long.
func (c *composer) heading(h document.Heading) {
	s := [...]style{titleStyle, headingStyle, subStyle, bodyStyle}[min(h.Level, 3)]
	parent := c.root.Child([...]string{"H1", "H2", "H3", "H4"}[min(h.Level, 3)])
	from := len(c.boxes)
	if h.Level == 0 {
		lines := typeset.Balance(h.Text.Plain, c.ink.advance(s.role), s.measure(areaWidth), document.TitleWords)
		c.boxes = append(c.boxes, c.lines(h.Text, lines, s, areaWidth, parent)...)
	} else {
		c.boxes = append(c.boxes, c.text(h.Text, s, areaWidth, parent)...)
	}
	if from == len(c.boxes) {
		return
	}
	first := &c.boxes[from]
	first.snap, first.barrier = true, h.Level == 1
	first.marks = append(first.marks, bookmark{max(h.Level-1, 0), h.Text.Plain})
	if h.Anchor != "" {
		first.marks = append(first.marks, anchor{h.Anchor})
	}
	for i := from; i < len(c.boxes); i++ {
		c.boxes[i].keep = true
	}
}
