package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/lookback"
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
	From    string // see Ledger.RulingsFrom
	Inputs  []Input
	Last    *lookback.Year // an earlier year to look back on; nil for none
}

// Merge makes the ledger of a year from its plan and its returns. Neither the order of
// returns nor that of found changes the result.
func Merge(p *plan.Plan, rs []returns.Return, found []finding.Finding, o Options) *Ledger {
	rs = slices.Clone(rs)
	slices.SortStableFunc(rs, compareReturns)
	m := &merge{
		Ledger: &Ledger{Year: p.Year, Unit: p.Unit, Plan: p, Inputs: o.Inputs, RulingsFrom: o.From,
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
	m.placer.roles = m.roles
	m.rulings(o.Rulings)
	m.placeRows()
	m.keyRows()
	m.ruleRows()
	m.repeatedRows()
	m.resubmissions()
	m.voidReplaced()
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
	m.lookBack(o.Last)
	m.Figures = figures(m.Ledger)
	return m.Ledger
}

// merge is a ledger in the making.
type merge struct {
	*Ledger
	returns []returns.Return
	placer  *placer
	order   map[string]int // of departments
	lines   []*line        // every row of every return

	latest map[voiceKey]int    // of Entries, by requirement, department and quarter
	keys   map[voiceKey]string // of the rows of these entries
	ruled  map[ruledKey]returns.Status
	duties [][]plan.Assigned // by requirement and quarter: who answers
	roles  map[voiceKey]Role // the same, by department
	own    map[desk][]int    // by department and quarter: the requirements that it answers for
	desks  map[desk][]*line  // by department and quarter: the rows that came
	came   map[desk][]*Return
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
	m.own, m.roles = map[desk][]int{}, map[voiceKey]Role{}
	for i := range m.Plan.Requirements {
		req := &m.Plan.Requirements[i]
		var by []plan.Assigned
		for _, q := range year {
			a := m.Plan.Assigned(req, q)
			by = append(by, a)
			for role, names := range map[Role][]string{Lead: a.Lead, Joint: a.Joint, Support: a.Support} {
				for _, d := range names {
					m.roles[voiceKey{req.No, d, q.N}] = role
				}
			}
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
