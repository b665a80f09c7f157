package heading

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
)

// What stands in a heading beside what it is about: the quarter, a counter, servant words, brackets.
var (
	quarterWords = regexp.MustCompile(`(?:(?:[0-9]{2,4}|[〇零一二三四五六七八九]{4})年度?)?(?:第?[一二三四1-4]季度?|[qQ][1-4]|[1-4]?[0-9](?:月份?)?[-~—至][0-9]{1,2}月份?|[0-9]{1,2}月份?|上半年|下半年|前三季度|全年)末?|(?:[0-9]{2,4}|[〇零一二三四五六七八九]{4})年度?|本季度?|本期|当季|当期|[本今]年度?|截[至止][^a-zA-Z]{0,10}?[底日末]|目前|当前`)
	counterWords = regexp.MustCompile(`^[(（]?[0-9一二三四五六七八九十]{1,2}[)）、.．]`)
	servantWords = regexp.MustCompile(`(?:说明|情况|内容|简述|描述|概述|概况|简介|简称|简写|名称|明细|一览|填写|栏目|一栏|栏|列|项|等|必填|选填)+$`)
	Bracketed    = regexp.MustCompile(`[(（\[【〔][^)）\]】〕]*[)）\]】〕]?`)
)

// withoutQuarter takes off what says when; most headings hold no character of it.
func withoutQuarter(s string) string {
	if !strings.ContainsFunc(s, inQuarter) {
		return s
	}
	return quarterWords.ReplaceAllString(s, "")
}

// inQuarter reports whether a character is one without which quarterWords finds nothing.
func inQuarter(r rune) bool {
	switch r {
	case '年', '季', '月', '期', '本', '今', '当', '截', '目', 'q', 'Q':
		return true
	}
	return r >= '0' && r <= '9'
}

// Bare takes off a heading what does not say what it is about: a counter, brackets with units
// and remarks, the quarter, what a servant word adds.
func Bare(heading string) string {
	s := strings.Join(strings.Fields(heading), "")
	s = counterWords.ReplaceAllString(s, "")
	if b := Bracketed.ReplaceAllString(s, ""); b != "" {
		s = b
	}
	s = strings.TrimRight(s, ":：*＊")
	if b := withoutQuarter(s); fold.Key(b) != "" {
		s = strings.TrimLeft(b, "的之末底")
	}
	return s
}
