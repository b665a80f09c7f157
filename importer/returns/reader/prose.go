package reader

import (
	"path"

	"taizhang/importer/returns"
	"taizhang/importer/returns/origin"
	"taizhang/importer/returns/prose"
	"taizhang/importer/table"
)

// takeProse takes a sheet without a table as prose, where some paragraph names a requirement, and so
// what stands above the table of a document.
func (f *file) takeProse(u *sheet) {
	if u.reason != "" {
		return
	}
	in := prose.Page{Grid: u.Grid, Headings: f.book.Prose, Last: u.Grid.LastRow()}
	switch {
	case u.State == table.IsTable && u.first != nil && len(f.book.Prose) > 0:
		if _, _, to := u.first.Above(); u.first.Shape == table.Upright {
			in.Last, in.Above = to, to+1
		}
	case u.State != table.IsUnread:
		return
	}
	if len(f.book.Sheets) > 1 {
		for _, other := range f.sheets {
			if other.reason == "" {
				in.Sheets = append(in.Sheets, other.Grid)
			}
		}
	}
	p := f.paragraphs.Read(in, u.Account)
	if p == nil {
		return
	}
	u.prose, u.State = p, table.IsTable
	if p.Above == 0 {
		f.found++
	}
}

// readProse makes the return, or the returns of several departments, of a sheet of paragraphs.
func (f *file) readProse(u *sheet) []part {
	o := f.Asked(u.Grid, u.prose.Info, nil)
	base := returns.Return{File: f.book.File, Sheet: u.Grid.Name, Sum: f.book.Sum, Version: origin.Version(path.Base(f.book.File)),
		Quarter: o.Quarter, StatedOn: o.StatedOn, Department: o.Department}
	t := f.answers.Taker(u.Sheet, &table.Block{})
	rows, sections := u.prose.Rows(&t)
	for _, found := range o.Findings {
		f.say(found.For(o.Department.Value, o.Quarter.Value.String()))
	}
	if sections || !o.DepartmentSpoken {
		return f.byDepartment(base, rows, o, false, false)
	}
	base.Rows = rows
	return []part{{base, o}}
}
