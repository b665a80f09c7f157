package rows

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/templates/words"
)

// struckRow returns a line as a row where all that it holds is struck out. What reaches down into
// it from above is no part of it.
func (t *reading) struckRow(line int) (returns.Row, bool) {
	if !t.Grid().HasBeside() {
		return returns.Row{}, false
	}
	row := returns.Row{At: t.Place(line), Ignored: returns.Struck}
	for c := t.Left(); c <= t.Right(); c++ {
		cell := t.Cell(line, c)
		if cell.Covered() {
			continue
		}
		if !cell.IsEmpty() {
			return returns.Row{}, false
		}
		if struck := cell.Beside().Struck; struck != "" && (row.Text.Said == "" || t.Role(c) == words.Requirement) {
			row.Text = grid.Read[string]{Said: struck, At: cell.At()}
		}
	}
	return row, row.Text.Said != ""
}

// asksStruck reports whether what some lines ask is struck out: what is left of them is a number
// or a name.
func (t *reading) asksStruck(line, end int) bool {
	if !t.Grid().HasBeside() {
		return false
	}
	return slices.ContainsFunc(t.Of(words.Requirement), func(c int) bool {
		for n := line; n <= end; n++ {
			if cell := t.Cell(n, c); cell.IsEmpty() && cell.Beside().Struck != "" {
				return true
			}
		}
		return false
	})
}
