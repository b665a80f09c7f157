// Package grid is what every file that a department sends becomes: a book of sheets of cells,
// and what the readers of the formats, a folder each, make it with. A cell keeps its address
// for good; a cell under a merge shows the content of the merge's first cell and remembers
// that it is covered. What can't be read is a finding, never a panic and never a silent gap.
// Package open reads a file.
package grid

import "taizhang/importer/finding"

// Kind says what a cell holds.
type Kind uint8

const (
	Empty Kind = iota
	Text
	Number
	Bool
	Failed // an error value of the spreadsheet (#REF!), or a formula without a stored result
)

// Cell is one cell of a sheet as a person sees it: Text is what is written in it, and what the
// file stores beside that is kept apart (see Beside). A number keeps its raw value; String is
// what it shows.
type Cell struct {
	Kind    Kind
	look    uint16  // in the sheet's palette, 0 for plain
	beside  int32   // in the sheet's list of what stands beside, 0 for nothing
	Text    string  // the text; a number's shortest decimal notation; "TRUE"/"FALSE"; "#REF!"
	Number  float64 // for Number
	Format  string  // number format code ("0%", `yyyy"年"m"月"d"日"`), "" for General
	Link    string  // hyperlink target, "" for none
	Formula string  // the formula, only where no result is stored

	sheet                          *Sheet
	row, col, anchorRow, anchorCol int32 // anchorRow is 0 outside a merge
}

// At returns the cell's own address.
func (c Cell) At() finding.Place { return c.place(c.row, c.col) }

// Sheet returns the sheet that the cell stands on, nil for a cell of none.
func (c Cell) Sheet() *Sheet { return c.sheet }

// Covered reports whether a merge covers the cell and its content is another cell's.
func (c Cell) Covered() bool {
	return c.anchorRow != 0 && (c.anchorRow != c.row || c.anchorCol != c.col)
}

// Anchor returns the address of the cell that the content stands in: the merge's first
// cell, or the cell itself.
func (c Cell) Anchor() finding.Place {
	if c.anchorRow == 0 {
		return c.At()
	}
	return c.place(c.anchorRow, c.anchorCol)
}

// IsEmpty reports whether the cell holds nothing but space.
func (c Cell) IsEmpty() bool { return c.Kind == Empty }

func (c Cell) place(row, col int32) finding.Place {
	if c.sheet == nil {
		return finding.Place{}.At(int(row), int(col))
	}
	return c.sheet.at.At(int(row), int(col))
}

// Read is a value read from a sheet: the value, the words it was read from, and the cell
// that they stand in. It stays together until it is printed. Said is "" where nothing
// was given.
type Read[T any] struct {
	Value T
	Said  string
	At    finding.Place
}

// Words is what Read is, of words that are taken as they stand.
type Words struct {
	Value string
	At    finding.Place
}

// Given reports whether anything stood in the sheet.
func (w Words) Given() bool { return w.Value != "" }

// Given reports whether anything stood in the sheet.
func (r Read[T]) Given() bool { return r.Said != "" }
