package period

import "regexp"

// Months returns the single months that a name or a heading speaks of, in order: 9月份情况,
// 2021年9月, 2021.09, 202109, and the ends of months, which are Spans (九月底, 8月末). Quarter is the
// one that the month lies in. A month is none where a day follows (9月28日), where it is by
// when or since when (9月前, 9月起), and where it is part of a quarter's words (7-9月).
//
// It is for names and headings, where a monthly file or column says whose month it is. A
// sentence speaks of months in passing; whoever reads prose asks Mentions alone.
func Months(text string) []Mention {
	r := read(text)
	plain := r.blankQuoted()
	taken := hitsIn(plain)
	var months []Mention
	for _, p := range lonePatterns {
		for _, at := range p.words.FindAllStringSubmatchIndex(plain, -1) {
			m := texts(plain, at)
			n := number(m[3])
			if n < 1 || n > 12 || !standsAlone(plain[:at[0]], plain[at[1]:], p.digits) || inside(taken, at[0], at[1]) {
				continue
			}
			months = append(months, Mention{
				Quarter: Quarter{year(m[1] + m[2]), (n + 2) / 3}, Month: n,
				Said: r.said(at[0], at[1]), Span: m[4] != "",
			})
		}
	}
	missing := make([]hit, 0, len(months))
	for _, m := range months {
		missing = append(missing, hit{quarter: m.Quarter})
	}
	only := onlyYear(plain, missing)
	for i := range months {
		if months[i].Quarter.Year == 0 {
			months[i].Quarter.Year = only
		}
	}
	return months
}

// lonePatterns are the spellings of one month. digits marks those without 月.
var lonePatterns = []struct {
	words  *regexp.Regexp
	digits bool
}{
	{regexp.MustCompile(someYear + num + `月份?([底末])?`), false},
	{regexp.MustCompile(`((?:19|20)\d\d)()[-./](0[1-9]|1[0-2]|[2-9])()`), true}, // 2021.1 may be October
	{regexp.MustCompile(`((?:19|20)\d\d)()(0[1-9]|1[0-2])()`), true},
}

// standsAlone reports whether the words around a month leave it alone.
func standsAlone(ahead, rest string, digits bool) bool {
	prev, next := before(ahead, len(ahead)), after(rest, 0)
	switch {
	case isDigit(prev), isDigit(next), digits && (isLetter(prev) || isLetter(next)), notAfter.MatchString(ahead), ofAnotherYear(ahead):
		return false
	case digits && numberGoesOn.MatchString(rest):
		return false
	}
	return !monthGoesOn.MatchString(rest)
}

var (
	notAfter     = regexp.MustCompile(`(?:[每上下第十至到自从~-]|\d[.-]|[\d月一二三四五六七八九][、和及])$`)
	numberGoesOn = regexp.MustCompile(`^[-./]\d|^[号份条件元个人次项万亿%]`)
	monthGoesOn  = regexp.MustCompile(`^(?:` + aMonth + `[日号]|[-~至到、和及]\d|[-~至到、和及]` + aMonth + `[月日]|[上中下]旬|[之以]?[前后来内]|起|初|(?:完成|办结))`)
)

// inside reports whether plain[lo:hi] touches words that name a quarter.
func inside(hits []hit, lo, hi int) bool {
	for _, h := range hits {
		if lo < h.hi && h.lo < hi {
			return true
		}
	}
	return false
}
