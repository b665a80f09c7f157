package publish

import (
	"unicode"

	"taizhang/importer/fold"
)

// view is a text as the gate reads it: characters in their plain form, letters lowered,
// without spaces and without anything invisible, so that 机 密 and １３８ read as what they
// are.
type view struct {
	runes []rune
	at    []int  // index of the character in the original, in runes
	gap   []bool // space or a line break stood before the character
	said  []rune // the original
}

func viewOf(text string) view {
	v := view{said: []rune(text)}
	v.runes = make([]rune, 0, len(v.said))
	v.at = make([]int, 0, len(v.said))
	v.gap = make([]bool, 0, len(v.said))
	gap := true
	for i, r := range v.said {
		r = plain(r)
		if !isSeen(r) {
			gap = gap || r == ' '
			continue
		}
		v.runes, v.at, v.gap = append(v.runes, r), append(v.at, i), append(v.gap, gap)
		gap = false
	}
	return v
}

// plain returns a character as a view holds it. What isSeen denies no view holds.
func plain(r rune) rune {
	if r >= 0x4E00 && r <= 0x9FFF {
		return r // folds to itself
	}
	f := fold.Rune(r)
	if f >= '𝟎' && f <= '𝟿' { // mathematical digits, five alphabets of ten
		f = '0' + (f-'𝟎')%10
	}
	return unicode.ToLower(f)
}

// isSeen is false for a space and for what is invisible.
func isSeen(plain rune) bool { return plain != 0 && plain != ' ' }

// rune returns the character at i, 0 outside the text.
func (v view) rune(i int) rune {
	if i < 0 || i >= len(v.runes) {
		return 0
	}
	return v.runes[i]
}

// has reports whether word stands at i.
func (v view) has(i int, word []rune) bool {
	if i < 0 || i+len(word) > len(v.runes) {
		return false
	}
	for k, r := range word {
		if v.runes[i+k] != r {
			return false
		}
	}
	return true
}

// hasAny returns the length of the longest of the words that stands at i, 0 for none.
func (v view) hasAny(i int, words lexicon) int {
	if r := v.rune(i); words.first.has(r) {
		return v.longestOf(words.byFirst[r], i)
	}
	return 0
}

// longestOf is hasAny of words that may stand at i.
func (v view) longestOf(words [][]rune, i int) int {
	longest := 0
	for _, w := range words {
		if len(w) > longest && v.has(i, w) {
			longest = len(w)
		}
	}
	return longest
}

// endsWithAny reports whether one of the words ends right before i.
func (v view) endsWithAny(i int, words lexicon) bool {
	if !words.last.has(v.rune(i - 1)) {
		return false
	}
	for _, w := range words.byLast[v.rune(i-1)] {
		if v.has(i-len(w), w) {
			return true
		}
	}
	return false
}

// hit makes a hit of the characters from up to, not including, to.
func (v view) hit(kind kind, from, to int, shown string) Hit {
	return Hit{Code: kind.code, Kind: kind.name, Shown: shown, from: v.at[from], to: v.at[to-1] + 1}
}

// lexicon is a set of words that are looked for at every character of a text.
type lexicon struct {
	byFirst, byLast map[rune][][]rune
	first, last     *letters // with which any of them begins or ends
}

func lexiconOf(words [][]rune) lexicon {
	l := lexicon{byFirst: map[rune][][]rune{}, byLast: map[rune][][]rune{}, first: &letters{}, last: &letters{}}
	for _, w := range words {
		first, last := w[0], w[len(w)-1]
		l.byFirst[first] = append(l.byFirst[first], w)
		l.byLast[last] = append(l.byLast[last], w)
		l.first.add(first)
		l.last.add(last)
	}
	return l
}

// with returns a lexicon of the words of all.
func (l lexicon) with(more ...lexicon) lexicon {
	var words [][]rune
	for _, l := range append(more, l) {
		for _, w := range l.byFirst {
			words = append(words, w...)
		}
	}
	return lexiconOf(words)
}

// startsOf gathers the characters with which any of the words begins, and more of them.
func startsOf(more string, lexicons ...lexicon) *letters {
	set := &letters{}
	for _, r := range more {
		set.add(r)
	}
	for _, l := range lexicons {
		for r := range l.byFirst {
			set.add(r)
		}
	}
	return set
}

// letters is a set of characters that says quickly what is not in it: it knows each by its
// last twelve bits. There is nothing in nil.
type letters [1 << 12 / 64]uint64

func (l *letters) add(r rune)      { l[r>>6%64] |= 1 << (r % 64) }
func (l *letters) has(r rune) bool { return l != nil && l[r>>6%64]&(1<<(r%64)) != 0 }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
