package rows

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
)

// inheritDuty notes the departments that come from a merged cell, and takes the last
// ones where the cells are blank: of the same task only, unless the list was pasted.
func (r *reading) inheritDuty(l line) {
	duties := slices.Concat(r.Lead, r.Support, r.Department)
	given := false
	for _, c := range duties {
		cell := l.cell(c)
		given = given || !cell.IsEmpty()
		if own(cell) {
			r.owners[c] = len(r.drafts) - 1
		} else if !cell.IsEmpty() {
			r.inherit(c)
		}
	}
	if given || len(r.drafts) < 2 {
		return
	}
	d, before := r.last(), r.drafts[len(r.drafts)-2]
	if !r.flattened && (d.Task != before.Task || d.Group != before.Group) {
		return
	}
	d.Lead, d.Support, d.Department = before.Lead, before.Support, before.Department
	for _, side := range []struct {
		columns []int
		said    []grid.Read[string]
	}{{r.Lead, d.Lead}, {r.Support, d.Support}, {r.Department, d.Department}} {
		if len(side.said) > 0 {
			c := side.columns[0]
			d.Inherited = append(d.Inherited, draft.Inheritance{Heading: r.Heads[c], Draft: r.owners[c]})
		}
	}
}

// inherit notes a value that a merged cell above gives.
func (r *reading) inherit(c int) {
	r.last().Inherited = append(r.last().Inherited, draft.Inheritance{Heading: r.Heads[c], Draft: r.owners[c], Merged: true})
}

// addDuty adds the departments of a further line to the last requirement.
func (r *reading) addDuty(l line) {
	if len(r.drafts) == 0 {
		return
	}
	d := r.last()
	for _, side := range []struct {
		columns []int
		said    *[]grid.Read[string]
	}{{r.Lead, &d.Lead}, {r.Support, &d.Support}, {r.Department, &d.Department}} {
		for _, c := range side.columns {
			if cell := l.cell(c); own(cell) {
				r.account.use(cell)
				*side.said = append(slices.Clone(*side.said), draft.ReadCell(cell))
			}
		}
	}
}

// chain returns the nearest heading in force, and the one above it.
func (r *reading) chain() (task grid.Read[string], group string) {
	all := r.headings[:]
	for _, c := range r.tasks {
		all = append(all, r.columns[c])
	}
	return draft.Nearest(all)
}

// cells returns the filled cells of some columns.
func (r *reading) cells(l line, columns []int) []grid.Read[string] {
	var reads []grid.Read[string]
	for _, c := range columns {
		if cell := l.cell(c); !cell.IsEmpty() {
			reads = append(reads, draft.ReadCell(cell))
		}
	}
	return reads
}

// own reports whether a cell holds something that does not come from a row above.
func own(cell grid.Cell) bool {
	return !cell.IsEmpty() && (!cell.Covered() || cell.Anchor().Row() == cell.At().Row())
}
