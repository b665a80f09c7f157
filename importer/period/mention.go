package period

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Mention is a quarter that a text speaks of.
type Mention struct {
	Quarter Quarter // Year 0 where the text does not say it
	Said    string  // the words: 第三季度, 1-9月, 截至9月底
	Span    bool    // cumulative: 上半年, 1-9月, 全年 mean the quarter that they end with
}

// Mentions returns the quarters that a title, a sheet name or a file name speaks of, in
// order, each once. A mention without a year of its own takes the text's where the text
// names exactly one (2021年…情况表（第三季度）); titles in 《》 and numbers in 〔〕 don't count.
func Mentions(text string) []Mention {
	r := read(text)
	plain := blankQuoted(r.plain)
	var hits []hit
	for _, p := range quarterPatterns {
		hits = append(hits, p.find(plain)...)
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(b.hi, a.hi))
	})
	only := onlyYear(plain)
	var mentions []Mention
	end := 0
	for _, h := range hits {
		if h.lo < end {
			continue // inside a longer one: 三季度 in 前三季度
		}
		end = h.hi
		if h.quarter.Year == 0 {
			h.quarter.Year = only
		}
		m := Mention{Quarter: h.quarter, Said: r.said(h.lo, h.hi), Span: h.span}
		known := func(o Mention) bool { return o.Quarter == m.Quarter && o.Span == m.Span }
		if !slices.ContainsFunc(mentions, known) {
			mentions = append(mentions, m)
		}
	}
	return mentions
}

// hit is a match of a pattern at plain[lo:hi].
type hit struct {
	lo, hi  int
	quarter Quarter
	span    bool
}

// quarterPattern is one way to speak of a quarter. One of needs stands in every
// match, which spares the search in most texts. read gets the submatches after the
// year's two and gives the quarter's number, 0 for none. A match right after one of the
// characters in not is something else (下一季度 is no first quarter).
type quarterPattern struct {
	needs []string
	words *regexp.Regexp
	not   string
	read  func(m []string) (n int, span bool)
}

const (
	someYear = `(?:(` + fullYear + `|\d\d)年度?|((?:19|20)\d\d)[-_./]?)?`
	someN    = `([1-4一二三四])`
	month    = num + `月份?`
)

