package ledger

import (
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// checkMissing is the rule 漏报: the department's return came, one of its requirements is
// not answered. What it has already reported as completed or not applicable needs no word.
// Nothing is said where text is left that nobody understood: the answer may stand in it.
func (m *merge) checkMissing() {
	empty, doubtful := m.emptyDesks(), m.doubtfulDesks()
	m.gather(len(m.Coverage), func(i int) []finding.Finding {
		c := m.Coverage[i]
		at := desk{c.Department, c.Quarter}
		if !c.Reported || !c.Expected || empty[at] || doubtful[at] {
			return nil
		}
		var missing []finding.Finding
		for _, no := range m.own[desk{c.Department, c.Quarter}] {
			if at, ok := m.unanswered(no, c); ok {
				missing = append(missing, finding.New(finding.RequirementMissing, at, RequirementName(m.Requirement(no)), "").For(c.Department, c.Quarter.String()))
			}
		}
		return missing
	})
}

// emptyDesks returns the departments and quarters of which nothing but empty returns came:
// one finding says so, and the requirements need not be listed.
func (m *merge) emptyDesks() map[desk]bool {
	empty := map[desk]bool{}
	for i := range m.returns {
		ret := &m.returns[i]
		at := deskOf(ret)
		was, seen := empty[at]
		empty[at] = ret.Held == finding.EmptyReturn && (was || !seen)
	}
	return empty
}

// unanswered reports that nothing is said of the requirement, and where it should be. What
// a held row may answer is not missed: that is reported already.
func (m *merge) unanswered(no int, c Coverage) (at finding.Place, missed bool) {
	v := m.voice(no, c.Department, c.Quarter)
	if s := v.Status(); v.Entry != nil && (!v.Carried || s == status.Completed || s == status.NotApplicable) {
		return at, false
	}
	at, held := m.whereAnswered(no, c)
	return at, !held
}

// whereAnswered returns the row that names the requirement and answers nothing, else the
// sheet; held reports a row that waits for the office and may be the answer, or one whose
// only text stands in a column that nobody knows.
func (m *merge) whereAnswered(no int, c Coverage) (at finding.Place, held bool) {
	at = m.standingReturn(c)
	for _, l := range m.desks[desk{c.Department, c.Quarter}] {
		switch {
		case l.fate == Held && (l.ret.Held != "" || slices.Contains(l.placed.candidates, no)):
			return at, true
		case slices.Contains(l.placed.all(), no) && l.unassigned():
			return at, true
		case l.reason == string(returns.Unanswered) && slices.Contains(l.placed.all(), no):
			at = textPlace(l.row)
		}
	}
	return at, false
}

// checkOverdue reports what is overdue at the end of the as-of quarter, where the list
// prints the requirement.
func (m *merge) checkOverdue() {
	for i := range m.Plan.Requirements {
		req := &m.Plan.Requirements[i]
		s := m.Standing(req.No, m.AsOf)
		if !s.Overdue {
			continue
		}
		due := req.Due.On.Label()
		if due == "" {
			due = req.Due.Recurring
		}
		f := finding.New(finding.Overdue, req.Text.At, s.Status.Label(), due)
		f.Found, f.Message = RequirementName(req)+f.Found, RequirementName(req)+f.Message
		m.Findings = append(m.Findings, f.For(nameList(owing(s)), m.AsOf.String()))
	}
}

// owing returns the deciders that still owe something: who has completed its part is not
// asked again. Where the office has ruled otherwise than all of them say, it is all.
func owing(s *Standing) []string {
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

func deciderNames(s *Standing) []string {
	var names []string
	for _, v := range s.Deciders {
		names = append(names, v.Department)
	}
	return names
}

func nameList(names []string) string { return strings.Join(names, "、") }

func itoa(n int) string { return strconv.Itoa(n) }
