package returns

import (
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// Told is what the office said of a file or of a sheet of it: whose it is and of which
// quarter, zero for what it left open.
type Told struct {
	Department string // a name of the roster
	Quarter    period.Quarter
}

// Listen makes the reader ask the office before it believes what stands in a file or where
// that lies. It is called before anything is read.
func (r *Reader) Listen(office func(file, sheet string) Told) { r.office = office }

// toldWhen and toldWhose put the office's word in the place of what sources say.
func (f *file) toldWhen(o *origin, u *sheet) {
	if f.office == nil {
		return
	}
	if q := f.office(f.book.File, u.Grid.Name).Quarter; !q.IsZero() {
		o.quarter = grid.Read[period.Quarter]{Value: q, Said: "办公室核定", At: u.Grid.Place()}
		o.quarterClash, o.quarterSpan = nil, false
		o.findings = butFor(o.findings, finding.QuarterConflict)
	}
}

func (f *file) toldWhose(o *origin, u *sheet) {
	if f.office == nil {
		return
	}
	if name := f.office(f.book.File, u.Grid.Name).Department; name != "" {
		o.department = grid.Read[string]{Value: name, Said: "办公室核定", At: u.Grid.Place()}
		o.departmentClash, o.departmentSpoken, o.departmentTold = nil, true, true
		o.findings = butFor(o.findings, finding.DepartmentConflict)
	}
}

func butFor(found []finding.Finding, code finding.Code) (rest []finding.Finding) {
	for _, f := range found {
		if f.Code != code {
			rest = append(rest, f)
		}
	}
	return rest
}
