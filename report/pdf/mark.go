package pdf

import (
	"taizhang/report/chart"
	"taizhang/report/face"
)

// mark is one thing on a page, placed against its box: glyphs, a shape, a bookmark, or an
// end of a link.
type mark interface {
	moved(dx, dy float64) mark
}

// glyphs is text of one face that is drawn in one go.
type glyphs struct {
	X, Y  float64 // on the baseline
	Font  *face.Font
	Size  float64
	Track float64 // added after each character
	Half  bool    // a mark without its blank half
	Text  string
	Ink   chart.Ink
	Slot  *node // of the structure, nil for an artifact
}

// shape is a line, or a polygon that is filled, outlined or both.
type shape struct {
	Points []point
	Fill   *chart.Ink
	Stroke float64 // width of the line, 0 for none
	Ink    chart.Ink
	Slot   *node // of the structure, nil for an artifact
}

type point struct{ X, Y float64 }

// bookmark is a line of the outline that leads here.
type bookmark struct {
	Level int
	Text  string
}

func (g glyphs) moved(dx, dy float64) mark {
	g.X, g.Y = g.X+dx, g.Y+dy
	return g
}

func (s shape) moved(dx, dy float64) mark {
	points := make([]point, len(s.Points))
	for i, p := range s.Points {
		points[i] = point{p.X + dx, p.Y + dy}
	}
	s.Points = points
	return s
}

// anchor is a place that links lead to, by its name.
type anchor struct{ Name string }

// link leads from a rectangle to an anchor. It is not seen.
type link struct {
	X, Y, W, H float64
	To         string
	Node       *node // its element of the structure
}

// pageOf stands for the number of the page that an anchor is on, right-aligned at X.
type pageOf struct {
	X, Y  float64
	To    string
	Style style
}

func (b bookmark) moved(float64, float64) mark { return b }

func (a anchor) moved(float64, float64) mark { return a }

func (l link) moved(dx, dy float64) mark {
	l.X, l.Y = l.X+dx, l.Y+dy
	return l
}

func (p pageOf) moved(dx, dy float64) mark {
	p.X, p.Y = p.X+dx, p.Y+dy
	return p
}

// box is what is never parted by a page's end, as wide as the area.
type box struct {
	height  float64
	tail    float64 // of the height, what is left free below and may be missing at the foot of a page
	marks   []mark  // against the box's top left corner
	sheet   sheet
	keep    bool     // stands on one page with the next box
	snap    bool     // begins on the grid of lines
	low     []box    // of a floating box: the same, drawn lower, in place of a new page; nil for none
	float   bool     // where it does not fit, what follows goes before it
	head    []box    // repeated where a page begins with the box
	last    bool     // nothing stands below it on its page
	foot    []mark   // drawn where the page ends with the box
	row     *int     // the row of a table that the box is a line of, nil for another box
	cells   [][]mark // of a row, cell by cell
	barrier bool     // floating boxes from above are placed before it
}

// placed is a box on its page; x and y are its corner as the reader holds the page.
type placed struct {
	x, y  float64
	marks []mark
	row   *int
	cells [][]mark
}

// page is a page as it is painted.
type page struct {
	sheet  sheet
	boxes  []placed
	number []mark // on the paper held upright
	draft  []mark // likewise; none on what is final
}

// ruled returns a straight line.
func ruled(x1, y1, x2, y2, width float64) shape {
	return shape{Points: []point{{x1, y1}, {x2, y2}}, Stroke: width}
}

// filled returns a rectangle of one ink.
func filled(x, y, w, h float64, ink chart.Ink) shape {
	return shape{Points: []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, Fill: &ink}
}

// Lengths of the annex are in points, 72 to the inch.
const mm = 72 / 25.4

// The page of an official document (GB/T 9704—2012, 5.2): A4, 22 lines of 28 characters.
const (
	paperWidth  = 210 * mm
	paperHeight = 297 * mm
	topMargin   = 37 * mm
	leftMargin  = 28 * mm
	areaWidth   = 156 * mm
	areaHeight  = 225 * mm
	linesAPage  = 22
	charsALine  = 28
	linePitch   = areaHeight / linesAPage
	numberBelow = 7 * mm // from the area to the dash of the page number
)

// Type sizes by their Chinese names.
const (
	erhao   = 22.0
	sanhao  = 16.0
	sihao   = 14.0
	xiaosi  = 12.0
	wuhao   = 10.5
	xiaowu  = 9.0
	ascent  = 0.88 // of an em, above the baseline
	halfway = 0.35 // of an em: where a dash runs
)

// sheet is how a page is held when it is read.
type sheet int

const (
	upright sheet = iota
	turned        // a wide table: the head of the page is at the paper's left edge (7.4)
)

// area is where a sheet is printed on, as the reader holds it: its top left corner and size.
func (s sheet) area() (x, y, w, h float64) {
	if s == turned {
		return paperHeight - topMargin - areaHeight, leftMargin, areaHeight, areaWidth
	}
	return leftMargin, topMargin, areaWidth, areaHeight
}
