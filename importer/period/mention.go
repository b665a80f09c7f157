package period

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Mention is a quarter that a text speaks of.
type Mention struct {
	Quarter Quarter // Year 0 where the text does not say it
	Said    string  // the words: 第三季度, 1-9月, 截至9月底
	Span    bool    // cumulative: 上半年, 1-9月, 全年 mean the quarter that they end with
	Month   int     // of Months alone: the month, which lies in Quarter; 0 where a quarter was named
}

// Mentions returns the quarters that a title, a sheet name or a file name speaks of, in
// order, each once. A mention without a year of its own takes the text's where the text
// names exactly one (2021年…情况表（第三季度）); titles in 《》 and numbers in 〔〕 don't count.
//
// A year names no quarter (2021年度), nor does a word that points away from the text
// (下季度, 每季度, 去年三季度). A single month is not among them, for prose is full of
// months: a caller that reads names and headings asks Months too.
func Mentions(text string) []Mention {
	r := read(text)
	plain := r.blankQuoted()
	hits := hitsIn(plain)
	only := onlyYear(plain, hits)
	var mentions []Mention
	for _, h := range hits {
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

// onlyYear returns the one year that the text names, 0 where it names none or several, or
// where no hit lacks one.
func onlyYear(plain string, hits []hit) int {
	if !slices.ContainsFunc(hits, func(h hit) bool { return h.quarter.Year == 0 }) {
		return 0
	}
	if years := yearsIn(plain); len(years) == 1 {
		return years[0]
	}
	return 0
}

// hitsIn returns the matches in order. One inside a longer one is left out (三季度 in 前三季度).
func hitsIn(plain string) []hit {
	var all, kept []hit
	for _, patterns := range [][]quarterPattern{namePatterns, spanPatterns, monthPatterns, asOfPatterns} {
		for _, p := range patterns {
			all = append(all, p.find(plain)...)
		}
	}
	slices.SortStableFunc(all, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(b.hi, a.hi))
	})
	end := 0
	for _, h := range all {
		if h.lo >= end {
			kept, end = append(kept, h), h.hi
		}
	}
	return kept
}

// hit is a match of a pattern at plain[lo:hi].
type hit struct {
	lo, hi  int
	quarter Quarter
	span    bool
}

// quarterPattern is one way to speak of a quarter. One of needs, and one of the characters
// of also where it has any, stands in every match, which spares the search in most texts. A match right after one of the characters in not
// is something else (下一季度 is no first quarter). read gets the submatches and what stands
// before and after, and gives the quarter, the zero Quarter for none.
type quarterPattern struct {
	needs []string
	also  string
	words *regexp.Regexp
	not   string
	read  func(m []string, ahead, rest string) (q Quarter, span bool)
}

// find returns every match of the pattern.
func (p quarterPattern) find(plain string) []hit {
	if !slices.ContainsFunc(p.needs, func(word string) bool { return strings.Contains(plain, word) }) ||
		p.also != "" && !strings.ContainsAny(plain, p.also) {
		return nil
	}
	var hits []hit
	for from := 0; from < len(plain); {
		m := p.words.FindStringSubmatchIndex(plain[from:])
		if m == nil {
			break
		}
		lo, hi := from+m[0], from+m[1]
		if h, ok := p.hit(plain, lo, hi, texts(plain[from:], m)[1:]); ok {
			hits = append(hits, h)
			from = hi
			continue
		}
		from = lo + len(string(after(plain, lo)))
	}
	return hits
}

func (p quarterPattern) hit(plain string, lo, hi int, m []string) (hit, bool) {
	if isDigit(before(plain, lo)) || isDigit(after(plain, hi)) && numberEnd.MatchString(plain[lo:hi]) || blocked(plain[:lo], p.not) {
		return hit{}, false
	}
	q, span := p.read(m, plain[:lo], plain[hi:])
	if q.N == 0 || q.Year == 0 && ofAnotherYear(plain[:lo]) {
		return hit{}, false
	}
	return hit{lo, hi, q, span}, true
}

// blocked reports whether the text ends in one of the characters. 前 counts only where it
// is no part of 目前, 此前, 年底前.
func blocked(ahead, not string) bool {
	prev := before(ahead, len(ahead))
	if prev == 0 || !strings.ContainsRune(not, prev) {
		return false
	}
	return prev != '前' || !strings.ContainsRune(qianEnds, before(ahead, len(ahead)-len("前")))
}

// numberEnd is an end that a digit behind it would belong to: Q35, 9月15.
var numberEnd = regexp.MustCompile(`[\d月份]$`)

// qianEnds are characters whose word 前 ends (目前, 年底前); behind them it says nothing of a number.
const qianEnds = "目当此以之日提先底末"

// ofAnotherYear reports whether the text ends in words for a year that is not the one in
// hand: 去年 before 三季度.
func ofAnotherYear(ahead string) bool {
	switch before(ahead, len(ahead)) {
	case '年', '度', '的', '期':
	default:
		return false
	}
	return anotherYear.MatchString(ahead)
}

var anotherYear = regexp.MustCompile(`(?:[去上明来次下前往历每各昨]|[上下前后]一)年度?(?:同期)?的?$`)

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

// startsWithHan reports whether a text goes on with an ideograph.
func startsWithHan(rest string) bool { return unicode.Is(unicode.Han, after(rest, 0)) }

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
