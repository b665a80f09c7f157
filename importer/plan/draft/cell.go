package draft

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/plan/numbering"
)

// ReadCell returns a cell's words with its place, nothing for an empty cell.
func ReadCell(cell grid.Cell) grid.Read[string] {
	if cell.IsEmpty() {
		return grid.Read[string]{}
	}
	said := strings.TrimFunc(cell.String(), numbering.IsBlank)
	return grid.Read[string]{Value: said, Said: said, At: cell.Anchor()}
}

// ReadDay returns the words of a cell that says by when.
func ReadDay(cell grid.Cell) grid.Read[string] {
	read := ReadCell(cell)
	if cell.Kind == grid.Number {
		read.Value, _ = cell.DateWords()
		read.Said = read.Value
	}
	return read
}

// SearchedRows is within how many rows a list, or a sheet beside it, begins.
const SearchedRows = 200
