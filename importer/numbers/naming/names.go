// Package naming tells what texts name: rows, columns, groups and numbers of a form, in all their
// spellings, and what the headings around a cell name together.
package naming

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/templates/tables"
)

// LongestLabel is how many characters a label has at the most; a sentence is none.
const LongestLabel = 60

// Ref is a row or a column of a table.
type Ref struct{ Table, Axis int }

// Named is what a text names.
type Named struct {
	Inds   []int    // whole names of indicators
	Rows   []Ref    // rows of tables
	Inside []Ref    // rows that the text means only under their group
	Cols   []Ref    // columns of tables
	Groups []string // folded headings of groups
}

// Names reports whether the text names more than a group.
func (n *Named) Names() bool { return len(n.Inds)+len(n.Rows)+len(n.Inside)+len(n.Cols) > 0 }

// Index finds what texts name. It is made once a run and safe for use by several goroutines.
type Index struct {
	form    *tables.Form
	byText  map[string]*Named // by folded text
	firsts  map[rune]bool     // with which a name begins
	letters map[rune]bool     // of which names are made
	byCore  map[string]*Named // by what is left without the words that all names share
	longest int               // characters of the longest name
}

// New takes in all names: those of rows and columns, those of indicators, and each row with
// each of its columns run together in either order.
func New(f *tables.Form) *Index {
	x := &Index{form: f, byText: map[string]*Named{}, byCore: map[string]*Named{}, firsts: map[rune]bool{}, letters: map[rune]bool{}}
	for t := range f.Tables {
		table := &f.Tables[t]
		for i, a := range table.Rows {
			for k, name := range append([]string{a.Name}, a.Names...) {
				for _, key := range spellings(name, nil) {
					if n := x.at(key); a.Inside && k == 0 { // its other names are its own
						n.Inside = append(n.Inside, Ref{t, i})
					} else if !slices.Contains(n.Rows, Ref{t, i}) {
						n.Rows = append(n.Rows, Ref{t, i})
					}
				}
			}
			if a.Group != "" {
				x.group(a.Group)
			}
		}
		for i, a := range table.Columns {
			for _, name := range spellings(a.Name, a.Names) {
				n := x.at(name)
				n.Cols = append(n.Cols, Ref{t, i})
			}
		}
		for _, g := range table.Groups {
			x.group(g)
		}
	}
	for i, ind := range f.Indicators() {
		n := x.at(fold.Key(ind.ID))
		n.Inds = append(n.Inds, i)
		for _, name := range x.wholeNames(&ind) {
			if n := x.at(name); !slices.Contains(n.Inds, i) {
				n.Inds = append(n.Inds, i)
			}
		}
	}
	x.addCores()
	return x
}

// wholeNames returns all that an indicator is called by one text.
func (x *Index) wholeNames(ind *tables.Indicator) (names []string) {
	for _, name := range ind.Names {
		names = append(names, spellings(name, nil)...)
	}
	if ind.Column < 0 {
		return names
	}
	table := &x.form.Tables[ind.Table]
	row, col := table.Rows[ind.Row], table.Columns[ind.Column]
	for _, r := range spellings(row.Name, row.Names) {
		for _, c := range spellings(col.Name, col.Names) {
			names = append(names, r+c, c+r)
			if whole := overlapped(r, c); whole != "" {
				names = append(names, whole)
			}
			if rest, ok := strings.CutPrefix(c, "本年"); ok { // 本年制发件数 of 规范性文件: 本年制发规范性文件件数
				if verb, ok := strings.CutSuffix(rest, "件数"); ok {
					names = append(names, "本年"+verb+r+"件数", verb+r+"件数", "本年"+verb+r+"数", verb+r+"数")
				}
			}
		}
	}
	return names
}

// overlapped joins two names where the second begins with what the first ends with: 行政事业性收费 and
// 收费金额 make 行政事业性收费金额. It is "" where they share fewer than two characters.
func overlapped(first, second string) string {
	a, b := []rune(first), []rune(second)
	for n := min(len(a), len(b)) - 1; n >= 2; n-- {
		if string(a[len(a)-n:]) == string(b[:n]) {
			return first + string(b[n:])
		}
	}
	return ""
}

func (x *Index) at(key string) *Named {
	n := x.byText[key]
	if n == nil {
		n = &Named{}
		x.byText[key] = n
		first, _ := utf8.DecodeRuneInString(key)
		x.firsts[first] = true
		x.longest = max(x.longest, len([]rune(key)))
	}
	return n
}

func (x *Index) group(name string) {
	key := Bare(name)
	if n := x.at(key); !slices.Contains(n.Groups, key) {
		n.Groups = append(n.Groups, key)
	}
}

