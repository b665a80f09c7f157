package numbers

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/templates/tables"
)

// ref is a row or a column of a table.
type ref struct{ table, axis int }

// named is what a text names.
type named struct {
	inds   []int    // whole names of indicators
	rows   []ref    // rows of tables
	inside []ref    // rows that the text means only under their group
	cols   []ref    // columns of tables
	groups []string // folded headings of groups
}

func (n *named) any() bool { return n.names() || len(n.groups) > 0 }

// names reports whether the text names more than a group.
func (n *named) names() bool { return len(n.inds)+len(n.rows)+len(n.inside)+len(n.cols) > 0 }

// index finds what texts name. It is made once a run and safe for use by several goroutines.
type index struct {
	form    *tables.Form
	byText  map[string]*named // by folded text
	firsts  map[rune]bool     // with which a name begins
	byCore  map[string]*named // by what is left without the words that all names share
	longest int               // characters of the longest name
}

// newIndex takes in all names: those of rows and columns, those of indicators, and each row with
// each of its columns run together in either order.
func newIndex(f *tables.Form) *index {
	x := &index{form: f, byText: map[string]*named{}, byCore: map[string]*named{}, firsts: map[rune]bool{}}
	for t := range f.Tables {
		table := &f.Tables[t]
		for i, a := range table.Rows {
			for k, name := range append([]string{a.Name}, a.Names...) {
				for _, key := range spellings(name, nil) {
					if n := x.at(key); a.Inside && k == 0 { // its other names are its own
						n.inside = append(n.inside, ref{t, i})
					} else if !slices.Contains(n.rows, ref{t, i}) {
						n.rows = append(n.rows, ref{t, i})
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
				n.cols = append(n.cols, ref{t, i})
			}
		}
		for _, g := range table.Groups {
			x.group(g)
		}
	}
	for i, ind := range f.Indicators() {
		n := x.at(fold.Key(ind.ID))
		n.inds = append(n.inds, i)
		for _, name := range x.wholeNames(&ind) {
			if n := x.at(name); !slices.Contains(n.inds, i) {
				n.inds = append(n.inds, i)
			}
		}
	}
	x.addCores()
	return x
}

// wholeNames returns all that an indicator is called by one text.
func (x *index) wholeNames(ind *tables.Indicator) (names []string) {
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
			if rest, ok := strings.CutPrefix(c, "本年"); ok { // 本年制发件数 of 规范性文件: 本年制发规范性文件件数
				if verb, ok := strings.CutSuffix(rest, "件数"); ok {
					names = append(names, "本年"+verb+r+"件数", verb+r+"件数", "本年"+verb+r+"数", verb+r+"数")
				}
			}
		}
	}
	return names
}

func (x *index) at(key string) *named {
	n := x.byText[key]
	if n == nil {
		n = &named{}
		x.byText[key] = n
		first, _ := utf8.DecodeRuneInString(key)
		x.firsts[first] = true
		x.longest = max(x.longest, len([]rune(key)))
	}
	return n
}

func (x *index) group(name string) {
	key := bare(name)
	if n := x.at(key); !slices.Contains(n.groups, key) {
		n.groups = append(n.groups, key)
	}
}

// spellings returns the folded names, each with and without what stands in its brackets.
func spellings(name string, more []string) (keys []string) {
	for _, s := range append([]string{name}, more...) {
		for _, key := range []string{fold.Key(s), fold.Key(withoutBrackets(s))} {
			if key != "" && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// numbering is what stands in front of a name in a list: 一、, （三）, 1., ①, 其中：.
var numbering = regexp.MustCompile(`^(?:\s|[　#*＊※·•—－-]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9０-９]{1,3}(?:[、．)）]|[.](?:[^0-9]|$))|[①-⑳]|其中[:：]?)`)

// mayNumber reports whether numbering may begin with a character.
func mayNumber(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\f', '\r', '　', '#', '*', '＊', '※', '·', '•', '—', '－', '-', '（', '(', '其',
		'一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r >= '①' && r <= '⑳'
}

// unnumbered takes the numbering off a name.
func unnumbered(text string) string {
	for {
		if first, _ := utf8.DecodeRuneInString(text); !mayNumber(first) {
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

// bare is a text folded, without its numbering.
func bare(text string) string { return fold.Key(unnumbered(text)) }

// find returns what a text names; nil for nothing.
func (x *index) find(text string) *named {
	if len(text) > 3*(x.longest+40) {
		return nil
	}
	if first, _ := utf8.DecodeRuneInString(text); fold.IsIdeograph(first) && !x.firsts[first] && !mayNumber(first) {
		return nil // its key begins with the same character
	}
	if n := x.exact(text); n != nil {
		return n
	}
	short := unnumbered(text)
	if short != text {
		if n := x.exact(short); n != nil {
			return n
		}
	}
	if n, joined := x.together(short); joined {
		return n
	}
	plain := withoutBrackets(short)
	if plain != short {
		if n := x.exact(plain); n != nil {
			return n
		}
	}
	return x.byCore[core(plain)]
}

// withoutBrackets takes off what stands in brackets.
func withoutBrackets(text string) string {
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
func (x *index) exact(text string) *named { return x.byText[fold.Key(text)] }

// likely returns the indicators that a text might mean, for the office to choose from: those
// whose names are most alike.
func (x *index) likely(text string) []int {
	key := bare(text)
	if n := x.byText[key]; n != nil && len(n.groups) > 0 {
		return x.inGroup(n.groups[0])
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
func (x *index) inGroup(group string) (found []int) {
	for t := range x.form.Tables {
		for i, a := range x.form.Tables[t].Rows {
			if a.Group != "" && bare(a.Group) == group {
				if n := x.form.Of(t, i); n >= 0 {
					found = append(found, n)
				}
			}
		}
	}
	return found
}
