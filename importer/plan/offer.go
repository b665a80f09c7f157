package plan

import (
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/sheets"
)

// longestNote is how long a text above or below a list may be that says when returns are due, in bytes.
const longestNote = 1500

// offerOf returns the deadline that the list itself gives above its first requirement, below its last, or on
// another sheet: what stands among the requirements is to be done, and says nothing of returns. Where two notes
// differ, neither is offered.
func (p *Plan) offerOf(all []*grid.Sheet) (offer sheets.Offer) {
	for _, s := range all {
		first, last := p.rowsOn(s)
		for row := 1; row <= s.LastRow(); row++ {
			if first <= row && row <= last {
				continue
			}
			for c := 1; c <= s.Width(); c++ {
				cell := s.Cell(row, c)
				if cell.IsEmpty() || cell.Covered() || len(cell.Text) > longestNote {
					continue
				}
				d, said, ok := period.FindDeadline(cell.Text, p.Year)
				if ok && offer.Said != "" && d.Plainly() != offer.Deadline.Plainly() {
					return sheets.Offer{}
				}
				if ok && offer.Said == "" {
					offer = sheets.Offer{Deadline: d, Said: said, At: cell.At()}
				}
			}
		}
	}
	return offer
}

// rowsOn returns the rows of the first and the last requirement on a sheet, 0 where it has none.
func (p *Plan) rowsOn(s *grid.Sheet) (first, last int) {
	for i := range p.Requirements {
		at := p.Requirements[i].Text.At
		if at.At(0, 0) == s.Place() {
			if first == 0 || at.Row() < first {
				first = at.Row()
			}
			last = max(last, at.Row())
		}
	}
	return first, last
}
