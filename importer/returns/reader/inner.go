package reader

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/origin"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// A hospital, a school or a station has offices of its own, and calls them as the bureau does its
// sections: 财务科, 人事科, 办公室. A column that says which of them does the work names nobody of the
// roster, whatever it looks like.

// namesInner reports whether the department column of a table names offices inside whoever sent it.
func (f *file) namesInner(t *table.Block, o *origin.Origin) bool {
	if o.DepartmentTold || o.DepartmentClash != nil || !f.Plan.Roster.Known() {
		return false
	}
	if f.fromStranger(o) {
		return true
	}
	sections, others, strange := f.offices(t, o)
	switch {
	case len(sections)+len(others) == 0:
		return false
	case !o.DepartmentSpoken:
		return strange >= len(sections)+len(others)
	case !f.isUnit(o) || len(others) > 0:
		return false
	}
	return strange > 0 || f.contradicted(t, o)
}

// fromStranger reports whether a table is sent by a unit that the roster lacks.
func (f *file) fromStranger(o *origin.Origin) bool {
	return o.DepartmentSpoken && o.Department.Value == "" && f.facts.IsStrangeUnit(o.Department.Said)
}

// isUnit reports whether a table is sent by a unit of the roster that has offices of its own.
func (f *file) isUnit(o *origin.Origin) bool {
	d, ok := f.Plan.Roster.Named(o.Department.Value)
	return ok && d.Kind != plan.Section
}

// offices returns whom the department column names: sections of the bureau, other departments of the
// roster, and how many names the roster lacks. What names several says nothing here.
func (f *file) offices(t *table.Block, o *origin.Origin) (sections, others map[string]bool, strange int) {
	sections, others = map[string]bool{}, map[string]bool{}
	unknown := map[string]bool{}
	for line := t.Body; line <= t.End; line++ {
		cell := f.departmentCell(t, line)
		if cell.IsEmpty() || t.Across(cell) || cell.Covered() {
			continue
		}
		d, ok := f.Plan.Roster.Find(cell.Text, o.Quarter.Value)
		switch {
		case ok && d.Kind == plan.Section:
			sections[d.Name] = true
		case ok:
			others[d.Name] = true
		case f.facts.IsStrangeUnit(cell.Text):
			unknown[fold.Key(cell.Text)] = true
		}
	}
	return sections, others, len(unknown)
}

// departmentCell is the cell of a line under the heading that names departments.
func (f *file) departmentCell(t *table.Block, line int) grid.Cell {
	for _, c := range t.Of(words.Department, words.Lead) {
		return t.Cell(line, c)
	}
	return grid.Cell{}
}

// contradicted reports whether the list asks the sender for all that the table names, and one of the
// departments in its column not for what stands beside it.
func (f *file) contradicted(t *table.Block, o *origin.Origin) bool {
	found := false
	for line := t.Body; line <= t.End; line++ {
		row := f.namedBy(t, line)
		if len(f.named(row)) == 0 {
			continue
		}
		base := returns.Return{Quarter: o.Quarter, Department: o.Department}
		if !f.owes(base, row) {
			return false
		}
		if d, ok := f.Plan.Roster.Find(f.departmentCell(t, line).Text, o.Quarter.Value); ok {
			base.Department.Value = d.Name
			found = found || !f.owes(base, row)
		}
	}
	return found
}

// namedBy is as much of a row as says which requirement it answers.
func (f *file) namedBy(t *table.Block, line int) (row returns.Row) {
	for _, c := range t.Of(words.Requirement) {
		text := t.Cell(line, c).Text
		row.Text = grid.Read[string]{Value: text, Said: text}
	}
	for _, c := range t.Of(words.Number) {
		text := strings.TrimSpace(t.Cell(line, c).Text)
		row.Number = grid.Read[string]{Value: text, Said: text}
	}
	return row
}

// innerBanners reports whether banners over the rows name offices inside the sender, as a column does:
// some banner names an office that the roster lacks, or the list asks the sender for the rows, and
// not the section of that name.
func (f *file) innerBanners(base returns.Return, rows []returns.Row, o origin.Origin) bool {
	if o.DepartmentTold || o.DepartmentClash != nil || !f.Plan.Roster.Known() {
		return false
	}
	under := slices.DeleteFunc(slices.Clone(rows), func(row returns.Row) bool { return !row.Section.Given() })
	if len(under) == 0 {
		return false
	}
	if f.fromStranger(&o) {
		return true
	}
	if !f.isUnit(&o) {
		return false
	}
	inner := false
	for _, row := range under {
		d, known := f.Plan.Roster.Named(row.Section.Value)
		if known && d.Kind != plan.Section {
			return false
		}
		if inner = inner || !known; !known || len(f.named(row)) == 0 {
			continue
		}
		one := base
		one.Department = o.Department
		if !f.owes(one, row) {
			return false
		}
		one.Department = row.Section
		inner = inner || !f.owes(one, row)
	}
	return inner
}
