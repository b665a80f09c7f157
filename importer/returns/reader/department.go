package reader

import (
	"regexp"
	"slices"
	"strconv"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/origin"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// isRollUp reports whether the rows of a table are of several departments, by a column that
// names one department a row. A column that copies the list's own 责任部门 says who is
// responsible, not who reports: it names the sender in every row, or duties of several.
func (f *file) isRollUp(t *table.Block, o *origin.Origin) bool {
	cols := t.Of(words.Department, words.Lead)
	if len(cols) == 0 || o.DepartmentTold {
		return false
	}
	if !o.DepartmentSpoken && o.DepartmentClash == nil {
		return true
	}
	if speaksOfItself(t) {
		return false
	}
	single, several, own, n := map[string]bool{}, 0, 0, 0
	for line := t.Body; line <= t.End; line++ {
		cell := t.Cell(line, cols[0])
		if cell.IsEmpty() || t.Across(cell) {
			continue
		}
		n++
		names := f.Plan.Roster.FindIn(cell.Text)
		d, ok := f.Plan.Roster.Find(cell.Text, o.Quarter.Value)
		switch {
		case ok:
			single[d.Name] = true
			if d.Name == o.Department.Value {
				own++
			}
		case slices.ContainsFunc(names, func(d plan.Department) bool { return d.Name == o.Department.Value }), f.IsDuty(cell.Text):
			several++
		}
	}
	if o.DepartmentClash != nil {
		return len(single) > 0 && several == 0
	}
	if len(single) < 2 || several*4 > n {
		return false
	}
	if own > 0 || o.Department.Value == "" {
		return true
	}
	switch f.columnSpeaksOf(t, o, cols[0]) {
	case whoWrote:
		return true
	case nobodyKnows:
		found := finding.New(finding.DepartmentConflict, t.Column(cols[0]).At,
			"报送的是“"+o.Department.Said+"”，“"+t.Column(cols[0]).Heading+"”栏写的都是别的部门，看不出各行是谁填的", "待核对")
		found.Held = true
		found.Hint = "各行是栏里的部门自己填的，请在文件名或表题里写明“汇总”；都是报送部门自己做的，请把这一栏改叫“配合部门”。"
		o.Department, o.DepartmentClash = grid.Read[string]{}, &found
	}
	return false
}

// itself is how a heading calls the one department that fills in the table: 我股做的事.
var itself = regexp.MustCompile(`(?:我|本)(?:股|科|室|处|所|站|队|馆|院|中心|单位|部门)`)

// speaksOfItself reports whether a heading says that one department wrote all of the table.
func speaksOfItself(t *table.Block) bool {
	return slices.ContainsFunc(t.Columns, func(c table.Column) bool { return itself.MatchString(c.Heading) })
}

// byDepartment splits rows by the department that each is of into one return a department.
// Rows that name no single department stay together as a return of nobody. inner says that a column
// names offices inside the sender.
func (f *file) byDepartment(base returns.Return, rows []returns.Row, o origin.Origin, rollUp, inner bool) []part {
	var parts []part
	innerBanners := f.innerBanners(base, rows, o)
	markSerial(rows)
	index := map[string]int{}
	last := grid.Read[string]{}
	for _, row := range rows {
		d := last
		if row.Ignored == "" || row.Ignored == returns.Unanswered {
			switch {
			case row.Section.Given() && !innerBanners:
				d = row.Section
			case row.Departments.Given() && (rollUp || !o.DepartmentSpoken && !inner):
				d = grid.Read[string]{}
				if found, ok := f.Plan.Roster.Find(row.Departments.Value, base.Quarter.Value); ok {
					d = grid.Read[string]{Value: found.Name, Said: row.Departments.Value, At: row.Departments.At}
				}
			case rollUp:
				// A blank cell under a name goes on with it: merges are lost in many a format.
			default:
				d = o.Department
			}
			last = d
		}
		i, ok := index[d.Value]
		if !ok {
			i = len(parts)
			index[d.Value] = i
			ret := base
			ret.Department, ret.Rows = d, nil
			parts = append(parts, part{ret, o})
			if d.Value != "" {
				parts[i].origin.DepartmentClash = nil
			}
		}
		parts[i].ret.Rows = append(parts[i].ret.Rows, row)
	}
	if len(parts) == 0 {
		return []part{{base, o}}
	}
	// Furniture above the first row belongs to whoever comes first.
	if i, ok := index[""]; ok && len(parts) > 1 && !answered(parts[i].ret.Rows) && !slices.ContainsFunc(parts[i].ret.Rows, func(r returns.Row) bool { return r.Ignored == returns.Unanswered }) {
		other := (i + 1) % len(parts)
		parts[other].ret.Rows = append(parts[i].ret.Rows, parts[other].ret.Rows...)
		parts = slices.Delete(parts, i, i+1)
	}
	return parts
}

// compareColumn reports a 责任部门 column that names one other department throughout.
func (f *file) compareColumn(rows []returns.Row, o origin.Origin) []finding.Finding {
	var other grid.Read[string]
	for _, row := range rows {
		if row.Ignored != "" || !row.Departments.Given() {
			continue
		}
		d, ok := f.Plan.Roster.Find(row.Departments.Value, o.Quarter.Value)
		if !ok || d.Name == o.Department.Value || other.Given() && d.Name != other.Value {
			return nil
		}
		if !other.Given() {
			other = grid.Read[string]{Value: d.Name, Said: row.Departments.Value, At: row.Departments.At}
		}
	}
	if !other.Given() {
		return nil
	}
	return []finding.Finding{finding.New(finding.DepartmentConflict, other.At,
		"责任部门栏都写的是"+other.Said, o.Department.Value).For(o.Department.Value, o.Quarter.Value.String())}
}

// markSerial marks the rows of a roll-up whose numbers count its lines: they say nothing of the
// list's, also where only some of them are a department's.
func markSerial(rows []returns.Row) {
	n := 0
	for i := range rows {
		if rows[i].Number.Value == "" || rows[i].Ignored != "" && rows[i].Ignored != returns.Unanswered {
			continue
		}
		if n++; rows[i].Number.Value != strconv.Itoa(n) || rows[i].Cites != nil {
			return
		}
	}
	for i := range rows {
		rows[i].Serial = n > 2
	}
}
