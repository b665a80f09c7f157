package numbers

import (
	"strconv"
	"strings"
)

// Amount is a number in millionths, so that sums and differences are exact.
type Amount int64

// One is the amount 1; most is the largest that is read: sums of thousands of them fit.
const (
	One  Amount = 1_000_000
	Most        = 1_000_000_000 * One
)

// Whole returns the amount of a whole number.
func Whole(n int64) Amount { return Amount(n) * One }

// ParseAmount reads a plain decimal: digits, one point at most, a sign in front. It returns how
// many decimals are written, zeros at the end left out. What is too large or finer than a
// millionth is no amount.
func ParseAmount(s string) (a Amount, decimals int, ok bool) {
	rest := strings.TrimLeft(s, "+-")
	if len(s)-len(rest) > 1 || rest == "" {
		return 0, 0, false
	}
	whole, part, point := strings.Cut(rest, ".")
	part = strings.TrimRight(part, "0")
	if whole == "" || point && strings.HasSuffix(rest, ".") || len(whole) > 12 || len(part) > 6 {
		return 0, 0, false
	}
	for _, c := range whole + part {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
		a = a*10 + Amount(c-'0')
	}
	for range 6 - len(part) {
		a *= 10
	}
	if a > Most {
		return 0, 0, false
	}
	if s[0] == '-' {
		a = -a
	}
	return a, len(part), true
}

// String returns the amount as people write it, without a zero too many.
func (a Amount) String() string {
	sign := ""
	if a < 0 {
		sign, a = "-", -a
	}
	s := sign + strconv.FormatInt(int64(a/One), 10)
	if part := int64(a % One); part != 0 {
		digits := strconv.FormatInt(part, 10)
		s += "." + strings.TrimRight(strings.Repeat("0", 6-len(digits))+digits, "0")
	}
	return s
}

// Float returns the amount for printing as a number; it is a whole one where a is.
func (a Amount) Float() float64 { return float64(a) / float64(One) }

// Decimals returns how many decimals the amount needs.
func (a Amount) Decimals() int {
	_, part, point := strings.Cut(a.String(), ".")
	if !point {
		return 0
	}
	return len(part)
}
