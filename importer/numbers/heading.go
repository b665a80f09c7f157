package numbers

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// headed is what a heading says of the numbers below it.
type headed struct {
	head    tables.Head // "" where it says nothing of the kind
	what    What        // "" where it says nothing of time
	quarter int         // 1 to 4 where it names one
	unit    string      // in brackets
}

var (
	lastBracket = regexp.MustCompile(`[（(]([^（）()]*)[）)]\s*$`)
	sinceNew    = regexp.MustCompile(`^(?:20[0-9]{2}年?)?(?:1|一)月?[—－~至到-]{1,2}(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|^截至|^自年初|累计`)
	countWords  = []string{"数量", "数值", "实际", "数", "值", "合计", "发生数"}
	anyHan      = regexp.MustCompile(`\p{Han}`)
)

// longestHead is how many characters the heading of a column of numbers has at the most.
const longestHead = 16

// headedBy reads a heading: its words from the tables' own list, the period that it names, the
// unit in its brackets.
func headedBy(f *tables.Form, text string) headed {
	var h headed
	if m := lastBracket.FindStringSubmatch(text); m != nil {
		h.unit = bracketUnit(f, m[1])
	}
	key := fold.Key(withoutBrackets(text))
	if key == "" || utf8.RuneCountInString(key) > longestHead || !anyHan.MatchString(key) {
		return h
	}
	if m, ok := period.ParseQuarter(strings.TrimSuffix(withoutBrackets(text), "数")); ok && h.unit != "" {
		h.head, h.what, h.quarter = tables.HeadCurrent, Current, m.N
		return h
	}
	if m, ok := period.ParseQuarter(strings.TrimSuffix(text, "数")); ok {
		h.head, h.what, h.quarter = tables.HeadCurrent, Current, m.N
		return h
	}
	for _, head := range []tables.Head{tables.HeadName, tables.HeadUnit, tables.HeadOther, tables.HeadEarlier, tables.HeadCurrent, tables.HeadCumulative} {
		if slices.ContainsFunc(f.Heads[head], func(word string) bool { return key == word || isCount(key, word) }) {
			h.head = head
			break
		}
	}
	if h.head == "" && sinceNew.MatchString(fold.Text(text)) && !strings.Contains(key, "上") {
		h.head = tables.HeadCumulative
	}
	if h.head != "" && h.unit == "" {
		h.unit = measure(f, text)
	}
	switch h.head {
	case tables.HeadCurrent:
		h.what = Current
	case tables.HeadCumulative:
		h.what = Cumulative
	}
	return h
}

// isCount reports whether a heading is a word and a noun for how many: 本季度数.
func isCount(key, word string) bool {
	rest, ok := strings.CutPrefix(key, word)
	return ok && utf8.RuneCountInString(word) > 1 && slices.Contains(countWords, rest)
}
