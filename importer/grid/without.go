package grid

import "slices"

// Without returns the sheet less some of its rows, which are given in order as first and last.
// The cells that are left keep their places.
func (s *Sheet) Without(rows [][2]int) *Sheet {
	left := *s
	left.lines = slices.DeleteFunc(slices.Clone(s.lines), func(l line) bool {
		return slices.ContainsFunc(rows, func(r [2]int) bool { return int(l.row) >= r[0] && int(l.row) <= r[1] })
	})
	left.last = 0
	if n := len(left.lines); n > 0 {
		left.last = int(left.lines[n-1].row)
	}
	return &left
}
