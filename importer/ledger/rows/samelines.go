package rows

import "slices"

// sameLines finds lines, or what they answer, that have something in common. It maps what
// that is to the first that has it, and may be used again.
type sameLines[L any, T comparable] map[T]int

// groups returns the lines of which of says the same, where there are several; groups and
// lines keep their order. Lines that of doesn't want are in none.
func (first sameLines[L, T]) groups(lines []L, of func(L) (what T, wanted bool)) [][]L {
	clear(first)
	var several map[int][]L // by their first
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
				several = map[int][]L{}
			}
			several[n], order = []L{lines[n]}, append(order, n)
		}
		several[n] = append(several[n], l)
	}
	slices.Sort(order)
	groups := make([][]L, 0, len(order))
	for _, n := range order {
		groups = append(groups, several[n])
	}
	return groups
}
