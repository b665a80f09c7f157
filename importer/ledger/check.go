package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/abreast"
	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

// shortestCopy is the length in characters from which an identical text is worth a look:
// below it, two departments may well write the same.
const shortestCopy = 12

// checkEntries compares each entry with what was said before and by others.
func (m *merge) checkEntries() {
	texts := make([]string, len(m.Entries)) // folded progress
	abreast.Each(len(m.Entries), func(i int) { texts[i] = fold.Key(m.Entries[i].Row.Progress.Value) })
	first := make(map[saying]sayers, len(m.Entries))
	for i := range m.Entries {
		e := &m.Entries[i]
		var before *Entry
		b, ok := m.before(e)
		if ok {
			before = &m.Entries[b]
		}
		m.checkRegressed(e, before)
		if ok && texts[b] == texts[i] {
			m.checkUnchanged(e, texts[i])
		}
		m.checkCompletedOn(e, before)
		m.checkSupport(e)
		if utf8.RuneCountInString(texts[i]) >= shortestCopy {
			s := saying{e.Quarter, texts[i]}
			first[s] = first[s].with(e)
		}
	}
	for i := range m.Entries {
		m.checkCopied(&m.Entries[i], first[saying{m.Entries[i].Quarter, texts[i]}])
	}
}

// saying is a folded progress text in a quarter.
type saying struct {
	quarter period.Quarter
	text    string
}

// sayers are the first entry that says something, and the first of another department.
type sayers struct{ first, other *Entry }

func (s sayers) with(e *Entry) sayers {
	switch {
	case s.first == nil:
		s.first = e
	case s.other == nil && e.Department != s.first.Department:
		s.other = e
	}
	return s
}

// before returns the index of the department's last entry on the same requirement in an
// earlier quarter.
func (m *merge) before(e *Entry) (index int, ok bool) {
	for n := e.Quarter.N - 1; n >= 1; n-- {
		if i, ok := m.latest[voiceKey{e.Requirement, e.Department, n}]; ok {
			return i, true
		}
	}
	return 0, false
}

func (m *merge) entryFinding(e *Entry, code finding.Code, at finding.Place, found, wanted string) {
	f := finding.New(code, at, found, wanted).For(e.Department, e.Quarter.String())
	f.RowKey = m.keys[voiceKey{e.Requirement, e.Department, e.Quarter.N}]
	m.Findings = append(m.Findings, f)
}

// checkRegressed is the rule 状态倒退: what was completed is no longer. 常态化 after
// 已完成 is no fall: the work goes on.
func (m *merge) checkRegressed(e, before *Entry) {
	if before == nil || before.Row.Status.Value != returns.Completed {
		return
	}
	switch e.Row.Status.Value {
	case returns.Behind, returns.NotStarted, returns.InProgress:
		m.entryFinding(e, finding.StatusRegressed, answerPlace(e.Row), statusSaid(e),
			before.Quarter.Short()+" "+before.Row.Status.At.String())
	}
}

func (m *merge) checkUnchanged(e *Entry, text string) {
	if utf8.RuneCountInString(text) < shortestCopy {
		return
	}
	m.entryFinding(e, finding.TextUnchanged, e.Row.Progress.At, e.Row.Progress.Value, "")
}

// checkCompletedOn reports a completion date outside the quarter. A date that lies before
// it is in order where an earlier quarter already said completed.
func (m *merge) checkCompletedOn(e, before *Entry) {
	on := e.Row.CompletedOn.Value
	if on.IsZero() {
		return
	}
	early := e.Quarter.First().After(on) && (before == nil || before.Row.Status.Value != returns.Completed)
	if early || on.After(e.Quarter.Last()) {
		m.entryFinding(e, finding.DateOutsideQuarter, e.Row.CompletedOn.At, on.Label(),
			e.Quarter.First().Label()+"至"+e.Quarter.Last().Label())
	}
}

