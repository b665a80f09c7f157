package reader

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// check reports what the values of a row say against each other (rule 状态).
func (r *Reader) check(ret *returns.Return, row *returns.Row) {
	if row.Ignored != "" {
		return
	}
	s, p := row.Status, row.Percent
	if !s.Given() && len(row.Findings) == 0 {
		where := statusCell(ret, row)
		switch {
		case slices.ContainsFunc(row.Other, func(o returns.Other) bool { return !o.Printed }):
			// It may stand in the column that nobody knows, which has a finding of its own.
		case row.Progress.Given():
			row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, where, "没有读出完成状态", ""))
		default:
			row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, where, "没有写完成状态", ""))
		}
	}
	if s.Given() && p.Given() && s.At != p.At {
		full := p.Value >= 100
		if s.Value == status.Completed && !full || full && (s.Value == status.InProgress || s.Value == status.Behind || s.Value == status.NotStarted) ||
			p.Value > 0 && (s.Value == status.NotStarted || s.Value == status.NotApplicable) {
			row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, s.At,
				"状态填“"+s.Said+"”，完成比例填 "+p.Said, s.Value.Label()))
		}
	}
	if said := r.against(row); said != "" {
		row.Against = said
		row.Findings = append(row.Findings, finding.New(finding.TextContradictsStatus, row.Progress.At, said, s.Value.Label()))
	}
	if on := row.CompletedOn; on.Given() && (s.Value == status.InProgress || s.Value == status.Behind || s.Value == status.NotStarted) && !on.Value.After(ret.Quarter.Value.Last()) {
		row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, s.At,
			"状态填“"+s.Said+"”，却填了完成时间 "+on.Said, s.Value.Label()))
	}
	if s.Value == status.Completed && ret.Evidence && len(row.Evidence) == 0 {
		row.Findings = append(row.Findings, finding.New(finding.EvidenceMissing, at(s.At, row.At), "", ""))
	}
}

// statusCell returns the cell in which the status of a row belongs: that of its table's column, else the progress
// that should tell it, else the row.
func statusCell(ret *returns.Return, row *returns.Row) finding.Place {
	where, from := at(row.Progress.At, row.At), at(row.Progress.At, row.Text.At)
	asked := func(role words.Role) int {
		for i := range ret.Columns {
			c := &ret.Columns[i]
			if c.Role == role && c.At.Sheet() == from.Sheet() && c.At.Row() < from.Row() && (c.Quarter == 0 || c.Quarter == ret.Quarter.Value.N) {
				return c.At.Col()
			}
		}
		return 0
	}
	stands := asked(words.Status)
	for _, role := range []words.Role{words.Progress, words.Requirement} { // whose rows lie below their headings
		if col := asked(role); stands > 0 && col > 0 && col == from.Col() {
			return from.At(from.Row(), stands)
		}
	}
	return where
}

// against returns the clause of the progress that contradicts the status, "" for none. A status that
// was read from the progress itself contradicts nothing.
func (r *Reader) against(row *returns.Row) string {
	if !row.Status.Given() || !row.Progress.Given() || row.Status.At == row.Progress.At {
		return ""
	}
	return r.facts.Grammar.Against(row.Progress.Value, row.Status.Value)
}
