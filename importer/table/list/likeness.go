package list

import (
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/table/values"
)

// How a text names a requirement, from sure to likely.
const (
	ByText     = "text"     // the very text
	ByLikeness = "likeness" // edited, cut short, run on
	ByNumber   = "number"   // a short name beside the list's number
	ByShort    = "short"    // a short name whose characters stand in order in exactly one requirement
)

// How much of a text must agree for a cell to count as one that names a requirement. Placing
// a row asks for more: here a column of such cells speaks, not one alone.
const (
	alikeFrom    = 0.62
	partFrom     = 6  // characters of a text that stands in a requirement as it is
	ShortFrom    = 4  // characters of a short name
	ShortTo      = 20 // a longer text is no name
	shortDensity = 3  // a short name's characters stand within so many times its length
	prefixFrom   = 8
	prefixAlike  = 0.8
)

// Requirement returns the requirement that a text names and how, 0 for none.
func (l *List) Requirement(text string) (no int, how string) {
	if l == nil {
		return 0, ""
	}
	if i, ok := l.byKey[fold.Key(text)]; ok {
		return l.items[i].No, ByText
	}
	said := sizedOf(text)
	if said.size < ShortFrom || !strings.ContainsFunc(said.Key, values.IsHan) {
		return 0, ""
	}
	shared := l.sharedPairs(said)
	best, score, second := -1, 0.0, 0.0
	for i, n := range shared {
		if n == 0 {
			continue
		}
		s := l.likeness(said, i, int(n))
		switch {
		case s > score:
			best, score, second = i, s, score
		case s > second:
			second = s
		}
	}
	if best >= 0 && score >= alikeFrom && score-second >= 0.05 {
		return l.items[best].No, ByLikeness
	}
	if said.size <= ShortTo && hanIn(said.Key) >= 3 {
		if i := l.short(said); i >= 0 {
			return l.items[i].No, ByShort
		}
		if i := l.mixed(said, shared); i >= 0 {
			return l.items[i].No, ByShort
		}
	}
	return 0, ""
}

// hanIn counts the Chinese characters of a text.
func hanIn(s string) (n int) {
	for _, r := range s {
		if values.IsHan(r) {
			n++
		}
	}
	return n
}

// sharedPairs counts by item the pairs of characters that the text shares with it.
func (l *List) sharedPairs(said sized) []int32 {
	shared := make([]int32, len(l.items))
	for pair := range said.Pairs() {
		for _, i := range l.byPair[pair] {
			shared[i]++
		}
	}
	return shared
}

// likeness compares a text with item i, with which it shares so many pairs.
func (l *List) likeness(said sized, i, shared int) float64 {
	text := l.texts[i]
	dice := 2 * float64(shared) / float64(max(1, said.size+text.size-2))
	switch {
	case said.size >= partFrom && said.size < text.size && strings.Contains(text.Key, said.Key):
		return 0.95
	case text.size >= prefixFrom && said.size > text.size && strings.Contains(said.Key, text.Key) && said.size < 3*text.size:
		return 0.9
	case said.size >= prefixFrom && said.size < text.size && float64(shared) >= prefixAlike*float64(said.size-1):
		return max(dice, 0.7)
	}
	return dice
}

// short returns the one item in which the characters of a short name stand in order and
// close together, -1 for none and for several.
func (l *List) short(said sized) int {
	found := -1
	for i, text := range l.texts {
		if !InOrder(said.Key, text.Key, shortDensity*said.size) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// mixed returns the one item that holds most pairs of characters of a name in any order, and by
// far more than any other; -1 for none.
func (l *List) mixed(said sized, shared []int32) int {
	if said.size < mixedFrom {
		return -1
	}
	best, second := -1, 0.0
	most := mixedShare
	for i, n := range shared {
		switch share := float64(n) / float64(said.size-1); {
		case share >= most:
			if best >= 0 {
				second = most
			}
			best, most = i, share
		case share > second:
			second = share
		}
	}
	if best < 0 || most-second < mixedLead {
		return -1
	}
	return best
}

// A name whose words stand in a requirement in another order: 公立医院薪酬动态调整和院长年薪制.
const (
	mixedFrom  = 8 // characters
	mixedShare = 0.6
	mixedLead  = 0.25
)

// InOrder reports whether the characters of name stand in text in their order within a
// stretch of so many characters. Both are folded keys; an empty name stands nowhere.
func InOrder(name, text string, within int) bool {
	want, in := []rune(name), []rune(text)
	if len(want) == 0 {
		return false
	}
	for from := range in {
		if in[from] != want[0] {
			continue
		}
		at := 0
		for i := from; i < len(in) && i-from < within && at < len(want); i++ {
			if in[i] == want[at] {
				at++
			}
		}
		if at == len(want) {
			return true
		}
	}
	return false
}
