package rows

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
)

// giveWay is the part of the rule 核定 that decides between rows on one requirement: those
// that the office placed there stand, the others give way and are reported. A return that
// is decidedly later need not: the ruling said where a row belongs, not that a department
// may never correct it.
func (r *Rows) giveWay(lines []Answer) {
	for _, l := range lines {
		i := ruledAgainst(l, lines)
		if i < 0 || !l.leave(l.No, returns.Superseded) {
			continue
		}
		ruled := lines[i]
		f := finding.New(finding.SupersededReturn, ledger.TextPlace(l.Row), "", "")
		f.Message = "办公室核定以另一行（" + ledger.TextPlace(ruled.Row).String() + "）为" + ledger.RequirementName(r.ledger.Requirement(l.No)) + "的情况，这一行不再计入。"
		f.Hint = "无需处理；如核定有误，请在“待核对”的核定栏改正。"
		f.RowKey = l.Key
		r.report(f, l.Ret)
	}
}

// ruledAgainst returns which of the lines one has to give way to, -1 for none.
func ruledAgainst(l Answer, lines []Answer) int {
	return slices.IndexFunc(lines, func(r Answer) bool { return r.weight() > l.weight() && !corrects(l.Ret, r.Ret) })
}

// corrects reports whether a is decidedly later than the return b of a ruled row. Where the office took the
// row by which a later table prints the quarter once more, the quarter's own return corrects it only by a later date.
func corrects(a, b *returns.Return) bool {
	if b.Restates && !a.Restates {
		da, db := a.StatedOn.Value, b.StatedOn.Value
		return !da.IsZero() && !db.IsZero() && da.After(db)
	}
	return supersedes(a, b)
}
