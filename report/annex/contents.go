package annex

import (
	"fmt"
	"strings"

	"taizhang/report/annex/wording"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

// contentsFrom is how many pages an annex has, without its contents, from which on it
// gets them: a shorter one is leafed through sooner.
const contentsFrom = 8

var (
	contentsHead = style{role: face.Heading, size: sanhao, pitch: linePitch, centre: true}
	contentsLine = [2]style{
		{role: face.Heading, size: sihao},
		{role: face.Body, size: sihao},
	}
	// The line pitches of the contents: the first, or the widest that spares them a page.
	contentsPitch = []float64{20, 19, 18}
)

// entry is a line of the contents.
type entry struct {
	text  string
	level int
	to    string // an anchor
}

// entries lists what the contents lead to: the headings 一、 and （一）, and the tables of
// all requirements, which stand on pages of their own.
func (c *composer) entries(blocks []wording.Block) []entry {
	var list []entry
	for i, b := range blocks {
		switch b.Kind {
		case wording.Heading:
			list = append(list, entry{b.Text, 0, section(i)})
		case wording.Sub:
			list = append(list, entry{b.Text, 1, section(i)})
		case wording.Register:
			list = append(list, entry{c.caption(b.Label, c.registerCaption(b), false), 0, "表:" + b.Name})
		}
	}
	return list
}

// section names the anchor of a heading.
func section(block int) string { return fmt.Sprint("节:", block) }

// contents adds the contents. The text begins on a new page after them, or below them where
// they go on to a page that they fill less than half.
func (c *composer) contents(head string, entries []entry) {
	if len(entries) == 0 {
		return
	}
	if head == "" {
		head = "目录"
	}
	c.optional.from = len(c.boxes)
	before := max(len(paginate(c.boxes)), 1)
	for _, pitch := range append(contentsPitch, contentsPitch[0]) {
		c.boxes = c.boxes[:c.optional.from]
		c.heading(head, contentsHead, 0)
		for _, e := range entries {
			c.boxes = append(c.boxes, c.entry(e, pitch)...)
		}
		if len(paginate(c.boxes)) == before {
			break
		}
	}
	pages := paginate(c.boxes)
	end := pages[len(pages)-1].boxes
	if len(pages) > before && end[len(end)-1].y < topMargin+areaHeight/2 {
		c.blank()
	} else {
		c.boxes[len(c.boxes)-1].last = true
	}
	c.optional.to = len(c.boxes)
}

// entry sets a line of the contents: the text, dots, and the page at the right edge. As
// the number's room is the same whatever it is, pages don't shift when it is known.
func (c *composer) entry(e entry, pitch float64) []box {
	const (
		room  = 2 * sihao // for the number and a gap before it
		least = 2 * sihao // of dots
	)
	s, number := contentsLine[e.level], contentsLine[1]
	s.pitch, number.pitch = pitch, pitch
	left := float64(2*e.level) * s.size
	lines := typeset.Break(e.text, c.ink.advance(s.role), typeset.Style{Width: areaWidth - left - room - least, Em: s.size, Ragged: true})
	var boxes []box
	for i, l := range lines {
		b := box{height: s.pitch, keep: i < len(lines)-1}
		b.marks = c.ink.line(e.text, l, s, left, s.baseline())
		b.marks = append(b.marks, link{left, 0, areaWidth - left, s.pitch, e.to})
		if i == len(lines)-1 {
			// The dots are characters, so that a reader of the text has the number on the
			// line; they end at one edge, so that dots stand below dots.
			dots := strings.Repeat("…", int((areaWidth-room-left-l.Width-s.size/4)/s.size))
			start := areaWidth - room - c.ink.width(dots, face.Body, s.size)
			b.marks = append(b.marks, c.ink.run(dots, number, start, s.baseline(), 0)...)
			b.marks = append(b.marks, pageOf{areaWidth, s.baseline(), e.to, number})
		}
		boxes = append(boxes, b)
	}
	return boxes
}

// settled returns the boxes with the contents, or without where the annex is short.
func (c *composer) settled() []box {
	without := append(c.boxes[:c.optional.from:c.optional.from], c.boxes[c.optional.to:]...)
	if c.optional.to > 0 && len(paginate(without)) < contentsFrom {
		return without
	}
	return c.boxes
}
