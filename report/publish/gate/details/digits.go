package details

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

var (
	mobile   = view.Kind{Code: finding.PersonalInformation, Name: "手机号码"}
	landline = view.Kind{Code: finding.PersonalInformation, Name: "电话号码"}
	identity = view.Kind{Code: finding.PersonalInformation, Name: "身份证号"}
	passport = view.Kind{Code: finding.PersonalInformation, Name: "护照号码"}
	document = view.Kind{Code: finding.PersonalInformation, Name: "证件号码"}
	bankCard = view.Kind{Code: finding.PersonalInformation, Name: "银行卡号"}
)

// group is a run of digits; groups that only a space or a hyphen parts may be one number.
type group struct {
	digits   string
	from, to int
}

const (
	shortestPhone   = 7
	longestNumber   = 19
	longestInGroups = 18 // 4 4 0 7 8 2 ...: digits written one by one
)

// Numbers finds phone numbers, identity numbers and bank cards, however they are grouped.
// What is labelled as one (电话：, 身份证号：) is taken at its word.
func Numbers(v view.View, own Phones) []view.Hit {
	groups := groupsOf(v)
	web := webAddresses(v)
	var hits []view.Hit
	labelled := false // the number before was labelled 电话, and this one is listed beside it
	for i := 0; i < len(groups); i++ {
		labelled = labelled && i > 0 && listed(v, groups[i-1].to, groups[i].from)
		// The longest number that starts here wins: an identity number holds what could be a phone.
		inWeb := web.hold(groups[i].from)
		for j := lastLinked(v, groups, i, inWeb); j >= i; j-- {
			n := number{View: v, groups: groups[i : j+1], web: inWeb}
			n.digits = join(n.groups)
			n.phoneLabel = labelled || phoneLabelled(v, groups[i].from)
			k, found := n.kind()
			if !found {
				continue
			}
			labelled = n.phoneLabel
			if phone := k == mobile || k == landline; !phone || !own.allow(n.digits) {
				hits = append(hits, v.Hit(k, groups[i].from, n.end(), k.Name+" "+mask(n.digits)))
			}
			i = j
			break
		}
	}
	return hits
}

// figureStarts are the characters at which a group may begin.
var figureStarts = view.Starts("0123456789" + view.Spoken + lookalikes)

// groupsOf returns the runs of digits in a text. A run of eleven and more Chinese
// numerals is one too: 一三八〇〇……; behind 电话： one of seven.
func groupsOf(v view.View) []group {
	var groups []group
	for i := 0; i < len(v.Runes); {
		if !figureStarts.Has(v.Runes[i]) {
			i++
			continue
		}
		j := i
		var b strings.Builder
		for j < len(v.Runes) && view.IsDigit(v.Runes[j]) && (j == i || !v.Gap[j]) {
			b.WriteRune(v.Runes[j])
			j++
		}
		if n, digits := letteredRun(v, i); n > j-i {
			groups = append(groups, group{digits, i, i + n})
			i += n
			continue
		}
		if n, digits := mixedRun(v, i); n > j-i {
			groups = append(groups, group{digits, i, i + n})
			i += n
			continue
		}
		if j == i {
			for j < len(v.Runes) && strings.ContainsRune(view.Numerals, v.Runes[j]) {
				b.WriteByte("012345678901234567891"[len([]rune(view.Numerals[:strings.IndexRune(view.Numerals, v.Runes[j])]))])
				j++
			}
			if j-i < 11 && (j-i < shortestPhone || !labelledAs(v, i, lexica.All().PhoneLabels)) {
				i = max(j, i+1)
				continue
			}
		}
		groups = append(groups, group{b.String(), i, j})
		i = j
	}
	return groups
}

// mixedRun reads a mobile or an identity number whose digits are written now one way and now the
// other, with commas between if need be: 138零零一三8000, 一三八、零零一三、八零零零. Its length is 0
// where there is none.
func mixedRun(v view.View, i int) (n int, digits string) {
	const signs = "、,-·."
	var b strings.Builder
	characters := 0
	to := i
	for j := i; j < len(v.Runes) && b.Len() < 18; j++ {
		r := v.Runes[j]
		digit := view.SpokenDigit(r)
		if digit == 0 {
			if !strings.ContainsRune(signs, r) || j == i || to != j {
				break
			}
			continue
		}
		if b.WriteByte(digit); !view.IsDigit(r) {
			characters++
		}
		to = j + 1
		if d := b.String(); len(d) == 11 && characters > 1 && d[0] == '1' && d[1] >= '3' && view.SpokenDigit(v.Rune(to)) == 0 {
			return to - i, d
		}
	}
	if d := b.String(); len(d) == 18 && characters > 1 && isProvince(d[:2]) && isDay(d[6:10], d[10:12], d[12:14]) {
		return to - i, d
	}
	return 0, ""
}

// lastLinked returns the index of the last group that may belong to the number that
// starts with group i.
func lastLinked(v view.View, groups []group, i int, inWeb bool) int {
	total, j := len(groups[i].digits), i
	for j+1 < len(groups) && j-i < longestInGroups && linked(v, groups[j].to, groups[j+1].from, inWeb) {
		if total += len(groups[j+1].digits); total > longestNumber {
			break
		}
		j++
	}
	return j
}

// linking are the signs that may stand inside a number, and 一 for a dash.
const linking = "-.·_()/一"

// linked reports whether only a space or a linking sign or two stands between. In a web
// address / parts folders.
func linked(v view.View, from, to int, inWeb bool) bool {
	if to-from > 2 {
		return false
	}
	for _, r := range v.Runes[from:to] {
		if !strings.ContainsRune(linking, r) || r == '/' && inWeb {
			return false
		}
	}
	return true
}

// listed reports whether two numbers stand beside each other in a list: 5621234、5621235.
func listed(v view.View, from, to int) bool {
	if to-from > 2 {
		return false
	}
	for _, r := range v.Runes[from:to] {
		if !strings.ContainsRune("、,/或和及()-", r) {
			return false
		}
	}
	return true
}

func join(groups []group) string {
	var b strings.Builder
	for _, g := range groups {
		b.WriteString(g.digits)
	}
	return b.String()
}

// mask keeps enough of a number to find it again.
func mask(digits string) string {
	if len(digits) < shortestPhone {
		return strings.Repeat("*", len(digits))
	}
	return digits[:3] + strings.Repeat("*", len(digits)-5) + digits[len(digits)-2:]
}
