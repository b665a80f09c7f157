// Package growing joins texts that grow line by line.
package growing

import "strings"

// Texts joins texts to which line after line is added, without a copy of all that came before
// for each. The zero value is ready for use.
type Texts struct {
	long [8]*strings.Builder // the texts that were added to last
	next int
}

// longText is from which length on a copy matters, in bytes.
const longText = 4 << 10

// Join returns a with more behind it.
func (g *Texts) Join(a, more string) string {
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
