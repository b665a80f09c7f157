package numbers

import "slices"

// stack is what the headings of one side of a cell name, the nearest first.
type stack []*named

// rows returns the rows of tables that the nearest heading names; one that means a row only
// under its group counts where inside says so.
func (s stack) rows(x *index, inside func(group string) bool) []ref {
	for _, n := range s {
		if len(n.rows) > 0 {
			return n.rows
		}
		var found []ref
		for _, r := range n.inside {
			if inside(bare(x.form.Tables[r.table].Rows[r.axis].Group)) {
				found = append(found, r)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// cols returns the columns that the nearest heading names.
func (s stack) cols() []ref {
	for _, n := range s {
		if len(n.cols) > 0 {
			return n.cols
		}
	}
	return nil
}

// apart reports whether one heading names a row and another one its column.
func (s stack) apart() bool {
	rows := slices.IndexFunc(s, func(n *named) bool { return len(n.rows) > 0 })
	cols := slices.IndexFunc(s, func(n *named) bool { return len(n.cols) > 0 })
	return rows >= 0 && cols >= 0 && rows != cols
}

// whole returns the one indicator that the nearest heading names by itself, -1 for none and for
// several.
func (s stack) whole() int {
	for _, n := range s {
		switch len(n.inds) {
		case 0:
		case 1:
			return n.inds[0]
		default:
			return -1
		}
	}
	return -1
}

// has reports whether a group's heading stands in the stack.
func (s stack) has(group string) bool {
	for _, n := range s {
		for _, g := range n.groups {
			if g == group {
				return true
			}
		}
	}
	return false
}

// meet returns the indicator that the headings of a cell name together, those to its left and
// those above it; -1 where they name none or leave a choice. byHead reports that a heading
// above had a part in it.
func (x *index) meet(left, above stack, inside func(group string) bool) (ind int, byHead bool) {
	rowsL, colsL := left.rows(x, inside), left.cols()
	rowsA, colsA := above.rows(x, above.has), above.cols()
	for _, c := range []struct {
		rows, cols []ref
		head       bool
	}{{rowsL, colsA, true}, {rowsA, colsL, true}, {rowsL, colsL, false}, {rowsA, colsA, true}} {
		if ind = x.cross(c.rows, c.cols); ind >= 0 {
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

// cross returns the one indicator of a row and a column, -1 for none and for several.
func (x *index) cross(rows, cols []ref) int {
	found := -1
	for _, r := range rows {
		for _, c := range cols {
			if r.table != c.table {
				continue
			}
			if i := x.form.At(r.table, r.axis, c.axis); i >= 0 {
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
func (x *index) alone(rows []ref) int {
	found := -1
	for _, r := range rows {
		if i := x.form.Of(r.table, r.axis); i >= 0 {
			if found >= 0 && found != i {
				return -1
			}
			found = i
		}
	}
	return found
}
