package pdf

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
