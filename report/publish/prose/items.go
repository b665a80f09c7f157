package prose

import (
	"fmt"
	"strings"
)

// InOrder takes the numbers off the items of a list (1. 2. 3.) where one of them was left
// out, so that no gap shows.
func InOrder(said, clean string) string {
	if clean == said || clean == "" {
		return clean
	}
	runes := []rune(clean)
	var b strings.Builder
	from := 0
	for _, to := range Ends(runes) {
		b.WriteString(WithoutNumber(string(runes[from:to])))
		from = to
	}
	return b.String()
}

// WithoutItem takes 第3项： off what is said of requirement 3: it is printed behind that.
func WithoutItem(text string, no int) string {
	rest, found := strings.CutPrefix(text, fmt.Sprintf("第%d项", no))
	said := strings.TrimLeft(rest, "：，")
	if !found || said == rest {
		return text
	}
	return said
}

// WithoutNumber takes 1. （一） ① 一是 and the like off the start of a sentence. 一、二季度
// is no item of a list.
func WithoutNumber(s string) string {
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
