package period

import (
	"regexp"
	"strings"
)

// Due is when a requirement is due: a date, or a phrase that recurs, or neither.
type Due struct {
	On        Date
	Recurring string // the phrase as written: 每年至少更新一次
	Said      string // the words that the date was read from: 2021年底前; of an open end, what it says: 长期坚持
}

// Named reports a due date or a phrase that recurs: an open end is neither.
func (d Due) Named() bool { return !d.On.IsZero() || d.Recurring != "" }

// Round returns the first quarter of the round of a recurring duty that q belongs to: q itself for
// what comes round every month or quarter, the half-year's first for 每半年. ok is false where the
// duty comes round once a year or not at all.
func (d Due) Round(q Quarter) (first Quarter, ok bool) {
	if !d.On.IsZero() || d.Recurring == "" {
		return Quarter{}, false
	}
	plain := read(d.Recurring).plain
	switch {
	case halfYearly.MatchString(plain):
		return Quarter{Year: q.Year, N: q.N - (q.N+1)%2}, true
	case yearly.MatchString(plain) && !severalMonths.MatchString(plain):
		return Quarter{}, false
	}
	return q, true
}

// Again reports whether a duty that comes round is to be told of anew in q, whatever was said of it in an earlier
// quarter: that was said of a round that is over.
func (d Due) Again(said, q Quarter) bool {
	first, ok := d.Round(q)
	return ok && said.Before(first)
}

// FindDue reads the due date out of a requirement's sentence: 2021年底前, 11月20日前,
// 每年至少更新一次. year is the list's year; a date of an earlier year is no due date. Only
// a day that something is to be done by counts (前, 底完成, 不迟于), never one inside 《》 or 〔〕
// or one on which something has been done (已于). A half-year, a quarter or the year within which something is to be
// done (上半年完成, 年内办结) counts by its last day, unless the sentence goes on to a later one. Of several, the
// latest is taken: the requirement is not done before that. 到2025年 counts where no other day is named. A date
// goes before a phrase that recurs.
func FindDue(text string, year int) Due {
	r := read(text)
	plain := r.blankQuoted()
	var due Due
	if m := recurring.FindStringIndex(plain); m != nil {
		due.Recurring = r.said(m[0], m[1])
		plain = replaceAt(recurring, plain, func(int, int) bool { return true })
	}
	for _, words := range []*regexp.Regexp{dueWords, numericWords, latestWords, withinWords} {
		for _, m := range words.FindAllStringSubmatchIndex(plain, -1) {
			if isDigit(before(plain, m[0])) || isDigit(after(plain, m[1])) || alreadyDone.MatchString(plain[:m[0]]) || notBefore.MatchString(plain[m[1]:]) ||
				words == numericWords && strings.ContainsRune("./-", before(plain, m[0])) {
				continue
			}
			sub := texts(plain, m)
			d, ok := dueDate(sub[1], sub[2], year)
			if words == withinWords && later.MatchString(plain[m[1]:]) {
				continue // the stretch is for a part of it
			}
			if !ok || d.Year < year || d.Compare(due.On) < 0 {
				continue
			}
			due = Due{On: d, Said: r.said(m[0], m[1])}
		}
	}
	if due.On.IsZero() {
		if m := untilYear.FindStringSubmatchIndex(plain); m != nil {
			if d, ok := dueDate("", plain[m[2]:m[3]], year); ok && d.Year >= year {
				return Due{On: d, Said: r.said(m[0], m[1])}
			}
		}
	}
	return due
}

