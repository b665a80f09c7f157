// Package chart turns the figures of a public edition into shapes on a frame measured in
// millimetres, with the origin at its top left. It draws nothing itself and knows no PDF. Every value stands beside its mark in words or
// digits, every chart names its denominator and cut-off date, and what colour tells apart
// lightness or hatching tells apart too, so that a photocopy can be read.
package chart

// Chart is one figure: at most as large as its page allows, every shape inside the frame.
type Chart struct {
	Title         string   // its message, without 图1
	Notes         []string // printed under it: denominators, the cut-off date
	Width, Height float64  // mm
	Shapes        []Shape  // in the order of drawing
}

// Page is what a chart is drawn for.
type Page struct {
	Width     float64 // mm; charts take all of it
	MaxHeight float64 // mm
	Measure   Measure
}

// Measure returns the width of a text in mm; size is in points.
type Measure func(text string, size float64, font Font) float64

// Font is the role of a text's typeface.
type Font uint8

const (
	Plain  Font = iota // labels and notes: 仿宋 or 宋体
	Strong             // totals and heads: 黑体
)

// Ink is a colour in sRGB.
type Ink struct{ R, G, B uint8 }

// Shape is a Rect, a Polygon, a Line or a Text.
type Shape interface{ shape() }

// Rect is a rectangle by its top left corner. A nil Fill leaves it open, a zero Stroke
// without an outline.
type Rect struct {
	X, Y, W, H float64
	Fill       *Ink
	Stroke     float64 // width of the outline in mm
	Outline    Ink
}

// Polygon is a closed, filled shape.
type Polygon struct {
	Points []Point
	Fill   Ink
}

// Line is a stroke from A to B.
type Line struct {
	A, B  Point
	Width float64 // mm
	Ink   Ink
}

// Text is one line of text.
type Text struct {
	At    Point // on the baseline
	Align Align
	Size  float64 // points
	Font  Font
	Ink   Ink
	Text  string
}

// Point is a place on the frame, in mm from its top left.
type Point struct{ X, Y float64 }

// Align says which part of a text stands at its point.
type Align uint8

const (
	Left Align = iota
	Centre
	Right
)

func (Rect) shape()    {}
func (Polygon) shape() {}
func (Line) shape()    {}
func (Text) shape()    {}

// Parts of an em that a line of text takes above and below its baseline.
const (
	Ascent  = 0.88
	Descent = 0.12
)

// MM is a point of type in mm.
const MM = 25.4 / 72
