package check

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/table"
)

// What is not understood is not absent. Of a desk with text that nobody has read or placed,
// the ledger says only what it knows: the finding about that text stands already.

// unassigned reports a row without an answer whose text stands in columns that nobody knows. What the office
// has said to be no answer it knows.
func unassigned(l *rows.Line) bool {
	return l.Fate == ledger.Ignored && l.Reason == string(returns.Unanswered) && slices.ContainsFunc(l.Row.Other, func(o returns.Other) bool {
		return !slices.ContainsFunc(l.Ret.Columns, func(c table.Column) bool { return c.By == table.ByOffice && c.Heading == o.Heading })
	})
}

// mayAnswerAnything reports a row that may be the answer to any requirement of its desk: it
// is held without a guess, or it names none and holds text that nobody knows.
func mayAnswerAnything(l *rows.Line) bool {
	switch finding.Code(l.Reason) {
	case finding.RowUnmatched, finding.RowAmbiguous:
		return l.Fate == ledger.Held && len(l.Placed.Candidates) == 0
	}
	return l.Placed.No == 0 && unassigned(l)
}

// doubtfulDesks returns the departments and quarters of which nobody can say what they left
// out.
func doubtfulDesks(l *ledger.Ledger, rows *rows.Rows, unused map[ledger.Desk][]ledger.Unused) map[ledger.Desk]bool {
	doubtful, looked := map[ledger.Desk]bool{}, lookedAt(l)
	for at, files := range unused {
		doubtful[at] = slices.ContainsFunc(files, func(u ledger.Unused) bool {
			return u.Kind != ledger.OnlyScan && !(u.Kind == ledger.Unclear && looked.all(l.Inputs, u.File))
		})
	}
	for at, lines := range rows.Desks {
		for _, row := range lines {
			if mayAnswerAnything(row) {
				doubtful[at] = true
			}
		}
	}
	sheets, files := unreadSheets(l.Inputs, looked)
	for i := range rows.Returns {
		ret := &rows.Returns[i]
		if files[ret.File] || sheets[finding.In(ret.File, ret.Sheet)] {
			doubtful[ledger.DeskOf(ret)] = true
		}
	}
	return doubtful
}

// VoidEmpty takes back that a return is empty where some of its text was not understood, or
// stands under headings that nobody knows: it has something in it.
func VoidEmpty(l *ledger.Ledger, rs []returns.Return) {
	sheets, files := unreadSheets(l.Inputs, nil)
	for i := range rs {
		ret := &rs[i]
		for j := range ret.Rows {
			if ret.Held == finding.EmptyReturn && len(ret.Rows[j].Other) > 0 {
				sheets[ledger.SheetPlace(ret)] = true
			}
		}
	}
	if len(sheets)+len(files) > 0 {
		l.Findings = slices.DeleteFunc(l.Findings, func(f finding.Finding) bool {
			return f.Code == finding.EmptyReturn && (sheets[f.Place.At(0, 0)] || files[f.Place.File()])
		})
	}
}

// QuarterInDoubt reports whether a return is held because what speaks of its quarter disagrees: where it
// lies against what it says, or one title against itself.
func QuarterInDoubt(ret *returns.Return) bool {
	return ret.Held == finding.ReturnMisfiled || ret.Held == finding.QuarterConflict
}

// Unused returns, by department and quarter, the files that came and of which nothing was taken in, those
// among them that are held because they speak of a year that the ledger may be of, or of two quarters, and those
// that could be the department's. void reports sheets that the office has taken out.
func Unused(l *ledger.Ledger, rs []returns.Return, doubt YearDoubt, void func(file, sheet string) bool) map[ledger.Desk][]ledger.Unused {
	unused := l.OfDesk()
	for i := range rs {
		ret := &rs[i]
		switch {
		case ret.Held == finding.QuarterConflict:
			unused[ledger.DeskOf(ret)] = append(unused[ledger.DeskOf(ret)], ledger.Unused{File: ret.File, Kind: ledger.Misfiled, Why: "同时写了两个季度"})
		case doubt.holds(ret):
			at := ledger.Desk{Department: ret.Department.Value, Quarter: period.Quarter{Year: l.Year, N: ret.Quarter.Value.N}}
			unused[at] = append(unused[at], ledger.Unused{File: ret.File, Kind: ledger.Misfiled, Why: "写的是" + ret.Quarter.Value.Label()})
		}
	}
	m := maybe{l, unused}
	m.unread(rs, void)
	m.held(rs)
	return unused
}

// unreadSheets returns the sheets of which some cells were not understood, and the files
// with a sheet that was not understood at all: it may be any desk's of its file. Where the office
// has looked there already, nothing is left to look for.
func unreadSheets(inputs []ledger.Input, looked looked) (sheets map[finding.Place]bool, files map[string]bool) {
	sheets, files = map[finding.Place]bool{}, map[string]bool{}
	for i := range inputs {
		for _, s := range inputs[i].Sheets {
			if looked[finding.In(inputs[i].File, s.Sheet)] {
				continue
			}
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
