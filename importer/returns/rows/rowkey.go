package rows

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/returns/formkey"
	"taizhang/importer/table"
)

// takeKey gives a row of a form its key. Two different keys in one row are none. A key
// whose requirement is not what the row says is kept without its value: somebody sorted
// the visible columns only, or wrote over a copied row, and what can be read decides.
func (r *reading) takeKey(b *table.Block, row *returns.Row, line, end int) {
	keys := formkey.In(b, line, end)
	if len(keys) == 0 || slices.ContainsFunc(keys, func(k grid.Read[formkey.Key]) bool { return k.Value != keys[0].Value }) {
		return
	}
	row.Key = grid.Read[string]{Value: keys[0].Value.Requirement, Said: keys[0].Said, At: keys[0].At}
	if !r.Fits(row.Text.Value, row.Key.Value) {
		row.Key.Value = ""
	}
}
