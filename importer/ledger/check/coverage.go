package check

import (
	"strconv"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// standingReturn is the place of the return that a department's answers for a quarter
// stand in: the last of those that hold any, else the one that its coverage speaks of.
func standingReturn(came map[ledger.Desk][]*ledger.Return, c ledger.Coverage) finding.Place {
	at := firstReturn(came, c)
	for _, r := range came[ledger.Desk{Department: c.Department, Quarter: c.Quarter}] {
		if r.Count.Merged > 0 {
			at = finding.In(r.File, r.Sheet)
		}
	}
	return at
}

// Coverage reports missing and late returns.
func Coverage(l *ledger.Ledger, came map[ledger.Desk][]*ledger.Return) {
	for _, c := range l.Coverage {
		switch c.State {
		case ledger.Missing:
			at := finding.Place{}
			l.Findings = append(l.Findings, finding.New(finding.ReturnMissing, at, c.Quarter.Short(), "").For(c.Department, c.Quarter.String()))
		case ledger.Late:
			l.Findings = append(l.Findings, finding.New(finding.ReturnLate, firstReturn(came, c), strconv.Itoa(c.LateDays), c.Due.Label()).For(c.Department, c.Quarter.String()))
		}
	}
}

// firstReturn is the place of the return that a coverage speaks of.
func firstReturn(came map[ledger.Desk][]*ledger.Return, c ledger.Coverage) finding.Place {
	for _, r := range came[ledger.Desk{Department: c.Department, Quarter: c.Quarter}] {
		if r.ReceivedOn == c.ReceivedOn {
			return finding.In(r.File, r.Sheet)
		}
	}
	return finding.Place{}
}
