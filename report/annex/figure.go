package annex

import (
	"fmt"

	"taizhang/report/annex/wording"
	"taizhang/report/chart"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

// figure adds the charts of a name, each with its caption below.
func (c *composer) figure(b wording.Block) error {
	page := c.chartPage()
	var charts []chart.Chart
	switch b.Name {
	case "构成":
		charts = []chart.Chart{chart.Composition(c.edition, page)}
	case "部门":
		charts = chart.Departments(c.edition, page)
	case "趋势":
		charts = []chart.Chart{chart.Trend(c.edition, page)}
	case "任务":
		charts = chart.Tasks(c.edition, page)
	case "报送":
		charts = chart.Coverage(c.edition, page)
	default:
		return fmt.Errorf("年报附件没有图 %s", b.Name)
	}
	for i, ch := range charts {
		caption := b.Text
		if caption == "" {
			caption = ch.Title
		}
		c.boxes = append(c.boxes, c.chartBox(ch, c.caption(b.Label, caption, i > 0), tableOf[b.Name]))
	}
	return nil
}

// chartPage is what a page has room for beside a caption.
func (c *composer) chartPage() chart.Page {
	return chart.Page{Width: areaWidth / mm, MaxHeight: (areaHeight - 3*captionStyle.pitch) / mm, Measure: c.chartMeasure}
}

// tableOf leads from a figure to the table with the same numbers.
var tableOf = map[string]string{
	"构成": "表:具体要求", "趋势": "表:具体要求", "任务": "表:具体要求", "部门": "表:部门", "报送": "表:部门",
}

// chartBox is a chart with its caption, which leads to a table.
func (c *composer) chartBox(ch chart.Chart, caption, table string) box {
	const space = 6.0 // above the chart, and between it and its caption
	b := box{snap: true, float: true}
	b.marks = c.chart(ch, 0, space)
	y := space + ch.Height*mm + space
	for _, l := range typeset.Break(caption, c.ink.advance(captionStyle.role), captionStyle.measure(areaWidth)) {
		x := (areaWidth - l.Width) / 2
		b.marks = append(b.marks, c.ink.line(caption, l, captionStyle, x, y+captionStyle.baseline())...)
		b.marks = append(b.marks, link{x, y, l.Width, captionStyle.pitch, table})
		y += captionStyle.pitch
	}
	b.height = min(y+space, areaHeight)
	return b
}

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
