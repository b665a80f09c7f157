package publish

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/period"
)

// number is a run of digit groups that may be one number.
type number struct {
	view
	groups     []group
	digits     string
	web        bool // it stands in a web address, where long numbers are names of pages
	phoneLabel bool // 电话： stands before it
}

// afterLabel are the characters that may stand between a label and its number.
const afterLabel = ":为是号码()-/.、+同微信证件如下均"

// labelledAs reports whether one of the labels leads up to the number at i.
func (v view) labelledAs(i int, labels lexicon) bool {
	for back := 0; back <= 8; back++ {
		if v.endsWithAny(i, labels) {
			return true
		}
		if i--; i < 0 || !strings.ContainsRune(afterLabel, v.runes[i]) {
			return false
		}
	}
	return false
}

// officeName is how long the name of an office between a label and its phone may be.
const officeName = 8

// phoneLabelled reports whether the number at i is a phone by what stands before it: 电话,
// also with the office that has it between: 电话：办公室5621234.
func (v view) phoneLabelled(i int) bool {
	if v.labelledAs(i, lex().phoneLabels) {
		return true
	}
	from := i
	for i > 0 && from-i < officeName && fold.IsHan(v.runes[i-1]) {
		i--
	}
	return i < from && v.rune(i-1) == ':' && v.labelledAs(i, lex().phoneLabels) && v.endsWithAny(from, lex().offices)
}

// kind says what the number is, false where it is none of ours.
func (n number) kind() (kind, bool) {
	first := n.groups[0]
	switch {
	case !n.counts() && len(n.digits) >= 8 && n.labelledAs(first.from, lex().idLabels):
		return n.documentKind(), true
	case !n.phoneLabel && n.labelledAs(n.codeStart(), lex().codeLabels), n.isPublicPhone():
		return kind{}, false
	case n.isIdentity():
		return identity, true
	case n.isMobile():
		return mobile, true
	case n.isLandline():
		return landline, true
	case n.isBankCard():
		return bankCard, true
	case n.hasIdentityShape() && n.sentenceHolds(first.from, lex().idLabels):
		return identity, true
	case n.isMasked(),
		!n.counts() && len(n.digits) >= 7 && n.labelledAs(n.pastPrefix(), lex().idLabels): // 护照E12345678
		return n.documentKind(), true
	case len(n.digits) >= 8 && n.labelledAs(first.from, lex().accountLabels):
		return bankCard, true
	case n.counts(), len(n.groups) > 1 && n.groups[len(n.groups)-1].digits == hotline:
		return kind{}, false
	case n.isContactOn():
		return kind{}, false
	case n.phoneLabel && len(n.digits) >= shortestPhone && len(n.digits) <= 13:
		return landline, true
	case (len(n.digits) == 5 || len(n.digits) == 6) && n.digits != hotline && n.labelledAs(first.from, lex().shortLabels):
		return landline, true
	}
	return kind{}, false
}

// codeStart is where the code begins that the number is part of: 91440781MA4...
func (n number) codeStart() int {
	from := n.groups[0].from
	for isLetter(n.rune(from-1)) || isDigit(n.rune(from-1)) {
		from--
	}
	return from
}

// isPublicPhone reports whether the number is one for everybody: 400- and 800-, or a landline that
// is labelled as a hotline.
func (n number) isPublicPhone() bool {
	if first := n.groups[0].digits; len(n.groups) > 1 && (first == "400" || first == "800") && len(n.digits) == 10 {
		return true
	}
	return !n.isMobile() && !n.isIdentity() && n.labelledAs(n.groups[0].from, lex().publicPhones)
}

// hotline is the government's own and may stand anywhere, whatever it is called.
const hotline = "12345"

// end is where the number ends; the X of an identity number is part of it.
func (n number) end() int {
	last := n.groups[len(n.groups)-1].to
	if len(n.digits) == 17 && n.rune(last) == 'x' {
		return last + 1
	}
	return last
}

// counts reports whether a measure word follows: 1234567人次 is no phone.
func (n number) counts() bool {
	next := n.rune(n.end())
	return next != 0 && strings.ContainsRune("次件个人条宗起户场份元万亿台余多字", next)
}

