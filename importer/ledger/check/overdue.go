package check

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// Overdue reports what is overdue at the end of the quarter that the year has come to, and has not been
// completed since, where the list prints the requirement.
func Overdue(l *ledger.Ledger) {
	for i := range l.Plan.Requirements {
		req := &l.Plan.Requirements[i]
		s := l.Standing(req.No, l.Now())
		if !s.Overdue || !l.Standing(req.No, l.AsOf).Overdue {
			continue
		}
		due := req.Due.On.Label()
		if due == "" {
			due = req.Due.Recurring
		}
		f := finding.New(finding.Overdue, req.Text.At, s.Status.Label(), due)
		f.Found, f.Message = ledger.RequirementName(req)+f.Found, ledger.RequirementName(req)+f.Message
		l.Findings = append(l.Findings, f.For(strings.Join(owing(s), "、"), l.Now().String()))
	}
}

// owing returns the deciders that still owe something: who has completed its part is not
// asked again. Where the office has ruled otherwise than all of them say, it is all.
func owing(s *ledger.Standing) []string {
	var names []string
	for _, v := range s.Deciders {
		if own := v.Status(); own != status.Completed && own != status.NotApplicable {
			names = append(names, v.Department)
		}
	}
	if names == nil {
		return deciderNames(s)
	}
	return names
}