// spellings returns the folded names, each with and without what stands in its brackets.
func spellings(name string, more []string) (keys []string) {
	for _, s := range append([]string{name}, more...) {
		for _, key := range []string{fold.Key(s), fold.Key(WithoutBrackets(s))} {
			if key != "" && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// numbering is what stands in front of a name in a list: 一、, （三）, 1., ①, 其中：.
var numbering = regexp.MustCompile(`^(?:\s|[　#*＊※·•—－-]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9０-９]{1,3}(?:[、．)）]|[.](?:[^0-9]|$))|[①-⑳]|其中[:：]?)`)

// mayBeNumbered reports whether numbering may stand in front of a text.
func mayBeNumbered(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	if !mayNumber(first) {
		return false
	}
	if digits := len(text) - len(strings.TrimLeft(text, "0123456789")); digits > 0 { // 2021, 35% and 7 are no numbering
		return digits <= 3 && digits < len(text) && (text[digits] >= utf8.RuneSelf || text[digits] == '.' || text[digits] == ')')
	}
	return true
}

// mayNumber reports whether numbering may begin with a character.
func mayNumber(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\f', '\r', '　', '#', '*', '＊', '※', '·', '•', '—', '－', '-', '（', '(', '其',
		'一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r >= '①' && r <= '⑳'
}

// Unnumbered takes the numbering off a name.
func Unnumbered(text string) string {
	for {
		if !mayBeNumbered(text) {
			return text
		}
		at := numbering.FindStringIndex(text)
		if at == nil {
			return text
		}
		cut := text[:at[1]]
		if i := strings.IndexByte(cut, '.'); i >= 0 && at[1] > i+1 {
			at[1] = i + 1 // the character behind the point is the name's
		}
		text = text[at[1]:]
	}
}

// Bare is a text folded, without its numbering.
func Bare(text string) string { return fold.Key(Unnumbered(text)) }

// Find returns what a text names; nil for nothing.
func (x *Index) Find(text string) *Named {
	if len(text) > 3*(x.longest+40) || x.namesNothing(text) {
		return nil
	}
	return x.search(text)
}

// search is Find for a text that may name something.
func (x *Index) search(text string) *Named {
	if n := x.exact(text); n != nil {
		return n
	}
	short := Unnumbered(text)
	if short != text {
		if n := x.exact(short); n != nil {
			return n
		}
	}
	if n, joined := x.together(short); joined {
		return n
	}
	plain := WithoutBrackets(short)
	if plain != short {
		if n := x.exact(plain); n != nil {
			return n
		}
	}
	return x.byCore[core(plain)]
}

// exact returns what a text names whole.
func (x *Index) exact(text string) *Named { return x.byText[fold.Key(text)] }

// namesNothing is a quick look at the characters of a text, by which most texts name nothing.
func (x *Index) namesNothing(text string) bool {
	if x.beginsNone(text) && !mayBeNumbered(text) {
		return true
	}
	short := Unnumbered(text)
	if x.holdsForeign(short) {
		return true
	}
	// What is in brackets may be taken out of a text, and what is left be numbered once more.
	whole := !strings.ContainsFunc(short, opensBracket)
	return x.beginsNone(text) && x.beginsNone(short) && (whole || !mayBeNumbered(short))
}

// beginsNone reports that no name begins as the text does. It is sure of characters with which
// the text's key begins too.
func (x *Index) beginsNone(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return (fold.IsIdeograph(first) || first >= '0' && first <= '9') && !x.firsts[first]
}

// holdsForeign reports that a text holds a character that stands in no name; in brackets it may
// stand beside one.
func (x *Index) holdsForeign(text string) bool {
	for _, r := range text {
		if opensBracket(r) {
			return false
		}
		if fold.IsIdeograph(r) && !x.letters[r] {
			return true
		}
	}
	return false
}

// WithoutBrackets takes off what stands in brackets.
func WithoutBrackets(text string) string {
	kept := ""
	for {
		from := strings.IndexFunc(text, opensBracket)
		if from < 0 {
			return kept + text
		}
		n := strings.IndexFunc(text[from:], closesBracket)
		if n < 0 {
			return kept + text
		}
		_, size := utf8.DecodeRuneInString(text[from+n:])
		kept += text[:from]
		text = text[from+n+size:]
	}
}

func opensBracket(r rune) bool { return r == '（' || r == '(' || r == '【' || r == '[' || r == '〔' }
func closesBracket(r rune) bool {
	return r == '）' || r == ')' || r == '】' || r == ']' || r == '〕'
}

// Likely returns the indicators that a text might mean, for the office to choose from: those
// whose names are most alike.
func (x *Index) Likely(text string) []int {
	key := Bare(text)
	if n := x.byText[key]; n != nil && len(n.Groups) > 0 {
		return x.inGroup(n.Groups[0])
	}
	said := fold.Of(key)
	type near struct {
		i int
		s float64
	}
	var all []near
	for i, ind := range x.form.Indicators() {
		table := &x.form.Tables[ind.Table]
		if x.form.Of(ind.Table, ind.Row) != i && ind.Column >= 0 && table.Column != "" {
			continue
		}
		best := said.Likeness(fold.Of(ind.Label))
		for _, name := range append([]string{table.Rows[ind.Row].Name}, ind.Names...) {
			best = max(best, said.Likeness(fold.Of(name)))
		}
		if best >= 0.4 {
			all = append(all, near{i, best})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int {
		switch {
		case a.s > b.s:
			return -1
		case a.s < b.s:
			return 1
		}
		return a.i - b.i
	})
	var found []int
	for _, n := range all[:min(3, len(all))] {
		found = append(found, n.i)
	}
	return found
}

// inGroup returns the indicators whose rows stand under a group, of the table's own column.
func (x *Index) inGroup(group string) (found []int) {
	for t := range x.form.Tables {
		for i, a := range x.form.Tables[t].Rows {
			if a.Group != "" && Bare(a.Group) == group {
				if n := x.form.Of(t, i); n >= 0 {
					found = append(found, n)
				}
			}
		}
	}
	return found
}
