package period

import (
	"regexp"
	"strings"
)

// Due is when a requirement is due: a date, or a phrase that recurs, or neither.
type Due struct {
	On        Date
	Recurring string // the phrase as written: 每年至少更新一次
	Said      string // the words that the date was read from: 2021年底前
}

// FindDue reads the due date out of a requirement's sentence: 2021年底前, 11月20日前,
// 每年至少更新一次. year is the list's year; a date of an earlier year is no due date. Only
// a day that something is to be done by counts (前, 底完成), never one inside 《》 or 〔〕. Of
// several, the latest is taken: the requirement is not done before that. A date goes
// before a phrase that recurs.
func FindDue(text string, year int) Due {
	r := read(text)
	plain := blankQuoted(r.plain)
	var due Due
	if m := recurring.FindStringIndex(plain); m != nil {
		due.Recurring = r.said(m[0], m[1])
		plain = recurring.ReplaceAllStringFunc(plain, func(s string) string { return strings.Repeat("\x00", len(s)) })
	}
	for _, m := range dueWords.FindAllStringSubmatchIndex(plain, -1) {
		if next := after(plain, m[1]); next == '后' || next == '期' || isDigit(before(plain, m[0])) {
			continue // 前后, 前期
		}
		sub := texts(plain, m)
		d, ok := dueDate(sub[1], sub[2], year)
		if !ok || d.Year < year || d.Compare(due.On) < 0 {
			continue
		}
		due = Due{On: d, Said: r.said(m[0], m[1])}
	}
	return due
}

// ParseDue reads a cell of a deadline column; ok is false where it holds a phrase that is
// neither a date, nor recurring, nor open-ended (长期, 持续推进, 全年, 及时, and days counted
// from an event: 信息形成之日起20个工作日内). An empty cell is ok and gives no date.
func ParseDue(text string, year int) (due Due, ok bool) {
	r := read(text)
	plain := strings.Trim(r.plain, ".。,，;；")
	if plain == "" || open.MatchString(plain) {
		return Due{}, true
	}
	if d, ok := dueDate("", plain, year); ok {
		return Due{On: d, Said: strings.TrimSpace(text)}, true
	}
	if recurring.MatchString(plain) && strings.HasPrefix(plain, "每") {
		return Due{Recurring: strings.TrimSpace(text)}, true
	}
	due = FindDue(text, year)
	return due, due != Due{}
}

// dueDate reads the words of a due date. relative is 今年, 明年 or "".
func dueDate(relative, words string, year int) (Date, bool) {
	if strings.ContainsAny(relative, "明次下") {
		year++
	}
	if m := wholeYears.FindStringSubmatch(words); m != nil {
		d := Date{yearOr(m[1], year), 12, 31}
		return d, d.Valid()
	}
	return ParseDate(words, year)
}

var (
	// recurring is a phrase that comes round: with a count (每年至少听取1次), with a day
	// (每年1月31日前, 每季度末), or bare (每月).
	recurring = regexp.MustCompile(`每(?:个)?(?:半年|年|季度|季|月|周|星期|日|天)` +
		`(?:(?:[^,，。;；:：、\x00]{0,12}?(?:\d+|[一二两三四五六七八九十]+)(?:至\d+)?(?:次|场|期|篇|条|批|轮|份))(?:以上)?` +
		`|(?:\d{1,2}、)*` + num + `月(?:\d{1,2}日|底|末)?(?:[之以]?前)?` +
		`|[底末初]?(?:\d{1,2}[日号])?(?:[之以]?前)?)`)
	dueWords = regexp.MustCompile(`(今年|本年|当年|明年|次年|下一年)?(?:度)?(` +
		`(?:(?:` + fullYear + `|\d\d)年)?` + num + `月(?:` + num + `[日号]|底|末|上旬|中旬|下旬)` +
		`|(?:(?:` + fullYear + `|\d\d)年)?度?年?[底末]` +
		`|(?:(?:` + fullYear + `|\d\d)年)?第?[一二三四1-4]季度末)(?:[之以]?前|完成|办结)`)
	wholeYears = regexp.MustCompile(`^(?:(?:` + fullYear + `)年?[-至到])?(?:(` + fullYear + `)年度?|年)内?(?:完成)?$`)
	open       = regexp.MustCompile(`^(?:全年.*|长期.*|持续.*|常年.*|常态.*|及时.*|定期.*|适时.*|即时.*|实时|随时|立即.*|动态.*|按.*|待.*|根据.*|视.*|无|-+|/|.*(?:日内|工作日|同步|起))$`)
)
