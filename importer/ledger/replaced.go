package ledger

import (
	"maps"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// voidReplaced takes back what was said of returns that a newer one has wholly replaced: a
// blank one beside an answered one, and one whose every answer is superseded. The
// department has mended it, and is not asked again. What nobody understood is not known to
// be replaced.
func (m *merge) voidReplaced() {
	superseded := m.superseded()
	void := map[finding.Place]bool{} // sheets
	voidFiles := map[string]bool{}
	stands := map[string]bool{} // files of which some sheet stands
	standing := map[finding.Place]bool{}
	for i := range m.returns {
		ret := &m.returns[i]
		at := sheetPlace(ret)
		switch {
		case ret.Held == finding.EmptyReturn && m.answered(deskOf(ret)):
			void[at], voidFiles[at.File()] = true, true
			m.report(finding.New(finding.SupersededReturn, at, "这一份没有填写，以填写了的为准", ""), ret)
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
	m.Findings = slices.DeleteFunc(m.Findings, func(f finding.Finding) bool {
		sheet := f.Place.At(0, 0)
		replaced := void[sheet] || f.Place.Sheet() == "" && !stands[f.Place.File()] && voidFiles[f.Place.File()]
		return replaced && f.Code != finding.SheetUnread && f.Severity() != finding.Info && (f.Severity() != finding.Error || f.Code == finding.EmptyReturn)
	})
}

// answered reports whether any row of the desk is an answer.
func (m *merge) answered(at desk) bool {
	return slices.ContainsFunc(m.desks[at], func(l *line) bool { return l.fate == Merged })
}

// superseded reports of each return whether it has answers and all of them are superseded
// or said by another return too.
func (m *merge) superseded() []bool {
	stands, replaced := make([]bool, len(m.returns)), make([]bool, len(m.returns))
	for _, l := range m.lines {
		switch {
		case l.fate != Ignored:
			stands[l.index] = true
		case l.reason == string(returns.Superseded):
			replaced[l.index] = true
		}
	}
	for i := range replaced {
		replaced[i] = replaced[i] && !stands[i]
	}
	return replaced
}

// standingReturn is the place of the return that a department's answers for a quarter
// stand in: the last of those that hold any, else the one that its coverage speaks of.
func (m *merge) standingReturn(c Coverage) finding.Place {
	at := m.firstReturn(c)
	for _, r := range m.came[desk{c.Department, c.Quarter}] {
		if r.Count.Merged > 0 {
			at = finding.In(r.File, r.Sheet)
		}
	}
	return at
}
