package plan

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/period"
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
			if len(p.Roster.members(party, duty, q)) > 0 {
				duty.Lead, duty.Joint = duty.Joint[i:i+1], nil
				duty.Support = slices.Concat(r.Duty.Joint[i+1:], duty.Support)
				break
			}
		}
	}
	seen := map[string]bool{}
	expand := func(parties []Party) []string {
		var names []string
		for _, party := range parties {
			for _, name := range p.Roster.members(party, duty, q) {
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

// members returns the names behind a party of the duty in quarter q.
func (r *Roster) members(party Party, duty Duty, q period.Quarter) []string {
	if party.Collective == "" {
		if names, ok := r.each(party.Name, q); ok {
			return names
		}
		if heirs := r.Heirs(party.Name, q); heirs != nil {
			return heirs
		}
		if _, ok := r.named(party.Name); ok {
			return nil
		}
		return []string{party.Name}
	}
	var names []string
	for _, d := range r.Departments {
		if !party.Collective.means(d.Kind) || !d.Active.In(q) || party.Collective == OtherSections && (duty.names(d.Name) || slices.ContainsFunc(r.Past(d.Name), duty.names)) {
			continue
		}
		names = append(names, d.Name)
	}
	if len(names) == 0 && !r.has(party.Collective) {
		return []string{party.Name}
	}
	return names
}

// names reports whether the duty names the department itself, outside a collective.
func (d Duty) names(department string) bool {
	for _, parties := range [][]Party{d.Lead, d.Support, d.Joint} {
		if slices.Contains(parties, Party{Name: department}) {
			return true
		}
	}
	return false
}

// twoPlaces are two kinds of places in one word: 各乡镇卫生院 are those of 乡 and those of 镇.
var twoPlaces = []string{"乡镇", "镇乡", "镇街", "街镇", "乡街", "县区", "区县", "市县", "县市", "村居"}

// oneOfTwo returns a kind of unit with each of the two kinds of places that it names, and itself.
func oneOfTwo(kind string) []string {
	kinds := []string{kind}
	for _, two := range twoPlaces {
		if strings.Contains(kind, two) {
			for _, one := range two {
				kinds = append(kinds, strings.Replace(kind, two, string(one), 1))
			}
		}
	}
	return kinds
}

// each returns the departments that 各 before a kind of unit means: 各市场监管所 are all whose name
// ends as it does and holds its characters in their order, those that are valid in q. known is false
// for any other name.
func (r *Roster) each(name string, q period.Quarter) (names []string, known bool) {
	kind, ok := strings.CutPrefix(name, "各")
	if _, own := r.named(name); !ok || own || utf8.RuneCountInString(kind) < 1 {
		return nil, false
	}
	last, _ := utf8.DecodeLastRuneInString(kind)
	kinds := oneOfTwo(kind)
	for i := range r.Departments {
		d := &r.Departments[i]
		if slices.ContainsFunc(append([]string{d.Name}, d.Aliases...), func(own string) bool {
			return strings.HasSuffix(own, string(last)) && slices.ContainsFunc(kinds, func(kind string) bool { return isSubsequence(kind, own) }) && utf8.RuneCountInString(own) > utf8.RuneCountInString(kind)
		}) {
			known = true
			if d.Active.In(q) {
				names = append(names, d.Name)
			}
		}
	}
	return names, known
}
