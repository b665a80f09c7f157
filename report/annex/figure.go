package annex

import (
	"taizhang/report/chart"
	"taizhang/report/face"
)

// chart draws a chart's shapes with its frame's corner at x, y.
func (c *composer) chart(ch chart.Chart, x, y float64) []mark {
	at := func(p chart.Point) point { return point{x + p.X*mm, y + p.Y*mm} }
	var marks []mark
	for _, s := range ch.Shapes {
		switch s := s.(type) {
		case chart.Rect:
			corner := at(chart.Point{X: s.X, Y: s.Y})
			r := filled(corner.X, corner.Y, s.W*mm, s.H*mm, chart.Ink{})
			r.Fill, r.Stroke, r.Ink = s.Fill, s.Stroke*mm, s.Outline
			marks = append(marks, r)
		case chart.Polygon:
			p := shape{Fill: &s.Fill}
			for _, q := range s.Points {
				p.Points = append(p.Points, at(q))
			}
			marks = append(marks, p)
		case chart.Line:
			marks = append(marks, shape{Points: []point{at(s.A), at(s.B)}, Stroke: s.Width * mm, Ink: s.Ink})
		case chart.Text:
			marks = append(marks, c.chartText(s, at(s.At))...)
		}
	}
	return marks
}

func (c *composer) chartText(t chart.Text, at point) []mark {
	s := style{role: chartRole(t.Font), size: t.Size, ink: t.Ink}
	switch width := c.ink.width(t.Text, s.role, s.size); t.Align {
	case chart.Centre:
		at.X -= width / 2
	case chart.Right:
		at.X -= width
	}
	return c.ink.run(t.Text, s, at.X, at.Y, 0)
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
