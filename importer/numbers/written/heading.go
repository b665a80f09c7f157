package written

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/naming"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// Heading is what a heading says of the numbers below it.
type Heading struct {
	Head    tables.Head  // "" where it says nothing of the kind
	What    numbers.What // "" where it says nothing of time
	Quarter int          // 1 to 4 where it names one
	Unit    string       // in brackets
	Month   bool         // it names one month
}

var (
	lastBracket = regexp.MustCompile(`[（(]([^（）()]*)[）)]\s*$`)
	sinceNew    = regexp.MustCompile(`^(?:20[0-9]{2}年?)?(?:1|一)月?[—－~至到-]{1,2}(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|^截至|^自年初|累计`)
	oneMonth    = regexp.MustCompile(`^(?:20[0-9]{2}年)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:小计|合计|数)?$`)
	countEnd    = regexp.MustCompile(`(?:小计|合计|数)$`)
	CountWords  = []string{"数量", "数值", "实际", "数", "值", "合计", "发生数", "完成", "完成数", "实际数", "实际完成", "实际完成数"}
	anyHan      = regexp.MustCompile(`\p{Han}`)
)

// LongestHead is how many characters the heading of a column of numbers has at the most.
const LongestHead = 16

// HeadingOf reads a heading: its words from the tables' own list, the period that it names, the
// unit in its brackets.
func HeadingOf(f *tables.Form, text string) Heading {
	var h Heading
	if m := lastBracket.FindStringSubmatch(text); m != nil {
		h.Unit = bracketUnit(f, m[1])
	}
	key := fold.Key(naming.WithoutBrackets(text))
	if key == "" || utf8.RuneCountInString(key) > LongestHead || !anyHan.MatchString(key) {
		return h
	}
	if m, ok := period.ParseQuarter(strings.TrimSuffix(naming.WithoutBrackets(text), "数")); ok && h.Unit != "" {
		h.Head, h.What, h.Quarter = tables.HeadCurrent, numbers.Current, m.N
		return h
	}
	if oneMonth.MatchString(key) {
		h.Month = true
		return h
	}
	if m, ok := period.ParseQuarter(countEnd.ReplaceAllString(strings.TrimSpace(text), "")); ok {
		h.Head, h.What, h.Quarter = tables.HeadCurrent, numbers.Current, m.N
		return h
	}
	for _, head := range []tables.Head{tables.HeadName, tables.HeadUnit, tables.HeadOther, tables.HeadEarlier, tables.HeadCurrent, tables.HeadCumulative} {
		if slices.ContainsFunc(f.Heads[head], func(word string) bool { return key == word || isCount(key, word) }) {
			h.Head = head
			break
		}
	}
	if h.Head == "" && sinceNew.MatchString(fold.Text(text)) && !strings.Contains(key, "上") {
		h.Head = tables.HeadCumulative
	}
	if h.Head != "" && h.Unit == "" {
		h.Unit = measure(f, text)
	}
	switch h.Head {
	case tables.HeadCurrent:
		h.What = numbers.Current
	case tables.HeadCumulative:
		h.What = numbers.Cumulative
	}
	return h
}

// isCount reports whether a heading is a word and a noun for how many: 本季度数.
func isCount(key, word string) bool {
	rest, ok := strings.CutPrefix(key, word)
	return ok && utf8.RuneCountInString(word) > 1 && slices.Contains(CountWords, rest)
}
