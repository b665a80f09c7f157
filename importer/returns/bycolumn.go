package returns

import (
	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// byColumn splits rows by their 责任部门 column into one return a department. Rows whose
// cell names no single department stay together as a return of nobody.
func (r *Reader) byColumn(base Return, rows []Row) []Return {
	var rs []Return
	index := map[string]int{}
	last := ""
	for _, row := range rows {
		d, said := last, grid.Words{}
		if row.Ignored == "" || row.Ignored == Unanswered {
			d, said = "", row.Departments
			if found, ok := r.plan.Roster.Find(said.Value, base.Quarter.Value); ok {
				d = found.Name
			}
			last = d
		}
		i, ok := index[d]
		if !ok {
			i = len(rs)
			index[d] = i
			ret := base
			if d != "" {
				ret.Department = grid.Read[string]{Value: d, Said: said.Value, At: said.At}
			}
			rs = append(rs, ret)
		}
		rs[i].Rows = append(rs[i].Rows, row)
	}
	if len(rs) == 0 {
		rs = []Return{base}
	}
	return rs
}

// compareColumn reports a 责任部门 column that names one other department throughout.
func (r *Reader) compareColumn(rows []Row, o origin) []finding.Finding {
	var other grid.Read[string]
	for _, row := range rows {
		if row.Ignored != "" || !row.Departments.Given() {
			continue
		}
		d, ok := r.plan.Roster.Find(row.Departments.Value, o.quarter.Value)
		if !ok || d.Name == o.department.Value || other.Given() && d.Name != other.Value {
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
		"责任部门栏都写的是"+other.Said, o.department.Value).For(o.department.Value, o.quarter.Value.String())}
}
