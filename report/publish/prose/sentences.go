package prose

import "strings"

const (
	stops   = "。；！？;!?"
	openers = "（(【[〔〖《〈“‘「『"
	closers = "）)】]〕〗》〉”’」』"
)

// Ends returns the ends of the sentences of a text, in runes. A sentence runs to
// 。；！？ and takes the closing brackets and quotes behind it; a stop inside brackets or
// quotes ends nothing where they are closed, so that no half of a pair is left standing.
// A line break ends nothing either: a phone number may be broken over two lines.
func Ends(text []rune) []int {
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
