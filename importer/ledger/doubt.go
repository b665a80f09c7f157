package ledger

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/table"
)

// What is not understood is not absent. Of a desk with text that nobody has read or placed,
// the ledger says only what it knows: the finding about that text stands already.

// unassigned reports a row without an answer whose text stands in columns that nobody knows.
func (l *line) unassigned() bool {
	return l.fate == Ignored && l.reason == string(returns.Unanswered) && len(l.row.Other) > 0
}

// mayAnswerAnything reports a row that may be the answer to any requirement of its desk: it
// is held without a guess, or it names none and holds text that nobody knows.
func (l *line) mayAnswerAnything() bool {
	switch finding.Code(l.reason) {
	case finding.RowUnmatched, finding.RowAmbiguous:
		return l.fate == Held && len(l.placed.candidates) == 0
	}
	return l.placed.no == 0 && l.unassigned()
}

// doubtfulDesks returns the departments and quarters of which nobody can say what they left
// out.
func (m *merge) doubtfulDesks() map[desk]bool {
	doubtful := m.failedDesks()
	for at, lines := range m.desks {
		for _, l := range lines {
			if l.mayAnswerAnything() {
				doubtful[at] = true
			}
		}
	}
	sheets, files := unreadSheets(m.Inputs)
	for i := range m.returns {
		ret := &m.returns[i]
		if files[ret.File] || sheets[finding.In(ret.File, ret.Sheet)] {
			doubtful[deskOf(ret)] = true
		}
	}
	return doubtful
}

// voidEmpty takes back that a return is empty where some of its text was not understood, or
// stands under headings that nobody knows: it has something in it.
func (m *merge) voidEmpty() {
	sheets, files := unreadSheets(m.Inputs)
	for i := range m.returns {
		ret := &m.returns[i]
		for j := range ret.Rows {
			if ret.Held == finding.EmptyReturn && len(ret.Rows[j].Other) > 0 {
				sheets[sheetPlace(ret)] = true
			}
		}
	}
	if len(sheets)+len(files) > 0 {
		m.Findings = slices.DeleteFunc(m.Findings, func(f finding.Finding) bool {
			return f.Code == finding.EmptyReturn && (sheets[f.Place.At(0, 0)] || files[f.Place.File()])
		})
	}
}

// failedDesks returns the departments and quarters that a file which gave no return names, and
// those whose return is held because it speaks of a year that the ledger may be of.
func (m *merge) failedDesks() map[desk]bool {
	failed := map[desk]bool{}
	for i := range m.Inputs {
		in := &m.Inputs[i]
		if in.State == FileFailed && in.Department != "" && !in.Quarter.IsZero() {
			failed[desk{in.Department, in.Quarter}] = true
		}
	}
	for i := range m.returns {
		if ret := &m.returns[i]; m.doubt.holds(ret) {
			failed[desk{ret.Department.Value, period.Quarter{Year: m.Year, N: ret.Quarter.Value.N}}] = true
		}
	}
	return failed
}

// unreadSheets returns the sheets of which some cells were not understood, and the files
// with a sheet that was not understood at all: it may be any desk's of its file.
func unreadSheets(inputs []Input) (sheets map[finding.Place]bool, files map[string]bool) {
	sheets, files = map[finding.Place]bool{}, map[string]bool{}
	for i := range inputs {
		for _, s := range inputs[i].Sheets {
			if s.Cells.Unread > 0 {
				sheets[finding.In(inputs[i].File, s.Sheet)] = true
			}
			if s.State == table.IsUnread {
				files[inputs[i].File] = true
			}
		}
	}
	return sheets, files
}
