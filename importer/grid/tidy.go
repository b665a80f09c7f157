package grid

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

// Tidy leaves a text as it is but for its control characters: every kind of line break
// becomes \n, and what no document can print is dropped.
func Tidy(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < 0x20 && r != '\n' && r != '\t' || r == 0x7F }) < 0 {
		return s
	}
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
