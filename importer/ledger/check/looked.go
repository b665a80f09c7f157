package check

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
)

// looked are the sheets of which some text was not understood, and where the office has accepted all that is
// said of it: somebody has read it, and it answers nothing.
type looked map[finding.Place]bool

// lookedAt takes them from what the office has accepted.
func lookedAt(l *ledger.Ledger) looked {
	accepted := map[string]bool{}
	for i := range l.Rulings {
		if r := &l.Rulings[i]; r.Act == ruling.Accept && r.Target.RowKey == "" && ofText(r.Target.Code) {
			accepted[r.Target.Sum] = true
		}
	}
	if len(accepted) == 0 {
		return nil
	}
	sheets := looked{}
	for _, code := range []finding.Code{finding.HiddenContent, finding.SheetUnread} { // of text that is named the naming decides
		told := looked{}
		for i := range l.Findings {
			f := &l.Findings[i]
			if f.Code != code || f.RowKey != "" {
				continue
			}
			at, before := f.Place.At(0, 0), true
			if is, seen := told[at]; seen {
				before = is
			}
			told[at] = before && accepted[ruling.FindingSum(*f)]
		}
		for at, is := range told {
			sheets[at] = is
		}
	}
	return sheets
}

// ofText reports a finding about text that was not read.
func ofText(code finding.Code) bool {
	return code == finding.SheetUnread || code == finding.HiddenContent
}

// all reports whether every sheet of a file with text that was not understood is one of them.
func (w looked) all(inputs []ledger.Input, file string) bool {
	any := false
	for i := range inputs {
		if inputs[i].File != file {
			continue
		}
		for _, s := range inputs[i].Sheets {
			if s.Cells.Unread == 0 {
				continue
			}
			if !w[finding.In(file, s.Sheet)] {
				return false
			}
			any = true
		}
	}
	return any
}
