package questions

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// One thing is asked after the other: whether a table counts, where a row of it belongs, and only then what the row
// says. An answer to the later question would be made for nothing where the earlier one drops the row.

// holder is what keeps rows out of the ledger: of one row its key, of a table its file and sheet.
type holder struct {
	row, file, sheet string
	code             finding.Code
}

// holdersOf lists what keeps rows out and is asked about.
func holdersOf(list []ledgerbook.Question) map[holder]bool {
	holders := map[holder]bool{}
	for i := range list {
		q := &list[i]
		f := &q.Finding
		switch {
		case q.Settled:
		case q.Office.Kind == ruling.HeldRow && f.RowKey != "":
			holders[holder{row: f.RowKey, code: f.Code}] = true
		case q.Office.Kind == ruling.HeldFile || q.Office.Kind == ruling.Filing:
			holders[holder{file: f.Place.File(), sheet: f.Place.Sheet(), code: f.Code}] = true
		}
	}
	return holders
}

// Premature reports a question that another one comes before: on what a row says while it is still asked whether the
// row counts, or what it answers; and on a column while its heading waits.
func (s *Reading) Premature(q *ledgerbook.Question) bool {
	if s.askedAsHeading(q) {
		return true
	}
	if q.Row == nil || q.Row.Fate != ledger.Held || q.Row.Reason == string(q.Finding.Code) || Lapsed(q) {
		return false
	}
	code := finding.Code(q.Row.Reason)
	at := q.Row.At
	return s.holders[holder{row: q.Row.Key, code: code}] ||
		s.holders[holder{file: at.File(), sheet: at.Sheet(), code: code}] || s.holders[holder{file: at.File(), code: code}]
}

// askedAsHeading reports what is found of a column whose heading waits in 认表: the answer there settles it, and
// accepting it here would not.
func (s *Reading) askedAsHeading(q *ledgerbook.Question) bool {
	switch q.Finding.Code {
	case finding.ColumnAmbiguous, finding.ColumnAssumed, finding.ColumnUnused:
		return s.heads[q.Finding.Place]
	}
	return false
}

// headsOf are the places of the columns whose headings wait for an answer.
func headsOf(list []ledgerbook.Reading) map[finding.Place]bool {
	heads := map[finding.Place]bool{}
	for i := range list {
		for j := range list[i].Met {
			if at := list[i].Met[j].Column.At; list[i].Doubtful && at.Row() > 0 {
				heads[at] = true
			}
		}
	}
	return heads
}
