package chart

import "strings"

const (
	smallest = 8.0 // points; below it a label is cut and not shrunk
	label    = 9.0
	hairline = 0.15 // mm
)

// pen collects the shapes of one chart from the top of the frame down.
type pen struct {
	Page
	y      float64 // how far down the frame is used
	shapes []Shape
}

func (p *pen) width(text string, size float64, font Font) float64 {
	return p.Measure(text, size, font)
}

func (p *pen) add(s ...Shape) { p.shapes = append(p.shapes, s...) }

// chart closes the frame. The notes stand under it in the document's own type.
func (p *pen) chart(title string, notes ...string) Chart {
	return Chart{Title: title, Notes: notes, Width: p.Width, Height: p.y, Shapes: p.shapes}
}

// text writes a line whose middle is at y.
func (p *pen) text(x, y float64, align Align, text string, size float64, font Font, ink Ink) {
	if text == "" {
		return
	}
	baseline := y + (Ascent-Descent)/2*size*MM
	p.add(Text{At: Point{x, baseline}, Align: align, Size: size, Font: font, Ink: ink, Text: text})
}

// wrap breaks a text into lines of at most width, none of them starting with a mark.
func (p *pen) wrap(text string, width, size float64) []string {
	var lines []string
	runes := []rune(text)
	for len(runes) > 0 {
		n := len(runes)
		if p.width(text, size, Plain) > width {
			for n = 1; n < len(runes) && p.width(string(runes[:n+1]), size, Plain) <= width; n++ {
			}
			for n > 1 && n < len(runes) && keepsTogether(runes[n-1], runes[n]) {
				n--
			}
		}
		lines = append(lines, string(runes[:n]))
		runes = runes[n:]
		text = string(runes)
	}
	return lines
}

// keepsTogether reports whether no line may end between a and b.
func keepsTogether(a, b rune) bool {
	return strings.ContainsRune("，。；：、）”％%÷＝", b) || strings.ContainsRune("（“÷＝", a) ||
		a > ' ' && a < 0x7F && b > ' ' && b < 0x7F
}

// fit returns the text as it goes into width: smaller, then without its bracket, then cut
// short.
func (p *pen) fit(text string, width, size float64, font Font) (string, float64) {
	for ; size > smallest; size -= 0.5 {
		if p.width(text, size, font) <= width {
			return text, size
		}
	}
	size = smallest
	if i := strings.IndexAny(text, "（("); i > 0 && p.width(text, size, font) > width {
		text = text[:i]
	}
	runes := []rune(text)
	for n := len(runes); n > 0 && p.width(text, size, font) > width; n-- {
		text = string(runes[:n-1]) + "…"
	}
	if p.width(text, size, font) > width {
		return "", size
	}
	return text, size
}

// box draws a filled rectangle with its hatching.
func (p *pen) box(x, y, w, h float64, look look) {
	if w <= 0 || h <= 0 {
		return
	}
	fill := look.fill
	p.add(Rect{X: x, Y: y, W: w, H: h, Fill: &fill})
	p.hatch(x, y, w, h, look)
	p.add(Rect{X: x, Y: y, W: w, H: h, Stroke: hairline, Outline: frame})
}

// labelled draws a box with a text in its middle, where one goes in; on hatching the text
// has a ground of its own. It reports whether the text went in.
func (p *pen) labelled(x, y, w, h float64, look look, text string, size float64) bool {
	p.box(x, y, w, h, look)
	tw, th := p.width(text, size, Strong), size*MM
	if text == "" || tw+0.6 > w || th+0.9 > h {
		return false
	}
	if look.pitch > 0 {
		fill := look.fill
		p.add(Rect{X: x + (w-tw)/2 - 0.3, Y: y + (h-th)/2, W: tw + 0.6, H: th, Fill: &fill})
	}
	p.text(x+w/2, y+h/2, Centre, text, size, Strong, look.words)
	return true
}
