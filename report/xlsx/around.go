package xlsx

import (
	"fmt"

	"taizhang/report/xlsx/fit"
)

// When gives the cells of a range another style while a formula holds, which speaks of the first
// of them.
func (s *Worksheet) When(ref, formula string, style Conditional) {
	s.do(func() error { return s.frame.when(ref, formula, int(style)) })
}

// Merge joins the cells from one corner to the other; the first keeps what it holds.
func (s *Worksheet) Merge(col, row, toCol, toRow int) {
	s.do(func() error { return s.frame.merge(col, row, toCol, toRow) })
}

// MergeDown joins the cells of a column from a row to the last one, where there are several.
func (s *Worksheet) MergeDown(col, row, last int) {
	if last > row {
		s.Merge(col, row, col, last)
	}
}

// Hide hides the columns, counting from 1, that it is told to.
func (s *Worksheet) Hide(hidden func(col int) bool) {
	for col := len(s.Widths); col >= 1; col-- {
		if hidden(col) && col == s.shown {
			s.shown--
		}
		s.do(func() error { return s.frame.show(col, !hidden(col)) })
	}
}

// Table names the columns of a table, of which the heading stands at the row and the last row
// has just been written.
func (s *Worksheet) Table(called string, top int, headings []string) {
	s.do(func() error { return s.frame.table(called, top, s.Next-1, headings) })
}

// Filter puts filter buttons on the first row of a range (A5:K40).
func (s *Worksheet) Filter(ref string) { s.do(func() error { return s.frame.filter(ref) }) }

// Repeat repeats the heading of the longest table of a sheet that has several on each page.
func (s *Worksheet) Repeat(row int) {
	if row == s.Next-1 {
		s.above = s.last
	}
	s.do(func() error { return s.frame.repeat(row, row) })
}

// Print puts the columns and rows up to these two on paper; the rest is for the screen.
func (s *Worksheet) Print(col, row int) {
	s.limited = true
	s.do(func() error { return s.frame.printed(fmt.Sprintf("$A$1:$%s$%d", Letter(col), max(row, 1))) })
}

// BreakPage begins a new page with the next row.
func (s *Worksheet) BreakPage() {
	s.used, s.turned = s.above, 0
	s.do(func() error { return s.frame.breakPage(s.Next) })
}

// mostTurned is behind how many pages in a row nobody knows how far the next row stands down its own: how
// much goes on a page differs a little from program to program.
const mostTurned = 2

// Together begins a new page with the next row, where rows of the height in points would not all go on
// this one, or where nobody knows that: a heading and what it heads.
func (s *Worksheet) Together(height float64) {
	if s.TogetherAsCounted(height); s.tall > 0 && s.turned > mostTurned {
		s.BreakPage()
	}
}

// TogetherAsCounted begins a new page only where the rows would not all go on this one as pages are counted.
func (s *Worksheet) TogetherAsCounted(height float64) {
	if s.tall > 0 && s.used > s.above && height < s.tall/2 && s.used+height > sure*s.tall {
		s.BreakPage()
	}
}

// sure is how much of a page is counted on.
const sure = 0.95

// ChartFits returns the height in pixels of a chart that stands whole on the page of the next row: of the
// most, or what is left of the page. Where that is less than the least, a new page is begun.
func (s *Worksheet) ChartFits(least, most int) int {
	if s.tall == 0 {
		return most
	}
	rows := int((sure*s.tall - s.used) / chartRowPoints)
	if left := (rows - chartEdge) * chartRow; left >= least {
		return min(left, most)
	}
	s.BreakPage()
	return most
}

// Comment lays a note beside a cell, as large as its text.
func (s *Worksheet) Comment(col, row int, author, text string) {
	const width = 300
	text = fit.Clean(text)
	high := min(fit.Lines(text, width/13)*18+12, 600)
	s.do(func() error { return s.frame.comment(col, row, fit.Clean(author), text, width, high) })
}

// Protect locks the cells whose style is not Open, without a password: whoever must can lift it.
func (s *Worksheet) Protect() { s.do(s.frame.protect) }

// Close ends the sheet. What it holds is compressed now, so that no sheet waits for the last one
// with room for a block of its own.
func (s *Worksheet) Close() {
	if !s.limited && s.Next > 1 { // or what runs over the last column would widen the page
		s.Print(max(s.shown, 1), s.Next-1)
	}
	s.do(func() error { return s.frame.flush() })
	s.cells.out.Cut()
	s.links.end()
}

// do does what the library does, unless something has failed before.
func (s *Worksheet) do(step func() error) {
	if !s.err() {
		s.check(step())
	}
}
