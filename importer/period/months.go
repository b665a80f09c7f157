package period

import (
	"regexp"
	"strings"
)

var endsInYear = regexp.MustCompile(`[\d〇零一二三四五六七八九]年度?$`)

const aMonth = `(?:\d{1,2}|[一二三四五六七八九十]{1,3})`

// monthPatterns are stretches of months that begin and end with a quarter.
var monthPatterns = []quarterPattern{
	{[]string{"月"}, rangeMarks, regexp.MustCompile(someYear + num + `(?:月份?(?:` + num + `[日号])?)?起?[-~至到](?:(` + aYear + `)年)?` + num + `月份?(?:` + num + `[日号]|底|末)?止?`), "十",
		func(m []string, ahead, _ string) (Quarter, bool) {
			if endsInYear.MatchString(ahead) {
				return Quarter{}, false // the end of a stretch that was tried and is none
			}
			return monthSpan(m[0]+m[1], m[2], m[3], m[4], m[5], m[6])
		}},
	{[]string{"月"}, joints, regexp.MustCompile(someYear + `((?:` + aMonth + `月?份?[、,和及]){1,12}` + aMonth + `)月份?`), "十、",
		func(m []string, _, _ string) (Quarter, bool) { return monthList(m[0]+m[1], m[2]) }},
	// 2021.7-9, 2021.07-2021.09, 2021.7.1-2021.9.30
	{[]string{".", "/"}, rangeMarks, regexp.MustCompile(`((?:19|20)\d\d)[./](\d{1,2})(?:[./](\d{1,2}))?[-~至到](?:((?:19|20)\d\d)[./])?(\d{1,2})(?:[./](\d{1,2}))?`), "./", numericSpan},
	// 2021-07至2021-09, 2021-07-01~2021-09-30
	{[]string{"-"}, rangeMarks, regexp.MustCompile(`((?:19|20)\d\d)-(\d{1,2})(?:-(\d{1,2}))?[~至到](?:((?:19|20)\d\d)-)?(\d{1,2})(?:-(\d{1,2}))?`), "-", numericSpan},
	// 202107-202109, 202107-09, 20210701-20210930
	{[]string{"19", "20"}, rangeMarks, regexp.MustCompile(`((?:19|20)\d\d)([01]\d)([0-3]\d)?[-_~至到]((?:19|20)\d\d)?([01]\d)([0-3]\d)?`), "", numericSpan},
	// 7.1-9.30
	{[]string{".", "/"}, rangeMarks, regexp.MustCompile(`(\d{1,2})[./](\d{1,2})[-~至到](\d{1,2})[./](\d{1,2})`), "./",
		func(m []string, _, rest string) (Quarter, bool) {
			if strings.ContainsRune("%元万亿.", after(rest, 0)) && rest != "" {
				return Quarter{}, false
			}
			return monthSpan("", m[0], m[1], "", m[2], m[3])
		}},
}

// numericSpan reads dates in digits. Both have a day or neither has.
func numericSpan(m []string, _, rest string) (Quarter, bool) {
	if (m[2] == "") != (m[5] == "") || strings.ContainsRune("./-", after(rest, 0)) && len(rest) > 1 && isDigit(rune(rest[1])) {
		return Quarter{}, false
	}
	return monthSpan(m[0], m[1], m[2], m[3], m[4], m[5])
}

// monthSpan reads whole months that begin and end with a quarter. More than three of them
// are a span; three are the quarter's own and name it. Days are "" for a whole month.
func monthSpan(y, month, day, y2, month2, day2 string) (q Quarter, span bool) {
	from, to := number(month), number(month2)
	switch {
	case from < 1 || from >= to || to > 12 || from%3 != 1 || to%3 != 0:
		return Quarter{}, false
	case y != "" && y2 != "" && year(y) != year(y2):
		return Quarter{}, false // more than a year
	case day != "" && number(day) != 1 || day2 != "" && number(day2) < 28:
		return Quarter{}, false
	case y == "":
		y = y2
	}
	return Quarter{year(y), to / 3}, to-from > 2
}

// monthList reads 7、8、9月 and 7月、8月、9月: months without a gap.
func monthList(y, list string) (q Quarter, span bool) {
	months := listJoints.Split(strings.TrimRight(list, "月份"), -1)
	for i, m := range months {
		if i > 0 && number(m) != number(months[i-1])+1 {
			return Quarter{}, false
		}
	}
	return monthSpan(y, months[0], "", "", months[len(months)-1], "")
}

var listJoints = regexp.MustCompile(`月?份?[、,和及]`)

// asOfPatterns are 截至… and …止: everything up to a day, which is not named by its quarter.
var asOfPatterns = []quarterPattern{
	{[]string{"截", "止"}, "", regexp.MustCompile(upTo + someYear + num + `月(?:底|末|份|` + num + `[日号])?(止)?`), "十",
		func(m []string, _, _ string) (Quarter, bool) { return asOf(m[0]+m[5], m[1]+m[2], m[3], m[4]) }},
	{[]string{"截", "止"}, "", regexp.MustCompile(upTo + `((?:19|20)\d\d)[-./](\d{1,2})(?:[-./](\d{1,2}))?(止)?`), "-./", readAsOf},
	{[]string{"截", "止"}, "", regexp.MustCompile(upTo + `((?:19|20)\d\d)([01]\d)([0-3]\d)?(止)?`), "-./", readAsOf},
	{[]string{"截", "止"}, "", regexp.MustCompile(upTo + `()(\d{1,2})[./](\d{1,2})(止)?`), "-./", readAsOf},
	{[]string{"截"}, "", regexp.MustCompile(`截(?:至|止)[到至]?` + someYear + `第?` + someN + `季度?末?`), "",
		func(m []string, _, _ string) (Quarter, bool) {
			return Quarter{year(m[0] + m[1]), quarterNumber(m[2])}, true
		}},
	{[]string{"截"}, "", regexp.MustCompile(`截(?:至|止)[到至]?` + someYear + `年?[底末]`), "",
		func(m []string, _, _ string) (Quarter, bool) { return Quarter{year(m[0] + m[1]), 4}, true }},
}

const upTo = `(截(?:至|止)[到至]?|至|到)?(?:今年|本年)?`

func readAsOf(m []string, _, _ string) (Quarter, bool) {
	return asOf(m[0]+m[4], m[1], m[2], m[3])
}

// asOf reads the day that a text counts up to. It lies in the last third of a quarter's
// last month; one word of up-to must be there (截至, 止).
func asOf(words, y, month, day string) (q Quarter, span bool) {
	n := number(month)
	if !strings.ContainsAny(words, "截止") || n < 1 || n > 12 || n%3 != 0 || day != "" && (number(day) < 20 || number(day) > 31) {
		return Quarter{}, false
	}
	return Quarter{year(y), n / 3}, true
}
