package publish

import (
	"strings"

	"taizhang/importer/finding"
)

var (
	email   = kind{finding.PersonalInformation, "电子邮箱"}
	account = kind{finding.PersonalInformation, "微信或QQ号"}
	plate   = kind{finding.PersonalInformation, "车牌号"}
)

// addresses finds e-mail addresses, accounts and number plates.
func addresses(v view) []Hit {
	var hits []Hit
	for i := 0; i < len(v.runes); i++ {
		if !lex().addressStarts.has(v.runes[i]) {
			continue
		}
		for _, find := range []func(view, int) (kind, int, int){emailAt, accountAt, plateAt} {
			if k, from, to := find(v, i); to > from {
				hits = append(hits, v.hit(k, from, to, k.name+" "+maskWord(string(v.runes[from:to]))))
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
func emailAt(v view, i int) (k kind, from, to int) {
	switch n := v.hasAny(i, lex().atSigns); {
	case v.rune(i) == '@' || v.rune(i) == '#' && (isLetter(v.rune(i-1)) || isDigit(v.rune(i-1))):
		to = i + 1
	case n > 0:
		to = i + n
	default:
		return
	}
	domain := to
	var said strings.Builder // with . for 点
	for to < len(v.runes) && (isDomain(v.runes[to]) || v.runes[to] == '点') && (to == domain || !v.gap[to] || v.runes[to] == '.') {
		if said.WriteRune(v.runes[to]); v.runes[to] == '点' {
			dotted := strings.TrimSuffix(said.String(), "点") + "."
			said.Reset()
			said.WriteString(dotted)
		}
		to++
	}
	name := strings.TrimRight(said.String(), ".-")
	dot := strings.LastIndexByte(name, '.')
	if dot < 1 || len(name)-dot < 3 || isDigit(rune(name[len(name)-1])) {
		return k, 0, 0
	}
	for from = i; from > 0 && strings.ContainsRune("._%+-", v.runes[from-1]) ||
		from > 0 && (isLetter(v.runes[from-1]) || isDigit(v.runes[from-1])); from-- {
	}
	return email, from, domain + len([]rune(name))
}

func isDomain(r rune) bool { return isLetter(r) || isDigit(r) || r == '.' || r == '-' }

// accountAt finds a QQ or WeChat account whose label starts at i. A 公众号 is public.
func accountAt(v view, i int) (k kind, from, to int) {
	n := v.hasAny(i, lex().socialLabels)
	if bare := []rune("微信"); n == 0 && v.has(i, bare) {
		n = len(bare) // 微信zhangsan88
	}
	if n == 0 || isLetter(v.rune(i-1)) {
		return
	}
	from = i + n
	for strings.ContainsRune(":为是(码就叫", v.rune(from)) && v.rune(from) != 0 {
		from++
	}
	digits, bare := 0, n == 2 && v.runes[i] == '微'
	for to = from; to < len(v.runes) && (isLetter(v.runes[to]) || isFigure(v.runes[to]) || strings.ContainsRune("_-", v.runes[to])); to++ {
		if isFigure(v.runes[to]) {
			digits++
		}
	}
	if to == from && !bare {
		if to := v.accountSaid(from); to > 0 {
			return account, i, to
		}
	}
	switch {
	case to-from < 5, strings.ContainsRune("q扣", v.runes[i]) && digits < 5,
		bare && (to-from < 6 || !isLetter(v.runes[from]) || digits == 0 || v.has(to, []rune("公众号"))):
		return k, 0, 0
	}
	return account, i, to
}

// accountSaid finds an account that words lead up to: 微信号是名字全拼加八八六（zhang886）.
func (v view) accountSaid(i int) (to int) {
	const reach = 16
	ways := false
	for k := i; k < len(v.runes) && k < i+reach && !strings.ContainsRune("。;!?,", v.runes[k]); k++ {
		ways = ways || v.hasAny(k, lex().accountWays) > 0
		for to = k; isLetter(v.rune(to)) || isDigit(v.rune(to)) || v.rune(to) == '_'; to++ {
		}
		if to-k >= 6 || ways && to > k {
			return to
		}
		k = max(k, to-1)
	}
	if ways {
		return min(i+reach, len(v.runes))
	}
	return 0
}

// isFigure reports whether r is a digit, also one written as a character.
func isFigure(r rune) bool { return isDigit(r) || strings.ContainsRune(numerals, r) }

// provinces begin a number plate.
const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

// plateAt finds the number plate of a car whose province stands at i: 粤J·12345.
func plateAt(v view, i int) (k kind, from, to int) {
	if !isLetter(v.rune(i+1)) || !strings.ContainsRune(provinces, v.runes[i]) || isDigit(v.rune(i-1)) {
		return
	}
	to = i + 2
	if strings.ContainsRune("·.•", v.rune(to)) && v.rune(to) != 0 {
		to++
	}
	digits, signs := 0, 0
	for ; to < len(v.runes) && (isLetter(v.runes[to]) || isDigit(v.runes[to])); to++ {
		signs++
		if isDigit(v.runes[to]) {
			digits++
		}
	}
	if (signs == 5 || signs == 6) && digits >= 3 {
		return plate, i, to
	}
	return k, 0, 0
}

// spans are stretches of a view.
type spans [][2]int

func (s spans) hold(i int) bool {
	for _, span := range s {
		if i >= span[0] && i < span[1] {
			return true
		}
	}
	return false
}

// webAddresses finds the web addresses in a text.
func webAddresses(v view) spans {
	var found spans
	for i := 0; i < len(v.runes); i++ {
		if v.hasAny(i, webStarts) == 0 {
			continue
		}
		to := i
		for to < len(v.runes) && v.said[v.at[to]] > ' ' && v.said[v.at[to]] < 0x7F && (to == i || !v.gap[to]) {
			to++
		}
		found = append(found, [2]int{i, to})
		i = to
	}
	return found
}

var webStarts = wordsOf("http:// https:// www. ftp://")
