// Package details finds what else tells who somebody is or where: numbers, documents, accounts, number
// plates, homes.
package details

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// number is a run of digit groups that may be one number.
type number struct {
	view.View
	groups     []group
	digits     string
	web        bool // it stands in a web address, where long numbers are names of pages
	phoneLabel bool // 电话： stands before it
}

// afterLabel are the characters that may stand between a label and its number.
const afterLabel = ":为是号码()-/.、+同微信证件如下均"

// labelledAs reports whether one of the labels leads up to the number at i.
func labelledAs(v view.View, i int, labels view.Lexicon) bool {
	for back := 0; back <= 8; back++ {
		if v.EndsWithAny(i, labels) {
			return true
		}
		if i--; i < 0 || !strings.ContainsRune(afterLabel, v.Runes[i]) {
			return false
		}
	}
	return false
}

// officeName is how long the name of an office between a label and its phone may be.
const officeName = 8

// phoneLabelled reports whether the number at i is a phone by what stands before it: 电话,
// also with the office that has it between: 电话：办公室5621234.
func phoneLabelled(v view.View, i int) bool {
	if labelledAs(v, i, lexica.All().PhoneLabels) {
		return true
	}
	from := i
	for i > 0 && from-i < officeName && fold.IsHan(v.Runes[i-1]) {
		i--
	}
	return i < from && v.Rune(i-1) == ':' && labelledAs(v, i, lexica.All().PhoneLabels) && v.EndsWithAny(from, lexica.All().Offices)
}

// kind says what the number is, false where it is none of ours.
func (n number) kind() (view.Kind, bool) {
	first := n.groups[0]
	switch {
	case !n.counts() && len(n.digits) >= 8 && labelledAs(n.View, first.from, lexica.All().IDLabels):
		return n.documentKind(), true
	case !n.phoneLabel && labelledAs(n.View, n.codeStart(), lexica.All().CodeLabels), n.isPublicPhone():
		return view.Kind{}, false
	case n.isIdentity():
		return identity, true
	case n.isMobile():
		return mobile, true
	case n.isLandline():
		return landline, true
	case n.isBankCard():
		return bankCard, true
	case n.hasIdentityShape() && n.sentenceHolds(first.from, lexica.All().IDLabels):
		return identity, true
	case n.isMasked(),
		!n.counts() && len(n.digits) >= 7 && labelledAs(n.View, n.pastPrefix(), lexica.All().IDLabels): // 护照E12345678
		return n.documentKind(), true
	case len(n.digits) >= 8 && labelledAs(n.View, first.from, lexica.All().AccountLabels):
		return bankCard, true
	case n.counts(), len(n.groups) > 1 && n.groups[len(n.groups)-1].digits == hotline:
		return view.Kind{}, false
	case n.isContactOn():
		return view.Kind{}, false
	case n.phoneLabel && len(n.digits) >= shortestPhone && len(n.digits) <= 13:
		return landline, true
	case (len(n.digits) == 5 || len(n.digits) == 6) && n.digits != hotline && labelledAs(n.View, first.from, lexica.All().ShortLabels):
		return landline, true
	}
	return view.Kind{}, false
}

// codeStart is where the code begins that the number is part of: 91440781MA4...
func (n number) codeStart() int {
	from := n.groups[0].from
	for view.IsLetter(n.Rune(from-1)) || view.IsDigit(n.Rune(from-1)) {
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
	return !n.isMobile() && !n.isIdentity() && labelledAs(n.View, n.groups[0].from, lexica.All().PublicPhones)
}

// hotline is the government's own and may stand anywhere, whatever it is called.
const hotline = "12345"

// end is where the number ends; the X of an identity number is part of it.
func (n number) end() int {
	last := n.groups[len(n.groups)-1].to
	if len(n.digits) == 17 && n.Rune(last) == 'x' {
		return last + 1
	}
	return last
}

// counts reports whether a measure word follows: 1234567人次 is no phone.
func (n number) counts() bool {
	return n.HasAny(n.end(), lexica.All().Measures) > 0
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
	before, after := n.Rune(n.groups[0].from-1), n.Rune(n.end())
	if n.web && (before == '/' || before == '_' || before == '-') {
		return false
	}
	if before == '.' && n.Rune(n.groups[0].from-2) == '0' && !view.IsDigit(n.Rune(n.groups[0].from-3)) {
		return false // 0.13333333333, as a formula leaves it
	}
	return n.phoneLabel || after == 0 || n.HasAny(n.end(), lexica.All().MobileMeasures) == 0 && n.HasAny(n.end(), lexica.All().MobileCounts) == 0
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
		inRow := n.Gap[first.from] && view.IsDigit(n.Rune(first.from-1)) && first.to == n.groups[1].from
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
	if !country || n.Rune(first.from-1) != '+' && first.digits == "86" && n.Gap[n.groups[1].from] {
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

// pastPrefix returns where the letters before the number begin, or the words that number a
// certificate: 士字第.
func (n number) pastPrefix() int {
	from := n.groups[0].from
	if n.Rune(from-1) == '第' && n.Rune(from-2) == '字' {
		from -= 3
		if n.Rune(from-1) == '"' {
			from--
		}
	}
	for view.IsLetter(n.Rune(from - 1)) {
		from--
	}
	return from
}
