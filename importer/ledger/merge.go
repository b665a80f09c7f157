package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// Options is what a run may fix for the merge.
type Options struct {
	AsOf    period.Quarter // --as-of; zero takes the settings', else the latest return's
	Partial bool           // single files are checked: nothing is known of who else sent what
	Rulings []ruling.Ruling
	Inputs  []Input
}

// Merge makes the ledger of a year from its plan and its returns. Neither the order of
// returns nor that of found changes the result.
func Merge(p *plan.Plan, rs []returns.Return, found []finding.Finding, o Options) *Ledger {
	rs = slices.Clone(rs)
	slices.SortStableFunc(rs, compareReturns)
	m := &merge{
		Ledger: &Ledger{Year: p.Year, Unit: p.Unit, Plan: p, Inputs: o.Inputs,
			AsOf: asOf(o.AsOf, p, rs), Findings: slices.Clone(found)},
		returns: rs,
		placer:  newPlacer(p),
		order:   map[string]int{},
		desks:   map[desk][]*line{},
	}
	m.Departments = departments(p, rs)
	for i, d := range m.Departments {
		m.order[d.Name] = i
	}
	m.assign()
	m.rulings(o.Rulings)
	m.placeRows()
	m.keyRows()
	m.ruleRows()
	m.repeatedRows()
	m.resubmissions()
	m.write()
	m.settleStandings()
	m.settleCoverage()
	m.checkEntries()
	if !o.Partial {
		m.checkCoverage()
		m.checkMissing()
		m.checkOverdue()
	}
	m.settle()
	m.count()
	return m.Ledger
}

// merge is a ledger in the making.
type merge struct {
	*Ledger
	returns []returns.Return
	placer  *placer
	order   map[string]int // of departments
	lines   []*line        // every row of every return

	latest map[voiceKey]*Entry // by requirement, department and quarter
	keys   map[voiceKey]string // of the rows of these entries
	ruled  map[ruledKey]returns.Status
	duties [][]plan.Assigned // by requirement and quarter: who answers
	own    map[desk][]int    // by department and quarter: the requirements that it answers for
	desks  map[desk][]*line  // by department and quarter: the rows that came
}

// desk is a department in a quarter.
type desk struct {
	department string
	quarter    int
}

// assigned returns who answers for the requirement in the quarter.
func (m *merge) assigned(no int, q period.Quarter) plan.Assigned { return m.duties[no-1][q.N-1] }

// assign works out once who answers for what in each quarter of the year.
func (m *merge) assign() {
	year := period.Quarter{Year: m.Plan.Year, N: 4}.Until()
	m.own = map[desk][]int{}
	for i := range m.Plan.Requirements {
		req := &m.Plan.Requirements[i]
		var by []plan.Assigned
		for _, q := range year {
			a := m.Plan.Assigned(req, q)
			by = append(by, a)
			if !req.Active.In(q) {
				continue
			}
			for _, d := range a.All() {
				m.own[desk{d, q.N}] = append(m.own[desk{d, q.N}], req.No)
			}
		}
		m.duties = append(m.duties, by)
	}
}

// line is a row on its way to its fate.
type line struct {
	ret    *returns.Return
	index  int // of ret
	row    returns.Row
	placed placed
	fate   Fate
	reason string

	key, sum string // see package ruling
	only     bool   // no other row of the department and quarter says the same of its requirement
}

func (l *line) ignore(why returns.Reason) { l.fate, l.reason = Ignored, string(why) }
func (l *line) hold(why finding.Code)     { l.fate, l.reason = Held, string(why) }

// placeRows gives each row a first fate: furniture and late quarters are ignored, rows of
// held sheets are held, answers are placed.
func (m *merge) placeRows() {
	for i := range m.returns {
		ret := &m.returns[i]
		first := len(m.lines)
		var answers []int
		for _, row := range ret.Rows {
			l := &line{ret: ret, index: i, row: row, fate: Merged}
			switch {
			case row.Ignored != "":
				l.ignore(row.Ignored)
			case ret.Held != "":
				l.hold(ret.Held)
			case m.AsOf.Before(ret.Quarter.Value):
				l.ignore(returns.AfterAsOf)
			default:
				answers = append(answers, len(m.lines))
			}
			m.lines = append(m.lines, l)
			if ret.Quarter.Value.Year == m.Year {
				at := desk{ret.Department.Value, ret.Quarter.Value.N}
				m.desks[at] = append(m.desks[at], l)
			}
		}
		m.placeAnswers(ret, first, answers)
	}
}

