package status

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// A duty that comes round each quarter is answered by the quarter: 本季已完成, 二季度自查已完成. Of any
// other duty nobody knows whether a part of it is meant or when all of it was done.

// RoundDone returns the clause with which a text opens or closes and which says that the part of one
// quarter is done, and the quarter that it names, 0 for 本季; said is "" for none.
func (g *Grammar) RoundDone(text string) (said string, quarter int) {
	if !strings.Contains(text, "季") {
		return "", 0
	}
	clauses := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("。；;，,、（）()【】[]\n", r) })
	for i, clause := range clauses {
		if i > 0 && i < len(clauses)-1 {
			continue
		}
		if n, ok := g.roundDone(fold.Compact(clause)); ok {
			return strings.TrimSpace(clause), n
		}
	}
	return "", 0
}

var (
	// season opens a clause that speaks of one quarter.
	season = regexp.MustCompile(`^(?:目前|截至目前)?(?:[本这当该]个?季度?|第?([一二三四1-4])季度)的?`)
	// seasonLast is a clause that names the quarter behind the word that says it done: 已完成一季度自查.
	seasonLast = regexp.MustCompile(`^(已经?(?:\p{Han}{2}))了?(?:[本这当该]个?季度?|第?([一二三四1-4])季度)的?\p{Han}{0,8}$`)
)

// roundDone reports whether a clause says that the part of a quarter is done, and of which.
func (g *Grammar) roundDone(clause string) (quarter int, ok bool) {
	if m := seasonLast.FindStringSubmatch(clause); m != nil && g.Cell(m[1]).Status == Completed {
		return seasonNumber(m[2]), true
	}
	m := season.FindStringSubmatch(clause)
	if m == nil {
		return 0, false
	}
	rest := clause[len(m[0]):]
	for range mostNamed { // what the part is called may stand before the word: 自查已完成
		switch g.Cell(rest).Status {
		case Completed:
			return seasonNumber(m[1]), true
		case NoStatus:
		default:
			return 0, false
		}
		r, size := utf8.DecodeRuneInString(rest)
		if size == 0 || strings.ContainsRune(notDoneYet, r) {
			return 0, false
		}
		rest = rest[size:]
	}
	return 0, false
}

const (
	mostNamed  = 9                 // characters of what the part is called, and one
	notDoneYet = "未没不无非待将拟预计需须争力难" // no part is called so; it is not done or still to come
)

// seasonNumber is the number of a quarter, 0 for one that goes by no number.
func seasonNumber(said string) int {
	if at := strings.Index("一二三四", said); said != "" && at >= 0 {
		return at/len("一") + 1
	}
	if len(said) == 1 && said[0] >= '1' && said[0] <= '4' {
		return int(said[0] - '0')
	}
	return 0
}
