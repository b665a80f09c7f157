package publish

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/ruling"
)

// accepts reports whether the office has accepted anything doubtful.
func (e *editor) accepts() bool {
	for _, r := range e.ledger.Rulings {
		if r.Act == ruling.Accept && r.Target.Code == finding.PersonDoubtful {
			return true
		}
	}
	return false
}

// acceptedCells returns the cells whose doubtful texts the office has accepted as they now stand:
// what it decides is settled by the ledger, as all rulings are.
func (e *editor) acceptedCells(found [][]caught) map[finding.Place]bool {
	asked := &editor{ledger: e.ledger, reported: map[string]bool{}}
	asked.tell(found)
	cells := map[finding.Place]bool{}
	for _, f := range settle.With(e.ledger, asked.findings).Findings {
		if f.Code == finding.PersonDoubtful && f.Settled {
			cells[f.Place] = true
		}
	}
	return cells
}
