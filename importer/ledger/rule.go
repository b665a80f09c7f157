package ledger

import (
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// rowKey returns the key by which a ruling finds the row again after it moved. seen
// counts rows of the same department, quarter and text.
func rowKey(seen map[string]int, row Row) string {
	base := ruling.RowKey(row.Department, row.Quarter.String(), row.Text, 0)
	seen[base]++
	return ruling.RowKey(row.Department, row.Quarter.String(), row.Text, seen[base])
}

// rulings takes over the office's decisions; each is orphaned until it finds its row.
func (m *merge) rulings(rs []ruling.Ruling) {
	for _, r := range rs {
		r.State = ruling.Orphaned
		m.Rulings = append(m.Rulings, r)
	}
}

// ruleRows applies the office's decisions (rule 核定) to the rows that they are about,
// after the rows have been placed and before they are compared with each other.
func (m *merge) ruleRows() {
	if len(m.Rulings) == 0 {
		return
	}
	byKey := map[string]*line{}
	seen := map[string]int{}
	for _, l := range m.lines {
		row := Row{Department: l.ret.Department.Value, Quarter: l.ret.Quarter.Value, Text: rowText(l.row)}
		byKey[rowKey(seen, row)] = l
	}
	for i := range m.Rulings {
		r := &m.Rulings[i]
		l := byKey[r.Target.RowKey]
		if l == nil || !m.applyRuling(r, l) {
			at := finding.Place{File: r.Target.File, Sheet: r.Target.Sheet}
			m.Findings = append(m.Findings, finding.New(finding.RulingOrphaned, at, r.Reason, "").For(r.Target.Department, r.Target.Quarter))
			continue
		}
		r.State = ruling.Applied
	}
}

// applyRuling applies one decision to its line and reports whether it could.
func (m *merge) applyRuling(r *ruling.Ruling, l *line) bool {
	switch r.Act {
	case ruling.Place:
		if r.Requirement < 1 || r.Requirement > len(m.Plan.Requirements) || l.ret.Held != "" {
			return false
		}
		l.fate, l.reason = Merged, ""
		l.placed = placed{no: r.Requirement, match: Match{"ruling", 1}}
	case ruling.Take:
		at := l.row.Status.At
		if at == (finding.Place{}) {
			at = l.row.At
		}
		l.row.Status = grid.Read[returns.Status]{Value: r.Status, Said: r.Status.Label(), At: at}
	case ruling.Ignore:
		l.ignore(returns.RuledOut)
	}
	return true
}
