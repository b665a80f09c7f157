package plan

import (
	"taizhang/importer/grid"
	"taizhang/importer/plan/duty"
)

// findLeadRule looks for such a sentence on the sheets of the list. Labels and names that
// stand in the list itself are too short to be one.
func findLeadRule(sheets []*grid.Sheet) duty.LeadRule {
	for _, s := range sheets {
		for row := 1; row <= s.LastRow(); row++ {
			for c := 1; c <= s.Width(); c++ {
				cell := s.Cell(row, c)
				if cell.IsEmpty() || cell.Covered() || !duty.SpeaksOfLeads(cell.Text) {
					continue
				}
				if rule := duty.ReadLeadRule(readCell(cell)); rule.By != duty.ByNothing {
					return rule
				}
			}
		}
	}
	return duty.LeadRule{}
}
