package rows

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
)

// rivals returns the lines that are still to be merged and answer the same requirement for
// the same desk, several to a group, groups and lines in the order of the returns. A line
// that cites several requirements stands in a group for each.
func (r *Rows) rivals() [][]Answer {
	var rivals [][]Answer
	var all []Answer
	same := sameLines[Answer, int]{}
	for _, at := range r.manned {
		all = all[:0]
		for _, l := range r.Desks[at] {
			if l.Fate != ledger.Merged {
				continue
			}
			for no := range l.answers {
				all = append(all, Answer{l, no})
			}
		}
		rivals = append(rivals, same.groups(all, func(a Answer) (int, bool) { return a.No, true })...)
	}
	slices.SortStableFunc(rivals, func(a, b []Answer) int { return cmp.Or(a[0].Index-b[0].Index, a[0].No-b[0].No) })
	return rivals
}

// SettleRepeated settles a requirement that one return answers twice (rule 一表重复): the
// same answer counts once, different answers are all held. A row that the office has
// placed by a ruling stands against the others; several that it placed there are told together.
func (r *Rows) SettleRepeated() {
	var repeated [][]Answer
	for _, lines := range r.rivals() {
		for from, to := 0, 0; from < len(lines); from = to {
			for to < len(lines) && lines[to].Ret == lines[from].Ret {
				to++ // the lines of one return follow each other
			}
			if to-from > 1 {
				repeated = append(repeated, lines[from:to])
			}
		}
	}
	clashing, settled := parted(repeated, func(c contest) bool { return len(c.stay) > 1 && c.parts() == nil })
	for _, c := range clashing {
		held := r.holdAll(c, finding.DuplicateRow)
		for i, l := range held {
			l.Placed.Findings = append(l.Placed.Findings, finding.New(finding.DuplicateRow, ledger.TextPlace(l.Row),
				ledger.RequirementName(r.ledger.Requirement(l.No)), ledger.TextPlace(held[(i+1)%len(held)].Row).Cell()))
		}
	}
	for _, c := range settled {
		c.leaveRepeats()
		join(c.parts())
		r.giveWay(slices.DeleteFunc(c.distinct, func(l Answer) bool { return l.with != nil }))
	}
}

// pair is two returns of which one replaces, or contradicts, the other.
type pair struct{ loser, other *returns.Return }

// SettleResubmitted settles a requirement that several returns of one department and quarter
// answer (rule 重复报送), each requirement by itself: the same answer counts once; else
// the later stated date or version wins; else all are held until the office decides.
func (r *Rows) SettleResubmitted() {
	superseded := map[pair][]*Line{}
	var losers []pair
	lost := func(l, winner *Line) {
		p := pair{l.Ret, winner.Ret}
		if superseded[p] == nil {
			losers = append(losers, p)
		}
		if !slices.Contains(superseded[p], l) {
			superseded[p] = append(superseded[p], l)
		}
	}
	for _, part := range r.renewParts() {
		lost(part.part, part.by)
	}
	clashing, settled := parted(r.rivals(), func(c contest) bool { return len(c.stay) > 1 && latest(c.stay) == nil })
	r.holdClashing(clashing)
	for _, c := range settled {
		r.oneStays(c)
		winner := latest(c.stay)
		if winner == nil {
			continue
		}
		for _, l := range c.stay {
			parts := l.parts
			if l.Line == winner || !l.leave(l.No, returns.Superseded) {
				continue
			}
			if l.Ret.Restates && !winner.Ret.Restates {
				r.tellRestated(l, winner)
			}
			lost(l.Line, winner)
			for _, part := range parts {
				lost(part, winner)
			}
		}
	}
	for _, p := range losers {
		found := finding.New(finding.SupersededReturn, ledger.SheetPlace(p.loser), fmt.Sprintf("%d 行以 %s 为准", len(superseded[p]), p.other.File), "")
		if p.loser.Restates && !p.other.Restates {
			found.Message, found.Hint = fmt.Sprintf(printedAgain, len(superseded[p]), p.other.File), "不用处理。"
		}
		r.report(found, p.loser)
	}
}

// holdClashing holds the lines of which none is the later one, and says so once for each
// pair of returns.
func (r *Rows) holdClashing(contests []contest) {
	clashing := map[pair][]Answer{}
	var clashers []pair
	for _, c := range contests {
		held := r.holdAll(c, finding.DuplicateReturn)
		for i, l := range held {
			p := pair{l.Ret, held[(i+1)%len(held)].Ret}
			if clashing[p] == nil {
				clashers = append(clashers, p)
			}
			clashing[p] = append(clashing[p], l)
		}
	}
	for _, p := range clashers {
		var names []string
		for _, l := range clashing[p] {
			names = append(names, ledger.RequirementName(r.ledger.Requirement(l.No)))
		}
		text := ledger.TextPlace(clashing[p][0].Row)
		at := ledger.SheetPlace(p.loser).At(text.Row(), text.Col())
		f := finding.New(finding.DuplicateReturn, at,
			fmt.Sprintf("%s（%s）", p.other.File, strings.Join(names, "、")), "")
		f.RowKey = clashing[p][0].Key
		r.report(f, p.loser)
	}
}

func (r *Rows) report(f finding.Finding, ret *returns.Return) {
	r.ledger.Findings = append(r.ledger.Findings, f.For(ret.Department.Value, ret.Quarter.Value.String()))
}

// latest returns the line whose return is later than every other line's, nil where that
// can't be said.
func latest(lines []Answer) *Line {
	for _, l := range lines {
		later := true
		for _, o := range lines {
			later = later && (l == o || supersedes(l.Ret, o.Ret))
		}
		if later {
			return l.Line
		}
	}
	return nil
}

// supersedes reports whether a is the later return: by the dates that both state, or,
// where these don't tell, by the versions that their file names give.
func supersedes(a, b *returns.Return) bool {
	if a.Restates != b.Restates {
		return b.Restates // what was said in its own quarter stands against what is printed once more
	}
	if da, db := a.StatedOn.Value, b.StatedOn.Value; !da.IsZero() && !db.IsZero() && da != db {
		return da.After(db)
	}
	return a.Version > b.Version
}
