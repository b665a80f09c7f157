package view

import "strings"

// WordBefore reports whether one of the words stands within reach before i in its clause.
func (v View) WordBefore(i int, words Lexicon, reach int) bool {
	for k := i; k > 0 && k > i-reach; k-- {
		if v.EndsWithAny(k, words) {
			return true
		}
		if strings.ContainsRune("。;!?,、", v.Runes[k-1]) {
			return false
		}
	}
	return false
}

// SentenceAround returns the sentence in which i stands.
func (v View) SentenceAround(i int) (from, to int) {
	for from = i; from > 0 && !EndsSentence(v.Runes[from-1]); from-- {
	}
	for to = i; to < len(v.Runes) && !EndsSentence(v.Runes[to]); to++ {
	}
	return from, to
}

// EndsSentence reports whether a sentence ends with r, as a view holds it.
func EndsSentence(r rune) bool { return r == '。' || r == ';' || r == '!' || r == '?' }

// Holds reports whether one of the words stands in a stretch.
func (v View) Holds(from, to int, words Lexicon) bool {
	for k := from; k < to; k++ {
		if n := v.HasAny(k, words); n > 0 && k+n <= to {
			return true
		}
	}
	return false
}
