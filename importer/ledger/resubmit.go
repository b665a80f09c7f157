package ledger

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// rivals returns the lines that are still to be merged and answer the same requirement for
// the same desk, several to a group, groups and lines in the order of the returns.
func (m *merge) rivals() [][]*line {
	var rivals [][]*line
	same := sameLines[int]{}
	for _, at := range m.manned {
		rivals = append(rivals, same.groups(m.desks[at], func(l *line) (int, bool) { return l.placed.no, l.fate == Merged })...)
	}
	slices.SortStableFunc(rivals, func(a, b []*line) int { return a[0].index - b[0].index })
	return rivals
}

// repeatedRows settles a requirement that one return answers twice (rule 一表重复): the
// same answer counts once, different answers are all held. A row that the office has
// placed by a ruling stands against the others.
func (m *merge) repeatedRows() {
	for _, lines := range m.rivals() {
		for from, to := 0, 0; from < len(lines); from = to {
			for to < len(lines) && lines[to].ret == lines[from].ret {
				to++ // the lines of one return follow each other
			}
			if to-from > 1 {
				m.settleRepeated(lines[from:to])
			}
		}
	}
}

func (m *merge) settleRepeated(lines []*line) {
	lines = m.giveWay(onlyFirstOfSame(ruledFirst(lines)))
	if len(lines) < 2 {
		return
	}
	for i, l := range lines {
		other := lines[(i+1)%len(lines)]
		l.hold(finding.DuplicateRow)
		l.placed.candidates = []int{l.placed.no}
		l.placed.findings = append(l.placed.findings, finding.New(finding.DuplicateRow, textPlace(l.row),
			RequirementName(m.Requirement(l.placed.no)), textPlace(other.row).Cell()))
	}
}

// onlyFirstOfSame ignores the lines that repeat an earlier one's content and returns the
// others.
func onlyFirstOfSame(lines []*line) []*line {
	var distinct []*line
	for _, l := range lines {
		if slices.ContainsFunc(distinct, func(d *line) bool { return d.row.SaysSame(*l.row) }) {
			l.ignore(returns.Duplicate)
			continue
		}
		distinct = append(distinct, l)
	}
	return distinct
}

// resubmissions settles a requirement that several returns of one department and quarter
// answer (rule 重复报送), each requirement by itself: the same answer counts once; else
// the later stated date or version wins; else all are held until the office decides.
func (m *merge) resubmissions() {
	type pair struct{ loser, other *returns.Return }
	superseded, clashing := map[pair]int{}, map[pair][]*line{}
	var losers, clashers []pair
	for _, group := range m.rivals() {
		lines := m.giveWay(onlyFirstOfSame(ruledFirst(group)))
		if len(lines) < 2 {
			continue
		}
		winner := latest(lines)
		for i, l := range lines {
			if winner == nil {
				l.hold(finding.DuplicateReturn)
				l.placed.candidates = []int{l.placed.no}
				p := pair{l.ret, lines[(i+1)%len(lines)].ret}
				if clashing[p] == nil {
					clashers = append(clashers, p)
				}
				clashing[p] = append(clashing[p], l)
			} else if l != winner {
				l.ignore(returns.Superseded)
				p := pair{l.ret, winner.ret}
				if superseded[p] == 0 {
					losers = append(losers, p)
				}
				superseded[p]++
			}
		}
	}
	for _, p := range losers {
		m.report(finding.New(finding.SupersededReturn, sheetPlace(p.loser),
			fmt.Sprintf("%d 行以 %s 为准", superseded[p], p.other.File), ""), p.loser)
	}
	for _, p := range clashers {
		var names []string
		for _, l := range clashing[p] {
			names = append(names, RequirementName(m.Requirement(l.placed.no)))
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
func latest(lines []*line) *line {
	for _, l := range lines {
		later := true
		for _, o := range lines {
			later = later && (l == o || supersedes(l.ret, o.ret))
		}
		if later {
			return l
		}
	}
	return nil
}

// supersedes reports whether a is the later return: by the dates that both state, or,
// where these don't tell, by the versions that their file names give.
func supersedes(a, b *returns.Return) bool {
	if da, db := a.StatedOn.Value, b.StatedOn.Value; !da.IsZero() && !db.IsZero() && da != db {
		return da.After(db)
	}
	return a.Version > b.Version
}
