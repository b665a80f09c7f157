package merge

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/check"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/parallel"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// writeEntries makes the entries of what merged lines answer, and reports departments that answer
// for what is not their own.
func writeEntries(l *ledger.Ledger, merged []rows.Answer, duties standing.Duties) {
	l.Entries = make([]ledger.Entry, len(merged))
	l.Findings = append(l.Findings, parallel.Gather(len(merged), func(i int) []finding.Finding {
		l.Entries[i] = entry(merged[i], duties)
		check.BeforeDue(l, &l.Entries[i])
		return check.NotAssigned(l, duties, &l.Entries[i], merged[i].Key)
	})...)
}

// entry makes the entry of what a merged line answers. The entries of one line share its row.
func entry(a rows.Answer, duties standing.Duties) ledger.Entry {
	department, q := a.Ret.Department.Value, a.Ret.Quarter.Value
	return ledger.Entry{Requirement: a.No, Department: department, Quarter: q, Role: duties.RoleOf(a.No, department, q),
		Row: a.Row, Account: a.Number, Match: a.Placed.Match}
}

// writeReturns keeps the account of each return, of which counts has the rows.
func writeReturns(l *ledger.Ledger, rs []returns.Return, counts []ledger.Count) {
	l.Returns = make([]ledger.Return, 0, len(rs))
	for i := range rs {
		ret := &rs[i]
		received, day := receivedOn(l.Plan, ret)
		l.Returns = append(l.Returns, ledger.Return{File: ret.File, Sheet: ret.Sheet, Sum: ret.Sum,
			Department: ret.Department.Value, Quarter: ret.Quarter.Value,
			Whose: ledger.Spoken{Said: ret.Department.Said, At: ret.Department.At}, When: ledger.Spoken{Said: ret.Quarter.Said, At: ret.Quarter.At}, StatedOn: ret.StatedOn.Value,
			ReceivedOn: received, Day: day, Count: counts[i], Columns: ret.Columns})
		l.Totals.Rows.Add(counts[i])
	}
}

// receivedOn returns when a return came in, and what says so: its own 填报日期, else the office's register. The
// time of the file says nothing.
func receivedOn(p *plan.Plan, ret *returns.Return) (period.Date, ledger.Spoken) {
	if on := ret.StatedOn; !on.Value.IsZero() {
		return on.Value, ledger.Spoken{Said: on.Said, At: on.At}
	}
	for _, r := range p.Receipts {
		if r.Department == ret.Department.Value && r.Quarter == ret.Quarter.Value {
			return r.On.Value, ledger.Spoken{Said: r.On.Said, At: r.On.At}
		}
	}
	return period.Date{}, ledger.Spoken{}
}

// returnsOf returns what came of each department in each quarter, without what is void and what is held
// because nobody knows its quarter: that came, and is no return of the quarter that it names. rs are the
// returns that those of the ledger were made of.
func returnsOf(l *ledger.Ledger, rs []returns.Return, files *ruling.Files) map[ledger.Desk][]*ledger.Return {
	came := make(map[ledger.Desk][]*ledger.Return, len(l.Returns))
	for i := range l.Returns {
		r := &l.Returns[i]
		if files.Void(r.File, r.Sheet) || check.QuarterInDoubt(&rs[i]) {
			continue
		}
		at := ledger.Desk{Department: r.Department, Quarter: r.Quarter}
		came[at] = append(came[at], r)
	}
	return came
}

// countFiles adds up the cells that were read, and what became of the files.
func countFiles(l *ledger.Ledger) {
	for _, in := range l.Inputs {
		for _, sheet := range in.Sheets {
			l.Totals.Cells.Add(sheet.Cells)
		}
		switch in.State {
		case ledger.FileRead:
			l.Totals.Files.Read++
		case ledger.FileFailed:
			l.Totals.Files.Failed++
		default:
			l.Totals.Files.Skipped++
		}
	}
}
