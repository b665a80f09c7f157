package publish

import (
	"slices"
	"strings"

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

var (
	phoneLabels   = wordsOf("电话 手机 座机 传真 热线 联系方式 致电 拨打 来电 短号 固话 号码 tel phone mobile fax")
	shortLabels   = wordsOf("短号 虚拟网 集群网 小号")
	idLabels      = wordsOf("身份证 证件号 身份号码 护照 通行证")
	accountLabels = wordsOf("卡号 账号 帐号 账户 帐户 银行卡 开户行")
)

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
	if v.labelledAs(i, phoneLabels) {
		return true
	}
	from := i
	for i > 0 && from-i < officeName && isHan(v.runes[i-1]) {
		i--
	}
	return i < from && v.rune(i-1) == ':' && v.labelledAs(i, phoneLabels) && v.endsWithAny(from, offices)
}

// kind says what the number is, false where it is none of ours.
func (n number) kind() (kind, bool) {
	first := n.groups[0]
	switch {
	case n.isIdentity():
		return identity, true
	case n.isMobile():
		return mobile, true
	case n.isLandline():
		return landline, true
	case n.isBankCard():
		return bankCard, true
	case len(n.digits) >= 8 && n.labelledAs(first.from, idLabels),
		len(n.digits) >= 8 && isLetter(n.rune(first.from-1)) && n.labelledAs(first.from-1, idLabels): // 护照E12345678
		return identity, true
	case len(n.digits) >= 8 && n.labelledAs(first.from, accountLabels):
		return bankCard, true
	case n.counts(), len(n.groups) > 1 && n.groups[len(n.groups)-1].digits == hotline:
		return kind{}, false
	case n.phoneLabel && len(n.digits) >= shortestPhone && len(n.digits) <= 13:
		return landline, true
	case (len(n.digits) == 5 || len(n.digits) == 6) && n.digits != hotline && n.labelledAs(first.from, shortLabels):
		return landline, true
	}
	return kind{}, false
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
	} else if len(n.groups[0].digits) < 3 && len(n.groups) < len(d) {
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
	return n.phoneLabel || after == 0 || !strings.ContainsRune("元万亿", after)
}

// isLandline reports whether the number has an area code, or starts 400- or 800-.
func (n number) isLandline() bool {
	d, code := n.digits, len(n.groups[0].digits)
	if abroad, ok := n.fromAbroad(); ok {
		return abroad.isLandline()
	}
	if len(n.groups) > 1 && code == 3 && (strings.HasPrefix(d, "400") || strings.HasPrefix(d, "800")) {
		return len(d) == 10
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
