package reader

import (
	"path"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/returns/origin"
)

// Stated is whose a part of a sheet is and for which quarter, by the same sources as those of a
// return.
type Stated struct {
	Department grid.Read[string]         // roster name, "" where unknown
	Quarter    grid.Read[period.Quarter] // zero where unknown
	StatedOn   grid.Read[period.Date]
	Version    int
	Held       finding.Code // why nothing of it can be merged, "" where it can
	Findings   []finding.Finding
}

// Whose settles whose a table is that holds no answers to requirements. about are the rows of
// the sheet that stand around it: titles, info lines and what is signed below.
func (r *Reader) Whose(book *grid.Book, s *grid.Sheet, about []int) Stated {
	f := r.open(book)
	for _, other := range book.Sheets {
		if other == s || other.Hidden {
			continue
		}
		if in := f.CoverInfo(other); f.Speaks(in) {
			f.TakeCover(in)
		}
	}
	if !f.isWorkbook() && len(book.Sheets) > 0 { // sheets of a workbook speak for themselves
		f.Opening = f.Above(book.Sheets[0])
	}
	var in origin.Info
	for _, row := range about {
		f.InfoRow(s, row, 1, s.Width(), &in, true)
	}
	o := f.Asked(s, in, nil)
	ret := returns.Return{File: book.File, Sheet: s.Name, Department: o.Department, Quarter: o.Quarter, Rows: []returns.Row{{}}}
	said := f.hold(&ret, o, false)
	for _, found := range o.Findings {
		said = append(said, found.For(ret.Department.Value, ret.Quarter.Value.String()))
	}
	return Stated{Department: ret.Department, Quarter: ret.Quarter, StatedOn: o.StatedOn, Version: origin.Version(path.Base(book.File)), Held: ret.Held, Findings: said}
}

// Titled returns whose a file is in which nothing was read, and of which quarter, as far as the first
// lines of its sheets say so and no two of them differ. Either may be empty.
func (r *Reader) Titled(book *grid.Book) (department string, q period.Quarter) {
	for _, s := range book.Sheets {
		if s.Hidden {
			continue
		}
		about := make([]int, min(s.LastRow(), titleRows))
		for i := range about {
			about[i] = i + 1
		}
		w := r.Whose(book, s, about)
		if w.Held != "" && w.Held != finding.QuarterUnknown {
			continue
		}
		if department != "" && department != w.Department.Value {
			return "", period.Quarter{}
		}
		department, q = w.Department.Value, w.Quarter.Value
	}
	return department, q
}

// titleRows are the lines of a sheet in which titles are looked for where no table was found.
const titleRows = 3

// IsSample reports whether a sheet shows how to fill in a form.
func (r *Reader) IsSample(s *grid.Sheet) bool { return r.facts.Tables.IsSample(s) }

// DepartmentIn returns the one department that a text is the name of.
func (r *Reader) DepartmentIn(text string, q period.Quarter) (string, bool) {
	d, ok := r.facts.Plan.Roster.Find(text, q)
	return d.Name, ok
}
