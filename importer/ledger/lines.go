package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/abreast"
	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/returns"
)

// line is a row on its way to its fate.
type line struct {
	ret    *returns.Return
	index  int // of ret
	row    *returns.Row
	placed placed
	fate   Fate
	reason string

	key, sum string // see package ruling
	only     bool   // no other row of the department and quarter says the same of its requirement
}

func (l *line) ignore(why returns.Reason) { l.fate, l.reason = Ignored, string(why) }

func (l *line) hold(why finding.Code) { l.fate, l.reason = Held, string(why) }

// placeRows gives each row a first fate: furniture and late quarters are ignored, rows of
// held sheets are held, answers are placed.
func (m *merge) placeRows() {
	rows := 0
	for i := range m.returns {
		rows += len(m.returns[i].Rows)
	}
	m.lines = make([]*line, 0, rows)
	all := make([]line, rows)
	own := make([][]*line, len(m.returns))
	for i := range m.returns {
		ret := &m.returns[i]
		first := len(m.lines)
		for j := range ret.Rows {
			row, l := &ret.Rows[j], &all[len(m.lines)]
			*l = line{ret: ret, index: i, row: row, fate: Merged}
			switch {
			case row.Ignored != "":
				l.ignore(row.Ignored)
			case ret.Held != "":
				l.hold(ret.Held)
			case m.AsOf.Before(ret.Quarter.Value):
				l.ignore(returns.AfterAsOf)
			}
			m.lines = append(m.lines, l)
			if ret.Quarter.Value.Year == m.Year {
				at := desk{ret.Department.Value, ret.Quarter.Value.N}
				m.desks[at] = append(m.desks[at], l)
			}
		}
		own[i] = m.lines[first:]
	}
	abreast.Each(len(m.returns), func(i int) { m.placeAnswers(&m.returns[i], own[i]) })
}

// placeAnswers places the answers of one return together, and the rows that answer
// nothing beside them, so that the ledger can say which requirement went unanswered.
func (m *merge) placeAnswers(ret *returns.Return, lines []*line) {
	if ret.Held != "" {
		return
	}
	var answers, blank []*line
	for _, l := range lines {
		switch {
		case l.fate == Merged:
			answers = append(answers, l)
		case l.reason == string(returns.Unanswered):
			blank = append(blank, l)
		}
	}
	for _, group := range [][]*line{answers, blank} {
		rows := make([]*returns.Row, len(group))
		for i, l := range group {
			rows[i] = l.row
		}
		for i, p := range m.placer.place(rows, ret.Department.Value, ret.Quarter.Value) {
			l := group[i]
			l.placed = p
			if l.fate == Merged && p.held != "" {
				l.hold(p.held)
			}
		}
	}
}

// write turns the lines into the ledger's rows, returns and entries, and keeps the
// findings of rows that are not set aside.
func (m *merge) write() {
	counts := make([]Count, len(m.returns))
	merged := 0
	for _, l := range m.lines {
		if l.fate == Merged {
			merged++
		}
	}
	m.keys = make(map[voiceKey]string, merged)
	m.Rows = make([]Row, 0, len(m.lines))
	entries := make([]Entry, 0, merged)
	for _, l := range m.lines {
		ret := l.ret
		row := Row{At: l.row.At, Department: ret.Department.Value, Quarter: ret.Quarter.Value,
			Text: rowText(l.row), Fate: l.fate, Reason: l.reason, Requirement: l.placed.no, Candidates: l.placed.candidates,
			Key: l.key, Sum: l.sum}
		m.Rows = append(m.Rows, row)
		c := &counts[l.index]
		c.Read++
		switch l.fate {
		case Merged:
			c.Merged++
			e := m.entry(l)
			entries = append(entries, e)
			m.keys[voiceKey{e.Requirement, e.Department, e.Quarter.N}] = l.key
		case Held:
			c.Held++
		default:
			c.Ignored++
			continue
		}
		for _, f := range slices.Concat(l.row.Findings, l.placed.findings) {
			f.RowKey = l.key
			m.Findings = append(m.Findings, f.For(ret.Department.Value, ret.Quarter.Value.String()))
		}
	}
	m.Returns = make([]Return, 0, len(m.returns))
	for i := range m.returns {
		ret := &m.returns[i]
		m.Returns = append(m.Returns, Return{File: ret.File, Sheet: ret.Sheet, Sum: ret.Sum,
			Department: ret.Department.Value, Quarter: ret.Quarter.Value, StatedOn: ret.StatedOn.Value,
			ReceivedOn: m.receivedOn(ret), Count: counts[i]})
		m.Totals.Rows.add(counts[i])
	}
	m.came = make(map[desk][]*Return, len(m.Returns))
	for i := range m.Returns {
		r := &m.Returns[i]
		at := desk{r.Department, r.Quarter.N}
		m.came[at] = append(m.came[at], r)
	}
	m.Entries = m.inOrder(entries)
	m.latest = make(map[voiceKey]int, len(m.Entries))
	for i := range m.Entries {
		e := &m.Entries[i]
		m.latest[voiceKey{e.Requirement, e.Department, e.Quarter.N}] = i
	}
	for _, in := range m.Inputs {
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

// inOrder returns the entries by requirement, department and quarter.
func (m *merge) inOrder(entries []Entry) []Entry {
	type rank struct{ requirement, department, year, quarter, i int }
	ranks := make([]rank, len(entries))
	for i := range entries {
		e := &entries[i]
		ranks[i] = rank{e.Requirement, m.order[e.Department], e.Quarter.Year, e.Quarter.N, i}
	}
	slices.SortFunc(ranks, func(a, b rank) int {
		return cmp.Or(a.requirement-b.requirement, a.department-b.department, a.year-b.year, a.quarter-b.quarter, a.i-b.i)
	})
	sorted := make([]Entry, len(entries))
	for to, r := range ranks {
		sorted[to] = entries[r.i]
	}
	return sorted
}

// entry makes the entry of a merged line and reports a department that answers for a
// requirement that is not its own.
func (m *merge) entry(l *line) Entry {
	department, q := l.ret.Department.Value, l.ret.Quarter.Value
	req := m.Requirement(l.placed.no)
	role := m.roleOf(req.No, department, q)
	if role == Unassigned && m.Plan.Roster.Known() {
		f := finding.New(finding.NotAssigned, textPlace(l.row), RequirementName(req), nameList(m.assigned(req.No, q).All()))
		f.RowKey = l.key
		m.Findings = append(m.Findings, f.For(department, q.String()))
	}
	return Entry{Requirement: req.No, Department: department, Quarter: q, Role: role, Row: l.row, Match: l.placed.match}
}

// roleOf returns what the department is to the requirement in the quarter.
func (m *merge) roleOf(no int, department string, q period.Quarter) Role {
	if role, ok := m.roles[voiceKey{no, department, q.N}]; ok {
		return role
	}
	return Unassigned
}
