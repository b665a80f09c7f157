package draw

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/chart"
	"taizhang/report/publish"
)

// Picture is a drawing as the page shows it: shapes with attributes, no styles, which the policy does
// not let through.
type Picture struct {
	Title string
	Code  template.HTML // made by this file alone; what stands in it is escaped
}

// Trend draws the annex's own figure of the quarters.
func Trend(e publish.Edition) Picture {
	return draw(chart.Trend(e, chart.Page{Width: 170, MaxHeight: 90, Measure: roughly}))
}

// roughly is the width of a text in any Chinese face: an em each, half of one for Latin letters.
func roughly(text string, size float64, _ chart.Font) float64 {
	ems := 0.0
	for _, r := range text {
		if r < 0x2E80 {
			ems += 0.55
		} else {
			ems++
		}
	}
	return ems * size * chart.MM
}

// ofRequirements is a count of requirements as the annex calls them; on the page 项 is a task and 条 a requirement.
var ofRequirements = regexp.MustCompile(`(\d)项`)

func onPage(said string) string { return ofRequirements.ReplaceAllString(said, "${1}条") }

func draw(c chart.Chart) Picture {
	c.Title = onPage(c.Title)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %.2f %.2f" role="img" aria-label="%s" class="chart">`, c.Width, c.Height, template.HTMLEscapeString(c.Title))
	for _, s := range c.Shapes {
		switch s := s.(type) {
		case chart.Rect:
			fill := "none"
			if s.Fill != nil {
				fill = ink(*s.Fill)
			}
			fmt.Fprintf(&b, `<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="%s"`, s.X, s.Y, s.W, s.H, fill)
			if s.Stroke > 0 {
				fmt.Fprintf(&b, ` stroke="%s" stroke-width="%.2f"`, ink(s.Outline), s.Stroke)
			}
			b.WriteString(`/>`)
		case chart.Line:
			fmt.Fprintf(&b, `<line x1="%.2f" y1="%.2f" x2="%.2f" y2="%.2f" stroke="%s" stroke-width="%.2f"/>`, s.A.X, s.A.Y, s.B.X, s.B.Y, ink(s.Ink), s.Width)
		case chart.Polygon:
			b.WriteString(`<polygon points="`)
			for _, p := range s.Points {
				fmt.Fprintf(&b, "%.2f,%.2f ", p.X, p.Y)
			}
			fmt.Fprintf(&b, `" fill="%s"/>`, ink(s.Fill))
		case chart.Text:
			fmt.Fprintf(&b, `<text x="%.2f" y="%.2f" font-size="%.2f" text-anchor="%s" fill="%s"`, s.At.X, s.At.Y, s.Size*chart.MM, [...]string{"start", "middle", "end"}[s.Align], ink(s.Ink))
			if s.Font == chart.Strong {
				b.WriteString(` font-weight="bold"`)
			}
			b.WriteString(">" + template.HTMLEscapeString(onPage(s.Text)) + "</text>")
		}
	}
	b.WriteString("</svg>")
	return Picture{c.Title, template.HTML(b.String())}
}

func ink(i chart.Ink) string { return fmt.Sprintf("#%02x%02x%02x", i.R, i.G, i.B) }

// Month is how many requirements are to be done in a month.
type Month struct {
	Month      int
	Done, Open int
	Late       int // of Open: overdue at the as-of quarter
}

// Dues counts the deadlines of the year by month.
func Dues(e publish.Edition) []Month {
	months := make([]Month, 12)
	for i := range months {
		months[i].Month = i + 1
	}
	any := false
	for i := range e.Requirements {
		r := &e.Requirements[i]
		if !r.Active || r.Due == (period.Date{}) || r.Due.Year != e.Year {
			continue
		}
		any = true
		switch m := &months[r.Due.Month-1]; {
		case r.Status == status.Completed || r.Status == status.NotApplicable:
			m.Done++
		default:
			if m.Open++; r.Overdue {
				m.Late++
			}
		}
	}
	if !any {
		return nil
	}
	return months
}

// DueChart draws the deadlines: a column a month, what is done below what is open.
func DueChart(months []Month) Picture {
	if len(months) == 0 {
		return Picture{}
	}
	const width, height, foot, head = 170.0, 58.0, 7.0, 10.0
	most := 1
	for _, m := range months {
		most = max(most, m.Done+m.Open)
	}
	done, open, dark := chart.Ink{R: 0x2F, G: 0x6B, B: 0x5E}, chart.Ink{R: 0xE3, G: 0xC5, B: 0x8C}, chart.Ink{R: 0x2A, G: 0x2F, B: 0x36}
	step, scale := width/12, (height-foot-head)/float64(most)
	c := chart.Chart{Title: "各月到期的要求", Width: width, Height: height}
	for i, m := range months {
		x, y := float64(i)*step+step*0.2, height-foot
		for _, part := range []struct {
			n    int
			fill chart.Ink
		}{{m.Done, done}, {m.Open, open}} {
			if part.n > 0 {
				h := float64(part.n) * scale
				y -= h
				c.Shapes = append(c.Shapes, chart.Rect{X: x, Y: y, W: step * 0.6, H: h, Fill: &part.fill, Stroke: 0.2, Outline: dark})
			}
		}
		if all := m.Done + m.Open; all > 0 {
			says := []string{fmt.Sprint(all)}
			if m.Open > 0 {
				says = []string{fmt.Sprintf("%d未完", m.Open), fmt.Sprint(all)} // two lines: columns stand close
			}
			for n, said := range says {
				c.Shapes = append(c.Shapes, chart.Text{At: chart.Point{X: x + step*0.3, Y: y - 1.2 - float64(n)*4}, Align: chart.Centre, Size: 9, Ink: dark, Text: said})
			}
		}
		c.Shapes = append(c.Shapes, chart.Text{At: chart.Point{X: x + step*0.3, Y: height - 1.6}, Align: chart.Centre, Size: 9, Ink: dark, Text: fmt.Sprintf("%d月", m.Month)})
	}
	c.Shapes = append(c.Shapes, chart.Line{A: chart.Point{X: 0, Y: height - foot}, B: chart.Point{X: width, Y: height - foot}, Width: 0.25, Ink: dark})
	return draw(c)
}
