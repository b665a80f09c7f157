// Package fold makes Chinese text comparable: widths, spaces and punctuation are folded
// for keys, and two texts are compared by their pairs of characters. What it returns is
// for matching only; what is printed is always the original.
package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Rune returns the plain form of one character: full-width forms narrowed, brackets and
// quotes of every shape as ( ) and ", dashes as -, any space as ' ', the circles that
// stand for zero as 〇. It returns 0 for an invisible character (zero-width space, BOM,
// control). Letters keep their case.
func Rune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r >= 0x4E00 && r <= 0x9FFF:
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cf, r), unicode.IsControl(r), isSelector(r):
		return 0
	case r >= 0x2F00 && r <= 0x2FD5: // Kangxi radicals, which copies from PDF leave behind
		return []rune(norm.NFKC.String(string(r)))[0]
	}
	if f := width.LookupRune(r).Folded(); f != 0 {
		r = f
	}
	switch r {
	case '〔', '[', '【', '〖', '{', '﹝', '﹙':
		return '('
	case '〕', ']', '】', '〗', '}', '﹞', '﹚':
		return ')'
	case '“', '”', '„', '「', '」', '『', '』', '〝', '〞', '‘', '’', '\'':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '─', '━':
		return '-'
	case '〜', '∼':
		return '~'
	case '○', '◯':
		return '〇'
	}
	return r
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
// left but ideographs, ASCII letters and digits, as nearly always.
func strip(s string) (key string, plain bool) {
	var words, marks strings.Builder
	words.Grow(len(s))
	plain = true
	for _, r := range s {
		if r >= 0x4E00 && r <= 0x9FFF || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			words.WriteRune(r)
			continue
		}
		switch r = unicode.ToLower(Rune(r)); {
		case r == 0 || r == ' ':
		case isMark(r):
			if words.Len() == 0 {
				marks.WriteRune(r)
			}
		default:
			words.WriteRune(r)
			plain = plain && r < 0x80
		}
	}
	if words.Len() == 0 {
		return marks.String(), false
	}
	return words.String(), plain
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

// isMark reports whether a folded character is punctuation. Signs that carry meaning as
// an answer (√ × ☑) are not.
func isMark(r rune) bool {
	return unicode.IsPunct(r) || strings.ContainsRune("~^|=+<>$`", r)
}

// isSelector reports whether r only chooses the shape of the character before it.
func isSelector(r rune) bool {
	return r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}
