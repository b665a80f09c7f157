package details

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

var (
	email   = view.Kind{Code: finding.PersonalInformation, Name: "电子邮箱"}
	account = view.Kind{Code: finding.PersonalInformation, Name: "微信或QQ号"}
	plate   = view.Kind{Code: finding.PersonalInformation, Name: "车牌号"}
)

// Addresses finds e-mail addresses, accounts and number plates.
func Addresses(v view.View) []view.Hit {
	var hits []view.Hit
	for i := 0; i < len(v.Runes); i++ {
		if !lexica.All().AddressStarts.Has(v.Runes[i]) {
			continue
		}
		for _, find := range []func(view.View, int) (view.Kind, int, int){emailAt, accountAt, plateAt} {
			if k, from, to := find(v, i); to > from {
				hits = append(hits, v.Hit(k, from, to, k.Name+" "+maskWord(string(v.Runes[from:to]))))
				i = to - 1
				break
			}
		}
	}
	return hits
}

// maskWord keeps the first two characters.
func maskWord(s string) string {
	r := []rune(s)
	return string(r[:min(2, len(r))]) + "***"
}

// emailAt finds an e-mail address whose @ stands at i; (at) is an @ too.
func emailAt(v view.View, i int) (k view.Kind, from, to int) {
	switch n := v.HasAny(i, lexica.All().AtSigns); {
	case v.Rune(i) == '@' || v.Rune(i) == '#' && (view.IsLetter(v.Rune(i-1)) || view.IsDigit(v.Rune(i-1))):
		to = i + 1
	case n > 0:
		to = i + n
	default:
		return
	}
	domain := to
	var said strings.Builder // with . for 点
	for to < len(v.Runes) && (isDomain(v.Runes[to]) || v.Runes[to] == '点') && (to == domain || !v.Gap[to] || v.Runes[to] == '.') {
		if said.WriteRune(v.Runes[to]); v.Runes[to] == '点' {
			dotted := strings.TrimSuffix(said.String(), "点") + "."
			said.Reset()
			said.WriteString(dotted)
		}
		to++
	}
	name := strings.TrimRight(said.String(), ".-")
	dot := strings.LastIndexByte(name, '.')
	if dot < 1 || len(name)-dot < 3 || view.IsDigit(rune(name[len(name)-1])) {
		return k, 0, 0
	}
	for from = i; from > 0 && strings.ContainsRune("._%+-", v.Runes[from-1]) ||
		from > 0 && (view.IsLetter(v.Runes[from-1]) || view.IsDigit(v.Runes[from-1])); from-- {
	}
	return email, from, domain + len([]rune(name))
}

func isDomain(r rune) bool { return view.IsLetter(r) || view.IsDigit(r) || r == '.' || r == '-' }

// accountAt finds a QQ or WeChat account whose label starts at i. A 公众号 is public.
func accountAt(v view.View, i int) (k view.Kind, from, to int) {
	n := v.HasAny(i, lexica.All().SocialLabels)
	if bare := []rune("微信"); n == 0 && v.Has(i, bare) {
		n = len(bare) // 微信zhangsan88
	}
	if n == 0 || view.IsLetter(v.Rune(i-1)) {
		return
	}
	from = i + n
	for strings.ContainsRune(":为是(码就叫", v.Rune(from)) && v.Rune(from) != 0 {
		from++
	}
	digits, bare := 0, n == 2 && v.Runes[i] == '微'
	for to = from; to < len(v.Runes) && (view.IsLetter(v.Runes[to]) || view.IsFigure(v.Runes[to]) || strings.ContainsRune("_-", v.Runes[to])); to++ {
		if view.IsFigure(v.Runes[to]) {
			digits++
		}
	}
	if to == from && !bare {
		if to := accountSaid(v, from); to > 0 {
			return account, i, to
		}
	}
	switch {
	case to-from < 5, strings.ContainsRune("q扣", v.Runes[i]) && digits < 5,
		bare && (to-from < 6 || !view.IsLetter(v.Runes[from]) || digits == 0 || v.Has(to, []rune("公众号"))):
		return k, 0, 0
	}
	return account, i, to
}

// accountSaid finds an account that words lead up to: 微信号是名字全拼加八八六（zhang886）.
func accountSaid(v view.View, i int) (to int) {
	const reach = 16
	ways := false
	for k := i; k < len(v.Runes) && k < i+reach && !strings.ContainsRune("。;!?,", v.Runes[k]); k++ {
		ways = ways || v.HasAny(k, lexica.All().AccountWays) > 0
		for to = k; view.IsLetter(v.Rune(to)) || view.IsDigit(v.Rune(to)) || v.Rune(to) == '_'; to++ {
		}
		if to-k >= 6 || ways && to > k {
			return to
		}
		k = max(k, to-1)
	}
	if ways {
		return min(i+reach, len(v.Runes))
	}
	return 0
}

// plateAt finds the number plate of a car whose province stands at i: 粤J·12345.
func plateAt(v view.View, i int) (k view.Kind, from, to int) {
	if !view.IsLetter(v.Rune(i+1)) || v.HasAny(i, lexica.All().Provinces) == 0 || view.IsDigit(v.Rune(i-1)) {
		return
	}
	to = i + 2
	if strings.ContainsRune("·.•", v.Rune(to)) && v.Rune(to) != 0 {
		to++
	}
	digits, signs := 0, 0
	for ; to < len(v.Runes) && (view.IsLetter(v.Runes[to]) || view.IsDigit(v.Runes[to])); to++ {
		signs++
		if view.IsDigit(v.Runes[to]) {
			digits++
		}
	}
	if (signs == 5 || signs == 6) && digits >= 3 {
		return plate, i, to
	}
	return k, 0, 0
}
