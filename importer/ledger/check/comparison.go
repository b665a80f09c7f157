package check

import (
	"cmp"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// comparison is an entry held against what else is known. Many are made side by side: each
// keeps what it finds, and of the ledger it only reads.
type comparison struct {
	ledger *ledger.Ledger
	entry  *ledger.Entry
	before *ledger.Entry // the department's last on the same requirement; nil for none
	key    string        // of the entry's row
	found  []finding.Finding
}

func (c *comparison) report(code finding.Code, at finding.Place, found, wanted string) {
	f := finding.New(code, at, found, wanted).For(c.entry.Department, c.entry.Quarter.String())
	f.RowKey = c.key
	c.found = append(c.found, f)
}

// regressed is the rule 状态倒退: what was completed is no longer. 常态化 after 已完成 is no
// fall: the work goes on.
func (c *comparison) regressed() {
	if c.before == nil || c.before.Row.Status.Value != status.Completed {
		return
	}
	switch c.entry.Row.Status.Value {
	case status.Behind, status.NotStarted, status.InProgress:
		c.report(finding.StatusRegressed, answerPlace(c.entry.Row), statusSaid(c.entry),
			c.before.Quarter.Short()+"，"+c.before.Row.Status.At.String())
	}
}

// unchanged reports a text that is the same as before; both are folded.
func (c *comparison) unchanged(text, before string) {
	if text == before && isLong(text) {
		c.report(finding.TextUnchanged, c.entry.Row.Progress.At, c.entry.Row.Progress.Value, "")
	}
}

// completedOn reports a completion date outside the quarter. A date that lies before it is
// in order where an earlier quarter already said completed.
func (c *comparison) completedOn() {
	on, q := c.entry.Row.CompletedOn, c.entry.Quarter
	if on.Value.IsZero() {
		return
	}
	early := q.First().After(on.Value) && (c.before == nil || c.before.Row.Status.Value != status.Completed)
	if early || on.Value.After(q.Last()) {
		c.report(finding.DateOutsideQuarter, on.At, asWritten(on.Said, on.Value), q.First().Label()+"至"+q.Last().Label())
	}
}

// asWritten quotes a date as its cell has it. A whole day in the form of a cell of dates is told in words;
// one that is digits alone, as a program stores it, by its day too.
func asWritten(said string, on period.Date) string {
	said = finding.Brief(strings.TrimSpace(said))
	switch {
	case said == "" || said == on.String():
		return on.Label()
	case strings.Trim(said, "0123456789") == "":
		return said + "（" + on.Label() + "）"
	}
	return said
}

// support is the rule 牵头为准: a supporting department that contradicts the leads in the
// same quarter is reported. A support that is done before its lead contradicts nothing.
func (c *comparison) support() {
	if c.entry.Role != ledger.Support {
		return
	}
	lead := c.ledger.Standing(c.entry.Requirement, c.entry.Quarter)
	theirs := c.entry.Row.Status.Value
	open := theirs == status.InProgress || theirs == status.Behind || theirs == status.NotStarted
	if lead.Status == status.Completed && open ||
		lead.Status == status.NotStarted && theirs == status.Completed {
		c.report(finding.LeadSupportConflict, answerPlace(c.entry.Row), statusSaid(c.entry),
			leadSaid(lead))
		c.found[len(c.found)-1].Cause = ledger.RequirementCause + c.ledger.Requirement(c.entry.Requirement).Key
	}
}

// statusSaid is the department's word for its status, else what the office took for it.
func statusSaid(e *ledger.Entry) string {
	return cmp.Or(e.Row.Status.Said, e.Row.Status.Value.Label())
}

// leadSaid is what the deciders of a standing wrote and, where one of them used other words than the
// standing's own, what the ledger took it for: “全办了”（办公室），台账计为已完成.
func leadSaid(s *ledger.Standing) string {
	label, quoted, other := s.Status.Label(), []string(nil), false
	for _, v := range s.Deciders {
		if v.Entry == nil {
			quoted = append(quoted, v.Status().Label()+"（"+v.Department+"）")
			continue
		}
		said := statusSaid(v.Entry)
		other = other || strings.TrimSpace(said) != label
		quoted = append(quoted, "“"+finding.Brief(said)+"”（"+v.Department+"）")
	}
	if !other {
		return label + "（" + strings.Join(deciderNames(s), "、") + "）"
	}
	return strings.Join(quoted, "、") + "，台账计为" + label
}

// BeforeDue takes a bare 否 under 是否完成 for in progress where the list gives more time than the quarter:
// it says no more than that the requirement is not done yet.
func BeforeDue(l *ledger.Ledger, e *ledger.Entry) {
	req := l.Requirement(e.Requirement)
	if e.Row.NotYet && req != nil && req.Due.On.After(e.Quarter.Last()) {
		e.Row.Status.Value = status.InProgress
	}
}

// answerPlace is the cell in which a row states its status.
func answerPlace(row *returns.Row) finding.Place {
	switch {
	case row.Status.Given():
		return row.Status.At
	case row.Percent.Given():
		return row.Percent.At
	case row.Progress.Given():
		return row.Progress.At
	}
	return row.At
}

func deciderNames(s *ledger.Standing) []string {
	var names []string
	for _, v := range s.Deciders {
		names = append(names, v.Department)
	}
	return names
}