// placeAnswers places the answers of one return together, and the rows that answer
// nothing beside them, so that the ledger can say which requirement went unanswered.
func (m *merge) placeAnswers(ret *returns.Return, first int, answers []int) {
	if ret.Held != "" {
		return
	}
	var blank []int
	for i := first; i < len(m.lines); i++ {
		if m.lines[i].reason == string(returns.Unanswered) {
			blank = append(blank, i)
		}
	}
	for _, group := range [][]int{answers, blank} {
		rows := make([]returns.Row, len(group))
		for k, i := range group {
			rows[k] = m.lines[i].row
		}
		for k, p := range m.placer.place(rows, ret.Department.Value, ret.Quarter.Value) {
			l := m.lines[group[k]]
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
	m.keys = map[voiceKey]string{}
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
			m.Entries = append(m.Entries, e)
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
	for i := range m.returns {
		ret := &m.returns[i]
		m.Returns = append(m.Returns, Return{File: ret.File, Sheet: ret.Sheet, Sum: ret.Sum,
			Department: ret.Department.Value, Quarter: ret.Quarter.Value, StatedOn: ret.StatedOn.Value,
			ReceivedOn: m.receivedOn(ret), Count: counts[i]})
		m.Totals.Rows.add(counts[i])
	}
	slices.SortStableFunc(m.Entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Requirement, b.Requirement),
			cmp.Compare(m.order[a.Department], m.order[b.Department]), a.Quarter.Compare(b.Quarter))
	})
	m.latest = make(map[voiceKey]*Entry, len(m.Entries))
	for i := range m.Entries {
		e := &m.Entries[i]
		m.latest[voiceKey{e.Requirement, e.Department, e.Quarter.N}] = e
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

// entry makes the entry of a merged line and reports a department that answers for a
// requirement that is not its own.
func (m *merge) entry(l *line) Entry {
	department, q := l.ret.Department.Value, l.ret.Quarter.Value
	req := m.Requirement(l.placed.no)
	assigned := m.assigned(req.No, q)
	role := roleOf(assigned, department)
	if role == Unassigned && m.Plan.Roster.Known() {
		f := finding.New(finding.NotAssigned, textPlace(l.row), RequirementName(req), nameList(assigned.All()))
		f.RowKey = l.key
		m.Findings = append(m.Findings, f.For(department, q.String()))
	}
	return Entry{Requirement: req.No, Department: department, Quarter: q, Role: role, Row: l.row, Match: l.placed.match}
}

func roleOf(a plan.Assigned, department string) Role {
	switch {
	case slices.Contains(a.Lead, department):
		return Lead
	case slices.Contains(a.Joint, department):
		return Joint
	case slices.Contains(a.Support, department):
		return Support
	}
	return Unassigned
}

// asOf is the quarter that the ledger is drawn up for.
func asOf(flag period.Quarter, p *plan.Plan, rs []returns.Return) period.Quarter {
	if !flag.IsZero() {
		return flag
	}
	if !p.Settings.AsOf.IsZero() {
		return p.Settings.AsOf
	}
	var last period.Quarter
	for _, r := range rs {
		if q := r.Quarter.Value; r.Held == "" && q.Year == p.Year && last.Before(q) {
			last = q
		}
	}
	if last.IsZero() {
		last = period.Quarter{Year: p.Year, N: 4}
	}
	return last
}

// departments returns the roster and, after it, the names that only the list has. Without
// a roster the names that returns give themselves count too.
func departments(p *plan.Plan, rs []returns.Return) []plan.Department {
	ds := slices.Clone(p.Roster.Departments)
	known := map[string]bool{}
	for _, d := range ds {
		known[d.Name] = true
	}
	for _, r := range p.Requirements {
		for _, party := range slices.Concat(r.Duty.Lead, r.Duty.Joint, r.Duty.Support) {
			if !known[party.Name] && party.Collective == "" {
				known[party.Name] = true
				ds = append(ds, plan.Department{Name: party.Name, At: r.Duty.Said.At})
			}
		}
	}
	for _, r := range rs {
		if name := r.Department.Value; name != "" && !known[name] {
			known[name] = true
			ds = append(ds, plan.Department{Name: name, At: r.Department.At})
		}
	}
	return ds
}

// compareReturns orders returns by file, sheet, department and quarter: one of each is
// one return.
func compareReturns(a, b returns.Return) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet),
		cmp.Compare(a.Department.Value, b.Department.Value), a.Quarter.Value.Compare(b.Quarter.Value),
		finding.Compare(finding.Finding{Place: a.Department.At}, finding.Finding{Place: b.Department.At}))
}
