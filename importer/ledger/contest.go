package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// contest is the lines that answer one requirement for one desk, weighed against each other.
type contest struct {
	distinct []answer // that say something of their own
	repeats  []answer // that say the same as one of these
	stay     []answer // those of distinct that no ruled one stands against
}

// weigh weighs the lines. Of those that say the same the ruled one counts, then the later
// return's, then the one that answers least beside.
func weigh(lines []answer) contest {
	ruled := func(l answer) int {
		if l.byRuling() {
			return 0
		}
		return 1
	}
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b answer) int {
		if by := cmp.Or(ruled(a)-ruled(b), len(a.placed.also)-len(b.placed.also)); by != 0 || len(a.placed.also) == 0 {
			return by
		}
		return cmp.Or(a.index-b.index, cmp.Compare(a.key, b.key)) // which of them comes first on the sheet is chance
	})
	var c contest
	for _, l := range lines {
		i := slices.IndexFunc(c.distinct, func(d answer) bool { return d.row.SaysSame(*l.row) })
		switch {
		case i < 0:
			c.distinct = append(c.distinct, l)
		case l.byRuling() == c.distinct[i].byRuling() && supersedes(l.ret, c.distinct[i].ret):
			c.repeats = append(c.repeats, c.distinct[i])
			c.distinct[i] = l
		default:
			c.repeats = append(c.repeats, l)
		}
	}
	for _, l := range c.distinct {
		if ruledAgainst(l, c.distinct) < 0 {
			c.stay = append(c.stay, l)
		}
	}
	return c
}

// parted weighs groups of lines and parts those that clash from the others. All are weighed
// before any line is held, so that the order of the requirements doesn't show in a row that
// cites several.
func parted(groups [][]answer, clash func(contest) bool) (clashing, others []contest) {
	for _, lines := range groups {
		if c := weigh(lines); clash(c) {
			clashing = append(clashing, c)
		} else {
			others = append(others, c)
		}
	}
	return clashing, others
}

// holdAll holds the lines that clash, and returns them in the order of their sheets. One that
// repeats another is not counted, unless it answers more than this: it waits with the others.
func (m *merge) holdAll(c contest, why finding.Code) []answer {
	m.giveWay(c.distinct)
	held := slices.Clone(c.stay)
	for _, l := range c.repeats {
		if len(l.placed.also) > 0 {
			held = append(held, l)
		} else {
			l.leave(l.no, returns.Duplicate)
		}
	}
	slices.SortStableFunc(held, func(a, b answer) int { return a.number - b.number })
	for _, l := range held {
		l.hold(why)
		l.placed.candidates = l.placed.all()
	}
	return held
}

// oneStays takes back the lines that say the same as another or give way to a ruled one.
func (m *merge) oneStays(c contest) {
	for _, l := range c.repeats {
		if i := slices.IndexFunc(c.distinct, func(d answer) bool { return d.row.SaysSame(*l.row) }); i >= 0 {
			c.distinct[i].keepOther(l.row.Other)
		}
		l.leave(l.no, returns.Duplicate)
	}
	m.giveWay(c.distinct)
}
