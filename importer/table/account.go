package table

import (
	"taizhang/importer/grid"
)

// Fate is what became of a cell that holds anything.
type Fate uint8

const (
	Unread    Fate = iota // not understood: always under a finding
	Used                  // became a value of a row
	Heading               // names a column
	Info                  // title, label, value of a label
	Furniture             // notes, totals, group titles, signatures, samples
	Other                 // kept with its heading, nobody knows what it is
	fates
)

// Cells counts the cells of a sheet or a run by what became of them, a merge once.
type Cells struct{ Read, Used, Heading, Info, Furniture, Other, Unread int }

// Add adds the cells of another sheet.
func (c *Cells) Add(o Cells) {
	c.Read += o.Read
	c.Used += o.Used
	c.Heading += o.Heading
	c.Info += o.Info
	c.Furniture += o.Furniture
	c.Other += o.Other
	c.Unread += o.Unread
}

// Balances reports whether every cell ended somewhere.
func (c Cells) Balances() bool {
	return c.Read == c.Used+c.Heading+c.Info+c.Furniture+c.Other+c.Unread
}

// Account is the account of a sheet's cells: each ends as something, and as one thing.
type Account struct {
	sheet *grid.Sheet
	fate  map[[2]int32]Fate
}

// NewAccount opens the account of a sheet: every cell is unread.
func NewAccount(s *grid.Sheet) *Account {
	return &Account{sheet: s, fate: make(map[[2]int32]Fate, s.LastRow()*min(s.Width(), 16))}
}

// Mark notes what became of a cell. What a cell became first it stays, except that something
// is more than unread.
func (a *Account) Mark(cell grid.Cell, f Fate) {
	if a == nil || cell.IsEmpty() {
		return
	}
	at := cell.Anchor()
	key := [2]int32{int32(at.Row()), int32(at.Col())}
	if a.fate[key] == Unread {
		a.fate[key] = f
	}
}

// Leave makes a cell unread again that was taken for a title.
func (a *Account) Leave(cell grid.Cell) {
	at := cell.Anchor()
	delete(a.fate, [2]int32{int32(at.Row()), int32(at.Col())})
}

// Of returns what became of a cell so far.
func (a *Account) Of(cell grid.Cell) Fate {
	at := cell.Anchor()
	return a.fate[[2]int32{int32(at.Row()), int32(at.Col())}]
}

// All marks every cell of the sheet that is unread so far.
func (a *Account) All(f Fate) {
	a.each(func(cell grid.Cell) { a.Mark(cell, f) })
}

// Cells counts the cells.
func (a *Account) Cells() Cells {
	var n [fates]int
	c := Cells{}
	a.each(func(cell grid.Cell) {
		c.Read++
		n[a.Of(cell)]++
	})
	c.Used, c.Heading, c.Info, c.Furniture, c.Other, c.Unread = n[Used], n[Heading], n[Info], n[Furniture], n[Other], n[Unread]
	return c
}

// UnreadCells returns the cells that nothing became of, in the order of the sheet.
func (a *Account) UnreadCells() []grid.Cell {
	var cells []grid.Cell
	a.each(func(cell grid.Cell) {
		if a.Of(cell) == Unread {
			cells = append(cells, cell)
		}
	})
	return cells
}

// each visits the cells that hold anything, a merge once, row by row.
func (a *Account) each(visit func(grid.Cell)) {
	for cell := range a.sheet.Cells() {
		if !cell.IsEmpty() && !cell.Covered() {
			visit(cell)
		}
	}
}
