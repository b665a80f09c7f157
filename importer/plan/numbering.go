package plan

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// level is the depth of a number in an official document: 一、 （一） 1. （1）.
type level uint8

const (
	noNumber level = iota
	first          // 一、
	second         // （一）
	third          // 1.
	fourth         // （1） ①
)

// numbered is a text with its number taken off.
type numbered struct {
	level  level
	number string // digits: 3 for 三、 （三） 3. ③; "" for none
	text   string // without the number, trimmed
	style  style
}

// style is how a number of points is written: points of one style count on together.
type style uint8

const (
	plainStyle   style = iota // 一、 1.
	bracketStyle              // （1）
	halfStyle                 // 1）
	circledStyle              // ①
)

func styleOf(number string) style {
	first, _ := utf8.DecodeRuneInString(number)
	switch {
	case first == '(':
		return bracketStyle
	case first >= '①' && first <= '⑳':
		return circledStyle
	case strings.HasSuffix(number, ")"):
		return halfStyle
	}
	return plainStyle
}

var numberings = []struct {
	level level
	words *regexp.Regexp // on the folded text
}{
	{first, regexp.MustCompile(`^([一二三四五六七八九十百]+) ?[、.]`)},
	{first, regexp.MustCompile(`^第([一二三四五六七八九十]+)(?:部分|章|节)[、:]? ?`)},
	{second, regexp.MustCompile(`^\( ?([一二三四五六七八九十百]+) ?\)[、.]?`)},
	{third, regexp.MustCompile(`^(\d{1,3}) ?[、.]`)},
	{fourth, regexp.MustCompile(`^\( ?(\d{1,3}) ?\)[、.]?`)},
	{fourth, regexp.MustCompile(`^(\d{1,2}) ?\)`)},
	{fourth, regexp.MustCompile(`^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])`)},
}

// splitNumber takes the number off a text. 3.5亿元 and 2021.9 begin with no number, and a
// text that goes on counting (1.… 2.… 3.…) keeps its numbers: they are its own points.
func splitNumber(s string) numbered {
	n := cutNumber(s)
	if n.level >= third && goesOn(n) {
		return numbered{text: strings.TrimFunc(s, isBlank)}
	}
	return n
}

// cutNumber takes the number off a text, whatever follows.
func cutNumber(s string) numbered {
	s = strings.TrimFunc(s, isBlank)
	folded, at := foldedHead(s)
	for _, n := range numberings {
		m := n.words.FindStringSubmatch(folded)
		if m == nil {
			continue
		}
		rest := s[at[len(m[0])]:]
		if n.level == third && isDecimal(m[0], rest) {
			continue
		}
		return numbered{n.level, arabic(m[1]), strings.TrimFunc(rest, isBlank), styleOf(m[0])}
	}
	return numbered{text: s}
}

var dateAhead = regexp.MustCompile(`^(?:(?:19|20)\d\d ?年|\d{1,2} ?月)`)

// isDecimal reports whether a number and its dot are the beginning of a figure (3.5亿元).
// Before a date they are not: 20.2021年底前 is the twentieth point.
func isDecimal(number, rest string) bool {
	folded, _ := foldedHead(rest)
	digit := folded != "" && folded[0] >= '0' && folded[0] <= '9'
	return digit && strings.HasSuffix(number, ".") && !dateAhead.MatchString(folded)
}

// foldedHead returns the beginning of s folded rune by rune, and for each byte of it
// where the character stands in s.
func foldedHead(s string) (string, []int) {
	const enough = 12 // characters; no number is longer
	var b strings.Builder
	var at []int
	n := 0
	for i, r := range s {
		if n++; n > enough {
			at = append(at, i)
			return b.String(), at
		}
		f := fold.Rune(r)
		if r == '\n' || f == 0 {
			f = r
		}
		b.WriteRune(f)
		for range utf8.RuneLen(f) {
			at = append(at, i)
		}
	}
	return b.String(), append(at, len(s))
}

var nextPoint = regexp.MustCompile(`(?:^|[\n。；;.]) *(?:[(（](\d{1,3})[)）]|(\d{1,3})[)）]|(\d{1,3}) ?[.．、]|([①-⑳]))`)

// goesOn reports whether a text has the next number of the same style as a point of its
// own: 1.完善体系。（1）…（2）… is one point with two inside.
func goesOn(n numbered) bool {
	at, _ := strconv.Atoi(n.number)
	group := map[style]int{bracketStyle: 1, halfStyle: 2, plainStyle: 3, circledStyle: 4}[n.style]
	for _, m := range nextPoint.FindAllStringSubmatch(n.text, -1) {
		if m[group] != "" && arabic(m[group]) == strconv.Itoa(at+1) {
			return true
		}
	}
	return false
}

// arabic returns the digits of a number that was written 12, 十二 or ⑫.
func arabic(s string) string {
	if r, _ := utf8.DecodeRuneInString(s); r >= '①' && r <= '⑳' {
		return strconv.Itoa(int(r-'①') + 1)
	}
	if n, err := strconv.Atoi(s); err == nil {
		return strconv.Itoa(n)
	}
	const ones = "〇一二三四五六七八九"
	total, unit := 0, 0
	for _, r := range s {
		switch r {
		case '百':
			total += max(unit, 1) * 100
			unit = 0
		case '十':
			total += max(unit, 1) * 10
			unit = 0
		default:
			unit = strings.IndexRune(ones, r) / len("一")
		}
	}
	return strconv.Itoa(total + unit)
}

// title returns a heading without its number and its final full stop.
func title(s string) string {
	return strings.TrimRight(splitNumber(s).text, "。．.：: ")
}

// bareNumber returns the digits of a cell that holds a number and nothing else: 7, 7.,
// （7）, 七.
func bareNumber(s string) (string, bool) {
	s = strings.TrimFunc(s, isBlank)
	if n := splitNumber(s); n.number != "" && n.text == "" {
		return n.number, true
	}
	folded, _ := foldedHead(s)
	if n, err := strconv.Atoi(folded); err == nil && n > 0 && n < 1000 {
		return strconv.Itoa(n), true
	}
	if twoLevels.MatchString(folded) {
		return strings.TrimRight(folded, ".、"), true
	}
	return "", false
}

// twoLevels is a number that counts in two levels: 1.1, 2.3.1.
var twoLevels = regexp.MustCompile(`^[1-9][0-9]?\.[1-9][0-9]?(?:\.[1-9][0-9]?)?[.、]?$`)

// isBlank reports whether r can't be seen.
func isBlank(r rune) bool { f := fold.Rune(r); return f == ' ' || f == 0 }
