// Package fold makes Chinese text comparable: widths, spaces and punctuation are folded
// for keys, and two texts are compared by their pairs of characters. What it returns is
// for matching only; what is printed is always the original.
package fold

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Rune returns the plain form of one character: full-width forms narrowed, brackets and
// quotes of every shape as ( ) and ", dashes as -, any space as ' ', the circles that
// stand for zero as 〇. It returns 0 for an invisible character (zero-width space, BOM,
// control). Letters keep their case.
func Rune(r rune) rune {
	if IsIdeograph(r) {
		return r
	}
	if i := shortcut(r); i >= 0 {
		return shortcuts[i].plain
	}
	return plainForm(r)
}

// Key returns s for comparing: full-width forms narrowed, letters lowered, spaces, line
// breaks, invisible characters and punctuation dropped. A string of nothing but
// punctuation keeps it ("/", "—" as "-"), so that it stays distinct from an empty one.
func Key(s string) string {
	key, plain := strip(s)
	if plain || norm.NFC.IsNormalString(key) {
		return key
	}
	key, _ = strip(norm.NFC.String(key)) // compatibility ideographs, letters with loose accents
	return key
}

// strip folds every character and drops what doesn't count. plain reports that nothing is
// left but ideographs, ASCII letters and digits, as nearly always. What folding leaves as
// it is, is copied in whole pieces, and a text that is one piece is not copied at all.
func strip(s string) (key string, plain bool) {
	var b strings.Builder // from the second piece on
	first, from := "", 0  // the first piece, and where the next begins
	add := func(piece string) {
		switch {
		case piece == "":
		case first == "":
			first = piece
		default:
			if b.Len() == 0 {
				b.Grow(len(s))
				b.WriteString(first)
			}
			b.WriteString(piece)
		}
	}
	plain = true
	for i, n := 0, 0; i < len(s); i += n {
		if n = 3; ideographAt(s, i) {
			continue
		}
		r := rune(s[i])
		if n = 1; r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			continue
		}
		folded, mark := keyRune(r)
		switch {
		case folded == 0 || folded == ' ' || mark:
			add(s[from:i])
		case folded == r && (n > 1 || r < utf8.RuneSelf):
			plain = plain && r < utf8.RuneSelf
			continue
		default:
			add(s[from:i])
			add(string(folded))
			plain = plain && folded < utf8.RuneSelf
		}
		from = i + n
	}
	add(s[from:])
	switch {
	case b.Len() > 0:
		return b.String(), plain
	case first != "":
		return first, plain
	}
	return marksOf(s), false
}

// marksOf returns the punctuation of a text that holds nothing else.
func marksOf(s string) string {
	var b strings.Builder
	for _, r := range s {
		if folded, mark := keyRune(r); mark {
			b.WriteRune(folded)
		}
	}
	return b.String()
}

// Longer reports whether the key of s has more than n characters; it need not make the key
// of a sentence to know.
func Longer(s string, n int) bool {
	if len(s) <= n {
		return false
	}
	plain := 0
	for i := range len(s) {
		if ideographAt(s, i) {
			if plain++; plain > n {
				return true
			}
		}
	}
	return utf8.RuneCountInString(Key(s)) > n
}

// Text returns s for reading: widths of letters and digits narrowed, invisible characters
// dropped, runs of space and line breaks squeezed to one space, trimmed. Punctuation
// stays as written.
func Text(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		f := Rune(r)
		switch {
		case f == 0:
			continue
		case f == ' ':
			gap = b.Len() > 0
			continue
		case f >= '0' && f <= '9', f >= 'a' && f <= 'z', f >= 'A' && f <= 'Z':
			r = f
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
