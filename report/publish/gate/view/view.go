// Package view holds a text as the gate reads it, and the words that are looked for in it.
package view

import (
	"unicode"

	"taizhang/importer/fold"
)

// View is a text as the gate reads it: characters in their plain form, letters lowered,
// without spaces and without anything invisible, so that 机 密 and １３８ read as what they
// are.
type View struct {
	Runes []rune
	At    []int  // index of the character in the original, in runes
	Gap   []bool // space or a line break stood before the character
	Said  []rune // the original
}

// Of returns the view of a text.
func Of(text string) View {
	v := View{Said: []rune(text)}
	v.Runes = make([]rune, 0, len(v.Said))
	v.At = make([]int, 0, len(v.Said))
	v.Gap = make([]bool, 0, len(v.Said))
	gap := true
	for i, r := range v.Said {
		r = Plain(r)
		if !IsSeen(r) {
			gap = gap || r == ' '
			continue
		}
		v.Runes, v.At, v.Gap = append(v.Runes, r), append(v.At, i), append(v.Gap, gap)
		gap = false
	}
	return v
}

// Plain returns a character as a view holds it. What IsSeen denies no view holds.
func Plain(r rune) rune {
	if r >= 0x4E00 && r <= 0x9FFF {
		return r // folds to itself
	}
	f := fold.Rune(r)
	if f >= '𝟎' && f <= '𝟿' { // mathematical digits, five alphabets of ten
		f = '0' + (f-'𝟎')%10
	}
	return unicode.ToLower(f)
}

// IsSeen is false for a space and for what is invisible.
func IsSeen(plain rune) bool { return plain != 0 && plain != ' ' }

// Rune returns the character at i, 0 outside the text.
func (v View) Rune(i int) rune {
	if i < 0 || i >= len(v.Runes) {
		return 0
	}
	return v.Runes[i]
}

// Has reports whether word stands at i.
func (v View) Has(i int, word []rune) bool {
	if i < 0 || i+len(word) > len(v.Runes) {
		return false
	}
	for k, r := range word {
		if v.Runes[i+k] != r {
			return false
		}
	}
	return true
}

// HasAny returns the length of the longest of the words that stands at i, 0 for none.
func (v View) HasAny(i int, words Lexicon) int {
	if r := v.Rune(i); words.first.Has(r) {
		return v.LongestOf(words.ByFirst[r], i)
	}
	return 0
}

// LongestOf is HasAny of words that may stand at i.
func (v View) LongestOf(words [][]rune, i int) int {
	longest := 0
	for _, w := range words {
		if len(w) > longest && v.Has(i, w) {
			longest = len(w)
		}
	}
	return longest
}

// EndsWithAny reports whether one of the words ends right before i.
func (v View) EndsWithAny(i int, words Lexicon) bool {
	if !words.last.Has(v.Rune(i - 1)) {
		return false
	}
	for _, w := range words.byLast[v.Rune(i-1)] {
		if v.Has(i-len(w), w) {
			return true
		}
	}
	return false
}