var quarterPatterns = []quarterPattern{
	{[]string{"季"}, regexp.MustCompile(someYear + `(?:第` + someN + `季度?|` + someN + `季度)末?`), "每下上各这本后近续几一二三四五六七八九十",
		func(m []string) (int, bool) { return number(m[0] + m[1]), false }},
	{[]string{"Q", "q"}, regexp.MustCompile(`(?i)` + someYear + `Q([1-4])`), letters,
		func(m []string) (int, bool) { return number(m[0]), false }},
	{[]string{"前"}, regexp.MustCompile(someYear + `前([1-4一二三四两])个?季度`), "",
		func(m []string) (int, bool) { return number(strings.Replace(m[0], "两", "二", 1)), true }},
	{[]string{"-", "~", "至", "到"}, regexp.MustCompile(someYear + `第?` + someN + `(?:季度?)?[-~至到]第?` + someN + `季度末?`), "每下上各", readQuarters},
	{[]string{"、", "和", "及"}, regexp.MustCompile(someYear + `第?` + someN + `[、和及]第?` + someN + `季度末?`), "每下上各", readQuarters},
	{[]string{"-", "~", "至", "到"}, regexp.MustCompile(someYear + num + `(?:月份?(?:` + num + `日)?)?[-~至到](?:(?:` + fullYear + `|\d\d)年)?` + month + `(?:` + num + `日|底|末)?`), "十",
		readMonths},
	{[]string{"截"}, regexp.MustCompile(`截(?:至|止|止到|至到|止至)` + someYear + `(?:` + num + `月(?:底|末|份|` + num + `日)?)`), "",
		func(m []string) (int, bool) {
			if n := number(m[0]); n <= 12 && n%3 == 0 {
				return n / 3, true
			}
			return 0, false
		}},
	{[]string{"截"}, regexp.MustCompile(`截(?:至|止|止到|至到|止至)` + someYear + `第?` + someN + `季度末?`), "",
		func(m []string) (int, bool) { return number(m[0]), true }},
	{[]string{"半年"}, regexp.MustCompile(`(?:截(?:至|止))?` + someYear + `(上|下)半年`), "",
		func(m []string) (int, bool) { return map[string]int{"上": 2, "下": 4}[m[0]], true }},
	{[]string{"半年度"}, regexp.MustCompile(someYear + `(半)年度`), "上下",
		func([]string) (int, bool) { return 2, true }},
	{[]string{"全年", "年终", "年度"}, regexp.MustCompile(someYear + `(全年|年终|年度)`), "上下去一每各往半跨",
		func([]string) (int, bool) { return 4, true }},
	{[]string{"年度"}, regexp.MustCompile(`(` + fullYear + `|\d\d)(年)度`), "一上下",
		func([]string) (int, bool) { return 4, true }},
	{[]string{"截"}, regexp.MustCompile(`截(?:至|止)` + someYear + `(年?[底末])`), "",
		func([]string) (int, bool) { return 4, true }},
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// find returns every match of the pattern.
func (p quarterPattern) find(plain string) []hit {
	var hits []hit
	if !slices.ContainsFunc(p.needs, func(word string) bool { return strings.Contains(plain, word) }) {
		return nil
	}
	for from := 0; from < len(plain); {
		m := p.words.FindStringSubmatchIndex(plain[from:])
		if m == nil {
			break
		}
		lo, hi := from+m[0], from+m[1]
		if h, ok := p.hit(plain, lo, hi, texts(plain[from:], m)); ok {
			hits = append(hits, h)
			from = hi
			continue
		}
		from = lo + len(string(after(plain, lo)))
	}
	return hits
}

func (p quarterPattern) hit(plain string, lo, hi int, m []string) (hit, bool) {
	prev, next := before(plain, lo), after(plain, hi)
	if isDigit(prev) || isDigit(next) || prev != 0 && strings.ContainsRune(p.not, prev) {
		return hit{}, false
	}
	said := m[1]
	if len(m) > 3 { // the pattern has both spellings of the year
		said += m[2]
		m = m[1:]
	}
	n, span := p.read(m[2:])
	if n == 0 {
		return hit{}, false
	}
	return hit{lo, hi, Quarter{year(said), n}, span}, true
}

// readQuarters reads 一至三季度: several quarters in one breath.
func readQuarters(m []string) (n int, span bool) {
	if from, to := number(m[0]), number(m[1]); from < to {
		return to, true
	}
	return 0, false
}

// readMonths reads 7-9月 and 1月1日至9月30日: whole months that begin and end with a quarter.
func readMonths(m []string) (n int, span bool) {
	from, first, to, last := number(m[0]), m[1], number(m[2]), m[3]
	if from >= to || to > 12 || from%3 != 1 || to%3 != 0 {
		return 0, false
	}
	if first != "" && number(first) != 1 || last != "" && number(last) < 28 {
		return 0, false
	}
	return to / 3, to-from > 2
}

// texts returns the submatches, "" for those that took no part.
func texts(s string, m []int) []string {
	out := make([]string, 0, len(m)/2)
	for i := 0; i < len(m); i += 2 {
		if m[i] < 0 {
			out = append(out, "")
			continue
		}
		out = append(out, s[m[i]:m[i+1]])
	}
	return out
}

var (
	quoted   = regexp.MustCompile(`《[^》]*》|\((?:19|20)\d\d\)\d*号?`)
	saidYear = regexp.MustCompile(`(` + fullYear + `)年`)
)

// blankQuoted blanks titles of documents and their numbers, which speak of other years.
func blankQuoted(plain string) string {
	return quoted.ReplaceAllStringFunc(plain, func(s string) string { return strings.Repeat("\x00", len(s)) })
}

// onlyYear returns the year that the text names, 0 where it names none or several.
func onlyYear(plain string) int {
	only := 0
	for _, m := range saidYear.FindAllStringSubmatch(plain, -1) {
		y := year(m[1])
		if only != 0 && y != only {
			return 0
		}
		only = y
	}
	return only
}
