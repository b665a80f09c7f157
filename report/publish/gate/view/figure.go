package view

import (
	"strings"

	"taizhang/importer/fold"
)

// IsFigure reports whether r is a digit, also one written as a character.
func IsFigure(r rune) bool { return IsDigit(r) || strings.ContainsRune(Numerals, r) }

// Numerals are digits written as characters, in the order of their values.
const Numerals = "〇一二三四五六七八九零幺贰叁肆伍陆柒捌玖壹"

// Spoken are the digits as they are spoken and written as characters.
const Spoken = Numerals + "么拐洞勾"

// SpokenDigit returns the digit that a character says, 0 for none.
func SpokenDigit(r rune) byte {
	if IsDigit(r) {
		return byte(r)
	}
	at := strings.IndexRune(Spoken, r)
	if at < 0 {
		return 0
	}
	return "0123456789012345678911709"[len([]rune(Spoken[:at]))]
}

// figures are the characters that a number of a house is written in, but for digits.
const figures = Numerals + "十百"

var mayFigure = Starts(figures)

// IsNumeral reports whether the number of a house may be written with r.
func IsNumeral(r rune) bool {
	return IsDigit(r) || mayFigure.Has(r) && strings.ContainsRune(figures, r)
}

// PastNumber returns where the number that begins at i ends, i for none. A hyphen may part it: 3-502.
func (v View) PastNumber(i int) int {
	to := i
	for IsNumeral(v.Rune(to)) || to > i && v.Rune(to) == '-' && IsNumeral(v.Rune(to+1)) {
		to++
	}
	return to
}

// AllHan reports whether all are Chinese characters.
func AllHan(runes []rune) bool {
	for _, r := range runes {
		if !fold.IsHan(r) {
			return false
		}
	}
	return true
}

// IsDigit reports whether r is one of 0 to 9.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

// IsLetter reports whether r is a Latin letter.
func IsLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
