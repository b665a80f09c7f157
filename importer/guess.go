package importer

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
)

// guess says of the files that gave no return, scans among them, whose they are and of which quarter, so that
// a department whose file can't be read is not told that it has sent nothing. What the path says
// goes before what stands in the file.
func (r *result) guess(p *plan.Plan) {
	known := rosterOf(p)
	for i := range r.inputs {
		if in := &r.inputs[i]; in.State == ledger.FileFailed || in.State == ledger.FileAttachment {
			in.Department = cmp.Or(departmentOf(known, in.File), in.Department)
			if q := quarterOf(p.Year, in.File); !q.IsZero() {
				in.Quarter = q
			}
		}
	}
}

// rosterOf returns the roster; where the office has none, the names that the list gives
// tasks to stand for it.
func rosterOf(p *plan.Plan) *plan.Roster {
	if p.Roster.Known() {
		return &p.Roster
	}
	r, known := &plan.Roster{Unit: p.Unit}, map[string]bool{}
	for i := range p.Requirements {
		d := &p.Requirements[i].Duty
		for _, party := range slices.Concat(d.Lead, d.Joint, d.Support) {
			if party.Collective == "" && !known[party.Name] {
				known[party.Name] = true
				r.Departments = append(r.Departments, plan.Department{Name: party.Name})
			}
		}
	}
	return r
}

// departmentOf returns the department that a path names: the narrowest part of it that
// names any decides, and one that names several says nothing.
func departmentOf(known *plan.Roster, file string) string {
	for _, part := range innermost(file) {
		switch found := known.FindIn(part); {
		case len(found) == 1:
			return found[0].Name
		case len(found) > 1:
			return ""
		}
	}
	return ""
}

// quarterOf returns the quarter of the year that a path names. A span (上半年) names none,
// and what is of another year is nobody's.
func quarterOf(year int, file string) period.Quarter {
	for _, part := range innermost(file) {
		var named period.Quarter
		for _, m := range period.Mentions(part) {
			q := m.Quarter
			if q.Year == 0 {
				q.Year = year
			}
			switch {
			case m.Span || q == named:
			case q.Year != year || !named.IsZero():
				return period.Quarter{}
			default:
				named = q
			}
		}
		if !named.IsZero() {
			return named
		}
	}
	return period.Quarter{}
}

// innermost returns the names of a path from the file outward, the file's without its
// ending.
func innermost(file string) []string {
	names := strings.Split(strings.TrimSuffix(file, path.Ext(file)), "/")
	slices.Reverse(names)
	return names
}