// ParseDue reads a cell of a deadline column: by when (年底前, 三季度末前, 于9月30日前, a bare day,
// month, quarter or year, which is due by its last day, as is a range: 7-9月), how often
// (每季度, 季度末, 按月, 每月25日前), or open-ended (长期, 持续推进, 全年, 及时, and days counted from
// an event: 信息形成之日起20个工作日内), which gives its words alone. Of several dates the latest is when the whole is due. ok is
// false where the cell says anything else; an empty one is ok and gives no date.
func ParseDue(text string, year int) (due Due, ok bool) {
	plain := strings.Trim(read(text).plain, edges)
	if plain == "" || nothing.MatchString(plain) {
		return Due{}, true
	}
	if d, ok := wholeDue(plain, year); ok {
		return Due{On: d, Said: strings.TrimSpace(text)}, true
	}
	due = FindDue(text, year)
	switch {
	case !due.On.IsZero():
		return due, true
	case rhythm.MatchString(plain), strings.HasPrefix(plain, "每") && due.Recurring != "":
		return Due{Recurring: strings.TrimSpace(text)}, true
	case due.Recurring != "":
		return due, true
	}
	if open.MatchString(plain) {
		return Due{Said: strings.TrimSpace(text)}, true
	}
	return Due{}, false
}

// wholeDue reads a text that is one date, a range or a list of dates and nothing else. A
// range and a list are due by their end.
func wholeDue(plain string, year int) (Date, bool) {
	if d, ok := dueDate("", plain, year); ok {
		return d, true
	}
	bare, tail := bareDate(plain)
	if strings.HasPrefix(plain, "已") {
		return Date{}, false
	}
	if hits := hitsIn(bare); len(hits) == 1 && strings.ContainsAny(bare, "季月Qq") && hits[0].lo == 0 && hits[0].hi == len(bare) && !strings.Contains(tail, "前") {
		q := hits[0].quarter
		if q.Year == 0 {
			q.Year = year
		}
		return sound(q.Last())
	}
	if m := monthRange.FindStringSubmatch(strings.TrimSuffix(bare, "底")); m != nil && !strings.Contains(tail, "前") && number(m[2]) < number(m[3]) {
		return dayOf(m[1]+m[3]+"月", year)
	}
	if m := dayRange.FindStringSubmatch(bare); m != nil {
		return dayOf(m[1]+firstOf(m[3], m[2])+m[4], year)
	}
	return latestOf(plain, year)
}

// monthRange is months from one to another of the same year, of which the last bears 月: 5月至9月, 5-9月.
var monthRange = regexp.MustCompile(`^(\d{4}年)?(\d{1,2})(?:月(?:份)?)?\s*[-~—–至到]+\s*(\d{1,2})月(?:份)?$`)

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// latestOf reads several dates in a row: 6月底、12月底, 6、12月.
func latestOf(plain string, year int) (latest Date, ok bool) {
	list := strings.FieldsFunc(plain, func(r rune) bool { return strings.ContainsRune("、,;；和及", r) })
	if len(list) < 2 {
		return Date{}, false
	}
	for i, piece := range list {
		d, ok := dueDate("", piece, year)
		switch {
		case ok:
		case i < len(list)-1 && bareMonth.MatchString(piece) && strings.Contains(list[len(list)-1], "月"):
			continue // its 月 stands behind the last one
		default:
			return Date{}, false
		}
		if d.After(latest) {
			latest = d
		}
	}
	return latest, true
}

// dueDate reads the words of a due date. relative is 今年, 明年 or "", where words may
// begin with it. What is due before a
// whole month or quarter may mean its beginning or its end, and is not read.
func dueDate(relative, words string, year int) (Date, bool) {
	if strings.ContainsAny(relative, "明次下来") {
		year++
	}
	words = dueLeading.ReplaceAllString(words, "")
	if strings.HasPrefix(words, "已") {
		return Date{}, false
	}
	if m := relativeYear.FindString(words); m != "" && relative == "" && m != words {
		rest := words[len(m):]
		if strings.HasPrefix(rest, "底") || strings.HasPrefix(rest, "末") {
			rest = "年" + rest // 今年底
		}
		return dueDate(m, rest, year)
	}
	bare, tail := bareDate(words)
	if within := strings.TrimSuffix(bare, "内"); within != bare && wholePeriod.MatchString(within) {
		bare = within
	}
	if m := wholeYears.FindStringSubmatch(bare); m != nil && !strings.Contains(tail, "前") {
		return sound(Date{yearOr(m[1], year), 12, 31})
	}
	if strings.Contains(tail, "前") && wholePeriod.MatchString(bare) || dayRange.MatchString(bare) {
		return Date{}, false
	}
	return dayOf(bare, year)
}
