package block

import (
	"regexp"
	"strings"

	"taizhang/importer/grid"
)

// Blank reports whether a line holds nothing.
func (v View) Blank(line int) bool {
	for c := v.left; c <= v.right; c++ {
		if !v.Cell(line, c).IsEmpty() {
			return false
		}
	}
	return true
}

// Empty reports whether some columns hold nothing from a line on, as far down as the table goes.
func (v View) Empty(line, from, to int) bool {
	for ; line <= v.bottom && !v.Blank(line); line++ {
		for c := from; c <= to; c++ {
			if !v.Cell(line, c).IsEmpty() {
				return false
			}
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

// Before returns the cell that stands before a column in its line, a merge being one cell.
func (v View) Before(line, col int) grid.Cell {
	own := v.Cell(line, col).Anchor()
	for c := col - 1; c >= v.left; c-- {
		if cell := v.Cell(line, c); !cell.IsEmpty() && cell.Anchor() != own {
			return cell
		}
	}
	return grid.Cell{}
}

// LeastShaped is how many columns a table has at the least that is known by its shape only.
const LeastShaped = 3

// CountsColumns reports whether a line counts the columns of the table, from the first one on:
// ① | ② | ③, 甲 | 1 | 2 | 3. Signs under some of them may as well be statuses.
func (v View) CountsColumns(line int) bool {
	n := 0
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() && n == 0 {
			return false
		}
		if cell.IsEmpty() || v.Across(cell) {
			continue
		}
		if n++; !columnCount.MatchString(strings.TrimSpace(cell.Text)) {
			return false
		}
	}
	return n >= LeastShaped && 2*n > v.right-v.left+1
}

// columnCount is what counts a column.
var columnCount = regexp.MustCompile(`^(?:[①-⑳]|[(（]?[0-9]{1,2}[)）]?|[甲乙丙丁戊]|[A-Z]|栏次)$`)
