package reader

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// check reports what the values of a row say against each other (rule 状态).
func (r *Reader) check(ret *returns.Return, row *returns.Row) {
	if row.Ignored != "" {
		return
	}
	s, p := row.Status, row.Percent
	if !s.Given() && len(row.Findings) == 0 {
		where := row.Progress.At
		if !row.Progress.Given() {
			where = row.At
		}
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

// against returns the clause of the progress that contradicts the status, "" for none. A status that
// was read from the progress itself contradicts nothing.
func (r *Reader) against(row *returns.Row) string {
	if !row.Status.Given() || !row.Progress.Given() || row.Status.At == row.Progress.At {
		return ""
	}
	return r.facts.Grammar.Against(row.Progress.Value, row.Status.Value)
}
