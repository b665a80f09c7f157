package word

import (
	"testing"

	"taizhang/report/chart"
	"taizhang/report/face"
)

// BenchmarkPaletted counts the colours of a chart of bars, as wide as a page.
func BenchmarkPaletted(b *testing.B) {
	c := chart.Chart{Width: 160, Height: 80}
	for i := range 40 {
		c.Shapes = append(c.Shapes,
			chart.Rect{X: 30, Y: 2 * float64(i), W: 3 * float64(i), H: 1.5, Fill: &chart.Ink{R: 0x33, G: 0x66, B: 0x99}},
			chart.Line{A: chart.Point{X: float64(i), Y: 0}, B: chart.Point{X: float64(i), Y: 80}, Width: 0.1})
	}
	c.Shapes = append(c.Shapes, chart.Text{At: chart.Point{X: 10, Y: 10}, Size: 10, Text: "已完成12项"})
	p := newPen(face.Embedded())
	if _, err := p.picture(c); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		paletted(p.image)
	}
}
