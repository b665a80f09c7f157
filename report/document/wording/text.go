package wording

import (
	"strings"
	"unicode"
)

// words is text that comes from the edition. A template prints it so that Markdown gives
// it back unchanged.
type words string

// String returns the words as Markdown: every mark that could mean something escaped, runs
// of space and line breaks as one space.
func (w words) String() string {
	var b strings.Builder
	for i, field := range strings.FieldsFunc(string(w), unicode.IsSpace) {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, r := range field {
			if strings.ContainsRune(opens+closes, r) {
				continue // unseen anyway, and a reference to the reader of the text
			}
			if r < 0x80 && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}
