package period

import (
	"regexp"
	"strings"
)

// ParseDate reads the day on which something was done, in any of the field's spellings
// (2021年9月28日, 2021.9.28, 20210928, 9月28日, 二〇二一年九月二十八日, 2021年9月, 9月底, 中旬, 三季度末, a
// serial number typed as text). A month without a day is its last day, 上旬 and 中旬 are the
// 10th and the 20th, a quarter is its last day; a day without a year takes year, and is no
// date where that is 0. A two-digit year is one within five years of year.
//
// Words around a day are stepped over (已于…办结, 左右, a weekday, a time of day), but not 预计 or
// 计划. What something is to be done by (9月28日前) is a deadline and no date; ParseDue reads
// it. Days that the calendar lacks, years outside 1900 to 2100 and several days are no
// dates, nor is a range, unless it is said to have ended in the work being done
// (9月1日至28日完成): then its last day. 2021.1 may be a 2021.10 that a spreadsheet stored as a
// number, and is no date; 2021.01 and 2021.10 are.
func ParseDate(s string, year int) (Date, bool) { return wholeDate(read(s).plain, year) }

// longestDate is how many bytes a date and the words around it may take.
const longestDate = 160

// wholeDate reads a prepared text that is a date and the words around it.
func wholeDate(plain string, year int) (Date, bool) {
	if len(plain) > longestDate || !mayDate(plain) {
		return Date{}, false
	}
	bare, tail := bareDate(plain)
	if strings.Contains(strings.ReplaceAll(tail, "提前", ""), "前") {
		return Date{}, false
	}
	if m := dayRange.FindStringSubmatch(bare); m != nil && doneWord.MatchString(tail) {
		bare = m[1] + m[3] + m[4]
		if m[3] == "" {
			bare = m[1] + m[2] + m[4]
		}
	}
	return dayOf(bare, year)
}

// mayDate reports whether a text holds a figure or 年, as every date does.
func mayDate(plain string) bool {
	return strings.ContainsFunc(plain, func(r rune) bool {
		switch r {
		case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '年':
			return true
		}
		return isDigit(r)
	})
}

// bareDate takes the words before and behind a date away; tail is what stood behind.
func bareDate(plain string) (bare, tail string) {
	bare = strings.Trim(plain, edges)
	if first := after(bare, 0); strings.ContainsRune(leads, first) {
		bare = leading.ReplaceAllString(bare, "")
	}
	whole := bare
	for range 4 { // （周二） 10:30 已 完成
		if !mayTrail(bare) {
			break
		}
		cut := strings.TrimRight(trailing.ReplaceAllString(bare, ""), edges)
		if cut == bare || cut == "" {
			break
		}
		bare = cut
	}
	return bare, whole[len(bare):]
}

// mayTrail is a quick look, by which most texts end in nothing that trailing takes: a figure ends a time of
// day there, and 日 a weekday.
func mayTrail(bare string) bool {
	last := before(bare, len(bare))
	switch {
	case isDigit(last):
		return strings.ContainsAny(bare, ":时点")
	case strings.ContainsRune("一二三四五六日天", last):
		return strings.Contains(bare, "周") || strings.Contains(bare, "星期")
	}
	return strings.ContainsRune(trails, last)
}

const edges = ".。,，;；、()\":"

// What leading may begin with and trailing end in, but for digits: most dates have neither.
const (
	leads  = "完办报填上公发落日时已于约截至在"
	trails = "时点分午上晚Z)一二三四五六日天右许止前成结毕位送报交开布发实号线束了改作"
)

var (
	leading  = regexp.MustCompile(`^(?:(?:完成|办结|报送|填报|上报|填表|公开|发布|落实)(?:日期|时间|于):?|(?:日期|时间):|已|于|约|截至|截止到?|至|在)+`)
	trailing = regexp.MustCompile(`(?:(?:上午|下午|中午|晚上?)?\d{1,2}[时点](?:\d{1,2}分?)?|上午|下午|早上|晚上?|[ T]?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+\d\d:?\d\d)?|\(?(?:周|星期)[一二三四五六日天]\)?|左右|许|止|[之以]?前|` + doneWords + `)$`)
	doneWord = regexp.MustCompile(doneWords)
	// dayRange is 9月1日至28日 and 2021年9月1日-9月28日: the year, the month, the last day's own month, the day.
	dayRange = regexp.MustCompile(`^((?:(?:` + fullYear + `|\d\d)年)?)(` + aMonth + `月)` + aDay + `[日号]?[-~至到](` + aMonth + `月)?(` + aDay + `[日号])$`)
)

