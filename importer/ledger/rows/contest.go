package rows

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// contest is the lines that answer one requirement for one desk, weighed against each other.
type contest struct {
	distinct []Answer // that say something of their own
	repeats  []Answer // that say the same as one of these
	stay     []Answer // those of distinct that no ruled one stands against
}

// weigh weighs the lines. Of those that say the same the ruled one counts, then the later
// return's, then the one that answers least beside.
func weigh(lines []Answer) contest {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b Answer) int {
		if by := cmp.Or(b.weight()-a.weight(), len(a.Placed.Also)-len(b.Placed.Also)); by != 0 || len(a.Placed.Also) == 0 {
			return by
		}
		return cmp.Or(a.Index-b.Index, cmp.Compare(a.Key, b.Key)) // which of them comes first on the sheet is chance
	})
	var c contest
	for _, l := range lines {
		i := slices.IndexFunc(c.distinct, func(d Answer) bool { return d.Row.SaysSame(*l.Row) })
		switch {
		case i < 0:
			c.distinct = append(c.distinct, l)
		case l.weight() == c.distinct[i].weight() && supersedes(l.Ret, c.distinct[i].Ret):
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
func parted(groups [][]Answer, clash func(contest) bool) (clashing, others []contest) {
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
func (r *Rows) holdAll(c contest, why finding.Code) []Answer {
	r.giveWay(c.distinct)
	held := slices.Clone(c.stay)
	for _, l := range c.repeats {
		if len(l.Placed.Also) > 0 {
			held = append(held, l)
		} else {
			l.leave(l.No, returns.Duplicate)
		}
	}
	slices.SortStableFunc(held, func(a, b Answer) int { return a.Number - b.Number })
	for _, l := range held {
		l.hold(why)
		l.Placed.Candidates = l.Placed.All()
	}
	return held
}

// oneStays takes back the lines that say the same as another or give way to a ruled one.
func (r *Rows) oneStays(c contest) {
	c.leaveRepeats()
	r.giveWay(c.distinct)
}

// leaveRepeats takes back the lines that say the same as another.
func (c contest) leaveRepeats() {
	for _, l := range c.repeats {
		if i := slices.IndexFunc(c.distinct, func(d Answer) bool { return d.Row.SaysSame(*l.Row) }); i >= 0 {
			c.distinct[i].keepOther(l.Row.Other)
		}
		l.leave(l.No, returns.Duplicate)
	}
}
