package chars

import (
	"maps"
	"slices"
	"strings"
)

// Symbol returns what a sign of a symbol font looks like: forms tick their boxes with them.
// code may lie in the private area that Word writes (F0FC and FC are the same sign). ok is
// false for a font of letters, whose characters stand for themselves.
func Symbol(font string, code rune) (text string, ok bool) {
	signs, ok := symbolFonts[strings.ToLower(strings.TrimSpace(font))]
	if !ok {
		return "", false
	}
	if code >= 0xF000 && code <= 0xF0FF {
		code -= 0xF000
	}
	switch {
	case code > 0xFF:
		return "", false // an ideograph takes another font
	case code <= ' ':
		return string(code), true
	case signs[code] != "":
		return signs[code], true
	}
	return unknownSign, true
}

// IsSymbolFont reports whether the characters of a font are signs.
func IsSymbolFont(font string) bool {
	return symbolFonts[strings.ToLower(strings.TrimSpace(font))] != nil
}

// SymbolFonts returns the names of the fonts of signs, in lower case and in order.
func SymbolFonts() []string { return slices.Sorted(maps.Keys(symbolFonts)) }

// Symbols writes a text of a symbol font in the characters that it looks like.
func Symbols(font, text string) string {
	if font == "" || !IsSymbolFont(font) || holdsWord(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if sign, ok := Symbol(font, r); ok {
			b.WriteString(sign)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// aWord is how many different letters side by side are a word, which was set in a font of signs by
// mistake. Signs are set one by one, or in a row of the same.
const aWord = 4

// holdsWord reports whether a text holds a word of Latin letters.
func holdsWord(text string) bool {
	var letters []rune
	for _, r := range text {
		switch low := r | 0x20; {
		case low < 'a' || low > 'z':
			letters = letters[:0]
		case !slices.Contains(letters, low):
			if letters = append(letters, low); len(letters) == aWord {
				return true
			}
		}
	}
	return false
}

// MayHoldSigns is a quick look: whether a part of a file names any font of signs.
func MayHoldSigns(src string) bool {
	for _, name := range []string{"ingdings", "Webdings", "Marlett", `"Symbol"`} {
		if strings.Contains(src, name) {
			return true
		}
	}
	return false
}

// unknownSign stands for a sign without a character of its own. It is no tick and no box.
const unknownSign = "※"

// symbolFonts are the fonts of signs by name in lower case, with the signs that have a
// character: ticks, crosses, boxes, bullets and circled numbers.
var symbolFonts = map[string]map[rune]string{
	"wingdings": signs(0x81, "①②③④⑤⑥⑦⑧⑨⑩", 0x8C, "❶❷❸❹❺❻❼❽❾❿", 0x6C, "●", 0x6E, "■□□□□", 0x75, "◆", 0x77, "◆☒",
		0x9F, "•", 0xA1, "○", 0xA4, "◉◎", 0xA7, "▪□", 0xAB, "★", 0xD8, "➢", 0xE0, "→", 0xE8, "→", 0xFB, "×√☒☑"),
	"wingdings 2": signs(0x4F, "×√☒☑☒☒", 0x2A, "□", 0x30, "□", 0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩", 0x97, "●", 0xA2, "■□"),
	"wingdings 3": signs(),
	"webdings":    signs(0x61, "√", 0x63, "□", 0x67, "■", 0x6E, "●", 0x72, "×"),
	"marlett":     signs(0x61, "√√"),
	"symbol": signs(0x21, "!", 0x23, "#", 0x25, "%&", 0x28, "()", 0x2B, "+,-./0123456789:;<=>", 0xA3, "≤", 0xB0, "°±", 0xB3, "≥×",
		0xB7, "•÷≠", 0xD6, "√"),
}

// signs makes a table of codes, each followed by the signs from there on.
func signs(runs ...any) map[rune]string {
	table := map[rune]string{}
	for i := 0; i+1 < len(runs); i += 2 {
		code := rune(runs[i].(int))
		for _, sign := range runs[i+1].(string) {
			table[code] = string(sign)
			code++
		}
	}
	return table
}