const (
	aDay      = `(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})`
	doneWords = `(?:已|提前|全部|全面|均|予以|了)*(?:(?:完成|办理|整改)?(?:完成|办结|完毕|到位)|完结|报送|上报|提交|公开|公布|发布|印发|落实|销号|上线|结束|召开)(?:了|整改|报送|公开|工作)?`
)

// dayOf reads a text that is a date and nothing else.
func dayOf(bare string, year int) (Date, bool) {
	for _, p := range datePatterns {
		if m := p.words.FindStringSubmatch(bare); m != nil {
			return sound(p.read(m[1:], year))
		}
	}
	if !strings.ContainsAny(bare, "季Qq") {
		return Date{}, false
	}
	if q, ok := ParseQuarter(bare); ok {
		if q.Year == 0 {
			q.Year = year
		}
		return sound(q.Last())
	}
	return Date{}, false
}

// sound passes on a day that the calendar has, from 1900 to 2100.
func sound(d Date) (Date, bool) {
	if !d.Valid() || d.Year > 2100 {
		return Date{}, false
	}
	return d, true
}

// datePattern is one spelling of a date. read gets the submatches and the year to take.
type datePattern struct {
	words *regexp.Regexp
	read  func(m []string, year int) Date
}

const writtenYear = `(` + fullYear + `|\d\d)年度?`

var datePatterns = []datePattern{
	{regexp.MustCompile(`^(?:` + writtenYear + `)?` + num + `月份?(?:` + num + `[日号]?)?$`),
		func(m []string, y int) Date { return day(yearOr(m[0], y), number(m[1]), m[2]) }},
	{regexp.MustCompile(`^(?:` + writtenYear + `)?` + num + `月份?(底|末|初|上旬|中旬|下旬)$`),
		func(m []string, y int) Date { return part(yearOr(m[0], y), number(m[1]), m[2]) }},
	{regexp.MustCompile(`^(?:` + writtenYear + `年?|(今年|本年|当年)年?度?|年)[底末]$`),
		func(m []string, y int) Date { return Date{yearOr(m[0], y), 12, 31} }},
	{regexp.MustCompile(`^(?:` + writtenYear + `)?(上|下)半年$`),
		func(m []string, y int) Date { return half(yearOr(m[0], y), m[1]) }},
	{regexp.MustCompile(`^((?:19|20)\d\d)年?([-./])(\d{1,2})(?:[-./](\d{1,2})[日号]?)?$`), numericDate},
	{regexp.MustCompile(`^((?:19|20)\d\d)年( ?)(\d{1,2})[-./](\d{1,2})[日号]?$`), numericDate},
	{regexp.MustCompile(`^((?:19|20)\d\d)( )(\d{1,2}) (\d{1,2})$`), numericDate},
	{regexp.MustCompile(`^(\d\d)[-./](\d{1,2})[-./](\d{1,2})$`),
		func(m []string, y int) Date { return day(near(number(m[0]), y), number(m[1]), m[2]) }},
	{regexp.MustCompile(`^(\d{1,2})[-./](\d{1,2})[日号]?$`),
		func(m []string, y int) Date { return day(y, number(m[0]), m[1]) }},
	{regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)$`),
		func(m []string, _ int) Date { return day(number4(m[0]), number(m[1]), m[2]) }},
	{regexp.MustCompile(`^(\d\d)(\d\d)(\d\d)$`), sixDigits},
	{regexp.MustCompile(`^(\d{5})(?:\.\d+)?$`), serialText},
}

// numericDate reads 2021.9.28 and 2021.09. 2021.1 is what is left of 2021.10 where it was typed as a number.
func numericDate(m []string, _ int) Date {
	if m[1] == "." && m[2] == "1" && m[3] == "" {
		return Date{}
	}
	return day(number4(m[0]), number(m[2]), m[3])
}
