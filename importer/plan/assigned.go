package plan

import (
	"slices"

	"taizhang/importer/period"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster"
)

// Assigned returns who answers for r in quarter q: collectives expanded over the roster as
// valid in q, departments that are not valid then left out. A collective without a member
// in the roster, and a name that the roster lacks, stand as written. Where nobody is
// marked as leading and the setting 无牵头时 is 首位牵头, the first party leads and the
// others support.
func (p *Plan) Assigned(r *Requirement, q period.Quarter) Assigned {
	duty := r.Duty
	if p.Settings.FirstLeads && len(duty.Lead) == 0 {
		for i, party := range duty.Joint {
			if len(members(&p.Roster, party, duty, q)) > 0 {
				duty.Lead, duty.Joint = duty.Joint[i:i+1], nil
				duty.Support = slices.Concat(r.Duty.Joint[i+1:], duty.Support)
				break
			}
		}
	}
	seen := map[string]bool{}
	expand := func(parties []roster.Party) []string {
		var names []string
		for _, party := range parties {
			for _, name := range members(&p.Roster, party, duty, q) {
				if !seen[name] {
					seen[name] = true
					names = append(names, name)
				}
			}
		}
		return names
	}
	return Assigned{Lead: expand(duty.Lead), Joint: expand(duty.Joint), Support: expand(duty.Support)}
}

// Behind returns the departments that a party of r stands for in quarter q: of a collective its members, where the
// roster has any.
func (p *Plan) Behind(r *Requirement, party Party, q period.Quarter) []string {
	return members(&p.Roster, party, r.Duty, q)
}

// members returns the names behind a party of the duty in quarter q.
func members(r *roster.Roster, party roster.Party, duty duty.Duty, q period.Quarter) []string {
	if party.Collective == "" {
		if names, ok := r.Each(party.Name, q); ok {
			return names
		}
		if heirs := r.Heirs(party.Name, q); heirs != nil {
			return heirs
		}
		if _, ok := r.Named(party.Name); ok {
			return nil
		}
		return []string{party.Name}
	}
	var names []string
	for _, d := range r.Departments {
		if !party.Collective.Means(d.Kind) || !d.Active.In(q) || party.Collective == roster.OtherSections && (duty.Names(d.Name) || slices.ContainsFunc(r.Past(d.Name), duty.Names)) {
			continue
		}
		names = append(names, d.Name)
	}
	if len(names) == 0 && !r.Has(party.Collective) {
		return []string{party.Name}
	}
	return names
}
