package plan

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
)

// settleDuty settles who leads. Where nobody leads by a verb, those who answer (负责) lead if
// somebody after them supports (配合); else all are joint.
func settleDuty(all []marked) Duty {
	is := func(m mark) func(marked) bool { return func(x marked) bool { return x.mark == m } }
	if !slices.ContainsFunc(all, is(leads)) {
		for i := range all {
			if all[i].mark == answers && slices.ContainsFunc(all[i:], is(supports)) {
				all[i].mark = leads
			}
		}
	}
	var duty Duty
	led := slices.ContainsFunc(all, is(leads))
	seen := map[string]bool{}
	add := func(to *[]roster.Party, fits func(marked) bool) {
		for _, m := range all {
			if key := fold.Key(m.party.Name); fits(m) && !seen[key] {
				seen[key] = true
				*to = append(*to, m.party)
			}
		}
	}
	if !led {
		add(&duty.Joint, func(marked) bool { return true })
		return duty
	}
	add(&duty.Lead, is(leads))
	add(&duty.Support, func(m marked) bool { return m.mark != leads })
	return duty
}

// resolution is what a name turned out to be. Cells repeat the same names, so it is kept.
type resolution struct {
	party roster.Party
	known bool // a department of the roster or a collective
}

func (d *dutyReader) resolve(name string) resolution {
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

func (d *dutyReader) known(name string) bool { return name != "" && d.resolve(name).known }

// party names a department by its roster name where one is known.
func (d *dutyReader) party(name string) roster.Party { return d.resolve(name).party }
