package rows

import "taizhang/importer/finding"

// seen are the cells that a row has taken over into one of its lists, so that a row of many lines
// does not look through all of them for each.
type seen struct {
	row    finding.Place
	count  int
	places map[finding.Place]bool
}

// newOf returns those of more that stand in other cells than have, the row's list so far: one cell
// may be merged over all lines of a row.
func newOf[T any](k *seen, row finding.Place, have, more []T, at func(T) finding.Place) []T {
	if len(more) == 0 {
		return nil
	}
	if k.row != row || k.count != len(have) || k.places == nil {
		*k = seen{row: row, count: len(have), places: map[finding.Place]bool{}}
		for _, h := range have {
			k.places[at(h)] = true
		}
	}
	fresh := more[:0]
	for _, m := range more {
		if !k.places[at(m)] {
			fresh = append(fresh, m)
		}
	}
	for _, m := range fresh {
		k.places[at(m)] = true
	}
	k.count += len(fresh)
	return fresh
}
