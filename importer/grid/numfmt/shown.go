// Package numfmt is numbers as a spreadsheet writes them and number formats as it follows them:
// what a format shows of a number or a text, and whether that is a percentage or a day.
package numfmt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/grid/chars"
)

// Shown returns the text that a number format makes of v where it says more than the number:
// words, units, marks. A percentage, a moment, and a number in plain dress (signs, brackets,
// currencies) are read by their value, and ok is false; so it is where no section of the format
// applies, and where the format can't be followed. A text of nothing but space is a number that
// the format hides.
func Shown(format string, v float64) (text string, ok bool) {
	if !mayShowMore(format) {
		return "", false
	}
	part, place, ok := sectionOf(format, v)
	if !ok {
		return "", false
	}
	if d := DisplayOf(format, v); d.elapsed || d.Dated() {
		return "", false
	}
	p, ok := parsePattern(part)
	if !ok {
		return "", false
	}
	if place == 1 && v < 0 {
		v = -v // the section for what is below zero writes its own sign
	}
	text, ok = p.write(v)
	if !ok {
		return "", false
	}
	if chars.Blank(text) {
		return "", true
	}
	if !p.words && strings.ContainsAny(text, "0123456789") {
		return "", false
	}
	return strings.TrimSpace(text), true
}

// ShownText returns what a number format makes of a text: most leave it as it is.
func ShownText(format, s string) string {
	if format == "" || format == "@" || len(format) > longestFormat || !strings.ContainsAny(format, "@;") {
		return s
	}
	parts := splitSections(format)
	part := parts[len(parts)-1]
	if len(parts) < 4 && !holdsText(part) {
		return s
	}
	p, ok := parsePattern(part)
	if !ok {
		return s
	}
	var b strings.Builder
	for _, t := range p.tokens {
		switch t.kind {
		case 'l':
			b.WriteString(t.text)
		case '@':
			b.WriteString(s)
		}
	}
	if text := b.String(); p.words || chars.Blank(text) {
		return text
	}
	return s // in plain dress: the space that accounts leave at both sides
}

// ShowsTexts reports whether a number format may say more of a text than the text.
func ShowsTexts(format string) bool {
	return format != "@" && strings.ContainsAny(format, "@;") && ShownText(format, "x") != "x"
}

// longestFormat is how long a format is at the most that is followed, in bytes: Excel allows 255
// characters.
const longestFormat = 1024

// mayShowMore tells the formats of nearly all numbers from the others by a glance.
func mayShowMore(format string) bool {
	if len(format) > longestFormat {
		return false
	}
	for i := 0; i < len(format); i++ {
		switch c := format[i]; {
		case c >= utf8.RuneSelf, c == '"', c == '\\', c == '!', c == ';', c == '@':
			return true
		}
	}
	return format != "" && strings.Trim(format, "#?,") == ""
}

// pattern is one section of a format, taken apart.
type pattern struct {
	tokens  []token
	words   bool // some literal says more than plain dress does
	percent int
	point   int // place of the decimal point among the tokens, -1 for none
	scale   int // how many thousands the number is divided by
	grouped bool
}

// token is a literal ('l' with its text), a digit ('0', '#', '?'), the decimal point, General
// ('G') or the place of a text ('@').
type token struct {
	kind byte
	text string
}

// parsePattern takes a section apart. ok is false for fractions, exponents, and what no
// spreadsheet writes.
func parsePattern(s string) (p pattern, ok bool) {
	p.point = -1
	commas := 0 // behind the last digit
	literal := func(text string) {
		p.tokens = append(p.tokens, token{'l', text})
		p.words = p.words || SaysMore(text)
	}
	for i := 0; i < len(s); {
		size := 1
		if n := general(s[i:]); n > 0 {
			p.tokens = append(p.tokens, token{kind: 'G'})
			i += n
			continue
		}
		switch c := s[i]; c {
		case '"':
			end := closing(s, i)
			if end == len(s) {
				return p, false
			}
			literal(s[i+1 : end])
			size = end + 1 - i
		case '\\', '!':
			_, n := utf8.DecodeRuneInString(s[i+1:])
			literal(s[i+1 : i+1+n])
			size = 1 + n
		case '_', '*':
			_, n := utf8.DecodeRuneInString(s[i+1:])
			if size += n; c == '_' {
				p.tokens = append(p.tokens, token{'l', " "})
			}
		case '[':
			end := strings.IndexByte(s[i:], ']')
			if end < 0 {
				return p, false
			}
			if currency, _, _ := strings.Cut(s[i+1:i+end], "-"); strings.HasPrefix(currency, "$") {
				p.tokens = append(p.tokens, token{'l', currency[1:]})
				p.words = p.words || strings.ContainsFunc(currency, isHan) // [$万元-804]
			}
			size = end + 1
		case '0', '#', '?':
			p.grouped = p.grouped || commas > 0
			commas = 0
			p.tokens = append(p.tokens, token{kind: c})
		case ',':
			if commas++; !p.hasDigit() {
				commas = 0
				literal(",")
			}
		case '.':
			if p.point >= 0 {
				return p, false
			}
			p.scale, commas = p.scale+commas, 0
			p.point = len(p.tokens)
			p.tokens = append(p.tokens, token{kind: '.'})
		case '%':
			p.percent++
			p.tokens = append(p.tokens, token{'l', "%"})
		case '@':
			p.tokens = append(p.tokens, token{kind: '@'})
		case 'E', 'e':
			return p, false
		case '/':
			if p.hasDigit() {
				return p, false
			}
			literal("/")
		default:
			_, size = utf8.DecodeRuneInString(s[i:])
			literal(s[i : i+size])
		}
		i += size
	}
	p.scale += commas
	return p, true
}

func (p *pattern) hasDigit() bool {
	for _, t := range p.tokens {
		if t.kind == '0' || t.kind == '#' || t.kind == '?' {
			return true
		}
	}
	return false
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// general returns how many bytes of s name the general format, 0 for none.
func general(s string) int {
	for _, name := range []string{"General", "G/通用格式"} {
		if len(s) >= len(name) && strings.EqualFold(s[:len(name)], name) {
			return len(name)
		}
	}
	return 0
}

// SaysMore reports whether a text beside a number says more than plain dress: a word, a unit, a mark. Signs,
// brackets, stops and currencies are dress.
func SaysMore(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Sc, r) && !strings.ContainsRune(`+-−–—()（）,.，．/:：~'"`, r) {
			return true
		}
	}
	return false
}
