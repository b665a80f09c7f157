package finding

import (
	"strconv"
	"sync"
	"sync/atomic"
)

// Place is where in a file something stands: a cell, a row, a sheet or the file as a
// whole; the zero Place is nowhere. Places can be compared with ==. Every value that is
// read keeps its own, millions in all, so a place is small and holds no pointer: the names
// of file and sheet are held once, and the place has their number.
type Place struct {
	sheet    int32 // in sheets; 0 for nowhere in a file
	row, col int32
}

// names are what the cells of a sheet share.
type names struct{ file, sheet string }

// sheets numbers the sheets in the order in which they are first named, each for good.
// Nothing but == may depend on the numbers: files are read side by side.
var sheets = newRegister()

// register is a list that grows while it is read.
type register struct {
	sync.Mutex
	number map[names]int32
	list   atomic.Pointer[[]names]
}

func newRegister() *register {
	r := &register{number: map[names]int32{{}: 0}}
	r.list.Store(&[]names{{}})
	return r
}

// of returns the number of a sheet.
func (r *register) of(n names) int32 {
	r.Lock()
	defer r.Unlock()
	i, known := r.number[n]
	if !known {
		list := append(*r.list.Load(), n) // beyond what the readers of the old one see
		i = int32(len(list) - 1)
		r.number[n] = i
		r.list.Store(&list)
	}
	return i
}

// In returns the place of a sheet as a whole; with an empty sheet, of the file. The file is
// named relative to the year folder, with forward slashes.
func In(file, sheet string) Place { return Place{sheet: sheets.of(names{file, sheet})} }

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

func (p Place) named() names { return (*sheets.list.Load())[p.sheet] }

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
