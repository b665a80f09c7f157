package details

import (
	"strings"

	"taizhang/report/publish/gate/view"
)

// lookalikes are the letters that are typed for a digit, as a view holds them.
const lookalikes = "lio"

// lookalikeDigit returns the digit that a digit or a letter in its place stands for, 0 for none.
func lookalikeDigit(r rune) byte {
	switch {
	case view.IsDigit(r):
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
func letteredRun(v view.View, i int) (n int, digits string) {
	if view.IsLetter(v.Rune(i-1)) && !v.Gap[i] || view.IsDigit(v.Rune(i-1)) && !v.Gap[i] {
		return 0, ""
	}
	to := i
	var b strings.Builder
	figures := 0
	for ; to < len(v.Runes) && (to == i || !v.Gap[to]); to++ {
		d := lookalikeDigit(v.Runes[to])
		if d == 0 {
			break
		}
		b.WriteByte(d)
		if view.IsDigit(v.Runes[to]) {
			figures++
		}
	}
	if view.IsLetter(v.Rune(to)) && v.Runes[to] != 'x' && !v.Gap[to] || figures == to-i {
		return 0, ""
	}
	digits = b.String()
	if mobile := len(digits) == 11 && digits[0] == '1' && digits[1] >= '3'; mobile && figures >= 4 {
		return to - i, digits
	}
	// The 0 of an area code may be an o.
	if 2*figures < to-i || !view.IsDigit(v.Runes[i]) && (v.Runes[i] != 'o' || to-i < 3) {
		return 0, ""
	}
	for !view.IsDigit(v.Runes[to-1]) {
		to--
	}
	if figures == to-i {
		return 0, ""
	}
	return to - i, digits[:to-i]
}
