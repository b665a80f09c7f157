package pdf

import (
	"strings"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

var (
	contentsHead = style{role: face.Heading, size: sanhao, pitch: linePitch, centre: true}
	contentsLine = [2]style{
		{role: face.Heading},
		{role: face.Body},
	}
	// The sizes and line pitches of the contents: the first, or the widest that spares them a page.
	contentsSets = []contentsSet{{sihao, 20}, {sihao, 19}, {sihao, 18}, {xiaosi, 17}, {xiaosi, 16}, {xiaosi, 15}}
)

type contentsSet struct{ size, pitch float64 }

// contents adds the contents, which end their page.
func (c *composer) contents(b document.Contents) {
	from := len(c.boxes)
	before := max(len(paginate(c.boxes)), 1)
	kids := len(c.root.Kids)
	for _, set := range append(contentsSets, contentsSets[0]) {
		c.boxes, c.root.Kids = c.boxes[:from], c.root.Kids[:kids]
		head := c.text(document.Text{Plain: b.Heading}, contentsHead, areaWidth, c.root.Child("H2"))
		head[0].marks = append(head[0].marks, bookmark{0, b.Heading})
		for i := range head {
			head[i].keep = true
		}
		c.boxes = append(c.boxes, head...)
		list := c.root.Child("TOC")
		for _, e := range b.Entries {
			c.boxes = append(c.boxes, c.entry(e, set, list.Child("TOCI"))...)
		}
		if len(paginate(c.boxes)) == before {
			break
		}
	}
	c.boxes[len(c.boxes)-1].last = true
}

// entry sets a line of the contents: the text, dots, and the page at the right edge. As
// the number's room is the same whatever it is, pages don't shift when it is known.
func (c *composer) entry(e document.Entry, set contentsSet, parent *node) []box {
	room := 2 * set.size  // for the number and a gap before it
	least := 2 * set.size // of dots
	s, number := contentsLine[min(e.Level-1, 1)], contentsLine[1]
	s.size, s.pitch, number.size, number.pitch = set.size, set.pitch, set.size, set.pitch
	left := float64(2*(e.Level-1)) * s.size
	lines := typeset.Break(e.Text, c.ink.advance(s.role), typeset.Style{Width: areaWidth - left - room - least, Em: s.size, Ragged: true})
	to := parent.Child("Reference").Child("Link")
	segments := []segment{{from: 0, to: len(e.Text), slot: to.Slot()}}
	var boxes []box
	for i, l := range lines {
		b := box{height: s.pitch, keep: i < len(lines)-1}
		b.marks = c.ink.line(e.Text, l, s, left, s.baseline(), segments)
		b.marks = append(b.marks, link{left, 0, areaWidth - left, s.pitch, e.Anchor, to})
		if i == len(lines)-1 {
			// The dots are characters, so that a reader of the text has the number on the
			// line; they end at one edge, so that dots stand below dots.
			dots := strings.Repeat("…", int((areaWidth-room-left-l.Width-s.size/4)/s.size))
			start := areaWidth - room - c.ink.width(dots, face.Body, s.size)
			b.marks = append(b.marks, c.ink.run(dots, number, start, s.baseline(), 0, nil)...)
			b.marks = append(b.marks, pageOf{areaWidth, s.baseline(), e.Anchor, number})
		}
		boxes = append(boxes, b)
	}
	return boxes
}
