// Package chars is what the characters of a file are read as: what cannot be seen and what only looks
// like a character, signs of fonts whose letters are pictures, and what is struck out of a text.
package chars

import (
	"strings"
	"unicode"
)

// Blank reports whether a text holds nothing that can be seen.
func Blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !invisible(r) {
			return false
		}
	}
	return true
}

// invisible covers zero-width marks, and controls that programs leave behind.
func invisible(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF || r < 0x20 || r == 0x7F
}

// Tidy leaves a text as it is but for its control characters, every kind of line break
// becoming \n and what no document can print being dropped, and for radicals, which become
// the ordinary characters that they look like.
func Tidy(s string) string {
	controls, radicals := untidy(s)
	if controls {
		s = withoutControls(s)
	}
	if radicals && HoldsRadicals(s) {
		s = FoldRadicals(s)
	}
	return s
}

// untidy reports whether a text holds controls, and whether it may hold radicals: nearly no
// text does, so it looks at bytes.
func untidy(s string) (controls, radicals bool) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0xE3 && c <= 0xEE: // the ideographs
			i += 2
		case c < 0x20 && c != '\n' && c != '\t' || c == 0x7F:
			controls = true
		case c == 0xE2 || c == 0xEF:
			radicals = true
		}
	}
	return controls, radicals
}

func withoutControls(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\v' || r == '\f':
			return '\n'
		case r < 0x20 && r != '\n' && r != '\t' || r == 0x7F:
			return -1
		}
		return r
	}, s)
}
