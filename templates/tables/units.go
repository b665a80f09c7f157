package tables

import "taizhang/importer/fold"

// Units are rows of units that can be changed into each other: how many of the row's smallest
// each is.
type Units []map[string]int64

// Has reports whether the unit is known.
func (u Units) Has(unit string) bool {
	_, size := u.find(unit)
	return size > 0
}

// Ratio returns by what a number in one unit is to be multiplied and divided to be in another;
// ok is false where they are no units of one row.
func (u Units) Ratio(from, to string) (times, over int64, ok bool) {
	i, a := u.find(from)
	j, b := u.find(to)
	if a == 0 || b == 0 || i != j {
		return 1, 1, false
	}
	return a, b, true
}

func (u Units) find(unit string) (row int, size int64) {
	key := fold.Key(unit)
	for i, units := range u {
		for name, n := range units {
			if fold.Key(name) == key {
				return i, n
			}
		}
	}
	return -1, 0
}
