package table

import (
	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// View is a window on a sheet through which a table stands upright: lines go down, columns go
// across. Cells keep their own addresses. Of a window as it lies, line and column are the
// sheet's row and column; of one that is turned, the other way round; cards are gathered, a
// card a line, and count from 1.
type View struct {
	sheet       *grid.Sheet
	left, right int // columns of the view
	top, bottom int // lines of the view
	turned      bool
	cards       [][]grid.Cell // by line and column; nil where the view shows the sheet itself
	mask        *mask         // nil where nothing is hidden
}

// Bounds returns the first and the last column of the view.
func (v View) Bounds() (left, right int) { return v.left, v.right }

// whole is the view of the sheet as it lies.
func whole(s *grid.Sheet) View {
	return View{sheet: s, left: 1, right: s.Width(), top: 1, bottom: s.LastRow()}
}

// turn is the view with lines and columns exchanged.
func (v View) turn() View {
	v.left, v.right, v.top, v.bottom = v.top, v.bottom, v.left, v.right
	v.turned = !v.turned
	return v
}

// Cell returns the cell at a line and column of the view.
func (v View) Cell(line, col int) grid.Cell {
	switch {
	case v.cards != nil:
		if line < 1 || line > len(v.cards) || col < 1 || col > len(v.cards[line-1]) {
			return grid.Cell{}
		}
		return v.cards[line-1][col-1]
	case v.turned:
		return v.unmasked(v.sheet.Cell(col, line), col)
	}
	return v.unmasked(v.sheet.Cell(line, col), col)
}

// unmasked returns the cell, and an empty one where the view hides it.
func (v View) unmasked(cell grid.Cell, col int) grid.Cell {
	if v.mask != nil && v.mask.hides(cell, col) {
		return grid.Cell{}
	}
	return cell
}

// Across reports whether the cell only repeats the one before it in its line, under a merge.
func (v View) Across(cell grid.Cell) bool {
	if !cell.Covered() || v.cards != nil {
		return false
	}
	if v.turned {
		return cell.Anchor().Row() != cell.At().Row()
	}
	return cell.Anchor().Col() != cell.At().Col()
}

// Down reports whether the cell repeats one of a line above it, under a merge.
func (v View) Down(cell grid.Cell) bool {
	if !cell.Covered() || v.cards != nil {
		return false
	}
	if v.turned {
		return cell.Anchor().Col() != cell.At().Col()
	}
	return cell.Anchor().Row() != cell.At().Row()
}

// Place returns the place of a line: the sheet's row, and of a line that is no row its first
// cell.
func (v View) Place(line int) finding.Place {
	switch {
	case v.cards != nil, v.turned:
		for c := v.left; c <= v.right; c++ {
			if cell := v.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
				return cell.At()
			}
		}
		return v.sheet.Place()
	}
	if v.left > 1 {
		return v.sheet.Place().At(line, v.left) // another table stands before it in the row
	}
	return v.sheet.Place().At(line, 0)
}

// Blank reports whether a line holds nothing.
func (v View) Blank(line int) bool {
	for c := v.left; c <= v.right; c++ {
		if !v.Cell(line, c).IsEmpty() {
			return false
		}
	}
	return true
}

// Filled returns the cells of a line that hold something of their own, from left to right: a
// merge counts once, in its first line and column.
func (v View) Filled(line int) []grid.Cell {
	var cells []grid.Cell
	for c := v.left; c <= v.right; c++ {
		if cell := v.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			cells = append(cells, cell)
		}
	}
	return cells
}

// Shown returns the first cell of a line and how many cells it shows: those of its own and
// those that reach down into it, a merge across once.
func (v View) Shown(line int) (first grid.Cell, n int) {
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || v.Across(cell) {
			continue
		}
		if n == 0 {
			first = cell
		}
		n++
	}
	return first, n
}

// column returns the view's column of a cell.
func (v View) column(cell grid.Cell) int {
	if v.turned {
		return cell.At().Row()
	}
	return cell.At().Col()
}

// line returns the view's line of a cell.
func (v View) line(cell grid.Cell) int {
	if v.turned {
		return cell.At().Col()
	}
	return cell.At().Row()
}

// Left and Right are the first and last column of the view.
func (v View) Left() int  { return v.left }
func (v View) Right() int { return v.right }

// ColumnOf returns the view's column of a cell.
func (v View) ColumnOf(cell grid.Cell) int { return v.column(cell) }

// LineOf returns the line that a cell under a merge repeats.
func (v View) LineOf(cell grid.Cell) int {
	if v.turned {
		return cell.Anchor().Col()
	}
	return cell.Anchor().Row()
}

// Grid is the sheet that the view shows.
func (v View) Grid() *grid.Sheet { return v.sheet }

// FromHeading reports whether a cell below the heading repeats one of the heading, under a merge.
func (b *Block) FromHeading(cell grid.Cell) bool {
	return b.Down(cell) && b.anchorLine(cell) < b.Body
}
