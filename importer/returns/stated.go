package returns

import (
	"path"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table"
	"taizhang/templates/words"
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
	f := &file{Reader: r, book: book, path: r.pathVoices(book.File)}
	f.department = f.nearest()
	for _, other := range book.Sheets {
		if other == s || other.Hidden {
			continue
		}
		if in := f.coverInfo(other); in.speaks(r) {
			f.covers = append(f.covers, in.voices(words.Whose, "封面上的填报单位")...)
			f.covers = append(f.covers, in.voices(words.When, "封面上的填报季度")...)
			f.covers = append(f.covers, in.titleVoices("封面")...)
			f.coverDates = append(f.coverDates, in.of(words.On)...)
		}
	}
	f.opening = f.aboveFirst()
	var in info
	for _, row := range about {
		r.infoRow(s, row, 1, s.Width(), &in, true)
	}
	o := f.asked(&sheet{Sheet: &table.Sheet{Grid: s}}, in, nil)
	ret := Return{File: book.File, Sheet: s.Name, Department: o.department, Quarter: o.quarter, Rows: []Row{{}}}
	said := f.hold(&ret, o)
	for _, found := range o.findings {
		said = append(said, found.For(ret.Department.Value, ret.Quarter.Value.String()))
	}
	return Stated{Department: ret.Department, Quarter: ret.Quarter, StatedOn: o.statedOn, Version: version(path.Base(book.File)), Held: ret.Held, Findings: said}
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

// aboveFirst reads what stands above the first table of a document, whatever its tables hold. Sheets
// of a workbook speak for themselves.
func (f *file) aboveFirst() (in info) {
	if f.isWorkbook() || len(f.book.Sheets) == 0 {
		return info{}
	}
	s := f.book.Sheets[0]
	for row := 1; row <= s.LastRow() && ownCells(s, row) < 2; row++ {
		f.infoRow(s, row, 1, s.Width(), &in, true)
	}
	return in
}

// IsSample reports whether a sheet shows how to fill in a form.
func (r *Reader) IsSample(s *grid.Sheet) bool { return r.tables.IsSample(s) }

// DepartmentIn returns the one department that a text is the name of.
func (r *Reader) DepartmentIn(text string, q period.Quarter) (string, bool) {
	d, ok := r.plan.Roster.Find(text, q)
	return d.Name, ok
}
