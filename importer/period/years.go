package period

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Years returns the years that a title or a name speaks of, in order, each once: 2021年,
// 2021年度, 二〇二一年, 21年度, 2021政务公开台账. Years inside 《》 and 〔〕, of a document's number
// (2021年第5号) or a law (2019年修订), of a single day (2022年1月8日), of several years at once
// (2021—2025年) and those that a text only starts or ends with (自2019年, 到2025年) say nothing of
// the text's own and are left out.
func Years(text string) []int { return yearsIn(read(text).blankQuoted()) }

// yearPattern is one way to write a year. counts judges a match by its surroundings.
type yearPattern struct {
	words  *regexp.Regexp
	counts func(ahead, rest string) bool
}

var yearPatterns = []yearPattern{
	{regexp.MustCompile(`(` + fullYear + `)年`), yearCounts},
	{regexp.MustCompile(`([1-3]\d|二[〇零一二三四五])年`), func(ahead, rest string) bool {
		prev := before(ahead, len(ahead))
		return !isDigit(prev) && !strings.ContainsRune("近约达满共第前后一二三四五六七八九十〇零", prev) && shortGoesOn.MatchString(rest) && yearCounts(ahead, rest)
	}},
	{regexp.MustCompile(`((?:19|20)\d\d)`), func(ahead, rest string) bool {
		prev := before(ahead, len(ahead))
		return (prev == 0 || strings.ContainsRune("_-( 、,.", prev) && !endsInDigit.MatchString(ahead)) && bareGoesOn.MatchString(rest)
	}},
}

var (
	shortGoesOn = regexp.MustCompile(`^(?:度|第?` + oneOf + `季|Q|[上下]半年|全年|` + aMonth + `月)`)
	// bareGoesOn is what may follow a year without 年: not a digit, a measure word or the rest of a date.
	bareGoesOn   = regexp.MustCompile(`^(?:$|[-./]?` + oneOf + `季|[-./]?[QHqh]|[-./_]?\d{1,2}月|[_ ]|[-.),、:][^\d]|[-.)]$|[^\x00-\x7f年号份条件元个人次项万亿余多家页字至到~])`)
	endsInDigit  = regexp.MustCompile(`\d[-.,、]$`)
	yearRange    = regexp.MustCompile(`(?:` + fullYear + `)年?度?[-~至到]$`)
	intoRange    = regexp.MustCompile(`^度?[-~至到](?:` + fullYear + `)年?(?:[^\d月.]|$)`)
	fromYear     = regexp.MustCompile(`(?:^|[^截])(?:到|至|自|从)$`)
	ofLaw        = regexp.MustCompile(`^度?(?:第?\d+号|修[订正改])`)
	singleDay    = regexp.MustCompile(`^` + num + `月` + num + `[日号]?(起施行|起实施|起执行|[-~至到止起])?`)
	dayRangeFrom = regexp.MustCompile(`^` + num + `月(?:` + num + `[日号])?起?[-~至到]`)
	upToDay      = regexp.MustCompile(`截(?:至|止)[到至]?$`)
)

// yearCounts reports whether a year with 年 is one that the text speaks of.
func yearCounts(ahead, rest string) bool {
	upTo := upToDay.MatchString(ahead) || dayRangeFrom.MatchString(rest)
	switch {
	case isDigit(before(ahead, len(ahead))), yearRange.MatchString(ahead), intoRange.MatchString(rest), ofLaw.MatchString(rest):
		return false
	case !upTo && fromYear.MatchString(ahead) && !strings.HasSuffix(ahead, "止到"):
		return false
	}
	m := singleDay.FindStringSubmatch(rest)
	return m == nil || upTo || m[3] != "" && !strings.HasSuffix(m[3], "行") && !strings.HasSuffix(m[3], "实施")
}

// yearsIn returns the years of a prepared text.
func yearsIn(plain string) []int {
	if !strings.ContainsAny(plain, "年0123456789") {
		return nil
	}
	type found struct{ at, year int }
	var all []found
	for _, p := range yearPatterns {
		for _, m := range p.words.FindAllStringSubmatchIndex(plain, -1) {
			if p.counts(plain[:m[0]], plain[m[1]:]) {
				all = append(all, found{m[0], year(plain[m[2]:m[3]])})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.at, b.at) })
	var years []int
	for _, f := range all {
		if !slices.Contains(years, f.year) {
			years = append(years, f.year)
		}
	}
	return years
}

var quoted = regexp.MustCompile(`《[^》]*》|\((?:19|20)\d\d\)(?:第?\d+号?)?`)

// blankQuoted returns the plain text with titles of documents and their numbers blanked,
// which speak of other years. A year in plain brackets is one of the text's own.
func (r reading) blankQuoted() string {
	return replaceAt(quoted, r.plain, func(lo, hi int) bool {
		return r.plain[lo] != '(' || r.plain[hi-1] != ')' || strings.HasPrefix(r.said(lo, hi), "〔")
	})
}

// replaceAt blanks the matches for which blank holds, at their length.
func replaceAt(words *regexp.Regexp, s string, blank func(lo, hi int) bool) string {
	var out []byte
	for _, m := range words.FindAllStringIndex(s, -1) {
		if !blank(m[0], m[1]) {
			continue
		}
		if out == nil {
			out = []byte(s)
		}
		clear(out[m[0]:m[1]])
	}
	if out == nil {
		return s
	}
	return string(out)
}
