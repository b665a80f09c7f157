package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// Item is one requirement of the list, as far as a sheet can speak of it.
type Item struct {
	No     int    // 1..n in list order
	Number string // what the list prints, "" if nothing
	Text   string
}

// List is the list of the year as something that cells can be held against. It is made once
// a run and safe for use by several goroutines.
type List struct {
	items  []Item
	texts  []sized
	byKey  map[string]int
	byNum  map[string][]int   // by printed number
	byPair map[uint64][]int32 // by pair of characters: the items that hold it
	tasks  map[string]bool    // folded titles
	titles []sized
}

type sized struct {
	fold.Shape
	size int // characters of the key
}

func sizedOf(text string) sized {
	shape := fold.Of(text)
	return sized{shape, utf8.RuneCountInString(shape.Key)}
}

// NewList returns the list of the requirements and the titles of their tasks.
func NewList(items []Item, tasks []string) *List {
	l := &List{items: items, byKey: map[string]int{}, byNum: map[string][]int{}, byPair: map[uint64][]int32{}, tasks: map[string]bool{}}
	for i, item := range items {
		s := sizedOf(item.Text)
		l.texts = append(l.texts, s)
		l.byKey[s.Key] = i
		if item.Number != "" {
			l.byNum[item.Number] = append(l.byNum[item.Number], i)
		}
		for pair := range s.Pairs() {
			if at := l.byPair[pair]; len(at) == 0 || at[len(at)-1] != int32(i) {
				l.byPair[pair] = append(at, int32(i))
			}
		}
	}
	for _, title := range tasks {
		s := sizedOf(title)
		l.titles = append(l.titles, s)
		l.tasks[s.Key] = true
	}
	return l
}

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
	shortFrom    = 4  // characters of a short name
	shortTo      = 20 // a longer text is no name
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
	if said.size < shortFrom || !strings.ContainsFunc(said.Key, isHan) {
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
	if said.size <= shortTo && hanIn(said.Key) >= 3 {
		if i := l.short(said); i >= 0 {
			return l.items[i].No, ByShort
		}
		if i := l.mixed(said, shared); i >= 0 {
			return l.items[i].No, ByShort
		}
	}
	return 0, ""
}

func isHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf }

// hanIn counts the Chinese characters of a text.
func hanIn(s string) (n int) {
	for _, r := range s {
		if isHan(r) {
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

// Task reports whether a text is the title of a task.
func (l *List) Task(text string) bool {
	if l == nil {
		return false
	}
	key := fold.Key(text)
	if l.tasks[key] {
		return true
	}
	if utf8.RuneCountInString(key) < shortFrom {
		return false
	}
	said := sizedOf(text)
	return slices.ContainsFunc(l.titles, func(t sized) bool {
		return said.Likeness(t.Shape) >= 0.75 || t.size >= shortFrom && strings.HasSuffix(said.Key, t.Key)
	})
}

// Has reports whether any requirement of the list prints the number.
func (l *List) Has(number string) bool { return l != nil && len(l.byNum[number]) > 0 }

// How much of a short name beside a number must be found in the requirement of that number.
const (
	namedFrom  = 2 // characters
	namedShare = 0.6
)

// Named returns the requirement that a number and a short name beside it name together: most
// characters of the name stand in its text, two of them side by side. It returns 0 for none.
func (l *List) Named(number, name string) int {
	if l == nil || len(l.byNum[number]) != 1 {
		return 0
	}
	i := l.byNum[number][0]
	if !IsNameOf(name, l.texts[i].Key) {
		return 0
	}
	if counted := tallyWords.FindString(name); counted != "" && !strings.Contains(l.items[i].Text, counted) {
		return 0 // 问卷回收473份 tells what was done, whatever words it shares
	}
	return l.items[i].No
}

// IsNameOf reports whether most characters of a short name stand in a folded text, two of them
// side by side.
func IsNameOf(name, text string) bool {
	key := []rune(fold.Key(name))
	if len(key) < namedFrom || len(key) > 2*shortTo {
		return false
	}
	in, pairs := 0, 0
	for at, r := range key {
		if strings.ContainsRune(text, r) {
			in++
		}
		if at > 0 && strings.Contains(text, string(key[at-1:at+1])) {
			pairs++
		}
	}
	return pairs > 0 && float64(in) >= namedShare*float64(len(key))
}

// numbered returns the one requirement that prints a number, 0 for none and for several.
func (l *List) numbered(number string) int {
	if at := l.byNum[number]; len(at) == 1 {
		return l.items[at[0]].No
	}
	return 0
}
