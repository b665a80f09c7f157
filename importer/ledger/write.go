package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/parallel"
	"taizhang/importer/returns"
)

// write turns the lines into the ledger's rows, entries and returns, and keeps the
// findings of rows that are not set aside.
func (m *merge) write() {
	m.Rows = make([]Row, len(m.lines))
	answered := m.answeredRows()
	m.gather(len(m.lines), func(i int) []finding.Finding {
		m.Rows[i] = m.lines[i].written()
		return m.lines[i].findings(answered)
	})
	m.merged = m.inOrder()
	m.Entries = make([]Entry, len(m.merged))
	m.gather(len(m.merged), func(i int) []finding.Finding {
		m.Entries[i] = m.entry(m.merged[i])
		return m.notAssigned(&m.Entries[i], m.merged[i].key)
	})
	m.latest = make(map[voiceKey]int, len(m.Entries))
	for i := range m.Entries {
		e := &m.Entries[i]
		m.latest[voiceKey{e.Requirement, e.Department, e.Quarter.N}] = i
	}
	m.writeReturns()
	for _, in := range m.Inputs {
		for _, sheet := range in.Sheets {
			m.Totals.Cells.Add(sheet.Cells)
		}
		switch in.State {
		case FileRead:
			m.Totals.Files.Read++
		case FileFailed:
			m.Totals.Files.Failed++
		default:
			m.Totals.Files.Skipped++
		}
	}
}

// gather adds what each of n finds, in their order; they are asked side by side.
func (m *merge) gather(n int, find func(i int) []finding.Finding) {
	found := make([][]finding.Finding, n+1)
	found[0] = m.Findings
	parallel.Each(n, func(i int) { found[i+1] = find(i) })
	m.Findings = slices.Concat(found...)
}

// written returns the line as a row of the ledger.
func (l *line) written() Row {
	first := l.placed.no
	for no := range l.answers {
		first = no
		break
	}
	said := ""
	if l.fate == Held || l.fate == Ignored && answersRow(returns.Reason(l.reason)) {
		said = l.row.Answer()
	}
	return Row{Said: said, At: l.row.At, Department: l.ret.Department.Value, Quarter: l.ret.Quarter.Value,
		Text: rowText(l.row), Fate: l.fate, Reason: l.reason, Requirement: first, Candidates: l.placed.candidates,
		Key: l.key, Sum: l.sum}
}

// answeredRows are the rows of sheets that answer in some quarter: a table of a whole year has a line
// for each quarter, and not all of them say something.
func (m *merge) answeredRows() map[finding.Place]bool {
	rows := map[finding.Place]bool{}
	for _, l := range m.lines {
		if l.fate != Ignored || l.reason != string(returns.Unanswered) && answersRow(returns.Reason(l.reason)) {
			rows[l.row.At] = true
		}
	}
	return rows
}

// findings returns what is said of the line, nothing where it is set aside. A value that was tried
// and not understood is said, also where the row has no other answer. Where the row answers in
// another quarter, nothing is asked of the one in which it is blank.
func (l *line) findings(answered map[finding.Place]bool) []finding.Finding {
	if l.fate == Ignored && l.reason != string(returns.Unanswered) {
		return nil
	}
	found := slices.Concat(l.row.Findings, l.placed.findings)
	if l.fate == Ignored && answered[l.row.At] && len(l.row.Other) == 0 {
		found = slices.Clone(l.row.Findings)
	}
	for i, f := range found {
		f.RowKey = l.key
		found[i] = f.For(l.ret.Department.Value, l.ret.Quarter.Value.String())
	}
	return found
}

// writeReturns keeps the account of each return.
func (m *merge) writeReturns() {
	counts := make([]Count, len(m.returns))
	for _, l := range m.lines {
		c := &counts[l.index]
		c.Read++
		switch l.fate {
		case Merged:
			c.Merged++
		case Held:
			c.Held++
		default:
			c.Ignored++
		}
	}
	m.Returns = make([]Return, 0, len(m.returns))
	for i := range m.returns {
		ret := &m.returns[i]
		m.Returns = append(m.Returns, Return{File: ret.File, Sheet: ret.Sheet, Sum: ret.Sum,
			Department: ret.Department.Value, Quarter: ret.Quarter.Value,
			Whose: Spoken{ret.Department.Said, ret.Department.At}, When: Spoken{ret.Quarter.Said, ret.Quarter.At}, StatedOn: ret.StatedOn.Value,
			ReceivedOn: m.receivedOn(ret), Count: counts[i], Columns: ret.Columns})
		m.Totals.Rows.add(counts[i])
	}
	m.came = make(map[desk][]*Return, len(m.Returns))
	for i := range m.Returns {
		r := &m.Returns[i]
		if m.files.Void(r.File, r.Sheet) {
			continue
		}
		at := desk{r.Department, r.Quarter}
		m.came[at] = append(m.came[at], r)
	}
}

// inOrder returns what the merged lines answer by requirement, department and quarter.
func (m *merge) inOrder() []answer {
	department := make([]int, len(m.returns))
	for i := range m.returns {
		department[i] = m.order[m.returns[i].Department.Value]
	}
	byRequirement := make([][]answer, len(m.Plan.Requirements))
	for _, l := range m.lines {
		if l.fate != Merged {
			continue
		}
		for no := range l.answers {
			byRequirement[no-1] = append(byRequirement[no-1], answer{l, no})
		}
	}
	parallel.Each(len(byRequirement), func(i int) {
		slices.SortStableFunc(byRequirement[i], func(a, b answer) int {
			return cmp.Or(department[a.index]-department[b.index], a.ret.Quarter.Value.Compare(b.ret.Quarter.Value))
		})
	})
	return slices.Concat(byRequirement...)
}

// entry makes the entry of what a merged line answers. The entries of one line share its row.
func (m *merge) entry(a answer) Entry {
	department, q := a.ret.Department.Value, a.ret.Quarter.Value
	return Entry{Requirement: a.no, Department: department, Quarter: q, Role: m.roleOf(a.no, department, q),
		Row: a.row, Account: a.number, Match: a.placed.match}
}

// notAssigned reports a department that answers for a requirement that is not its own.
func (m *merge) notAssigned(e *Entry, key string) []finding.Finding {
	if e.Role != Unassigned || !m.Plan.Roster.Known() {
		return nil
	}
	f := finding.New(finding.NotAssigned, textPlace(e.Row), RequirementName(m.Requirement(e.Requirement)), nameList(m.assigned(e.Requirement, e.Quarter).All()))
	f.RowKey = key
	if since, heirs, ended := m.Ended(e.Department, e.Quarter); ended {
		f = fromEnded(f, e, since, heirs, m.Requirement(e.Requirement))
	}
	return []finding.Finding{f.For(e.Department, e.Quarter.String())}
}

// answersRow reports whether a row that is ignored for the reason holds an answer all the same.
func answersRow(why returns.Reason) bool {
	switch why {
	case returns.Unanswered, returns.Duplicate, returns.Superseded, returns.AfterAsOf, returns.RuledOut:
		return true
	}
	return false
}
