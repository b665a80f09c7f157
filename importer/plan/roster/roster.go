// Package roster knows the departments: their names in every spelling, the groups that a list
// names by one word, who carries on whose past, and what is a unit's name at all. A text that
// could mean two departments means none.
package roster

import (
	"slices"

	"taizhang/importer/finding"
)

// Kind is what sort of department it is: 股室, 属下单位 or 外单位.
type Kind string

const (
	Section   Kind = "股室"
	Affiliate Kind = "属下单位"
	Outside   Kind = "外单位"
)

// Department is a line of 部门名录.
type Department struct {
	Name    string // the roster name, brackets included
	Kind    Kind
	Aliases []string // as the roster lists them
	Active  Active
	Past    []string // the departments whose past it carries on (承接)
	At      finding.Place

	former []string // names under 承接 that nobody has any more and that it alone carries on

	said *appellations // what it is called, worked out when the roster is read; nil elsewhere
}

// Roster is 部门名录 in its order. Unit is the bureau's own name, which may stand before
// a department's.
type Roster struct {
	Departments []Department
	Unit        string

	names   []textName     // what FindIn looks for, worked out when the roster is read; nil elsewhere
	from    map[rune][]int // the same by first character: places in names
	spelled *spellings     // what Find looks for, likewise
}

// Index works out once what every search needs.
func (r *Roster) Index() {
	for i := range r.Departments {
		r.Departments[i].said = r.Departments[i].called()
	}
	r.names = r.namesInText()
	r.from = map[rune][]int{}
	for i, name := range r.names {
		if len(name.runes) > 0 {
			r.from[name.runes[0]] = append(r.from[name.runes[0]], i)
		}
	}
	r.spelled = r.spellings()
}

// Lists reports whether the name is a department's own in the roster.
func (r *Roster) Lists(name string) bool {
	if r.spelled != nil {
		return r.spelled.own[name]
	}
	_, ok := r.Named(name)
	return ok
}

// Known reports whether the office has given a roster at all.
func (r *Roster) Known() bool { return len(r.Departments) > 0 }

// Has reports whether the collective means anybody.
func (r *Roster) Has(c Collective) bool {
	for _, d := range r.Departments {
		if c.Means(d.Kind) {
			return true
		}
	}
	return false
}

// Means reports whether the collective means departments of a kind.
func (c Collective) Means(kind Kind) bool {
	switch c {
	case AllSections, OtherSections:
		return kind == Section
	case Affiliates:
		return kind == Affiliate
	case Everyone:
		return kind == Section || kind == Affiliate
	}
	return false
}

// Named returns the department with exactly this roster name.
func (r *Roster) Named(name string) (Department, bool) {
	if i := slices.IndexFunc(r.Departments, func(d Department) bool { return d.Name == name }); i >= 0 {
		return r.Departments[i], true
	}
	return Department{}, false
}

// AnswerTo gives the department other aliases. Whoever has done with all departments indexes the
// roster anew.
func (d *Department) AnswerTo(aliases []string) { d.Aliases, d.said = aliases, nil }
