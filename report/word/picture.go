package word

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/vector"

	"taizhang/report/chart"
	"taizhang/report/face"
)

// dotsPerMM is the resolution of pictures: 200 dots to the inch.
const dotsPerMM = 200 / 25.4

// picture draws a chart as a PNG.
func (p *pen) picture(c chart.Chart) ([]byte, error) {
	dots := func(mm float64) int { return int(math.Ceil(mm * dotsPerMM)) }
	p.take(dots(c.Width), dots(c.Height))
	for _, s := range c.Shapes {
		switch s := s.(type) {
		case chart.Rect:
			corners := []chart.Point{{X: s.X, Y: s.Y}, {X: s.X + s.W, Y: s.Y}, {X: s.X + s.W, Y: s.Y + s.H}, {X: s.X, Y: s.Y + s.H}}
			if s.Fill != nil {
				p.fill(corners, *s.Fill)
			}
			for i := range corners {
				p.line(corners[i], corners[(i+1)%4], s.Stroke, s.Outline)
			}
		case chart.Polygon:
			p.fill(s.Points, s.Fill)
		case chart.Line:
			p.line(s.A, s.B, s.Width, s.Ink)
		case chart.Text:
			p.write(s)
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&b, paletted(p.image)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// pen draws pictures, one after the other. What it draws on and with is made once for all of them:
// a page in dots takes 9 MB, and a chart has some thousands of shapes.
type pen struct {
	fonts    face.Set
	image    *image.RGBA
	raster   *vector.Rasterizer
	outlines map[glyph][]face.Segment // in ems
}

func newPen(fonts face.Set) *pen {
	return &pen{fonts: fonts, image: &image.RGBA{}, raster: vector.NewRasterizer(0, 0), outlines: map[glyph][]face.Segment{}}
}

// take takes a white sheet.
func (p *pen) take(width, height int) {
	size := 4 * width * height
	if size > cap(p.image.Pix) {
		p.image.Pix = make([]uint8, size)
	}
	p.image = &image.RGBA{Pix: p.image.Pix[:size], Stride: 4 * width, Rect: image.Rect(0, 0, width, height)}
	draw.Draw(p.image, p.image.Rect, image.White, image.Point{}, draw.Src)
}

// glyph is a character of a font.
type glyph struct {
	font *face.Font
	r    rune
}

func (p *pen) outline(g glyph) []face.Segment {
	list, ok := p.outlines[g]
	if !ok {
		list = g.font.Outline(g.r)
		p.outlines[g] = list
	}
	return list
}

// path collects a shape in dots with its bounds.
type path struct {
	segments               []face.Segment
	left, top, right, base float64
}

func (q *path) add(s face.Segment) {
	if len(q.segments) == 0 {
		q.left, q.top, q.right, q.base = s.A.X, s.A.Y, s.A.X, s.A.Y
	}
	q.hold(s.A)
	if s.Kind == face.Curve {
		q.hold(s.B)
	}
	q.segments = append(q.segments, s)
}

// hold widens the bounds to a point.
func (q *path) hold(p face.Point) {
	q.left, q.right = min(q.left, p.X), max(q.right, p.X)
	q.top, q.base = min(q.top, p.Y), max(q.base, p.Y)
}

// paint fills a path. The rasterizer is no larger than the path.
func (p *pen) paint(q path, ink chart.Ink) {
	if len(q.segments) == 0 {
		return
	}
	x, y := int(math.Floor(q.left)), int(math.Floor(q.top))
	w, h := int(math.Ceil(q.right))-x+1, int(math.Ceil(q.base))-y+1
	if w > 4*p.image.Rect.Dx() || h > 4*p.image.Rect.Dy() {
		return
	}
	r := p.raster
	r.Reset(w, h)
	at := func(q face.Point) (float32, float32) { return float32(q.X - float64(x)), float32(q.Y - float64(y)) }
	for _, s := range q.segments {
		switch s.Kind {
		case face.Move:
			ax, ay := at(s.A)
			r.MoveTo(ax, ay)
		case face.Straight:
			ax, ay := at(s.A)
			r.LineTo(ax, ay)
		case face.Curve:
			ax, ay := at(s.A)
			bx, by := at(s.B)
			r.QuadTo(ax, ay, bx, by)
		}
	}
	r.ClosePath()
	bounds, source := image.Rect(x, y, x+w, y+h), image.NewUniform(color.RGBA{ink.R, ink.G, ink.B, 0xFF})
	if bounds.In(p.image.Rect) {
		r.Draw(p.image, bounds, source, image.Point{})
		return
	}
	mask := image.NewAlpha(image.Rect(0, 0, w, h)) // what leaves the picture is cut
	r.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	draw.DrawMask(p.image, bounds, source, image.Point{}, mask, image.Point{}, draw.Over)
}

func (p *pen) fill(points []chart.Point, ink chart.Ink) {
	q := path{segments: make([]face.Segment, 0, len(points))}
	for i, at := range points {
		kind := face.Straight
		if i == 0 {
			kind = face.Move
		}
		q.add(face.Segment{Kind: kind, A: face.Point{X: at.X * dotsPerMM, Y: at.Y * dotsPerMM}})
	}
	p.paint(q, ink)
}

func (p *pen) line(a, b chart.Point, width float64, ink chart.Ink) {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if width <= 0 || length == 0 {
		return
	}
	dx, dy := -(b.Y-a.Y)/length*width/2, (b.X-a.X)/length*width/2
	p.fill([]chart.Point{{X: a.X + dx, Y: a.Y + dy}, {X: b.X + dx, Y: b.Y + dy}, {X: b.X - dx, Y: b.Y - dy}, {X: a.X - dx, Y: a.Y - dy}}, ink)
}

// write draws a line of text by the outlines of its characters.
func (p *pen) write(t chart.Text) {
	em := t.Size * chart.MM * dotsPerMM
	role := roleOf(t.Font)
	width := 0.0
	for _, r := range t.Text {
		width += p.fonts.Advance(role, r) * em
	}
	x := t.At.X*dotsPerMM - width*float64(t.Align)/2
	for _, r := range t.Text {
		f := p.fonts.Pick(role, r)
		if f == nil {
			r = face.Substitute
			f = p.fonts.Pick(role, r)
		}
		outline := p.outline(glyph{f, r})
		q := path{segments: make([]face.Segment, 0, len(outline))}
		for _, s := range outline {
			q.add(s.Scaled(em, x, t.At.Y*dotsPerMM))
		}
		p.paint(q, t.Ink)
		x += f.Advance(r) * em
	}
}
