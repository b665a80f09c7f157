package check

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/period"
	"taizhang/importer/plan"
)

// Orphans is the rule 无人负责: the list names somebody for a requirement, and from a
// quarter on nobody is left whose word would count. The whole year is looked at, whatever
// quarter the ledger is drawn up for: the office can still say who takes over.
func Orphans(l *ledger.Ledger, duties standing.Duties) {
	for i := range l.Plan.Requirements {
		req := &l.Plan.Requirements[i]
		q, orphaned := orphanedFrom(l, duties, req)
		if !orphaned {
			continue
		}
		at := req.Duty.Said.At
		if at.File() == "" {
			at = req.Text.At
		}
		said := ledger.RequirementName(req)
		if ended := ended(l.Plan, req, q); len(ended) > 0 {
			said += "，" + strings.Join(ended, "，")
		}
		l.Findings = append(l.Findings, finding.New(finding.RequirementOrphaned, at, said, q.Short()).For("", q.String()))
	}
}

// orphanedFrom returns the quarter from which on nobody answers for a requirement. One of
// which the list itself names nobody has a finding of its own.
func orphanedFrom(l *ledger.Ledger, duties standing.Duties, req *plan.Requirement) (from period.Quarter, orphaned bool) {
	if len(req.Duty.Lead)+len(req.Duty.Joint) == 0 {
		return from, false
	}
	for _, q := range slices.Backward((period.Quarter{Year: l.Year, N: 4}).Until()) {
		switch {
		case !req.Active.In(q):
		case len(duties.Assigned(req.No, q).Deciders()) > 0:
			return from, orphaned
		default:
			from, orphaned = q, true
		}
	}
	return from, orphaned
}

// ended says of the departments that the list names for a requirement which of them no longer
// counts in a quarter, and since when.
func ended(p *plan.Plan, req *plan.Requirement, q period.Quarter) (said []string) {
	for _, party := range slices.Concat(req.Duty.Lead, req.Duty.Joint) {
		i := slices.IndexFunc(p.Roster.Departments, func(d plan.Department) bool { return d.Name == party.Name })
		if i < 0 {
			continue
		}
		switch active := p.Roster.Departments[i].Active; {
		case !active.Until.IsZero() && !q.Before(active.Until):
			said = append(said, party.Name+"从"+active.Until.Short()+"起停用")
		case q.Before(active.From):
			said = append(said, party.Name+"到"+active.From.Short()+"才启用")
		}
	}
	return said
}
