// Package heads says where headings stand: which lines of a sheet are made like one, how many rows
// one has, and the columns that it parts.
package heads

import (
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/known"
)

// Reader finds headings. It is safe for use by several goroutines.
type Reader struct{ *known.Facts }

// New returns a reader that finds headings by what is known.
func New(k *known.Facts) *Reader { return &Reader{Facts: k} }

// How far headings reach, and how far down a sheet they are looked for.
const (
	MostRows      = 3   // rows of a heading
	SearchedRows  = 200 // a table begins within so many rows
	SearchedHeads = 40
)

// FirstHeading returns the first line from..to in which at least two cells are headings of the
// vocabulary, 0 for none.
func (r *Reader) FirstHeading(v block.View, from, to int) int {
	for line := from; line <= min(to, from+SearchedRows); line++ {
		if r.HeadedCells(v, line) >= 2 {
			return line
		}
	}
	return 0
}

// HeadedCells counts the cells of a line that are headings of the vocabulary; a line that
// holds more than headings and short texts has none.
func (r *Reader) HeadedCells(v block.View, line int) int {
	n, sentences := 0, 0
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || v.Across(cell) {
			continue
		}
		if n+sentences == 0 && cell.Kind == grid.Number {
			return 0 // a row that counts itself
		}
		switch {
		case fold.Longer(cell.Text, 2*heading.Longest):
			sentences++
		case r.Headed(cell):
			n++
		}
	}
	if sentences > n {
		return 0
	}
	return n
}

// IsLabelLine reports whether a line states something of the table: 填报单位：办公室.
func (r *Reader) IsLabelLine(v block.View, line int) bool {
	labels, n := 0, 0
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(line, c)
		if v.Down(cell) && !cell.IsEmpty() && !v.Across(cell) {
			n++ // a heading beside the lowest row of a group: 结果 | 日期 below 销号
		}
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		n++
		head, _, colon := strings.Cut(strings.ReplaceAll(cell.Text, "：", ":"), ":")
		if r.Words.Label(head) != "" && (colon || !r.Headed(cell)) {
			labels++
		}
	}
	return labels > 0 && 2*labels >= n
}
