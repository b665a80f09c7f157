package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// rivals returns the lines that are still to be merged and answer the same requirement for
// the same desk, several to a group, groups and lines in the order of the returns. A line
// that cites several requirements stands in a group for each.
func (m *merge) rivals() [][]answer {
	var rivals [][]answer
	var all []answer
	same := sameLines[answer, int]{}
	for _, at := range m.manned {
		all = all[:0]
		for _, l := range m.desks[at] {
			if l.fate != Merged {
				continue
			}
			for no := range l.answers {
				all = append(all, answer{l, no})
			}
		}
		rivals = append(rivals, same.groups(all, func(a answer) (int, bool) { return a.no, true })...)
	}
	slices.SortStableFunc(rivals, func(a, b []answer) int { return cmp.Or(a[0].index-b[0].index, a[0].no-b[0].no) })
	return rivals
}

// repeatedRows settles a requirement that one return answers twice (rule 一表重复): the
// same answer counts once, different answers are all held. A row that the office has
// placed by a ruling stands against the others.
func (m *merge) repeatedRows() {
	var repeated [][]answer
	for _, lines := range m.rivals() {
		for from, to := 0, 0; from < len(lines); from = to {
			for to < len(lines) && lines[to].ret == lines[from].ret {
				to++ // the lines of one return follow each other
			}
			if to-from > 1 {
				repeated = append(repeated, lines[from:to])
			}
		}
	}
	clashing, settled := parted(repeated, func(c contest) bool { return len(c.stay) > 1 })
	for _, c := range clashing {
		held := m.holdAll(c, finding.DuplicateRow)
		for i, l := range held {
			l.placed.findings = append(l.placed.findings, finding.New(finding.DuplicateRow, textPlace(l.row),
				RequirementName(m.Requirement(l.no)), textPlace(held[(i+1)%len(held)].row).Cell()))
		}
	}
	for _, c := range settled {
		m.oneStays(c)
	}
}

// pair is two returns of which one replaces, or contradicts, the other.
type pair struct{ loser, other *returns.Return }

// resubmissions settles a requirement that several returns of one department and quarter
// answer (rule 重复报送), each requirement by itself: the same answer counts once; else
// the later stated date or version wins; else all are held until the office decides.
func (m *merge) resubmissions() {
	clashing, settled := parted(m.rivals(), func(c contest) bool { return len(c.stay) > 1 && latest(c.stay) == nil })
	m.holdClashing(clashing)
	superseded := map[pair][]*line{}
	var losers []pair
	for _, c := range settled {
		m.oneStays(c)
		winner := latest(c.stay)
		if winner == nil {
			continue
		}
		for _, l := range c.stay {
			if l.line == winner || !l.leave(l.no, returns.Superseded) {
				continue
			}
			if l.ret.Restates && !winner.ret.Restates {
				m.tellRestated(l, winner)
			}
			p := pair{l.ret, winner.ret}
			if superseded[p] == nil {
				losers = append(losers, p)
			}
			if !slices.Contains(superseded[p], l.line) {
				superseded[p] = append(superseded[p], l.line)
			}
		}
	}
	for _, p := range losers {
		found := finding.New(finding.SupersededReturn, sheetPlace(p.loser), fmt.Sprintf("%d 行以 %s 为准", len(superseded[p]), p.other.File), "")
		if p.loser.Restates && !p.other.Restates {
			found.Message, found.Hint = fmt.Sprintf(printedAgain, len(superseded[p]), p.other.File), "不用处理。"
		}
		m.report(found, p.loser)
	}
}

// holdClashing holds the lines of which none is the later one, and says so once for each
// pair of returns.
func (m *merge) holdClashing(contests []contest) {
	clashing := map[pair][]answer{}
	var clashers []pair
	for _, c := range contests {
		held := m.holdAll(c, finding.DuplicateReturn)
		for i, l := range held {
			p := pair{l.ret, held[(i+1)%len(held)].ret}
			if clashing[p] == nil {
				clashers = append(clashers, p)
			}
			clashing[p] = append(clashing[p], l)
		}
	}
	for _, p := range clashers {
		var names []string
		for _, l := range clashing[p] {
			names = append(names, RequirementName(m.Requirement(l.no)))
		}
		text := textPlace(clashing[p][0].row)
		at := sheetPlace(p.loser).At(text.Row(), text.Col())
		f := finding.New(finding.DuplicateReturn, at,
			fmt.Sprintf("%s（%s）", p.other.File, strings.Join(names, "、")), "")
		f.RowKey = clashing[p][0].key
		m.report(f, p.loser)
	}
}

func (m *merge) report(f finding.Finding, ret *returns.Return) {
	m.Findings = append(m.Findings, f.For(ret.Department.Value, ret.Quarter.Value.String()))
}

func sheetPlace(ret *returns.Return) finding.Place {
	return finding.In(ret.File, ret.Sheet)
}

// latest returns the line whose return is later than every other line's, nil where that
// can't be said.
func latest(lines []answer) *line {
	for _, l := range lines {
		later := true
		for _, o := range lines {
			later = later && (l == o || supersedes(l.ret, o.ret))
		}
		if later {
			return l.line
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

// keepOther adds texts under headings that nobody knows, which a repeating row says and this
// one does not.
func (l *line) keepOther(others []returns.Other) {
	for _, o := range others {
		if !slices.ContainsFunc(l.row.Other, func(own returns.Other) bool { return own.Heading == o.Heading && own.Text == o.Text }) {
			kept := *l.row // the row is shared with its return
			kept.Other = append(slices.Clip(kept.Other), o)
			l.row = &kept
		}
	}
}
