package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// IsIdeograph reports whether r is one of the ideographs that nearly all text is made of. No
// folding changes or drops them.
func IsIdeograph(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// IsHan reports whether r is a Chinese character, however rare.
func IsHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x3FFFF ||
		r >= 0xF900 && r <= 0xFAFF || r == '〇'
}

// ideographAt reports whether one of them begins at s[i]. Nearly all that is folded are
// these three bytes, and decoding them first takes several times as long.
func ideographAt(s string, i int) bool {
	if i+2 >= len(s) || s[i+1]&0xC0 != 0x80 || s[i+2]&0xC0 != 0x80 {
		return false
	}
	return s[i] >= 0xE5 && s[i] <= 0xE9 || s[i] == 0xE4 && s[i+1] >= 0xB8
}

// keyRune returns the plain form of a character in lower case, and whether it is a mark
// that a key drops.
func keyRune(r rune) (folded rune, mark bool) {
	if i := shortcut(r); i >= 0 {
		return shortcuts[i].key, shortcuts[i].mark
	}
	folded = unicode.ToLower(plainForm(r))
	return folded, isMark(folded)
}

// The characters that stand between the ideographs, looked up rather than worked out:
// ASCII, general punctuation, Chinese punctuation, full-width forms.
const (
	ascii   = 0x80
	general = ascii + 0x70   // U+2000 to U+206F
	chinese = general + 0x40 // U+3000 to U+303F
	wide    = chinese + 0x70 // U+FF00 to U+FF6F
)

var shortcuts = func() (all [wide]struct {
	plain, key rune
	mark       bool
}) {
	for _, block := range [][2]rune{{0, 0x7F}, {0x2000, 0x206F}, {0x3000, 0x303F}, {0xFF00, 0xFF6F}} {
		for r := block[0]; r <= block[1]; r++ {
			c := &all[shortcut(r)]
			c.plain = plainForm(r)
			c.key = unicode.ToLower(c.plain)
			c.mark = isMark(c.key)
		}
	}
	return all
}()

// shortcut returns the place of r in shortcuts, -1 where it has none.
func shortcut(r rune) int {
	switch {
	case r < 0x80:
		return int(r)
	case r >= 0x3000 && r <= 0x303F:
		return int(r-0x3000) + general
	case r >= 0xFF00 && r <= 0xFF6F:
		return int(r-0xFF00) + chinese
	case r >= 0x2000 && r <= 0x206F:
		return int(r-0x2000) + ascii
	}
	return -1
}

// plainForm works out what Rune returns, except for ideographs.
func plainForm(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
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

// isMark reports whether a folded character is punctuation. Signs that carry meaning as
// an answer (√ × ☑) are not.
func isMark(r rune) bool {
	return unicode.IsPunct(r) || strings.ContainsRune("~^|=+<>$`", r)
}

// isSelector reports whether r only chooses the shape of the character before it.
func isSelector(r rune) bool {
	return r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}
