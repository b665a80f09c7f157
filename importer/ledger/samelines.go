package ledger

import "slices"

// sameLines finds lines that have something in common. It maps what that is to the first
// line that has it, and may be used again.
type sameLines[T comparable] map[T]int

// groups returns the lines of which of says the same, where there are several; groups and
// lines keep their order. Lines that of doesn't want are in none.
func (first sameLines[T]) groups(lines []*line, of func(*line) (what T, wanted bool)) [][]*line {
	clear(first)
	var several map[int][]*line // by their first
	var order []int
	for i, l := range lines {
		what, wanted := of(l)
		if !wanted {
			continue
		}
		n, seen := first[what]
		if !seen {
			first[what] = i
			continue
		}
		if several[n] == nil {
			if several == nil {
				several = map[int][]*line{}
			}
			several[n], order = []*line{lines[n]}, append(order, n)
		}
		several[n] = append(several[n], l)
	}
	slices.Sort(order)
	groups := make([][]*line, 0, len(order))
	for _, n := range order {
		groups = append(groups, several[n])
	}
	return groups
}
