package collect

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/report/letters"
	"taizhang/report/page/questions"
)

// Urging is what is sent to one department.
type Urging struct {
	letters.Sending
	ID string // where it stands on 收表
}

// UrgeID is where the texts to a department stand on 收表.
func UrgeID(l *ledger.Ledger, department string) string {
	return fmt.Sprintf("to-%d", 1+slices.IndexFunc(l.Departments, func(d plan.Department) bool { return d.Name == department }))
}

// UrgePath leads to the texts that ask a department for its return of a quarter.
func UrgePath(l *ledger.Ledger, department string, q period.Quarter) string {
	return fmt.Sprintf("/board?q=%d#%s", q.N, UrgeID(l, department))
}

// Urged is a hint whose advice to ask a department for its return leads to the texts for that.
func Urged(l *ledger.Ledger, f *finding.Finding, hint []questions.Piece) []questions.Piece {
	q, ok := period.ParseQuarter(f.Quarter)
	if f.Code != finding.ReturnMissing || !ok || len(hint) == 0 {
		return hint
	}
	before, after, found := strings.Cut(hint[0].Text, "催报")
	if !found || hint[0].Path != "" {
		return hint
	}
	return append([]questions.Piece{{Text: before}, {Text: "催报", Path: UrgePath(l, f.Department, q)}, {Text: after}}, hint[1:]...)
}
