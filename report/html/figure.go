package html

import (
	"fmt"
	"strings"

	"taizhang/report/chart"
	"taizhang/report/document"
)

// figure draws a figure in one piece, however many rows it has.
func (p *printer) figure(f document.Figure) {
	p.figures++
	p.put("<figure%s>\n", p.id(f.Anchor))
	for i, c := range f.Draw(chart.Page{Width: document.AreaWidth * chart.MM, MaxHeight: 1e6, Measure: chart.Squares}) {
		p.svg(c, f, fmt.Sprintf("f%d-%d", p.figures, i+1))
	}
	caption := document.Caption(f.Label, f.Caption)
	p.put("<figcaption>%s</figcaption>\n", p.inline(document.Text{Plain: caption, Links: []document.Link{{From: 0, To: len(caption), Anchor: f.Table}}}))
	for _, n := range f.Notes {
		p.put("<p class=\"note\">%s</p>\n", escape(n))
	}
	p.put("</figure>\n")
}

func (p *printer) svg(c chart.Chart, f document.Figure, id string) {
	p.put("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"%s-t %s-d\" viewBox=\"0 0 %s %s\">\n<title id=\"%s-t\">%s</title>\n<desc id=\"%s-d\">%s</desc>\n",
		id, id, mm(c.Width), mm(c.Height), id, escape(f.Caption), id, escape(f.Alt))
	for _, s := range c.Shapes {
		switch s := s.(type) {
		case chart.Rect:
			fill := "none"
			if s.Fill != nil {
				fill = ink(*s.Fill)
			}
			p.put(`<rect x="%s" y="%s" width="%s" height="%s" fill="%s"%s/>`, mm(s.X), mm(s.Y), mm(s.W), mm(s.H), fill, stroke(s.Stroke, s.Outline))
		case chart.Polygon:
			var points []string
			for _, q := range s.Points {
				points = append(points, mm(q.X)+","+mm(q.Y))
			}
			p.put(`<polygon points="%s" fill="%s"/>`, strings.Join(points, " "), ink(s.Fill))
		case chart.Line:
			p.put(`<line x1="%s" y1="%s" x2="%s" y2="%s"%s/>`, mm(s.A.X), mm(s.A.Y), mm(s.B.X), mm(s.B.Y), stroke(s.Width, s.Ink))
		case chart.Text:
			class := ""
			if s.Font == chart.Strong {
				class = ` class="strong"`
			}
			p.put(`<text x="%s" y="%s" font-size="%s" text-anchor="%s" fill="%s"%s>%s</text>`, mm(s.At.X), mm(s.At.Y), mm(s.Size*chart.MM),
				[...]string{"start", "middle", "end"}[s.Align], ink(s.Ink), class, escape(s.Text))
		}
		p.put("\n")
	}
	p.put("</svg>\n")
}

func stroke(width float64, i chart.Ink) string {
	if width <= 0 {
		return ""
	}
	return fmt.Sprintf(` stroke="%s" stroke-width="%s"`, ink(i), mm(width))
}

func ink(i chart.Ink) string { return fmt.Sprintf("#%02x%02x%02x", i.R, i.G, i.B) }

// mm is a length with two decimals at most.
func mm(x float64) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", x), "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
