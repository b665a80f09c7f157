package face

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Point is a place on a glyph, in ems from its origin on the baseline; y runs down.
type Point struct{ X, Y float64 }

// SegmentKind says how a segment goes on from the last point.
type SegmentKind uint8

const (
	Move     SegmentKind = iota // to A, where a contour begins
	Straight                    // to A
	Curve                       // to B, bent towards A
)

// Segment is a piece of a glyph's outline.
type Segment struct {
	Kind SegmentKind
	A, B Point
}

// Scaled returns the segment at a size, with the glyph's origin at x, y.
func (s Segment) Scaled(em, x, y float64) Segment {
	s.A = Point{x + s.A.X*em, y + s.A.Y*em}
	s.B = Point{x + s.B.X*em, y + s.B.Y*em}
	return s
}

// outlineSize is the size in which outlines are asked for: fine enough for print.
const outlineSize = 1024

// Outline returns the outline of a character, nil where the face does not have it.
func (f *Font) Outline(r rune) []Segment {
	g := f.glyph(r)
	if g == 0 {
		return nil
	}
	var b sfnt.Buffer
	loaded, err := f.facts.LoadGlyph(&b, g, fixed.I(outlineSize), nil)
	if err != nil {
		return nil
	}
	at := func(p fixed.Point26_6) Point {
		return Point{float64(p.X) / 64 / outlineSize, float64(p.Y) / 64 / outlineSize}
	}
	var list []Segment
	for _, s := range loaded {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			list = append(list, Segment{Kind: Move, A: at(s.Args[0])})
		case sfnt.SegmentOpLineTo:
			list = append(list, Segment{Kind: Straight, A: at(s.Args[0])})
		case sfnt.SegmentOpQuadTo:
			list = append(list, Segment{Kind: Curve, A: at(s.Args[0]), B: at(s.Args[1])})
		}
	}
	return list
}
