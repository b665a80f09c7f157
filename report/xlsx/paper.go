package xlsx

import (
	"math"
	"strings"

	"taizhang/report/xlsx/fit"
)

// Paper is how a sheet is printed and what stays in view. All print on A4.
type Paper struct {
	Title     string // in the header of the paper
	Head      [2]int // first and last row repeated on each page, and frozen above the rest
	Freeze    int    // columns that stay in view
	Tab       string // colour of the tab, RRGGBB
	Landscape bool
	OnePage   bool   // all of it on one page
	Across    int    // over how many pages its columns go; 0 for one
	Lead      int    // columns that are repeated at the left of each of those pages
	Narrow    bool   // narrow margins at the sides
	Hidden    bool   // nobody sees the sheet: no part of it is for paper
	Foot      string // at the left of the paper's footer, "" for that of the workbook
}

// How A4 is divided. A column's unit is the width of a digit in the font of the workbook, which
// any machine has or has another of the same widths for: what fits the paper fits it everywhere.
const (
	a4            = 9 // as workbooks count sizes of paper
	unitFont      = "Arial"
	PointsPerUnit = 6.12
	paperPoints   = 10.0 // of what stands around the cells: page headers, letters of charts
	topMargin     = 0.75 // inches
	shortEdge     = 210 * 72 / 25.4
	longEdge      = 297 * 72 / 25.4
)

func (p Paper) side() float64 {
	if p.Narrow {
		return 0.3
	}
	return 0.4
}

// Wide and Tall are the points that a page has for cells.
func (p Paper) Wide() float64 {
	edge := shortEdge
	if p.Landscape {
		edge = longEdge
	}
	return edge - 2*72*p.side()
}

// Tall is how many points a page has for rows.
func (p Paper) Tall() float64 {
	edge := longEdge
	if p.Landscape {
		edge = shortEdge
	}
	return edge - 2*72*topMargin
}

// Scale returns by how much columns of the width in units shrink on the paper, in full percent
// as spreadsheets do; 1 where they fit as they are.
func (p Paper) Scale(width float64) float64 {
	fit := float64(max(p.Across, 1)) * p.Wide() / (width * PointsPerUnit)
	return min(math.Floor(100*fit)/100, 1)
}

// headerText keeps a text from being read as codes of the page header, which holds 255
// letters in all.
func headerText(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return strings.ReplaceAll(fit.Clean(s), "&", "&&")
}
