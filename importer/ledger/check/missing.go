package check

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/parallel"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// answers are what came of departments, in which an answer may stand.
type answers struct {
	ledger *ledger.Ledger
	rows   *rows.Rows
	voices *standing.Voices
	came   map[ledger.Desk][]*ledger.Return
}

// Missing is the rule 漏报: the department's return came, one of its requirements is
// not answered. What it has already reported as completed or not applicable needs no word, unless the duty has come
// round again since.
// Nothing is said where text is left that nobody understood, until the office has accepted that: the answer may stand
// in it. unused are the files of
// which nothing was taken in.
func Missing(l *ledger.Ledger, rows *rows.Rows, duties standing.Duties, voices *standing.Voices, came map[ledger.Desk][]*ledger.Return, unused map[ledger.Desk][]ledger.Unused) {
	empty, doubtful := emptyDesks(rows.Returns), doubtfulDesks(l, rows, unused)
	a := answers{l, rows, voices, came}
	l.Findings = append(l.Findings, parallel.Gather(len(l.Coverage), func(i int) []finding.Finding {
		c := l.Coverage[i]
		at := ledger.Desk{Department: c.Department, Quarter: c.Quarter}
		if !c.Reported || !c.Expected || c.State == ledger.Unreadable || l.Now().Before(c.Quarter) || empty[at] || doubtful[at] {
			return nil
		}
		var missing []finding.Finding
		for _, no := range duties.RequirementsOf(c.Department, c.Quarter) {
			if at, ok := a.unanswered(no, c); ok {
				missing = append(missing, finding.New(finding.RequirementMissing, at, ledger.RequirementName(l.Requirement(no)), "").For(c.Department, c.Quarter.String()))
			}
		}
		return missing
	})...)
}

// emptyDesks returns the departments and quarters of which nothing but empty returns came:
// one finding says so, and the requirements need not be listed.
func emptyDesks(rs []returns.Return) map[ledger.Desk]bool {
	empty := map[ledger.Desk]bool{}
	for i := range rs {
		ret := &rs[i]
		at := ledger.DeskOf(ret)
		was, seen := empty[at]
		empty[at] = ret.Held == finding.EmptyReturn && (was || !seen)
	}
	return empty
}

// unanswered reports that nothing is said of the requirement, and where it should be. What
// a held row may answer is not missed: that is reported already.
func (a answers) unanswered(no int, c ledger.Coverage) (at finding.Place, missed bool) {
	v := a.voices.LastWord(no, c.Department, c.Quarter)
	if v.Entry != nil {
		settled := v.Status() == status.Completed || v.Status() == status.NotApplicable
		if !v.Carried || settled && !a.ledger.Requirement(no).Due.Again(v.Entry.Quarter, c.Quarter) {
			return at, false
		}
	}
	at, held := a.whereAnswered(no, c)
	return at, !held
}

// whereAnswered returns the row that names the requirement and answers nothing, else the
// sheet; held reports a row that waits for the office and may be the answer, or one whose
// only text stands in a column that nobody knows.
func (a answers) whereAnswered(no int, c ledger.Coverage) (at finding.Place, held bool) {
	at = standingReturn(a.came, c)
	for _, l := range a.rows.Desks[ledger.Desk{Department: c.Department, Quarter: c.Quarter}] {
		switch {
		case l.Fate == ledger.Held && (l.Ret.Held != "" || slices.Contains(l.Placed.Candidates, no)):
			return at, true
		case slices.Contains(l.Placed.All(), no) && unassigned(l):
			return at, true
		case l.Reason == string(returns.Unanswered) && slices.Contains(l.Placed.All(), no):
			at = ledger.TextPlace(l.Row)
		}
	}
	return at, false
}
