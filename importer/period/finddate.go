package period

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// longestStatus is how many characters, less the titles in 《》, a text may have in which a day is looked for.
const longestStatus = 40

// FindDate returns the one day that stands in a short status text, and the words as
// written: 已完成（9月20日）, 9月20日办结. A month without a day is its last day. It gives false
// where the text is prose, names no day or several, and where the day is by when (9月20日前),
// since when (9月20日起), up to when (截至9月20日), planned (预计9月20日) or denied (9月20日未完成). Of several
// days the latest counts where the text says that all was done on it
// (9月5日印发方案，9月20日全部办结).
func FindDate(text string, year int) (on Date, said string, ok bool) {
	r := read(text)
	plain := r.blankQuoted()
	if utf8.RuneCountInString(strings.ReplaceAll(plain, "\x00", "")) > longestStatus {
		return Date{}, "", false
	}
	days := daysSaid(plain, year)
	if len(days) == 0 {
		return Date{}, "", false
	}
	last, several := days[0], false
	for _, d := range days {
		several = several || d.on != last.on
		if d.on.After(last.on) {
			last = d
		}
	}
	if several && !finishes.MatchString(plain[last.hi:]) {
		return Date{}, "", false
	}
	return last.on, r.said(last.lo, last.hi), true
}

// saidDay is a day that stands at plain[lo:hi].
type saidDay struct {
	lo, hi int
	on     Date
}

// daysSaid returns the days of a text on which something was done, clause by clause.
func daysSaid(plain string, year int) (days []saidDay) {
	for _, clause := range clauses.FindAllStringIndex(plain, -1) {
		words := plain[clause[0]:clause[1]]
		if !mayDate(words) {
			continue
		}
		if notDone.MatchString(asPlanned.ReplaceAllString(words, "")) {
			continue
		}
		for _, piece := range pieces.FindAllStringIndex(words, -1) {
			days = append(days, daysInPiece(plain, clause[0]+piece[0], clause[0]+piece[1], year)...)
		}
	}
	return days
}

// daysInPiece reads plain[lo:hi], where no bracket stands: as a whole, else by its 月.
func daysInPiece(plain string, lo, hi, year int) (days []saidDay) {
	piece := plain[lo:hi]
	if d, ok := wholeDate(piece, year); ok && dayShape(piece) && !strings.Contains(piece, "截") {
		bare, _ := bareDate(piece)
		lo += strings.Index(piece, bare)
		if rest := plain[lo+len(bare):]; noEnd.MatchString(plain[:lo]) || noDay.MatchString(rest) {
			return nil
		}
		return []saidDay{{lo, lo + len(bare), d}}
	}
	for _, words := range dayWords {
		for _, m := range words.FindAllStringSubmatchIndex(piece, -1) {
			from, to := lo+m[2], lo+m[3]
			if isDigit(before(plain, from)) || isDigit(after(plain, to)) && isDigit(before(plain, to)) || noEnd.MatchString(plain[:from]) || noDay.MatchString(plain[to:]) {
				continue
			}
			if d, ok := dayOf(plain[from:to], year); ok {
				days = append(days, saidDay{from, to, d})
			}
		}
	}
	return days
}

var (
	clauses = regexp.MustCompile(`[^,。;；\x00]+`)
	pieces  = regexp.MustCompile(`[^()"]+`)
	// asPlanned says that it was done, though it speaks of a plan.
	asPlanned = regexp.MustCompile(`(?:按照?|根据|依据|如期)[^,。;]{0,4}?(?:计划|要求|目标)`)
	notDone   = regexp.MustCompile(`未|没|尚|无法|不能|不再|预计|计划|拟|将|力争|争取|确保|下一?步|准备|打算|(?:^|[^接招看])待|预期|目标|要求|应[于在]|须|需|定于`)
	// finishes is what follows a day on which all was done: the verb without an object.
	finishes = regexp.MustCompile(`^(?:已|全部|全面|均|予以|最终|正式)*(?:完成|办结|完结|完毕|销号|办理完毕|整改到位|整改完成|完成整改)[)。,;.]*$`)
	dayWords = []*regexp.Regexp{
		regexp.MustCompile(`((?:(?:` + fullYear + `|\d\d)年)?` + aMonth + `月(?:` + aDay + `[日号]|[底末]|[上中下]旬))`),
		regexp.MustCompile(`((?:(?:` + fullYear + `|\d\d)年)?` + aMonth + `月)份?(?:已|全部|均)*(?:完成|办结|完结|销号|印发|公开|报送)`),
		regexp.MustCompile(`((?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})`),
		regexp.MustCompile(`((?:19|20)\d\d[01]\d[0-3]\d)`),
	}
	noEnd = regexp.MustCompile(`(?:截至|截止到?|自|从|由|至|到|[-~、]|每年?)$`)
	noDay = regexp.MustCompile(`^(?:\)[之以]?前|(?:\([^()]{1,6}\))?[之以]?(?:前|后|来)|起|开始|启动|[-~至到]|[、和及]\d)`)
)
