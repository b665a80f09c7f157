package pdf

import (
	"taizhang/report/chart"
	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

// figure adds a figure: its charts, each with the caption below, and the notes below the last.
func (c *composer) figure(f document.Figure) {
	element := c.root.Child("Figure")
	element.Alt = f.Alt
	drawing := element.Slot()
	caption := document.Text{Plain: document.Caption(f.Label, f.Caption)}
	if f.Table != "" {
		caption.Links = []document.Link{{From: 0, To: len(caption.Plain), Anchor: f.Table}}
	}
	below := float64(len(c.figureLines(caption, captionStyle))) * captionStyle.pitch
	for _, n := range f.Notes {
		below += float64(len(c.figureLines(document.Text{Plain: n}, remarkStyle))) * remarkStyle.pitch
	}
	page := chart.Page{Width: areaWidth / mm, MaxHeight: (areaHeight - below - 3*figureSpace) / mm, Measure: c.chartMeasure}
	charts := f.Draw(page)
	for i, ch := range charts {
		text, parent := caption, (*node)(nil)
		if i > 0 {
			text = document.Text{Plain: "续" + caption.Plain}
		} else {
			parent = c.root.Child("P")
		}
		lines := c.lines(text, c.figureLines(text, captionStyle), captionStyle, areaWidth, parent)
		if i == len(charts)-1 {
			for _, n := range f.Notes {
				note := document.Text{Plain: n}
				lines = append(lines, c.lines(note, c.figureLines(note, remarkStyle), remarkStyle, areaWidth, c.root.Child("P"))...)
			}
		}
		named := ""
		if i == 0 {
			named = f.Anchor
		}
		b := c.drawn(ch, drawing, named, lines)
		if len(charts) == 1 {
			page.MaxHeight = ch.Height * lowest
			if low := f.Draw(page); len(low) == 1 && low[0].Height < ch.Height {
				b.low = []box{c.drawn(low[0], drawing, named, lines)}
			}
		}
		c.boxes = append(c.boxes, b)
	}
}

// lowest is how low a figure may be drawn, of its height, where that saves a page from staying half blank.
const lowest = 0.8

// drawn is a chart with what stands below it, as a box; named is what leads to it, "" for nothing.
func (c *composer) drawn(ch chart.Chart, drawing *node, named string, lines []box) box {
	b := box{float: true, height: figureSpace}
	b.marks = c.chart(ch, 0, figureSpace, drawing)
	b.height += ch.Height*mm + figureSpace
	if named != "" {
		b.marks = append(b.marks, anchor{named})
	}
	b = under(b, lines...)
	high := b.height
	b.height = min(high+figureSpace, areaHeight)
	b.tail = max(0, b.height-high)
	return b
}

// figureSpace is left above a figure, between it and its caption, and below.
const figureSpace = 5.0

func (c *composer) figureLines(t document.Text, s style) []typeset.Line {
	return typeset.Break(t.Plain, c.ink.advance(s.role), s.measure(areaWidth))
}

// under sets boxes below one as one, so that a page never parts them.
func under(top box, below ...box) box {
	for _, b := range below {
		for _, m := range b.marks {
			top.marks = append(top.marks, m.moved(0, top.height))
		}
		for i, cell := range b.cells {
			for len(top.cells) <= i {
				top.cells = append(top.cells, nil)
			}
			for _, m := range cell {
				top.cells[i] = append(top.cells[i], m.moved(0, top.height))
			}
		}
		top.height += b.height
	}
	return top
}

// chart draws a chart's shapes with its frame's corner at x, y, as a part of a figure.
func (c *composer) chart(ch chart.Chart, x, y float64, figure *node) []mark {
	at := func(p chart.Point) point { return point{x + p.X*mm, y + p.Y*mm} }
	var marks []mark
	for _, s := range ch.Shapes {
		switch s := s.(type) {
		case chart.Rect:
			corner := at(chart.Point{X: s.X, Y: s.Y})
			r := filled(corner.X, corner.Y, s.W*mm, s.H*mm, chart.Ink{})
			r.Fill, r.Stroke, r.Ink, r.Slot = s.Fill, s.Stroke*mm, s.Outline, figure
			marks = append(marks, r)
		case chart.Polygon:
			p := shape{Fill: &s.Fill, Slot: figure}
			for _, q := range s.Points {
				p.Points = append(p.Points, at(q))
			}
			marks = append(marks, p)
		case chart.Line:
			marks = append(marks, shape{Points: []point{at(s.A), at(s.B)}, Stroke: s.Width * mm, Ink: s.Ink, Slot: figure})
		case chart.Text:
			marks = append(marks, c.chartText(s, at(s.At), figure)...)
		}
	}
	return marks
}

func (c *composer) chartText(t chart.Text, at point, figure *node) []mark {
	s := style{role: chartRole(t.Font), size: t.Size, ink: t.Ink}
	switch width := c.ink.width(t.Text, s.role, s.size); t.Align {
	case chart.Centre:
		at.X -= width / 2
	case chart.Right:
		at.X -= width
	}
	return c.ink.run(t.Text, s, at.X, at.Y, 0, figure)
}

func (c *composer) chartMeasure(text string, size float64, font chart.Font) float64 {
	return c.ink.width(text, chartRole(font), size) / mm
}

func chartRole(f chart.Font) face.Role {
	if f == chart.Strong {
		return face.Heading
	}
	return face.Body
}
