package ledger

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/plan"
)

// Cause is the root that several findings share: a heading, a word, a file. What is settled
// has none. Severity is that of the worst of its findings.
type Cause struct {
	ID       string // short; the same for the same root in every run
	Code     finding.Code
	Severity finding.Severity
	Message  string // one sentence for the clerk, with how many places there are
	Hint     string // what would settle all of them, with the text to type or paste where there is one
	Findings int
	Rows     int    // rows of returns that it touches
	Quarter  string // of the finding that names it, "" for none
}

// YearCause is the cause of all findings that go back to the year of the ledger: none of them
// is the department's fault.
const YearCause = "year"

// RequirementCause begins the cause of findings that go back to one requirement; its key follows.
const RequirementCause = "requirement:"

// About returns the requirement that a finding goes back to, nil where it is not one alone.
func (l *Ledger) About(f *finding.Finding) *plan.Requirement {
	key, ok := strings.CutPrefix(f.Cause, RequirementCause)
	for i := range l.Plan.Requirements {
		if r := &l.Plan.Requirements[i]; ok && r.Key == key {
			return r
		}
	}
	return nil
}
