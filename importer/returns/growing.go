package returns

import (
	"strings"

	"taizhang/importer/finding"
)

// growing joins texts to which line after line is added, without a copy of all that came before
// for each. The zero value is ready for use.
type growing struct {
	long [8]*strings.Builder // the texts that were added to last
	next int
}

// longText is from which length on a copy matters, in bytes.
const longText = 4 << 10

// join returns a with more behind it.
func (g *growing) join(a, more string) string {
	if len(a) < longText {
		return a + more
	}
	for _, b := range g.long {
		if b != nil && b.Len() == len(a) && b.String() == a {
			b.WriteString(more)
			return b.String()
		}
	}
	b := &strings.Builder{}
	b.Grow(2 * len(a))
	b.WriteString(a)
	b.WriteString(more)
	g.long[g.next%len(g.long)] = b
	g.next++
	return b.String()
}

// known are the cells that a row has taken over into one of its lists, so that a row of many lines
// does not look through all of them for each.
type known struct {
	row    finding.Place
	count  int
	places map[finding.Place]bool
}

// newOf returns those of more that stand in other cells than have, the row's list so far: one cell
// may be merged over all lines of a row.
func newOf[T any](k *known, row finding.Place, have, more []T, at func(T) finding.Place) []T {
	if len(more) == 0 {
		return nil
	}
	if k.row != row || k.count != len(have) || k.places == nil {
		*k = known{row: row, count: len(have), places: map[finding.Place]bool{}}
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
