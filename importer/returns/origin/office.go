package origin

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
func (f *Sources) toldWhen(o *Origin, u *grid.Sheet) {
	if f.office == nil {
		return
	}
	if q := f.office(f.file, u.Name).Quarter; !q.IsZero() {
		o.Quarter = grid.Read[period.Quarter]{Value: q, Said: "办公室核定", At: u.Place()}
		o.QuarterClash, o.QuarterSpan = nil, false
		o.Findings = butFor(o.Findings, finding.QuarterConflict)
	}
}

func (f *Sources) toldWhose(o *Origin, u *grid.Sheet) {
	if f.office == nil {
		return
	}
	if name := f.office(f.file, u.Name).Department; name != "" {
		o.Department = grid.Read[string]{Value: name, Said: "办公室核定", At: u.Place()}
		o.DepartmentClash, o.DepartmentSpoken, o.DepartmentTold = nil, true, true
		o.Findings = butFor(o.Findings, finding.DepartmentConflict)
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
