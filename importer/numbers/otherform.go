package numbers

import (
	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// ofOtherForm returns the scan by the form of other years where the sheet is rather one of that
// form, nil where it is not.
func (r *Reader) ofOtherForm(s *grid.Sheet, sc *scan) *scan {
	for _, o := range r.other {
		if old := o.scanSheet(s); old.holds() && old.crossed > 1 && !old.turned && old.worth() > max(sc.worth(), 0) {
			return old
		}
	}
	return nil
}

// astray gives up what a scan by another form has placed: no number of it has a place in this
// year's.
func (sc *scan) astray() (strays []stray) {
	for _, p := range sc.placed {
		if !p.cell.IsEmpty() {
			strays = append(strays, stray{cell: p.cell, label: sc.form.Indicators()[p.indicator].Label, why: "是旧表式的栏目，本年的表里没有这一项"})
		}
	}
	return append(strays, sc.strays...)
}

// saysOther says that a sheet is the form of other years.
func (r *Reader) saysOther(book *grid.Book, s *grid.Sheet, old *scan) finding.Finding {
	f := finding.New(finding.NumberDoubtful, s.Place(), "这张表用的是"+old.form.Title+"的表式，本年应当用"+r.form.Title+"的", "")
	f.Hint = "请部门改用本年的表式重报。"
	if w := r.known.Whose; w != nil {
		whose := w(book, s, nil)
		f = f.For(whose.Department, whose.Quarter.String())
	}
	return f
}
