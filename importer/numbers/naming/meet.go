package naming

import (
	"slices"
)

// Stack is what the headings of one side of a cell name, the nearest first.
type Stack []*Named

// Rows returns the rows of tables that the nearest heading names; one that means a row only
// under its group counts where inside says so.
func (s Stack) Rows(x *Index, inside func(group string) bool) []Ref {
	for _, n := range s {
		if len(n.Rows) > 0 {
			return n.Rows
		}
		var found []Ref
		for _, r := range n.Inside {
			if inside(Bare(x.form.Tables[r.Table].Rows[r.Axis].Group)) {
				found = append(found, r)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// Cols returns the columns that the nearest heading names.
func (s Stack) Cols() []Ref {
	for _, n := range s {
		if len(n.Cols) > 0 {
			return n.Cols
		}
	}
	return nil
}

// Apart reports whether one heading names a row and another one its column.
func (s Stack) Apart() bool {
	rows := slices.IndexFunc(s, func(n *Named) bool { return len(n.Rows) > 0 })
	cols := slices.IndexFunc(s, func(n *Named) bool { return len(n.Cols) > 0 })
	return rows >= 0 && cols >= 0 && rows != cols
}

// whole returns the one indicator that the nearest heading names by itself, -1 for none and for
// several.
func (s Stack) whole() int {
	for _, n := range s {
		switch len(n.Inds) {
		case 0:
		case 1:
			return n.Inds[0]
		default:
			return -1
		}
	}
	return -1
}

// Has reports whether a group's heading stands in the stack.
func (s Stack) Has(group string) bool {
	for _, n := range s {
		for _, g := range n.Groups {
			if g == group {
				return true
			}
		}
	}
	return false
}

// Meet returns the indicator that the headings of a cell name together, those to its left and
// those above it; -1 where they name none or leave a choice. byHead reports that a heading
// above had a part in it.
func (x *Index) Meet(left, above Stack, inside func(group string) bool) (ind int, byHead bool) {
	rowsL, colsL := left.Rows(x, inside), left.Cols()
	rowsA, colsA := above.Rows(x, above.Has), above.Cols()
	for _, c := range []struct {
		rows, cols []Ref
		head       bool
	}{{rowsL, colsA, true}, {rowsA, colsL, true}, {rowsL, colsL, false}, {rowsA, colsA, true}} {
		if ind = x.Cross(c.rows, c.cols); ind >= 0 {
			return ind, c.head
		}
	}
	if len(colsA) > 0 && len(rowsL) > 0 {
		return -1, false // a row and a column that have no cell in common
	}
	if ind = left.whole(); ind >= 0 {
		return ind, false
	}
	if ind = above.whole(); ind >= 0 {
		return ind, true
	}
	if ind = x.alone(rowsL); ind >= 0 {
		return ind, false
	}
	return x.alone(rowsA), true
}

// Cross returns the one indicator of a row and a column, -1 for none and for several.
func (x *Index) Cross(rows, cols []Ref) int {
	found := -1
	for _, r := range rows {
		for _, c := range cols {
			if r.Table != c.Table {
				continue
			}
			if i := x.form.At(r.Table, r.Axis, c.Axis); i >= 0 {
				if found >= 0 && found != i {
					return -1
				}
				found = i
			}
		}
	}
	return found
}

// alone returns the one indicator that a row by itself means.
func (x *Index) alone(rows []Ref) int {
	found := -1
	for _, r := range rows {
		if i := x.form.Of(r.Table, r.Axis); i >= 0 {
			if found >= 0 && found != i {
				return -1
			}
			found = i
		}
	}
	return found
}
