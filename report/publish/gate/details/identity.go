package details

import (
	"slices"
	"strings"

	"taizhang/importer/period"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// isIdentity reports whether the number is an identity number of 18 digits with a right
// check digit (GB 11643—1999), or of 15 digits with a possible place and birthday.
func (n number) isIdentity() bool {
	d := n.digits
	if len(d) == 17 && n.Rune(n.groups[len(n.groups)-1].to) == 'x' {
		d += "X"
	}
	if len(d) < 15 || !isProvince(d[:2]) {
		return false
	}
	switch len(d) {
	case 18:
		return isDay(d[6:10], d[10:12], d[12:14]) && checkDigit(d[:17]) == d[17]
	case 15:
		return n.isWhole(6, 6, 3) && !n.web && isDay("19"+d[6:8], d[8:10], d[10:12])
	}
	return false
}

// hasIdentityShape reports whether the number is made like an identity number, whatever its check
// digit: a place, a birthday, and 18 digits with the X.
func (n number) hasIdentityShape() bool {
	d := n.digits
	return len(d) >= 17 && len(d) <= 20 && isProvince(d[:2]) && isDay(d[6:10], d[10:12], d[12:14])
}

func (n number) sentenceHolds(i int, words view.Lexicon) bool {
	from, to := n.SentenceAround(i)
	return n.Holds(from, to, words)
}

// isMasked reports whether stars or crosses stand in the middle of what was an identity or card number:
// 42052119******0036.
func (n number) isMasked() bool {
	at, stars := n.end(), 0
	for ; strings.ContainsRune("*×x", n.Rune(at)) && n.Rune(at) != 0; at++ {
		stars++
	}
	return len(n.digits) >= 6 && stars >= 3 && n.WordBefore(n.groups[0].from, lexica.All().IDLabels.With(lexica.All().AccountLabels), 12)
}

// isWhole reports whether the number stands in one piece, or in groups of these lengths.
func (n number) isWhole(lengths ...int) bool {
	if len(n.groups) == 1 {
		return true
	}
	return slices.EqualFunc(n.groups, lengths, func(g group, n int) bool { return len(g.digits) == n })
}

// isProvince reports whether an identity number may start with code.
func isProvince(code string) bool {
	const codes = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 "
	return strings.Contains(codes, " "+code+" ")
}

func isDay(year, month, day string) bool {
	d := period.Date{Year: atoi(year), Month: atoi(month), Day: atoi(day)}
	return d.Valid() && d.Year < 2100
}

func atoi(digits string) int {
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}

// checkDigit returns the last character of an identity number (ISO 7064, MOD 11-2).
func checkDigit(first17 string) byte {
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += w * int(first17[i]-'0')
	}
	return "10X98765432"[sum%11]
}

// isBankCard reports whether the number could be a card's: a known first digit, a right
// check digit (Luhn), in one piece or in fours.
func (n number) isBankCard() bool {
	d := n.digits
	if len(d) < 16 || len(d) > 19 || n.web || d[0] < '3' || d[0] > '6' {
		return false
	}
	for _, g := range n.groups[:len(n.groups)-1] {
		if len(g.digits) != 4 {
			return false
		}
	}
	sum := 0
	for i := range d {
		digit := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if digit *= 2; digit > 9 {
				digit -= 9
			}
		}
		sum += digit
	}
	return sum%10 == 0
}
