// Package numbering takes numbers off the beginnings of texts, as official documents count their
// points: 一、 （一） 1. （1） ①. What may be a figure or a date is no number.
package numbering

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// Level is the depth of a number in an official document: 一、 （一） 1. （1）.
type Level uint8

const (
	None   Level = iota
	First        // 一、
	Second       // （一）
	Third        // 1.
	Fourth       // （1） ①
)

// Numbered is a text with its number taken off.
type Numbered struct {
	Level  Level
	Number string // digits: 3 for 三、 （三） 3. ③; "" for none
	Text   string // without the number, trimmed
	Style  Style
}

// Style is how a number of points is written: points of one style count on together.
type Style uint8

const (
	plainStyle   Style = iota // 一、 1.
	BracketStyle              // （1）
	HalfStyle                 // 1）
	CircledStyle              // ①
)

func styleOf(number string) Style {
	first, _ := utf8.DecodeRuneInString(number)
	switch {
	case first == '(':
		return BracketStyle
	case first >= '①' && first <= '⑳':
		return CircledStyle
	case strings.HasSuffix(number, ")"):
		return HalfStyle
	}
	return plainStyle
}

var numberings = []struct {
	level Level
	words *regexp.Regexp // on the folded text
}{
	{First, regexp.MustCompile(`^([一二三四五六七八九十百]+) ?[、.]`)},
	{First, regexp.MustCompile(`^第([一二三四五六七八九十]+)(?:部分|章|节)[、:]? ?`)},
	{Second, regexp.MustCompile(`^\( ?([一二三四五六七八九十百]+) ?\)[、.]?`)},
	{Third, regexp.MustCompile(`^(\d{1,3}) ?[、.]`)},
	{Fourth, regexp.MustCompile(`^\( ?(\d{1,3}) ?\)[、.]?`)},
	{Fourth, regexp.MustCompile(`^(\d{1,2}) ?\)`)},
	{Fourth, regexp.MustCompile(`^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])`)},
}

// Split takes the number off a text. 3.5亿元 and 2021.9 begin with no number, and a
// text that goes on counting (1.… 2.… 3.…) keeps its numbers: they are its own points.
func Split(s string) Numbered {
	n := Cut(s)
	if n.Level >= Third && goesOn(n) {
		return Numbered{Text: strings.TrimFunc(s, IsBlank)}
	}
	return n
}

// Cut takes the number off a text, whatever follows.
func Cut(s string) Numbered {
	s = strings.TrimFunc(s, IsBlank)
	folded, at := foldedHead(s)
	for _, n := range numberings {
		m := n.words.FindStringSubmatch(folded)
		if m == nil {
			continue
		}
		rest := s[at[len(m[0])]:]
		if n.level == Third && isDecimal(m[0], rest) {
			continue
		}
		return Numbered{n.level, Arabic(m[1]), strings.TrimFunc(rest, IsBlank), styleOf(m[0])}
	}
	return Numbered{Text: s}
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
	b.Grow(enough * utf8.UTFMax)
	at := make([]int, 0, enough*utf8.UTFMax+1)
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

// isFigure reports a character without one of which no point is numbered.
func isFigure(r rune) bool { return r >= '0' && r <= '9' || r >= '①' && r <= '⑳' }

// goesOn reports whether a text has the next number of the same style as a point of its
// own: 1.完善体系。（1）…（2）… is one point with two inside.
func goesOn(n Numbered) bool {
	if !strings.ContainsFunc(n.Text, isFigure) {
		return false
	}
	at, _ := strconv.Atoi(n.Number)
	group := map[Style]int{BracketStyle: 1, HalfStyle: 2, plainStyle: 3, CircledStyle: 4}[n.Style]
	for _, m := range nextPoint.FindAllStringSubmatch(n.Text, -1) {
		if m[group] != "" && Arabic(m[group]) == strconv.Itoa(at+1) {
			return true
		}
	}
	return false
}

// Arabic returns the digits of a number that was written 12, 十二 or ⑫.
func Arabic(s string) string {
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

// Title returns a heading without its number and its final full stop.
func Title(s string) string {
	return strings.TrimRight(Split(s).Text, "。．.：: ")
}

// Bare returns the digits of a cell that holds a number and nothing else: 7, 7.,
// （7）, 七.
func Bare(s string) (string, bool) {
	s = strings.TrimFunc(s, IsBlank)
	if n := Split(s); n.Number != "" && n.Text == "" {
		return n.Number, true
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

// IsBlank reports whether r can't be seen.
func IsBlank(r rune) bool { f := fold.Rune(r); return f == ' ' || f == 0 }
