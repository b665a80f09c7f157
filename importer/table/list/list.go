// Package list holds the list of the year against what cells say: which requirement a text names,
// by its words or its number.
package list

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/table/values"
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

// New returns the list of the requirements and the titles of their tasks.
func New(items []Item, tasks []string) *List {
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

// Task reports whether a text is the title of a task.
func (l *List) Task(text string) bool {
	if l == nil {
		return false
	}
	key := fold.Key(text)
	if l.tasks[key] {
		return true
	}
	if utf8.RuneCountInString(key) < ShortFrom {
		return false
	}
	said := sizedOf(text)
	return slices.ContainsFunc(l.titles, func(t sized) bool {
		return said.Likeness(t.Shape) >= 0.75 || t.size >= ShortFrom && strings.HasSuffix(said.Key, t.Key)
	})
}

// Has reports whether any requirement of the list prints the number.
func (l *List) Has(number string) bool { return l != nil && len(l.byNum[number]) > 0 }

// numbered returns the one requirement that prints a number, 0 for none and for several.
func (l *List) numbered(number string) int {
	if at := l.byNum[number]; len(at) == 1 {
		return l.items[at[0]].No
	}
	return 0
}

// How much of a short name beside a number must be found in the requirement of that number.
const (
	NamedFrom  = 2 // characters
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
	if counted := values.Tally.FindString(name); counted != "" && !strings.Contains(l.items[i].Text, counted) {
		return 0 // 问卷回收473份 tells what was done, whatever words it shares
	}
	return l.items[i].No
}

// IsNameOf reports whether most characters of a short name stand in a folded text, two of them
// side by side.
func IsNameOf(name, text string) bool {
	key := []rune(fold.Key(name))
	if len(key) < NamedFrom || len(key) > 2*ShortTo {
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
