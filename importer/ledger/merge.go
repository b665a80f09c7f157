package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/lookback"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// Options is what a run may fix for the merge.
type Options struct {
	AsOf    period.Quarter // --as-of; zero takes the settings', else the latest return's
	Partial bool           // single files are checked: nothing is known of who else sent what
	Rulings []ruling.Ruling
	Journal *ruling.Journal // what they were taken from, nil for none
	From    string          // see Ledger.RulingsFrom
	Inputs  []Input
	Last    *lookback.Year // an earlier year to look back on; nil for none
	Numbers *numbers.Given // the numbers of the annual report as they were read; nil where no form is known
}

// Merge makes the ledger of a year from its plan and its returns. Neither the order of
// returns nor that of found changes the result.
func Merge(p *plan.Plan, rs []returns.Return, found []finding.Finding, o Options) *Ledger {
	rs = slices.Clone(rs)
	files := ruling.NewFiles(p, o.Rulings)
	discard(rs, files)
	late := afterClose(rs, files, ruling.NewClosed(o.Rulings))
	slices.SortStableFunc(rs, compareReturns)
	m := &merge{
		Ledger: &Ledger{Year: p.Year, Unit: p.Unit, Plan: p, Inputs: o.Inputs, RulingsFrom: o.From, Journal: o.Journal,
			AsOf: asOf(o.AsOf, p, rs, files, o.Numbers), Findings: slices.Concat(found, late)},
		returns: rs,
		order:   map[string]int{},
		desks:   map[desk][]*line{},
		files:   files,
	}
	m.Departments = departments(p, rs)
	for i, d := range m.Departments {
		m.order[d.Name] = i
	}
	m.assign()
	m.placer = newPlacer(p, m.duties)
	m.rulings(o.Rulings, o.Last)
	m.ruleFiles()
	m.placeRows()
	m.keyRows()
	m.ruleRows()
	m.repeatedRows()
	m.resubmissions()
	m.voidReplaced()
	m.voidEmpty()
	m.write()
	m.proposeKeyed()
	m.readings(o.Rulings)
	m.settleStandings()
	if !o.Partial {
		m.doubt = doubtYear(p, rs)
	}
	m.settleCoverage()
	m.checkEntries()
	m.tellYear()
	if !o.Partial {
		m.checkOrphans()
		m.checkCoverage()
		m.checkMissing()
		m.checkOverdue()
	}
	m.settleNumbers(o)
	m.tellEnded()
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
	same    map[string]int // requirements by the keys that they had when they were called otherwise
	files   *ruling.Files  // what the office decided on them
	placer  *placer
	order   map[string]int // of departments
	lines   []*line        // every row of every return

	merged []answer         // by entry: the row that it was made of
	latest map[voiceKey]int // by requirement, department and quarter: the entry
	ruled  map[ruledKey]status.Status
	duties [][]duty         // by requirement and quarter
	own    map[desk][]int   // by department and quarter: the requirements that it answers for
	desks  map[desk][]*line // by department and quarter: the rows that came
	manned []desk           // those of desks, in the order of the returns
	came   map[desk][]*Return
	doubt  yearDoubt
}

// desk is a department in a quarter.
type desk struct {
	department string
	quarter    period.Quarter
}

func deskOf(ret *returns.Return) desk { return desk{ret.Department.Value, ret.Quarter.Value} }

// asOf is the quarter that the ledger is drawn up for.
func asOf(flag period.Quarter, p *plan.Plan, rs []returns.Return, files *ruling.Files, base *numbers.Given) period.Quarter {
	if !flag.IsZero() {
		return flag
	}
	if !p.Settings.AsOf.IsZero() {
		return p.Settings.AsOf
	}
	var last period.Quarter
	for _, r := range rs {
		if q := r.Quarter.Value; (r.Held == "" || r.Held == finding.ReturnAfterClose) && !files.Void(r.File, r.Sheet) && q.Year == p.Year && last.Before(q) {
			last = q
		}
	}
	if last.IsZero() {
		for _, r := range rs { // what is held has come all the same
			if q := r.Quarter.Value; q.Year == p.Year && !files.Void(r.File, r.Sheet) && last.Before(q) {
				last = q
			}
		}
	}
	if base != nil {
		for _, v := range base.Values {
			if v.Quarter.Year == p.Year && v.State != numbers.Blank && last.Before(v.Quarter) {
				last = v.Quarter
			}
		}
	}
	if last.IsZero() { // nothing has come: the year begins
		last = period.Quarter{Year: p.Year, N: 1}
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
