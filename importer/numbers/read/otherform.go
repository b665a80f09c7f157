package read

import (
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers/find"
)

// ofOtherForm returns the scan by the form of other years where the sheet is rather one of that
// form, nil where it is not.
func (r *Reader) ofOtherForm(s *grid.Sheet, sc *find.Scan) *find.Scan {
	if sc.Whole(s) {
		return nil
	}
	for _, o := range r.other() {
		if old := o.Sheet(s); old.Holds() && old.Crossed > 1 && !old.Turned && old.Worth() > max(sc.Worth(), 0) {
			return old
		}
	}
	return nil
}

// saysOther says that a sheet is the form of other years.
func (r *Reader) saysOther(book *grid.Book, s *grid.Sheet, old *find.Scan) finding.Finding {
	f := finding.New(finding.NumberDoubtful, s.Place(), "这张表用的是"+old.Form.Title+"的表式，本年应当用"+r.form.Title+"的", "")
	f.Hint = "请部门改用本年的表式重报。"
	if w := r.known.Whose; w != nil {
		whose := w(book, s, nil)
		f = f.For(whose.Department, whose.Quarter.String())
	}
	return f
}
