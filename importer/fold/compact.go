package fold

import (
	"strings"
	"unicode/utf8"
)

// Compact folds a text for a grammar: widths narrowed, spaces and line breaks dropped,
// punctuation kept.
func Compact(text string) string {
	same := 0 // nearly all texts are as they should be
	for _, r := range text {
		if !(r >= 0x4E00 && r <= 0x9FFF || r >= '0' && r <= '9' || r >= 'a' && r <= 'z') {
			break
		}
		same += utf8.RuneLen(r)
	}
	if same == len(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	b.WriteString(text[:same])
	for _, r := range text[same:] {
		if f := Rune(r); f != 0 && f != ' ' && f != utf8.RuneError {
			b.WriteRune(f)
		}
	}
	return b.String()
}

func IsDigit(r rune) bool { f := Rune(r); return f >= '0' && f <= '9' }
