package duty

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
)

// Settle settles who leads. Where nobody leads by a verb, those who answer (负责) lead if
// somebody after them supports (配合); else all are joint.
func Settle(all []Named) Duty {
	is := func(m Side) func(Named) bool { return func(x Named) bool { return x.Side == m } }
	if !slices.ContainsFunc(all, is(Leads)) {
		for i := range all {
			if all[i].Side == answers && slices.ContainsFunc(all[i:], is(Supports)) {
				all[i].Side = Leads
			}
		}
	}
	var duty Duty
	led := slices.ContainsFunc(all, is(Leads))
	seen := map[string]bool{}
	add := func(to *[]roster.Party, fits func(Named) bool) {
		for _, m := range all {
			if key := fold.Key(m.Party.Name); fits(m) && !seen[key] {
				seen[key] = true
				*to = append(*to, m.Party)
			}
		}
	}
	if !led {
		add(&duty.Joint, func(Named) bool { return true })
		return duty
	}
	add(&duty.Lead, is(Leads))
	add(&duty.Support, func(m Named) bool { return m.Side != Leads })
	return duty
}

// resolution is what a name turned out to be. Cells repeat the same names, so it is kept.
type resolution struct {
	party roster.Party
	known bool // a department of the roster or a collective
}

func (d *Grammar) resolve(name string) resolution {
	name = strings.Join(strings.Fields(name), " ")
	if r, ok := d.resolved[name]; ok {
		return r
	}
	r := resolution{roster.Party{Name: name}, true}
	if _, ok := d.roster.Named(name); !ok {
		if c, ok := d.collectives[fold.Key(name)]; ok {
			r.party.Collective = c
		} else if found, ok := d.roster.Find(name, period.Quarter{}); ok {
			r.party.Name = found.Name
		} else {
			r.known = false
		}
	}
	d.resolved[name] = r
	return r
}

// Known reports whether a name is a department of the roster or a collective.
func (d *Grammar) Known(name string) bool { return name != "" && d.resolve(name).known }

// party names a department by its roster name where one is known.
func (d *Grammar) party(name string) roster.Party { return d.resolve(name).party }

// LooksLikeDuty reports whether a text is made of departments and says nothing else.
func (d *Grammar) LooksLikeDuty(text string) bool {
	all := d.parties(text, Unmarked)
	for _, m := range all {
		if m.Party.Collective != "" || d.Known(m.Party.Name) {
			continue
		}
		name := roster.Squeezed(m.Party.Name)
		if len([]rune(name)) > longestName || !unitEnd.MatchString(name) {
			return false
		}
	}
	return len(all) > 0
}

const longestName = 24 // characters of a department's name

var unitEnd = regexp.MustCompile(`(?:股|科|处|室|局|委|办|馆|站|所|队|中心|单位|部门|镇|街道|街|院|厅|会|校|公司|政府|专班|小组|集团|社|台|团|库|机关|银行|组)\)?$`)
