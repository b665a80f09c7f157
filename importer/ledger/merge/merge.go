// Package merge makes the ledger of a year. It knows the order of the steps; each of them stands in a
// room of its own and takes the values that it needs. Everything here is pure: no files, no clock.
package merge

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/check"
	"taizhang/importer/ledger/decision"
	"taizhang/importer/ledger/figures"
	"taizhang/importer/ledger/likeness"
	"taizhang/importer/ledger/place"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/lookback"
	"taizhang/importer/numbers"
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
	Journal *ruling.Journal // what they were taken from, nil for none
	From    string          // see Ledger.RulingsFrom
	Inputs  []ledger.Input
	Last    *lookback.Year // an earlier year to look back on; nil for none
	Numbers *numbers.Given // the numbers of the annual report as they were read; nil where no form is known
}

// Merge makes the ledger of a year from its plan and its returns. Neither the order of
// returns nor that of found changes the result.
func Merge(p *plan.Plan, rs []returns.Return, found []finding.Finding, o Options) *ledger.Ledger {
	rs = slices.Clone(rs)
	files := ruling.NewFiles(p, o.Rulings)
	decision.Discard(rs, files)
	late := decision.AfterClose(rs, files, ruling.NewClosed(o.Rulings))
	slices.SortStableFunc(rs, compareReturns)
	l := &ledger.Ledger{Year: p.Year, Unit: p.Unit, Plan: p, Inputs: o.Inputs, RulingsFrom: o.From, Journal: o.Journal,
		AsOf: asOf(o.AsOf, p, rs, files, o.Numbers), Findings: slices.Concat(found, late), Departments: departments(p, rs)}
	order := map[string]int{}
	for i, d := range l.Departments {
		order[d.Name] = i
	}
	duties, texts := standing.NewDuties(p), likeness.Texts(p)

	office := decision.New(l, texts, order)
	office.Take(o.Rulings, o.Last)
	office.OnFiles(rs, files)

	sent := rows.New(l, rs)
	sent.Place(place.New(p, texts, office.Keys, duties.IsOwn))
	sent.Key()
	office.OnRows(sent.Lines)
	sent.TakeRounds()
	sent.SetPlansApart()
	sent.SettleRepeated()
	sent.SettleResubmitted()
	sent.VoidReplaced()
	check.VoidEmpty(l, rs)
	sent.Write()
	merged := sent.InOrder(order)
	writeEntries(l, merged, duties)
	writeReturns(l, rs, sent.Counts())
	countFiles(l)
	came := returnsOf(l, rs, files)
	office.ProposeKeyed(merged)
	office.OnHeadings(o.Rulings)
	office.OnLessons()

	voices := standing.NewVoices(l)
	standing.Settle(l, duties, voices, office.Statuses)
	var doubt check.YearDoubt
	if !o.Partial {
		doubt = check.DoubtYear(p, rs)
	}
	unused := check.Unused(l, rs, doubt, files.Void)
	standing.Cover(l, duties, came, unused)
	check.Entries(l, merged, voices)
	check.TellYear(l, rs, doubt)
	if !o.Partial {
		if o.AsOf.IsZero() && p.Settings.AsOf.IsZero() {
			findAhead(l, rs, o.Numbers, files.Void)
		}
		check.Orphans(l, duties)
		check.Coverage(l, rs, came)
		check.Missing(l, sent, duties, voices, came, unused)
		check.Overdue(l)
	}
	settleNumbers(l, o, office, order)
	check.TellEnded(l)
	settle.Findings(l)
	figures.Count(l, duties, voices)
	if o.Last != nil && l.Year != 0 {
		office.ProposeLast(o.Last, check.LookBack(l, o.Last, office.Called))
	}
	l.Figures = figures.Of(l)
	return l
}

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
