package ledger

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

func (l *line) byRuling() bool { return l.placed.match.By == "ruling" }

// giveWay is the part of the rule 核定 that decides between rows on one requirement: those
// that the office placed there stand, the others give way and are reported. A return that
// is decidedly later need not: the ruling said where a row belongs, not that a department
// may never correct it.
func (m *merge) giveWay(lines []answer) {
	for _, l := range lines {
		i := ruledAgainst(l, lines)
		if i < 0 || !l.leave(l.no, returns.Superseded) {
			continue
		}
		ruled := lines[i]
		f := finding.New(finding.SupersededReturn, textPlace(l.row), "", "")
		f.Message = "办公室核定以另一行（" + textPlace(ruled.row).String() + "）为" + RequirementName(m.Requirement(l.no)) + "的情况，这一行不再计入。"
		f.Hint = "无需处理；如核定有误，请在“待核对”的核定栏改正。"
		f.RowKey = l.key
		m.report(f, l.ret)
	}
}

// ruledAgainst returns which of the lines one has to give way to, -1 for none.
func ruledAgainst(l answer, lines []answer) int {
	if l.byRuling() {
		return -1
	}
	return slices.IndexFunc(lines, func(r answer) bool { return r.byRuling() && !supersedes(l.ret, r.ret) })
}
