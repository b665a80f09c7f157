package rows

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// TakeRounds gives a status to rows that say that the quarter's part is done (本季已完成) where all that
// they answer comes round each quarter: the duty goes on, and with the fourth quarter it is done. Of any other
// requirement nobody knows whether a part of it is meant, and the department is asked.
func (r *Rows) TakeRounds() {
	for _, l := range r.Lines {
		if l.Fate != ledger.Merged || !l.Row.Round.Given() || !r.comesRound(l) {
			continue
		}
		row := *l.Row // it is shared with its return
		row.Status = grid.Read[status.Status]{Value: status.InProgress, Said: row.Round.Value, At: row.Round.At}
		if l.Ret.Quarter.Value.N == lastQuarter {
			row.Status.Value = status.Completed
		}
		row.Findings = slices.DeleteFunc(slices.Clone(row.Findings), func(f finding.Finding) bool { return f.Code == finding.StatusUnknown })
		l.Row = &row
	}
}

// comesRound reports whether all that a line answers comes round each quarter.
func (r *Rows) comesRound(l *Line) bool {
	q, any := l.Ret.Quarter.Value, false
	for no := range l.answers {
		first, round := r.ledger.Requirement(no).Due.Round(q)
		if any = true; !round || first != q {
			return false
		}
	}
	return any
}

// lastQuarter is the quarter with which a year's rounds are done.
const lastQuarter = 4
