package publish

import "strings"

// lookalikes are the letters that are typed for a digit, as a view holds them.
const lookalikes = "lio"

// lookalikeDigit returns the digit that a digit or a letter in its place stands for, 0 for none.
func lookalikeDigit(r rune) byte {
	switch {
	case isDigit(r):
		return byte(r)
	case r == 'l' || r == 'i':
		return '1'
	case r == 'o':
		return '0'
	}
	return 0
}

// letteredRun reads a run of digits in which letters stand for some of them: 13800l38003. Letters
// at either end count only where the whole is a mobile number. Its length is 0 where no letter
// stands in it, or other letters go with it, as in a code.
func letteredRun(v view, i int) (n int, digits string) {
	if isLetter(v.rune(i-1)) && !v.gap[i] || isDigit(v.rune(i-1)) && !v.gap[i] {
		return 0, ""
	}
	to := i
	var b strings.Builder
	figures := 0
	for ; to < len(v.runes) && (to == i || !v.gap[to]); to++ {
		d := lookalikeDigit(v.runes[to])
		if d == 0 {
			break
		}
		b.WriteByte(d)
		if isDigit(v.runes[to]) {
			figures++
		}
	}
	if isLetter(v.rune(to)) && v.runes[to] != 'x' && !v.gap[to] || figures == to-i {
		return 0, ""
	}
	digits = b.String()
	if mobile := len(digits) == 11 && digits[0] == '1' && digits[1] >= '3'; mobile && figures >= 4 {
		return to - i, digits
	}
	// The 0 of an area code may be an o.
	if 2*figures < to-i || !isDigit(v.runes[i]) && (v.runes[i] != 'o' || to-i < 3) {
		return 0, ""
	}
	for !isDigit(v.runes[to-1]) {
		to--
	}
	if figures == to-i {
		return 0, ""
	}
	return to - i, digits[:to-i]
}
