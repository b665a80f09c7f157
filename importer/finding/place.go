package finding

import (
	"strconv"
	"unique"
)

// Place is where in a file something stands: a cell, a row, a sheet or the file as a
// whole; the zero Place is nowhere. Places can be compared with ==. Every value that is
// read keeps its own, so a place is small: the names of file and sheet are held once.
type Place struct {
	names    unique.Handle[names] // zero for nowhere in a file
	row, col int32
}

// names are what the cells of a sheet share.
type names struct{ file, sheet string }

// In returns the place of a sheet as a whole; with an empty sheet, of the file. The file is
// named relative to the year folder, with forward slashes.
func In(file, sheet string) Place {
	if file == "" && sheet == "" {
		return Place{}
	}
	return Place{names: unique.Make(names{file, sheet})}
}

// At returns the place of a cell of the same sheet. Rows and columns count from 1; without
// a column it is the row, without a row the sheet.
func (p Place) At(row, col int) Place {
	p.row, p.col = int32(row), int32(col)
	return p
}

// Equal is == for comparers that look for the method.
func (p Place) Equal(o Place) bool { return p == o }

// File returns the file's name relative to the year folder, "" where there is none.
func (p Place) File() string { return p.named().file }

// Sheet returns the sheet's name, "" for the whole file.
func (p Place) Sheet() string { return p.named().sheet }

func (p Place) named() names {
	if p.names == (unique.Handle[names]{}) {
		return names{}
	}
	return p.names.Value()
}

// Row returns the row, 0 for the whole sheet.
func (p Place) Row() int { return int(p.row) }

// Col returns the column, 0 for the whole row.
func (p Place) Col() int { return int(p.col) }

// Cell returns the address as a spreadsheet shows it ("D17"), "" where there is no row.
// A place with a row but no column is named by its first cell ("A17").
func (p Place) Cell() string {
	if p.row < 1 {
		return ""
	}
	return ColumnName(max(p.Col(), 1)) + strconv.Itoa(p.Row())
}

// String returns file, sheet and cell for a reader: 第一季度/办公室.xlsx「Sheet1」D17.
func (p Place) String() string {
	s := p.File()
	if p.Sheet() != "" {
		s += "「" + p.Sheet() + "」"
	}
	return s + p.Cell()
}

// ColumnName returns the letters of the column that counts from 1: 1 is A, 27 is AA.
func ColumnName(col int) string {
	var b []byte
	for ; col > 0; col = (col - 1) / 26 {
		b = append(b, byte('A'+(col-1)%26))
	}
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}
