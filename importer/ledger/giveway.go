package ledger

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

func (l *line) byRuling() bool { return l.placed.match.By == "ruling" }

// ruledFirst puts the rows that the office placed before the others.
func ruledFirst(lines []*line) []*line {
	rank := func(l *line) int {
		if l.byRuling() {
			return 0
		}
		return 1
	}
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b *line) int { return rank(a) - rank(b) })
	return lines
}

// giveWay is the part of the rule 核定 that decides between rows on one requirement: those
// that the office placed there stand, the others give way and are reported. A return that
// is decidedly later need not: the ruling said where a row belongs, not that a department
// may never correct it.
func (m *merge) giveWay(lines []*line) []*line {
	var stay []*line
	for _, l := range lines {
		i := slices.IndexFunc(lines, func(r *line) bool { return r.byRuling() && !supersedes(l.ret, r.ret) })
		if l.byRuling() || i < 0 {
			stay = append(stay, l)
			continue
		}
		l.ignore(returns.Superseded)
		ruled := lines[i]
		f := finding.New(finding.SupersededReturn, textPlace(l.row), "", "")
		f.Message = "办公室核定以另一行（" + textPlace(ruled.row).String() + "）为" + RequirementName(m.Requirement(l.placed.no)) + "的情况，这一行不再计入。"
		f.Hint = "无需处理；如核定有误，请在“待核对”的核定栏改正。"
		f.RowKey = l.key
		m.report(f, l.ret)
	}
	return stay
}
