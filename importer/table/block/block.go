// Package block holds a table of a sheet as a value: the window through which it stands upright,
// its lines, its columns and their headings.
package block

import (
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// Shape is how a block lies on its sheet.
type Shape string

const (
	Upright Shape = "upright" // a line a requirement
	Turned  Shape = "turned"  // a column a requirement
	Cards   Shape = "cards"   // a card a requirement: labels beside their values
)

// Block is one table of a sheet.
type Block struct {
	View
	Shape     Shape
	Top       int       // first line of what stands above it: titles and info lines
	Head      int       // first heading line; Body where there is none
	Body, End int       // first and last line below the heading
	Columns   []Column  // by column of the view, from left to right, those that hold anything
	Topic     grid.Cell // above the table: the requirement that all its rows answer; empty for none
	Named     bool      // the sheet's name is the requirement that it answers
	Continues bool      // it has no heading of its own and goes on with the block before it

	byCol     map[int]int              // index in Columns by column of the view
	Repeated  []int                    // lines that print the heading once more
	Labels    []grid.Cell              // of cards
	Notes     []grid.Cell              // of a turned block, the cells of rows that hold nothing else: titles and notes; of cards, what signs the last
	AboveLast int                      // last row of the sheet above the cards
	Legend    map[string]status.Status // of the sheet
	Foot      map[int]words.Role       // by line, of the lines below a table's rows that each hold a label of their own with its value
	LineRoles map[int]words.Role       // by line, of a table that prints several lines an item, each under a label
	Unit      Unit                     // of a table with columns of several departments
	AsksBy    int                      // the column that names what a row answers, of a table that is known by its shape only; else 0
}

// Unit is the department that a block is of.
type Unit struct {
	Cell grid.Cell
	Name string
	Cols []int

	Names []grid.Cell // all cells that hold it
}

// Whose is the cell that names the department whose the block is, of a table with columns of several,
// and the name in it; the cell is empty for any other block.
func (b *Block) Whose() (cell grid.Cell, name string) { return b.Unit.Cell, b.Unit.Name }

// Column returns the column of the view that holds c, nil where it has nothing.
func (b *Block) Column(c int) *Column {
	if i, ok := b.byCol[c]; ok {
		return &b.Columns[i]
	}
	return nil
}

// Role returns the role of a column of the view, "" where it holds nothing.
func (b *Block) Role(c int) words.Role {
	if col := b.Column(c); col != nil {
		return col.Role
	}
	return ""
}

// Of returns the columns of a role, from left to right.
func (b *Block) Of(roles ...words.Role) []int {
	var cols []int
	for _, col := range b.Columns {
		for _, role := range roles {
			if col.Role == role {
				cols = append(cols, col.Col)
			}
		}
	}
	return cols
}

// Has reports whether a column has the role.
func (b *Block) Has(role words.Role) bool {
	for i := range b.Columns {
		if b.Columns[i].Role == role {
			return true
		}
	}
	return false
}

// Answers reports whether the block has a column that a department fills in.
func (b *Block) Answers() bool {
	for i := range b.Columns {
		if b.Columns[i].IsAnswer() {
			return true
		}
	}
	return false
}

// Asks reports whether rows can be told apart: by requirement, task or number.
func (b *Block) Asks() bool {
	return b.Has(words.Requirement) || b.Has(words.Task) || b.Has(words.Number)
}

// Index notes where each column lies.
func (b *Block) Index() {
	b.byCol = make(map[int]int, len(b.Columns))
	for i := range b.Columns {
		b.byCol[b.Columns[i].Col] = i
	}
}

// Neighbours returns the headings on either side of a column.
func (b *Block) Neighbours(c int) (sides [2]string) {
	i := b.byCol[c]
	if i > 0 {
		sides[0] = b.Columns[i-1].Heading
	}
	if i+1 < len(b.Columns) {
		sides[1] = b.Columns[i+1].Heading
	}
	return sides
}

// Values returns the filled cells of a column below the heading, each merge once.
func (b *Block) Values(c int) []grid.Cell {
	var cells []grid.Cell
	for line := b.Body; line <= b.End; line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			cells = append(cells, cell)
		}
	}
	return cells
}

// FromHeading reports whether a cell below the heading repeats one of the heading, under a merge.
func (b *Block) FromHeading(cell grid.Cell) bool {
	return b.Down(cell) && b.LineOf(cell) < b.Body
}

// Above returns the lines of the sheet that stand above the block, as a view of the sheet
// itself: titles and info lines.
func (b *Block) Above() (v View, from, to int) {
	switch {
	case b.Shape == Cards:
		return Whole(b.sheet), 1, b.AboveLast
	case b.Shape == Turned:
		return b.View, b.Top, b.Head - 1
	}
	return b.View, b.Top, b.Head - 1
}

// LineRole returns what the answers of a line are for, "" where their columns say so.
func (b *Block) LineRole(line int, col *Column) words.Role {
	if role, ok := b.Foot[line]; ok {
		if first, _ := b.Shown(line); b.ColumnOf(first) == col.Col {
			return words.Skip // the label itself
		}
		return role
	}
	if b.LineRoles == nil {
		return ""
	}
	switch col.Role {
	case words.Progress, words.Status, words.OtherText:
		return b.LineRoles[line]
	}
	if col.Quarter != 0 {
		return b.LineRoles[line]
	}
	return ""
}

// Titles returns the texts of lines above the heading that hold one cell.
func (b *Block) Titles() []string {
	var titles []string
	for line := b.top; line < b.Head; line++ {
		if cells := b.Filled(line); len(cells) == 1 {
			titles = append(titles, cells[0].Text)
		}
	}
	return titles
}
