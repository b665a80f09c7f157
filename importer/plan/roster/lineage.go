package roster

import (
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/period"
)

// Past returns the departments whose past a department carries on (承接), the nearest first,
// and those whose past these carried on.
func (r *Roster) Past(name string) []string { return r.kin(name, r.parents) }

// Heirs returns who stands for a department in a quarter: itself while it is in force, after
// that those that carry its past on, before that those whose past it carries on; nil for nobody.
func (r *Roster) Heirs(name string, q period.Quarter) []string {
	d, listed := r.Named(name)
	if listed && d.Active.In(q) {
		return []string{name}
	}
	for _, next := range []func(string) []string{r.children, r.parents} {
		var heirs []string
		for _, kin := range r.kin(name, next) {
			if d, ok := r.Named(kin); ok && d.Active.In(q) {
				heirs = append(heirs, kin)
			}
		}
		if len(heirs) > 0 {
			slices.SortStableFunc(heirs, func(a, b string) int { return r.place(a) - r.place(b) })
			return heirs
		}
	}
	return nil
}

// kin follows a line from department to department. A line that leads back to itself, as a
// slip of the pen may make one, ends there.
func (r *Roster) kin(name string, next func(string) []string) (all []string) {
	for open := next(name); len(open) > 0; {
		at := open[0]
		open = open[1:]
		if at != name && !slices.Contains(all, at) {
			all, open = append(all, at), append(open, next(at)...)
		}
	}
	return all
}

func (r *Roster) parents(name string) []string {
	d, _ := r.Named(name)
	return d.Past
}

func (r *Roster) children(name string) (names []string) {
	for i := range r.Departments {
		if slices.Contains(r.Departments[i].Past, name) {
			names = append(names, r.Departments[i].Name)
		}
	}
	return names
}

func (r *Roster) place(name string) int {
	return slices.IndexFunc(r.Departments, func(d Department) bool { return d.Name == name })
}

// inForce returns the department that stands for another in a quarter, where that is one and
// no other.
func (r *Roster) inForce(d Department, q period.Quarter) Department {
	if q.Year == 0 || d.Active.In(q) {
		return d
	}
	if heirs := r.Heirs(d.Name, q); len(heirs) == 1 {
		d, _ = r.Named(heirs[0])
	}
	return d
}

// SettlePast writes the names under 承接 as the roster writes them. One that the roster lacks, as of
// a department that ended with last year, stands as written; where a single department carries
// it on and nobody is called so today, it is a name of that department.
func (r *Roster) SettlePast() {
	heirs := map[string]int{}
	for i := range r.Departments {
		for k, said := range r.Departments[i].Past {
			if at := r.calledSo(said); at >= 0 {
				r.Departments[i].Past[k] = r.Departments[at].Name
				continue
			}
			heirs[fold.Key(said)]++
		}
	}
	for i := range r.Departments {
		d := &r.Departments[i]
		for _, said := range d.Past {
			if heirs[fold.Key(said)] == 1 {
				d.former = append(d.former, said)
			}
		}
	}
}

// calledSo returns the place of the department that is called so, the last of several; -1 for
// none.
func (r *Roster) calledSo(said string) int {
	at, key := -1, fold.Key(said)
	for i, d := range r.Departments {
		if slices.Contains(d.called().keys, key) {
			at = i
		}
	}
	return at
}
