package period

import (
	"regexp"
	"strconv"
	"strings"
)

// ParseDate reads a date in any of the field's spellings (2021年9月28日, 2021.9.28,
// 20210928, 9月28日, 二〇二一年九月二十八日, 2021年9月, 9月底, 中旬, 三季度末, a serial number
// typed as text). A month without a day is its last day, 上旬 and 中旬 are the 10th and the
// 20th, a quarter is its last day; a day without a year takes year, and is no date where
// that is 0. A two-digit year is one within five years of year.
//
// Words around a day are stepped over (已于…完成, 左右, 前, a time of day), but not 预计 or 计划,
// and a whole month or quarter followed by 前 is not read: before September is not September. Days that the
// calendar lacks and ranges are no dates. 2021.10 that a spreadsheet stored as the number
// 2021.1 can't be told from January here; the caller sees the number.
func ParseDate(s string, year int) (Date, bool) {
	plain := leading.ReplaceAllString(strings.Trim(read(s).plain, ".。,，;；、()"), "")
	bare := trailing.ReplaceAllString(plain, "")
	if strings.Contains(plain[len(bare):], "前") && wholePeriod.MatchString(bare) {
		return Date{}, false
	}
	for _, p := range datePatterns {
		if m := p.words.FindStringSubmatch(bare); m != nil {
			d := p.read(m[1:], year)
			return d, d.Valid()
		}
	}
	if q, ok := ParseQuarter(strings.TrimSuffix(bare, "末")); ok && strings.ContainsAny(bare, "季Qq") {
		if q.Year == 0 {
			q.Year = year
		}
		d := q.Last()
		return d, d.Valid()
	}
	return Date{}, false
}

var (
	leading  = regexp.MustCompile(`^(?:已?于|约|截至|截止到?|至|在)+`)
	trailing = regexp.MustCompile(`(?:[ T]?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?|\(?(?:周|星期)[一二三四五六日天]\)?|左右|止|[之以]?前?(?:已|全部)*(?:完成|办结|报送|公开)|[之以]?前)$`)
	// wholePeriod is a stretch of time whose "before" may mean its beginning or its end.
	wholePeriod = regexp.MustCompile(`月份?$|季度?$|[Qq]\d$|半年$`)
)

// datePattern is one spelling of a date. read gets the submatches and the year to take.
type datePattern struct {
	words *regexp.Regexp
	read  func(m []string, year int) Date
}

const writtenYear = `(` + fullYear + `|\d\d)年度?`

var datePatterns = []datePattern{
	{regexp.MustCompile(`^(?:` + writtenYear + `)?` + num + `月份?(?:` + num + `[日号])?$`),
		func(m []string, y int) Date { return day(yearOr(m[0], y), number(m[1]), m[2]) }},
	{regexp.MustCompile(`^(?:` + writtenYear + `)?` + num + `月份?(底|末|初|上旬|中旬|下旬)$`),
		func(m []string, y int) Date { return part(yearOr(m[0], y), number(m[1]), m[2]) }},
	{regexp.MustCompile(`^(?:` + writtenYear + `|(今年|本年|当年))?年?度?[底末]$`),
		func(m []string, y int) Date { return Date{yearOr(m[0], y), 12, 31} }},
	{regexp.MustCompile(`^(?:` + writtenYear + `)?(上|下)半年$`),
		func(m []string, y int) Date { return half(yearOr(m[0], y), m[1]) }},
	{regexp.MustCompile(`^((?:19|20)\d\d)([-./])(\d{1,2})(?:[-./](\d{1,2}))?$`),
		func(m []string, _ int) Date { return day(number4(m[0]), number(m[2]), m[3]) }},
	{regexp.MustCompile(`^(\d\d)[-./](\d{1,2})[-./](\d{1,2})$`),
		func(m []string, y int) Date { return day(near(number(m[0]), y), number(m[1]), m[2]) }},
	{regexp.MustCompile(`^(\d{1,2})[-./](\d{1,2})$`),
		func(m []string, y int) Date { return day(y, number(m[0]), m[1]) }},
	{regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)$`),
		func(m []string, _ int) Date { return day(number4(m[0]), number(m[1]), m[2]) }},
	{regexp.MustCompile(`^(\d\d)(\d\d)(\d\d)$`), sixDigits},
	{regexp.MustCompile(`^(\d{5})(?:\.\d+)?$`), serialText},
}

// day returns the day of a month; without one, the month's last day.
func day(y, month int, d string) Date {
	switch {
	case month < 1 || month > 12:
		return Date{}
	case d == "":
		return Date{y, month, daysIn(y, month)}
	}
	return Date{y, month, number(d)}
}

// part returns the last day of a part of a month.
func part(y, month int, which string) Date {
	switch which {
	case "初", "上旬":
		return day(y, month, "10")
	case "中旬":
		return day(y, month, "20")
	}
	return day(y, month, "")
}

func half(y int, which string) Date {
	if which == "上" {
		return Date{y, 6, 30}
	}
	return Date{y, 12, 31}
}

// sixDigits reads 202109 as a month and 210928 as a day, whichever the calendar has.
func sixDigits(m []string, y int) Date {
	if month := number(m[2]); (m[0] == "19" || m[0] == "20") && month >= 1 && month <= 12 {
		return day(number4(m[0]+m[1]), month, "")
	}
	return day(near(number(m[0]), y), number(m[1]), m[2])
}

// serialText reads a serial number, only where it falls close to the year in question.
func serialText(m []string, y int) Date {
	serial, _ := strconv.ParseFloat(m[0], 64)
	if d, ok := FromSerial(serial, false); ok && near(d.Year-2000, y) != 0 {
		return d
	}
	return Date{}
}

// near returns the year 20yy where it lies within five years of y, else 0.
func near(yy, y int) int {
	if full := 2000 + yy; full >= y-5 && full <= y+5 {
		return full
	}
	return 0
}

func yearOr(said string, y int) int {
	if said == "" {
		return y
	}
	return year(said)
}

func number4(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
