package fit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	maxUnits  = 32767 // of UTF-16, the most a cell holds
	maxBreaks = 253   // line breaks, the most a cell shows
	maxName   = 31    // letters of a sheet's name
)

// Clean makes s fit for a cell: one kind of line break, no control characters, none of
// the marks that turn the direction of writing, and no more than a cell holds. What is
// cut off is said at the end, because a spreadsheet would cut in silence.
func Clean(s string) string {
	if IsClean(s) {
		return s
	}
	return scrub(s)
}

// scrub is Clean for a text of any kind.
func scrub(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	breaks := 0
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			if breaks++; breaks > maxBreaks {
				return ' '
			}
			return '\n'
		case r == '\t':
			return ' '
		case unwanted(r):
			return -1
		}
		return r
	}, s)
	return capped(s)
}

// IsClean reports whether Clean has nothing to do, as it mostly has.
func IsClean(s string) bool {
	if len(s) > maxUnits { // a byte is at most a unit
		return false
	}
	breaks := 0
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b >= ' ' && b < 0x7F, b >= 0xE3 && b < 0xEF, b >= 0x80 && b < 0xC0: // most of what there is: U+3000 to U+EFFF, and what follows a first byte
		case b == '\n':
			if breaks++; breaks > maxBreaks {
				return false
			}
		default:
			if r, n := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && n == 1 || unwanted(r) {
				return false
			}
		}
	}
	return utf8.ValidString(s)
}

// unwanted reports characters that Clean takes out or replaces.
func unwanted(r rune) bool {
	return r == '\u2028' || r == '\u2029' || unicode.IsControl(r) || turns(r) || r == '\uFEFF' || r&0xFFFE == 0xFFFE
}

// turns reports whether r overrides the direction of the text around it.
func turns(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

func capped(s string) string {
	units := units(s)
	if units <= maxUnits {
		return s
	}
	mark := fmt.Sprintf("……（原文共%d字，单元格容不下，以下从略，请看来源文件）", len([]rune(s)))
	room, n := maxUnits-len([]rune(mark)), 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > room {
			return s[:i] + mark
		}
	}
	return s
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// OpensFormula reports whether a person who edits the cell would turn it into a formula.
func OpensFormula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@", rune(s[0]))
}

// TabName makes s the name of a sheet: shortens it to what a spreadsheet takes, and takes out what it doesn't.
func TabName(s string) string {
	r := []rune(strings.NewReplacer(":", "", "\\", "", "/", "", "?", "", "*", "", "[", "", "]", "", "'", "").Replace(s))
	return string(r[:min(len(r), maxName)])
}
