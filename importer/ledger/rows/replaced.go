package rows

import (
	"maps"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
)

// VoidReplaced takes back what was said of returns that a newer one has wholly replaced: a
// blank one beside an answered one, and one whose every answer is superseded. The
// department has mended it, and is not asked again. What nobody understood is not known to
// be replaced.
func (r *Rows) VoidReplaced() {
	superseded := r.superseded()
	void := map[finding.Place]bool{} // sheets
	voidFiles := map[string]bool{}
	stands := map[string]bool{} // files of which some sheet stands
	standing := map[finding.Place]bool{}
	for i := range r.Returns {
		ret := &r.Returns[i]
		at := ledger.SheetPlace(ret)
		switch {
		case ret.Held == finding.EmptyReturn && r.answered(ledger.DeskOf(ret)):
			void[at], voidFiles[at.File()] = true, true
			r.report(finding.New(finding.SupersededReturn, at, "这一份没有填写，以填写了的为准", ""), ret)
		case superseded[i]:
			void[at], voidFiles[at.File()] = true, true
		default:
			stands[ret.File], standing[at] = true, true
		}
	}
	maps.DeleteFunc(void, func(at finding.Place, _ bool) bool { return standing[at] }) // a quarter printed once more beside the return's own
	if len(void) == 0 {
		return
	}
	r.ledger.Findings = slices.DeleteFunc(r.ledger.Findings, func(f finding.Finding) bool {
		sheet := f.Place.At(0, 0)
		replaced := void[sheet] || f.Place.Sheet() == "" && !stands[f.Place.File()] && voidFiles[f.Place.File()]
		return replaced && f.Code != finding.SheetUnread && f.Severity() != finding.Info && (f.Severity() != finding.Error || f.Code == finding.EmptyReturn)
	})
}

// answered reports whether any row of the desk is an answer.
func (r *Rows) answered(at ledger.Desk) bool {
	return slices.ContainsFunc(r.Desks[at], func(l *Line) bool { return l.Fate == ledger.Merged })
}

// superseded reports of each return whether it has answers and all of them are superseded
// or said by another return too.
func (r *Rows) superseded() []bool {
	stands, replaced := make([]bool, len(r.Returns)), make([]bool, len(r.Returns))
	for _, l := range r.Lines {
		switch {
		case l.Fate != ledger.Ignored:
			stands[l.Index] = true
		case l.Reason == string(returns.Superseded):
			replaced[l.Index] = true
		}
	}
	for i := range replaced {
		replaced[i] = replaced[i] && !stands[i]
	}
	return replaced
}
