package console

import (
	"fmt"
	"strings"
	"unicode"
)

// plain shows the control characters that a file's name or text may hold, where a terminal would
// obey them, and the marks that turn the direction of writing, behind which a name reads as
// another one (U+202E makes exe.xslx of xlsx.exe).
func plain(s string) string { return shown(s, "") }

// shown is plain for a text in which some control characters are meant.
func shown(s, meant string) string {
	odd := func(r rune) bool { return !strings.ContainsRune(meant, r) && (unicode.IsControl(r) || turns(r)) }
	if strings.IndexFunc(s, odd) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !odd(r):
			b.WriteRune(r)
		case turns(r):
			fmt.Fprintf(&b, "〔U+%04X〕", r)
		default:
			b.WriteRune('·')
		}
	}
	return b.String()
}

// turns reports the marks that turn the direction of writing (Unicode's Bidi_Control).
func turns(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C
}