func (n number) isMobile() bool {
	d := n.digits
	if len(n.groups) == 1 {
		if len(d) == 13 || len(d) == 15 {
			d = strings.TrimPrefix(strings.TrimPrefix(d, "00"), "86")
		}
	} else if len(n.groups[0].digits) < 3 && len(n.groups) < len(d) && !n.phoneLabel && !n.isPhoneInGroups() {
		return false // 13-10-2021...: dates and counts, unless digits stand one by one
	}
	if len(d) != 11 || d[0] != '1' || d[1] < '3' {
		return false
	}
	before, after := n.rune(n.groups[0].from-1), n.rune(n.end())
	if n.web && (before == '/' || before == '_' || before == '-') {
		return false
	}
	if before == '.' && n.rune(n.groups[0].from-2) == '0' && !isDigit(n.rune(n.groups[0].from-3)) {
		return false // 0.13333333333, as a formula leaves it
	}
	return n.phoneLabel || after == 0 || !strings.ContainsRune("元万亿次件条册份户字", after) && !n.countsVisits()
}

// countsVisits reports whether 人次 or a measure of two characters follows.
func (n number) countsVisits() bool {
	for _, measure := range []string{"人次", "余次", "多次", "余元", "余条", "余件", "平方", "公里", "千米", "立方", "个字", "余册"} {
		if n.has(n.end(), []rune(measure)) {
			return true
		}
	}
	return false
}

// isLandline reports whether the number has an area code, or starts 400- or 800-.
func (n number) isLandline() bool {
	d, code := n.digits, len(n.groups[0].digits)
	if abroad, ok := n.fromAbroad(); ok {
		return abroad.isLandline()
	}
	if d[0] != '0' || d[1:] == "" || d[1] == '0' {
		return false
	}
	area := 4
	if d[1] == '1' || d[1] == '2' {
		area = 3
	}
	if len(n.groups) > 1 {
		// Between spaces alone it is the start of a row of figures: 2021 0930 1234 5678.
		first := n.groups[0]
		inRow := n.gap[first.from] && isDigit(n.rune(first.from-1)) && first.to == n.groups[1].from
		if code != area || inRow {
			return false
		}
	}
	local := len(d) - area
	return local == 8 || local == 7 && area == 4
}

// fromAbroad is a number behind +86, as it is dialled at home: +86 750 5621234.
func (n number) fromAbroad() (home number, ok bool) {
	first := n.groups[0]
	country := strings.TrimPrefix(first.digits, "00") == "86" && len(n.groups) > 1
	if !country || n.rune(first.from-1) != '+' && first.digits == "86" && n.gap[n.groups[1].from] {
		return n, false // 86 750 5621234: figures in a row
	}
	home = n
	home.groups = slices.Clone(n.groups[1:])
	area := &home.groups[0]
	area.from = first.from
	if area.digits[0] != '0' {
		area.digits = "0" + area.digits
	}
	home.digits = join(home.groups)
	return home, true
}

// isIdentity reports whether the number is an identity number of 18 digits with a right
// check digit (GB 11643—1999), or of 15 digits with a possible place and birthday.
func (n number) isIdentity() bool {
	d := n.digits
	if len(d) == 17 && n.rune(n.groups[len(n.groups)-1].to) == 'x' {
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

func (n number) sentenceHolds(i int, words lexicon) bool {
	from, to := n.sentenceAround(i)
	return n.holds(from, to, words, false)
}

// isMasked reports whether stars or crosses stand in the middle of what was an identity or card number:
// 42052119******0036.
func (n number) isMasked() bool {
	at, stars := n.end(), 0
	for ; strings.ContainsRune("*×x", n.rune(at)) && n.rune(at) != 0; at++ {
		stars++
	}
	return len(n.digits) >= 6 && stars >= 3 && n.wordBefore(n.groups[0].from, lex().idLabels.with(lex().accountLabels), 12)
}

// pastPrefix returns where the letters before the number begin, or the words that number a
// certificate: 士字第.
func (n number) pastPrefix() int {
	from := n.groups[0].from
	if n.rune(from-1) == '第' && n.rune(from-2) == '字' {
		from -= 3
		if n.rune(from-1) == '"' {
			from--
		}
	}
	for isLetter(n.rune(from - 1)) {
		from--
	}
	return from
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
