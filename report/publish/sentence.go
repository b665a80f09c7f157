package publish

import (
	"fmt"
	"strings"
)

const (
	stops   = "。；！？;!?"
	openers = "（(【[〔〖《〈“‘「『"
	closers = "）)】]〕〗》〉”’」』"
)

// sentences returns the ends of the sentences of a text, in runes. A sentence runs to
// 。；！？ and takes the closing brackets and quotes behind it; a stop inside brackets or
// quotes ends nothing where they are closed, so that no half of a pair is left standing.
// A line break ends nothing either: a phone number may be broken over two lines.
func sentences(text []rune) []int {
	inside := pairs(text)
	var ends []int
	for i := 0; i < len(text); i++ {
		if !isStop(text, i) || inside[i] {
			continue
		}
		for i+1 < len(text) && strings.ContainsRune(stops+closers, text[i+1]) && !inside[i+1] {
			i++
		}
		ends = append(ends, i+1)
	}
	if n := len(text); n > 0 && (len(ends) == 0 || ends[len(ends)-1] < n) {
		ends = append(ends, n)
	}
	return ends
}

// isStop reports whether a sentence may end at i. A half-width ; ! ? inside a word is
// part of an address: /list?page=2.
func isStop(text []rune, i int) bool {
	r := text[i]
	if !strings.ContainsRune(stops, r) {
		return false
	}
	return r >= 0x80 || i+1 == len(text) || text[i+1] >= 0x80 || text[i+1] == ' ' || text[i+1] == '\n'
}

// nesting is how many brackets a closing one is matched against.
const nesting = 64

// pairs marks what stands between an opening bracket or quote and its closing one.
func pairs(text []rune) []bool {
	step := make([]int, len(text)+1)
	var open []int // where pairs were opened
	for i, r := range text {
		if strings.ContainsRune(openers, r) {
			open = append(open, i)
			continue
		}
		which := strings.IndexRune(closers, r)
		if which < 0 {
			continue
		}
		for k := len(open) - 1; k >= max(0, len(open)-nesting); k-- {
			if strings.IndexRune(openers, text[open[k]]) == which || isNarrow(text[open[k]], r) {
				step[open[k]]++
				step[i]--
				open = open[:k]
				break
			}
		}
	}
	inside := make([]bool, len(text))
	depth := 0
	for i := range text {
		depth += step[i]
		inside[i] = depth > 0
	}
	return inside
}

// isNarrow reports whether two brackets are a pair of which one is half-width.
func isNarrow(open, closed rune) bool {
	return open == '(' && closed == '）' || open == '（' && closed == ')'
}

// leaveOut returns text without the sentences that the hits, in the order of the text,
// touch. A sentence of nothing but names goes with the one before it: 联系人：张三；李四。
func leaveOut(text string, hits []Hit) string {
	said := []rune(text)
	var kept strings.Builder
	from, named := 0, false
	for _, to := range sentences(said) {
		touched := false
		for len(hits) > 0 && hits[0].to <= from {
			hits = hits[1:]
		}
		for _, h := range hits {
			if h.from >= to {
				break
			}
			if h.to > from {
				touched = true
				named = h.Kind == personName.name
			}
		}
		if !touched && named && isNameList(viewOf(string(said[from:to]))) {
			touched = true
		}
		if !touched {
			named = false
			kept.WriteString(string(said[from:to]))
		}
		from = to
	}
	return kept.String()
}

// inOrder takes the numbers off the items of a list (1. 2. 3.) where one of them was left
// out, so that no gap shows.
func inOrder(said, clean string) string {
	if clean == said || clean == "" {
		return clean
	}
	runes := []rune(clean)
	var b strings.Builder
	from := 0
	for _, to := range sentences(runes) {
		b.WriteString(withoutNumber(string(runes[from:to])))
		from = to
	}
	return b.String()
}

// withoutItem takes 第3项： off what is said of requirement 3: it is printed behind that.
func withoutItem(text string, no int) string {
	rest, found := strings.CutPrefix(text, fmt.Sprintf("第%d项", no))
	said := strings.TrimLeft(rest, "：，")
	if !found || said == rest {
		return text
	}
	return said
}

// withoutNumber takes 1. （一） ① 一是 and the like off the start of a sentence. 一、二季度
// is no item of a list.
func withoutNumber(s string) string {
	const numerals = "0123456789０１２３４５６７８９一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩"
	item := []rune(strings.TrimLeft(s, " \r\n\t　（("))
	n := 0
	for n < len(item) && strings.ContainsRune(numerals, item[n]) {
		n++
	}
	switch {
	case n == 0 || n > 2 || n == len(item):
		return s
	case strings.ContainsRune("①②③④⑤⑥⑦⑧⑨⑩", item[0]):
		return string(item[n:])
	case !strings.ContainsRune(".．、）)是", item[n]) || n+1 < len(item) && strings.ContainsRune(numerals, item[n+1]):
		return s
	}
	return string(item[n+1:])
}
