package figures

import (
	"strconv"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// Of names every number that a document prints. Names are dotted and stable:
// 2021Q4.status.completed is a count of requirements, .share its part of
// 2021Q4.requirements in percent. Where an earlier year is looked back on, last_year.* are
// its own counts, and what became of them: see lastYear.
func Of(l *ledger.Ledger) ledger.Figures {
	var fs ledger.Figures
	set := func(name string, v float64) { fs = append(fs, ledger.Figure{Name: name, Value: v}) }
	count := func(name string, n int) { set(name, float64(n)) }

	count("tasks", len(l.Plan.Tasks))
	count("requirements", len(l.Plan.Requirements))
	count("departments", len(l.Departments))
	count("departments.assigned", len(l.ByDepartment)) // that answer for a requirement
	count("returns", len(l.Returns))
	count("entries", len(l.Entries))
	for _, t := range l.Quarters {
		name := t.Quarter.String()
		tally(count, set, name, t.Tally)
		receipts(count, name, t.Returns)
	}
	for _, t := range l.ByTask {
		tally(count, set, "task."+strconv.Itoa(t.Task), t.Tally)
	}
	for _, t := range l.ByDepartment {
		name := "department." + t.Department.Name
		tally(count, set, name, t.Tally)
		count(name+".leads", t.Leads)
		count(name+".joint", t.Joins)
		count(name+".supports", t.Supports)
		receipts(count, name, t.Returns)
	}
	severities := map[finding.Severity]int{}
	for _, f := range l.Findings {
		if !f.Settled {
			severities[f.Severity()]++
		}
	}
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
		count("findings."+string(s), severities[s])
	}
	count("rows.read", l.Totals.Rows.Read)
	count("rows.merged", l.Totals.Rows.Merged)
	count("rows.held", l.Totals.Rows.Held)
	count("rows.ignored", l.Totals.Rows.Ignored)
	if l.LastYear != nil {
		lastYear(count, set, l.LastYear)
	}
	return fs
}

// lastYear names the figures of the look back: last_year.* as it ended, last_year.same_quarter.*
// at the quarter that compares with this year's, the requirements that both lists have
// (carried) or one of them (new, ended; left is no longer in force), and of those that were
// unfinished how many continue, with last_year.continued.* as they stand now.
func lastYear(count func(string, int), set func(string, float64), y *ledger.LastYear) {
	count("last_year.year", y.Year)
	tally(count, set, "last_year", y.Tally)
	if !y.SameAt.IsZero() {
		tally(count, set, "last_year.same_quarter", y.Same)
	}
	if y.Compared {
		set("last_year.completion_rate_change", y.Change)
	}
	count("last_year.carried", y.Carried)
	count("last_year.new", y.New)
	count("last_year.left", y.Left)
	count("last_year.ended", y.Ended)
	count("last_year.unfinished", len(y.Open))
	tally(count, set, "last_year.continued", y.Again)
	count("last_year.suspended", y.Count(ledger.Suspended))
	count("last_year.dropped", y.Count(ledger.Dropped))
}

func tally(count func(string, int), set func(string, float64), name string, t ledger.Tally) {
	count(name+".requirements", t.Of)
	for _, s := range status.Statuses {
		count(name+".status."+string(s), t.Counts[s])
		set(name+".share."+string(s), t.Shares[s])
	}
	if t.Rated {
		set(name+".completion_rate", t.Rate)
	}
	count(name+".completion_rate_of", t.RateOf)
	count(name+".overdue", t.Overdue)
}

func receipts(count func(string, int), name string, r ledger.Receipts) {
	count(name+".returns.expected", r.Expected)
	count(name+".returns.reported", r.Reported)
	count(name+".returns.on_time", r.OnTime)
	count(name+".returns.late", r.Late)
	count(name+".returns.undated", r.Undated)
	count(name+".returns.missing", r.Missing)
}
