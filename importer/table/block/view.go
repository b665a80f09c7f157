package block

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
	Mask        *Mask         // nil where nothing is hidden
}

// Bounds returns the first and the last column of the view.
func (v View) Bounds() (left, right int) { return v.left, v.right }

// Whole is the view of the sheet as it lies.
func Whole(s *grid.Sheet) View {
	return View{sheet: s, left: 1, right: s.Width(), top: 1, bottom: s.LastRow()}
}

// Turn is the view with lines and columns exchanged.
func (v View) Turn() View {
	v.left, v.right, v.top, v.bottom = v.top, v.bottom, v.left, v.right
	v.turned = !v.turned
	return v
}

// Between is the view without what stands left of one column and right of another.
func (v View) Between(left, right int) View {
	v.left, v.right = left, right
	return v
}

// Gathered is the view of cards, a card a line of n cells.
func Gathered(s *grid.Sheet, n int, lines [][]grid.Cell) View {
	return View{sheet: s, left: 1, right: n, top: 1, bottom: len(lines), cards: lines}
}

// OpenBetween reports whether a cell of a line is empty between two others: nobody has filled it in.
func (v View) OpenBetween(line int, a, b grid.Cell) bool {
	for c := v.ColumnOf(a) + 1; c < v.ColumnOf(b); c++ {
		if cell := v.Cell(line, c); cell.IsEmpty() && !cell.Covered() {
			return true
		}
	}
	return false
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

// Left is the first column of the view.
func (v View) Left() int { return v.left }

// Right is the last column of the view.
func (v View) Right() int { return v.right }

// First is the first line of the view.
func (v View) First() int { return v.top }

// Last is the last line of the view.
func (v View) Last() int { return v.bottom }

// Lines returns the first and the last line of the view.
func (v View) Lines() (top, bottom int) { return v.top, v.bottom }

// IsTurned reports whether the lines of the view are columns of the sheet.
func (v View) IsTurned() bool { return v.turned }

// ColumnOf returns the view's column of a cell.
func (v View) ColumnOf(cell grid.Cell) int {
	if v.turned {
		return cell.At().Row()
	}
	return cell.At().Col()
}

// LineAt returns the view's line of a cell.
func (v View) LineAt(cell grid.Cell) int {
	if v.turned {
		return cell.At().Col()
	}
	return cell.At().Row()
}

// LineOf returns the line that a cell under a merge repeats.
func (v View) LineOf(cell grid.Cell) int {
	if v.turned {
		return cell.Anchor().Col()
	}
	return cell.Anchor().Row()
}

// Grid is the sheet that the view shows.
func (v View) Grid() *grid.Sheet { return v.sheet }

// unmasked returns the cell, and an empty one where the view hides it.
func (v View) unmasked(cell grid.Cell, col int) grid.Cell {
	if v.Mask != nil && v.Mask.hides(cell, col) {
		return grid.Cell{}
	}
	return cell
}

// Mask hides cells of a view: what other departments write, and the names of departments.
type Mask struct {
	Columns map[int]bool
	Cells   map[finding.Place]bool // by anchor
}

// hides reports whether the mask hides a cell in a column of its view.
func (m *Mask) hides(cell grid.Cell, col int) bool {
	return m.Columns[col] || !cell.IsEmpty() && m.Cells[cell.Anchor()]
}
