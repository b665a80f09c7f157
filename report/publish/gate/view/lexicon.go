package view

import "strings"

// Characters returns the characters of a text, folded as a view is.
func Characters(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		set[Plain(r)] = true
	}
	return set
}

// Words splits a text at its spaces into words, folded as a view is.
func Words(text string) Lexicon {
	var words [][]rune
	for _, s := range strings.Fields(text) {
		var w []rune
		for _, r := range s {
			w = append(w, Plain(r))
		}
		words = append(words, w)
	}
	return LexiconOf(words)
}

// Lexicon is a set of words that are looked for at every character of a text.
type Lexicon struct {
	ByFirst, byLast map[rune][][]rune
	first, last     *Letters // with which any of them begins or ends
}

// LexiconOf makes a lexicon of words that are folded as a view is; none of them is empty.
func LexiconOf(words [][]rune) Lexicon {
	l := Lexicon{ByFirst: map[rune][][]rune{}, byLast: map[rune][][]rune{}, first: &Letters{}, last: &Letters{}}
	for _, w := range words {
		first, last := w[0], w[len(w)-1]
		l.ByFirst[first] = append(l.ByFirst[first], w)
		l.byLast[last] = append(l.byLast[last], w)
		l.first.add(first)
		l.last.add(last)
	}
	return l
}

// With returns a lexicon of the words of all.
func (l Lexicon) With(more ...Lexicon) Lexicon {
	var words [][]rune
	for _, l := range append(more, l) {
		for _, w := range l.ByFirst {
			words = append(words, w...)
		}
	}
	return LexiconOf(words)
}

// Starts gathers the characters with which any of the words begins, and more of them.
func Starts(more string, lexicons ...Lexicon) *Letters {
	set := &Letters{}
	for _, r := range more {
		set.add(r)
	}
	for _, l := range lexicons {
		for r := range l.ByFirst {
			set.add(r)
		}
	}
	return set
}

// Letters is a set of characters that says quickly what is not in it: it knows each by its
// last twelve bits. There is nothing in nil.
type Letters [1 << 12 / 64]uint64

func (l *Letters) add(r rune) { l[r>>6%64] |= 1 << (r % 64) }

// Has reports whether r may be in the set: never false for what is in it.
func (l *Letters) Has(r rune) bool { return l != nil && l[r>>6%64]&(1<<(r%64)) != 0 }
