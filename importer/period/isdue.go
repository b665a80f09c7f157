package period

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// longestDue is how many characters a text may have that is nothing but by when.
const longestDue = 30

// IsDate reports whether a short text is a day or a month and nothing else, as a column of
// completion dates holds them: 2021.9.28, 9月28日办结, 9月底, 2021年9月. A number that may as well
// be something else (9.3, 3/4, 10-11, 44467) is not taken for one, nor a quarter, a half
// or the end of a year.
func IsDate(text string, year int) bool {
	plain := read(text).plain
	_, ok := wholeDate(plain, year)
	return ok && dayShape(plain)
}

// dayShape reports whether a text that can be read as a date looks like nothing else.
func dayShape(plain string) bool {
	bare, _ := bareDate(plain)
	return strings.Contains(bare, "月") || !strings.Contains(bare, "年") && dateShape.MatchString(bare) || yearFirst.MatchString(bare)
}

var (
	dateShape = regexp.MustCompile(`^(?:(?:19|20)\d\d[-./ ]\d{1,2}(?:[-./ ]\d{1,2}[日号]?)?|\d\d[-./]\d{1,2}[-./]\d{1,2}|(?:19|20)\d\d[01]\d(?:[0-3]\d)?|2\d[01]\d[0-3]\d|\d{1,2}[./](?:\d\d|\d{1,2}[日号])|0\d-\d\d)$`)
	yearFirst = regexp.MustCompile(`^(?:19|20)\d\d年\d`)
)

// IsDue reports whether a short text says by when or how often and nothing else, as a
// deadline column holds it: 年底前, 11月20日前, 每季度, 长期, 6月底前启动，11月底前完成. A plain day or month is
// one too; what is IsDue and not IsDate can only be a deadline. 全年 and 持续推进 stand in
// status columns as well. An empty text and a dash are none.
func IsDue(text string, year int) bool {
	plain := strings.Trim(read(text).plain, edges)
	if plain == "" || nothing.MatchString(plain) || utf8.RuneCountInString(plain) > longestDue {
		return false
	}
	if bareNumber.MatchString(plain) {
		return IsDate(plain, year)
	}
	if _, ok := wholeDue(plain, year); ok {
		return true
	}
	if rhythm.MatchString(plain) || openWhole.MatchString(plain) {
		return true
	}
	if m := recurring.FindStringIndex(plain); m != nil && m[0] == 0 && shortVerb.MatchString(plain[m[1]:]) {
		return true
	}
	return dueClauses(plain, year)
}

// dueClauses reports whether every clause begins with by when and says in a few characters
// what is done by then.
func dueClauses(plain string, year int) bool {
	for _, clause := range strings.FieldsFunc(plain, func(r rune) bool { return strings.ContainsRune("、,;；。", r) }) {
		clause = dueLeading.ReplaceAllString(clause, "")
		m := dueWords.FindStringSubmatchIndex(clause)
		if m == nil || m[0] != 0 || notBefore.MatchString(clause[m[1]:]) || utf8.RuneCountInString(clause[m[1]:]) > 6 {
			return false
		}
		sub := texts(clause, m)
		if _, ok := dueDate(sub[1], sub[2], year); !ok {
			return false
		}
	}
	return true
}

var (
	bareNumber = regexp.MustCompile(`^[\d./ -]+$`)
	shortVerb  = regexp.MustCompile(`^[一二三四五六日]?(?:[之以]?前)?` + dueVerb + `$`)
	openWhole  = regexp.MustCompile(`^(?:(?:全年|常年|长期|持续|常态化?)(?:持续|长期|常态化?|性)*(?:推进|坚持|开展|落实|实施|执行|进行|整改|更新|公开|工作|任务)*` +
		`|(?:及时|定期|适时|即时|实时|随时|立即|动态)(?:推进|开展|落实|整改|更新|公开|完成|办理|调整)*|立[行整]立?改|即知即改|按年(?:公开|更新)?|按上级要求|待上级?通知|待定|[^,。;]*(?:个工作|\d)日内)$`)
)
