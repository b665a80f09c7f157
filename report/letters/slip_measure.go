package letters

import (
	"maps"
	"math"
	"slices"
	"strings"

	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// Widths of the columns of a sheet that is drawn anew.
const (
	widest    = 42
	narrowest = 6
	narrow    = 12       // of a column with words, not sentences
	sheetWide = formWide // of all columns, so that the print can still be read
)

// heading is the first row in which most columns are filled: what stands above it are
// titles and labels.
func (o *original) heading() int {
	most := 0
	for row := 1; row <= o.rows; row++ {
		most = max(most, o.filled[row-1])
	}
	row := 1
	for row < o.rows && o.filled[row-1]*3 < most*2 {
		row++
	}
	return row
}

// headingEnd is the last row of a heading of several rows: the one to which merges that begin in its first
// row reach down. A merge over more rows than a heading has groups answers.
func (o *original) headingEnd() int {
	end := o.head
	for col := 1; col <= o.cols; col++ {
		if last := o.spans[[2]int{o.head, col}][0]; last < o.head+mostHead {
			end = max(end, last)
		}
	}
	return end
}

// framed reports whether a row belongs to the table.
func (o *original) framed(row int) bool { return row >= o.head && o.filled[row-1] > 2 }

// count counts the cells of a row that hold something, a merge across once.
func (o *original) count(row int) (n int) {
	for col := 1; col <= o.cols; col++ {
		if c := o.sheet.Cell(row, col); !c.IsEmpty() && (!c.Covered() || c.Anchor().Col() == col) {
			n++
		}
	}
	return n
}

// widths makes room for what stands in the columns: the grid doesn't know how wide they
// were.
func (o *original) widths() []float64 {
	widths := make([]float64, o.cols)
	sum := 0.0
	for col := range widths {
		widths[col] = narrowest
		for row := 1; row <= o.rows; row++ {
			c := o.sheet.Cell(row, col+1)
			if last, merged := o.spans[[2]int{row, col + 1}]; c.IsEmpty() || c.Covered() || merged && last[1] > col+1 || !o.framed(row) {
				continue
			}
			text := c.String()
			if day, ok := c.Date(); ok {
				text = day.Label() + "　" // a day that finds no room is shown as ####
			}
			for line := range strings.SplitSeq(text, "\n") {
				widths[col] = min(max(widths[col], fit.WidthOf(line, 10)), widest)
			}
		}
		sum += widths[col]
	}
	for col, w := range widths {
		if sum > sheetWide && w > narrow {
			widths[col] = max(math.Floor(w*sheetWide/sum), narrow)
		}
	}
	return widths
}

// heights shows every text whole, also one that is merged over several rows.
func (o *original) heights(s *xlsx.Worksheet) map[int]float64 {
	heights := map[int]float64{}
	need := func(row, col int, last [2]int) float64 {
		text := fit.Clean(o.sheet.Cell(row, col).String())
		return fit.HeightOf(fit.Lines(text, fit.Room(s.Width(col-1, last[1]-col+1), 10)), 10)
	}
	for row := 1; row <= o.rows; row++ {
		heights[row] = fit.MinHeight
		for col := 1; col <= o.cols; col++ {
			last, merged := o.spans[[2]int{row, col}]
			if !merged {
				last = [2]int{row, col}
			}
			if c := o.sheet.Cell(row, col); !c.IsEmpty() && !c.Covered() && last[0] == row && !o.hidden(col) && !o.runsOn(c) {
				heights[row] = max(heights[row], need(row, col, last))
			}
		}
	}
	for _, at := range slices.SortedFunc(maps.Keys(o.spans), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
		last, sum := o.spans[at], 0.0
		for row := at[0]; row <= last[0]; row++ {
			sum += heights[row]
		}
		if more := need(at[0], at[1], last) - sum; last[0] > at[0] && more > 0 {
			heights[last[0]] = min(heights[last[0]]+more, fit.MaxHeight)
		}
	}
	return heights
}
