package ruling

import (
	"regexp"
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/plan"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Readings are the office's answers on headings: those of the sheet 读法, and what 词表 says
// beforehand. A reader asks them before it looks at a column.
type Readings struct {
	taught   words.Taught
	answers  []Ruling
	scopes   []words.Scope    // of the answers
	exact    map[string][]int // answers by folded heading
	timeless map[string][]int // the same without its quarter
}

// NewReadings takes the answers out of what the office decided; other acts are passed over.
// Answers that contradict each other are none, and their Why says so.
func NewReadings(p *plan.Plan, rulings []Ruling) *Readings {
	rs := &Readings{taught: p.Taught, exact: map[string][]int{}, timeless: map[string][]int{}}
	for _, r := range rulings {
		if r.Act == Column {
			r, scope := r.resolved(p)
			rs.answers, rs.scopes = append(rs.answers, r), append(rs.scopes, scope)
		}
	}
	rs.contradict()
	for i, r := range rs.answers {
		if r.Why != "" {
			continue
		}
		key := fold.Key(r.Target.Heading)
		rs.exact[key] = append(rs.exact[key], i)
		if key = withoutQuarter(key); key != "" {
			rs.timeless[key] = append(rs.timeless[key], i)
		}
	}
	return rs
}

// contradict notes on answers for the same column and scope that they say different things.
// None of them holds: which one the office means can't be known.
func (rs *Readings) contradict() {
	type of struct {
		heading, left, right string
		scope                words.Scope
	}
	same := map[of][]int{}
	for i, r := range rs.answers {
		if r.Why == "" {
			at := of{fold.Key(r.Target.Heading), fold.Key(r.Target.Beside[0]), fold.Key(r.Target.Beside[1]), rs.scopes[i]}
			same[at] = append(same[at], i)
		}
	}
	for _, list := range same {
		if !slices.ContainsFunc(list, func(i int) bool { return rs.answers[i].Role != rs.answers[list[0]].Role }) {
			continue
		}
		for _, i := range list {
			rs.answers[i].Why = "同一个表头有不同的读法，请只留一种"
		}
	}
}

// Answers returns the answers of 读法 in the order in which they were given, as far as they
// are understood with the roster.
func (rs *Readings) Answers() []Ruling { return rs.answers }

// Office returns what the office said that a heading means; it fits table.Known. The
// narrowest answer speaks. Between one of 读法 and one of 词表 for the same scope the one of
// 读法 does: it was given before the heading itself.
func (rs *Readings) Office(a table.Asked) (words.Role, bool) {
	i := rs.Answer(a)
	role, narrow, said := rs.taughtOf(a)
	if i >= 0 && (!said || rs.scopes[i].Narrow(a.Department, a.File) >= narrow) {
		return rs.answers[i].Role, true
	}
	return role, said
}

// SpeaksFor reports whether an answer of 读法 or of 词表 holds for a department alone.
func (rs *Readings) SpeaksFor(department string) bool {
	return department != "" && (slices.ContainsFunc(rs.scopes, func(s words.Scope) bool { return s.Department == department }) ||
		slices.ContainsFunc(rs.taught, func(l words.Lesson) bool { return l.Scope.Department == department }))
}

// Door returns Office, nil where there is nothing to ask.
func (rs *Readings) Door() func(table.Asked) (words.Role, bool) {
	if len(rs.exact) == 0 && !slices.ContainsFunc(rs.taught, func(l words.Lesson) bool { return l.Kind == words.OfColumn }) {
		return nil
	}
	return rs.Office
}

// Answer returns which of the answers of 读法 speaks of a heading, -1 for none.
func (rs *Readings) Answer(a table.Asked) int {
	key := fold.Key(a.Heading)
	if key == "" {
		return -1
	}
	if i := rs.best(rs.exact[key], a); i >= 0 {
		return i
	}
	return rs.best(rs.timeless[withoutQuarter(key)], a)
}

// best returns the answer of the narrowest scope, of equal ones the one that was given between
// the same neighbours. Where equal ones differ nobody knows.
func (rs *Readings) best(list []int, a table.Asked) int {
	best, weight := -1, 0
	for _, i := range list {
		narrow, beside := rs.scopes[i].Narrow(a.Department, a.File), rs.answers[i].Target.beside(a.Neighbours)
		if narrow == 0 || beside < 0 {
			continue
		}
		switch w := 4*narrow + beside; {
		case w > weight:
			best, weight = i, w
		case w == weight && best >= 0 && rs.answers[best].Role != rs.answers[i].Role:
			best = -1
		}
	}
	return best
}

// beside returns how many neighbours of an answer stand beside a heading: 0 too where the
// answer was given for the heading alone, and -1 where none of those that it was given between
// does.
func (t Target) beside(sides [2]string) int {
	if t.Beside == [2]string{} {
		return 0
	}
	n := -1 // an edge on the same side is no neighbour
	for i, side := range t.Beside {
		if key := withoutQuarter(fold.Key(side)); key != "" && key == withoutQuarter(fold.Key(sides[i])) {
			n = max(n, 0) + 1
		}
	}
	return n
}

func (rs *Readings) taughtOf(a table.Asked) (words.Role, int, bool) {
	if role, narrow, said := rs.taught.Role(a.Heading, a.Department, a.File); said {
		return role, narrow, true
	}
	key := withoutQuarter(fold.Key(a.Heading))
	if key == "" {
		return "", 0, false
	}
	return rs.taught.Role(key, a.Department, a.File)
}

var quarterInHeading = regexp.MustCompile(`第[一二三四1-4]季度?|[一二三四1-4]季度|q[1-4]`)

// Timeless is a heading as an answer on it holds for the same heading of another quarter: folded, without
// its quarter. "" is a heading that says nothing else.
func Timeless(heading string) string { return withoutQuarter(fold.Key(heading)) }

// withoutQuarter takes the name of a quarter out of a folded heading, so that what was said of
// 第一季度进展 holds for 第二季度进展. A year stays: last year's column is another one.
func withoutQuarter(key string) string { return quarterInHeading.ReplaceAllString(key, "") }
