package grid

import (
	"cmp"
	"iter"
	"slices"

	"taizhang/importer/finding"
)

// Book is a file as sheets.
type Book struct {
	File   string // relative to the year folder, forward slashes, UTF-8
	Sum    string // sha256 of the file, hex
	Format string // what it is by its content: xlsx, xls, csv, ods, docx, odt, text, html, mht, xml
	Sheets []*Sheet
	Prose  []Paragraph // what stands outside tables, in order; nil for workbooks and .csv
}

// Sheet is one sheet of a book, or one table of a document. Rows and columns count from 1.
type Sheet struct {
	File, Name string
	Hidden     bool

	at         finding.Place // the whole sheet, which its cells' places are made of
	lines      []line        // by row; a row that holds nothing is left out
	last       int           // last row that holds anything
	width      int           // last column that holds anything
	hiddenRows map[int]bool
	hiddenCols map[int]bool
	palette    *Palette
	beside     []Beside // by the number that a cell keeps, from 1 on
	blanks     []blanks // looks of cells that are left out, by row; of one cell the last counts
	colLooks   []blanks // of whole columns
	from1904   bool     // serial numbers count from 1904
	outside    map[int]bool
}

// line is a row's cells by column; a cell that holds nothing is left out.
type line struct {
	row   int32
	cells []Cell
}

// Outside reports whether a row of a document's sheet stands outside the table: a paragraph above it or
// below it. Rows of workbooks never do.
func (s *Sheet) Outside(row int) bool { return s.outside[row] }

// Place returns the place of the sheet as a whole.
func (s *Sheet) Place() finding.Place { return s.at }

// LastRow returns the number of the last row that holds anything, 0 for an empty sheet.
func (s *Sheet) LastRow() int { return s.last }

// Width returns the number of the last column that holds anything.
func (s *Sheet) Width() int { return s.width }

// Cell returns the cell at row and col; outside the used range it is empty and still
// knows its address.
func (s *Sheet) Cell(row, col int) Cell {
	if cells := s.line(row); cells != nil {
		if i := col - 1; i >= 0 && i < len(cells) && cells[i].col == int32(col) {
			return cells[i] // the usual case: no gap before it
		}
		if i, ok := slices.BinarySearchFunc(cells, int32(col), func(c Cell, col int32) int { return cmp.Compare(c.col, col) }); ok {
			return cells[i]
		}
	}
	return s.blank(row, col)
}

func (s *Sheet) line(row int) []Cell {
	if i := row - 1; i >= 0 && i < len(s.lines) && s.lines[i].row == int32(row) {
		return s.lines[i].cells
	}
	if i, ok := slices.BinarySearchFunc(s.lines, int32(row), func(l line, row int32) int { return cmp.Compare(l.row, row) }); ok {
		return s.lines[i].cells
	}
	return nil
}

// Rows yields the rows that hold anything from the first to the last, each as its cells that hold
// anything, lie under a merge or bear a link. The cells are the sheet's own.
func (s *Sheet) Rows() iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		for _, l := range s.lines {
			if !yield(l.cells) {
				return
			}
		}
	}
}

// From1904 reports whether serial numbers of dates count from 1904.
func (s *Sheet) From1904() bool { return s.from1904 }

// HiddenRow and HiddenCol report whether the file hides the row or column.
func (s *Sheet) HiddenRow(row int) bool { return s.hiddenRows[row] }

func (s *Sheet) HiddenCol(col int) bool { return s.hiddenCols[col] }

// FromRows makes a sheet of text cells, row 1 first; "" leaves a cell empty. merges are
// {top, left, bottom, right}. Tests and text formats use it.
func FromRows(file, name string, rows [][]string, merges ...[4]int) *Sheet {
	d := NewDraft(file, name)
	for i, texts := range rows {
		for j, text := range texts {
			d.PutText(i+1, j+1, text)
		}
	}
	for _, m := range merges {
		d.Merges = append(d.Merges, Span{m[0], m[1], m[2], m[3]})
	}
	return d.finish()
}

// Cells yields the cells that hold something of their own or lie under a merge, row by row
// from left to right.
func (s *Sheet) Cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		for _, l := range s.lines {
			for _, c := range l.cells {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// Without returns the sheet less some of its rows, which are given in order as first and last.
// The cells that are left keep their places.
func (s *Sheet) Without(rows [][2]int) *Sheet {
	left := *s
	left.lines = slices.DeleteFunc(slices.Clone(s.lines), func(l line) bool {
		return slices.ContainsFunc(rows, func(r [2]int) bool { return int(l.row) >= r[0] && int(l.row) <= r[1] })
	})
	left.last = 0
	if n := len(left.lines); n > 0 {
		left.last = int(left.lines[n-1].row)
	}
	return &left
}