// checkSupport is the rule 牵头为准: a supporting department that contradicts the leads in
// the same quarter is reported. A support that is done before its lead contradicts nothing.
func (m *merge) checkSupport(e *Entry) {
	if e.Role != Support {
		return
	}
	lead := m.Standing(e.Requirement, e.Quarter)
	theirs := e.Row.Status.Value
	open := theirs == returns.InProgress || theirs == returns.Behind || theirs == returns.NotStarted
	if lead.Status == returns.Completed && open ||
		lead.Status == returns.NotStarted && theirs == returns.Completed {
		m.entryFinding(e, finding.LeadSupportConflict, answerPlace(e.Row), statusSaid(e),
			lead.Status.Label()+"（"+nameList(deciderNames(lead))+"）")
	}
}

func (m *merge) checkCopied(e *Entry, said sayers) {
	o := said.first
	if o != nil && o.Department == e.Department {
		o = said.other
	}
	if o != nil {
		m.entryFinding(e, finding.TextCopied, e.Row.Progress.At,
			fmt.Sprintf("与%s相同（%s）", o.Department, o.Row.Progress.At), "")
	}
}

// checkMissing is the rule 漏报: the department's return came, one of its requirements is
// not answered. What it has already reported as completed or not applicable needs no word.
func (m *merge) checkMissing() {
	empty := m.emptyDesks()
	for _, c := range m.Coverage {
		if !c.Reported || !c.Expected || empty[desk{c.Department, c.Quarter.N}] {
			continue
		}
		for _, no := range m.own[desk{c.Department, c.Quarter.N}] {
			m.checkAnswered(m.Requirement(no), c)
		}
	}
}

// emptyDesks returns the departments and quarters of which nothing but empty returns came:
// one finding says so, and the requirements need not be listed.
func (m *merge) emptyDesks() map[desk]bool {
	empty := map[desk]bool{}
	for i := range m.returns {
		ret := &m.returns[i]
		at := desk{ret.Department.Value, ret.Quarter.Value.N}
		was, seen := empty[at]
		empty[at] = ret.Held == finding.EmptyReturn && (was || !seen)
	}
	return empty
}

func (m *merge) checkAnswered(req *plan.Requirement, c Coverage) {
	v := m.voice(req.No, c.Department, c.Quarter)
	if s := v.Status(); v.Entry != nil && (!v.Carried || s == returns.Completed || s == returns.NotApplicable) {
		return
	}
	at, held := m.whereAnswered(req.No, c)
	if held {
		return // the held row is reported already
	}
	m.Findings = append(m.Findings,
		finding.New(finding.RequirementMissing, at, RequirementName(req), "").For(c.Department, c.Quarter.String()))
}

// whereAnswered returns the row that names the requirement and answers nothing, else the
// sheet; held reports a row that waits for the office and may be the answer.
func (m *merge) whereAnswered(no int, c Coverage) (at finding.Place, held bool) {
	at = m.standingReturn(c)
	for _, l := range m.desks[desk{c.Department, c.Quarter.N}] {
		switch {
		case l.fate == Held && (l.ret.Held != "" || slices.Contains(l.placed.candidates, no)):
			return at, true
		case l.reason == string(returns.Unanswered) && l.placed.no == no:
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
		if own := v.Status(); own != returns.Completed && own != returns.NotApplicable {
			names = append(names, v.Department)
		}
	}
	if names == nil {
		return deciderNames(s)
	}
	return names
}

// statusSaid is the department's word for its status, else what the office took for it.
func statusSaid(e *Entry) string {
	return cmp.Or(e.Row.Status.Said, e.Row.Status.Value.Label())
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

func deciderNames(s *Standing) []string {
	var names []string
	for _, v := range s.Deciders {
		names = append(names, v.Department)
	}
	return names
}

func nameList(names []string) string { return strings.Join(names, "、") }

func itoa(n int) string { return strconv.Itoa(n) }
