// Package decision carries out what the office decided: on files, rows, requirements, headings and
// numbers. Each decision is told whether it was carried out, and else why not.
package decision

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
	"taizhang/importer/ledger/place"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// Decisions carries out what the office decided.
type Decisions struct {
	ledger   *ledger.Ledger
	texts    []likeness.Text // what the requirements say
	Keys     map[string]int  // requirements by their keys, and by those that they had when they were called otherwise
	same     map[string]int  // the latter alone
	order    map[string]int  // of departments
	Statuses standing.Ruled
}

// New starts with nothing decided. order is the place of each department.
func New(l *ledger.Ledger, texts []likeness.Text, order map[string]int) *Decisions {
	d := &Decisions{ledger: l, texts: texts, Keys: map[string]int{}, same: map[string]int{}, order: order, Statuses: standing.Ruled{}}
	for _, r := range l.Plan.Requirements {
		d.Keys[r.Key] = r.No
	}
	return d
}

// Take takes over the office's decisions in an order that does not depend on how the
// ledger was sorted. Each is orphaned until it finds what it is about. Those of a whole
// requirement find it here.
func (d *Decisions) Take(rs []ruling.Ruling, last *lookback.Year) {
	for _, r := range rs {
		r.State = ruling.Orphaned
		if r.Act == ruling.Column {
			continue // see OnHeadings
		}
		if r.Act == "" {
			d.ledger.Drafts = append(d.ledger.Drafts, r)
			continue
		}
		d.ledger.Rulings = append(d.ledger.Rulings, r)
	}
	for _, list := range [][]ruling.Ruling{d.ledger.Rulings, d.ledger.Drafts} {
		slices.SortStableFunc(list, d.compareRulings)
	}
	d.renamed(last)
	for i := range d.ledger.Rulings {
		r := &d.ledger.Rulings[i]
		if r.Why == "" && r.Key != "" && !d.findRequirement(r) {
			r.Why = "清单中已没有这条要求（原第" + strconv.Itoa(r.Requirement) + "项）" + d.proposeFor(r)
		}
	}
	d.ruleStandings()
}

func (d *Decisions) compareRulings(a, b ruling.Ruling) int {
	x, y := a.Target, b.Target
	return cmp.Or(cmp.Compare(d.order[x.Department], d.order[y.Department]), cmp.Compare(x.Department, y.Department),
		cmp.Compare(x.Quarter, y.Quarter), cmp.Compare(x.RowKey, y.RowKey), cmp.Compare(x.Code, y.Code),
		cmp.Compare(x.Nth, y.Nth), cmp.Compare(a.Act, b.Act), cmp.Compare(x.Indicator, y.Indicator), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Scope, y.Scope), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Status, b.Status), cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.By, b.By), cmp.Compare(a.On, b.On))
}

// findRequirement gives the ruling the number that its requirement has in the list as it
// is now.
func (d *Decisions) findRequirement(r *ruling.Ruling) bool {
	if no := r.Requirement; no >= 1 && no <= len(d.ledger.Plan.Requirements) && d.ledger.Plan.Requirements[no-1].Key == r.Key {
		return true
	}
	no := d.Keys[r.Key]
	if no == 0 {
		no = d.same[r.Key]
	}
	if no == 0 {
		return false
	}
	r.Requirement = no
	return true
}

// ruleStandings takes the statuses that the office took for whole requirements.
func (d *Decisions) ruleStandings() {
	said := map[standing.RuledKey][]*ruling.Ruling{}
	for i := range d.ledger.Rulings {
		r := &d.ledger.Rulings[i]
		if !r.Target.Standing() || r.Why != "" || r.Status == status.NoStatus {
			continue
		}
		q, ok := period.ParseQuarter(r.Target.Quarter)
		if !ok || q.Year != d.ledger.Year {
			r.Why = "它是" + r.Target.Quarter + "的，不是本年度的"
			continue
		}
		key := standing.RuledKey{No: r.Requirement, Quarter: q.N}
		said[key] = append(said[key], r)
	}
	for key, rs := range said {
		if contradict(rs) {
			continue
		}
		for _, r := range rs {
			r.State = ruling.Applied
			d.Statuses[key] = r.Status
		}
	}
}

// OnRows applies the office's decisions (rule 核定) to the rows that they are about,
// after the rows have been placed and before they are compared with each other.
func (d *Decisions) OnRows(lines []*rows.Line) {
	bySum, byKey := map[string][]*rows.Line{}, map[string]*rows.Line{}
	if len(d.ledger.Rulings) > 0 {
		for _, l := range lines {
			bySum[l.Sum] = append(bySum[l.Sum], l)
			byKey[l.Key] = l
		}
	}
	about := map[*rows.Line][]*ruling.Ruling{}
	var order []*rows.Line
	for i := range d.ledger.Rulings {
		r := &d.ledger.Rulings[i]
		if r.Target.RowKey == "" || r.Why != "" {
			continue
		}
		l := findRow(r, bySum[r.Target.Sum], byKey[r.Target.RowKey])
		if l == nil {
			continue
		}
		r.Target.File, r.Target.Sheet, r.Target.RowKey = l.Ret.File, l.Ret.Sheet, l.Key
		if about[l] == nil {
			order = append(order, l)
		}
		about[l] = append(about[l], r)
	}
	for _, l := range order {
		if !contradict(about[l]) {
			for _, r := range about[l] {
				d.applyRuling(r, l)
			}
		}
	}
	for i := range d.ledger.Rulings {
		d.ledger.Rulings[i].Identify()
	}
}

// findRow returns the row that a ruling is about: the one that says just what it said
// then, wherever it now stands; else the only one of its text, whatever it answers by now.
// Of twins a changed one is not guessed.
func findRow(r *ruling.Ruling, same []*rows.Line, keyed *rows.Line) *rows.Line {
	for _, l := range same {
		if l.Key == r.Target.RowKey {
			return l
		}
	}
	if len(same) > 0 {
		return same[0]
	}
	if keyed != nil && (keyed.Only || r.Target.Sum == "") {
		if r.Act == ruling.Take || r.Status != status.NoStatus {
			r.Why = "核定之后部门改过这一行，请看是否仍采用此状态"
		}
		return keyed
	}
	return nil
}

// contradict reports, and notes on the rulings, that they want different things of one
// target. None of them is then applied: which one the office means can't be known.
func contradict(rs []*ruling.Ruling) bool {
	var wants []string
	for _, r := range rs {
		if r.Act != ruling.Accept && !slices.Contains(wants, r.Says()) {
			wants = append(wants, r.Says())
		}
	}
	places, statuses, ignores := map[int]bool{}, map[status.Status]bool{}, false
	for _, r := range rs {
		if r.Act == ruling.Place {
			places[r.Requirement] = true
		}
		if r.Status != status.NoStatus {
			statuses[r.Status] = true
		}
		ignores = ignores || r.Act == ruling.Ignore
	}
	if len(places) < 2 && len(statuses) < 2 && !(ignores && len(places)+len(statuses) > 0) {
		return false
	}
	for _, r := range rs {
		if r.Act != ruling.Accept {
			r.Why = "对同一内容有不同的核定（" + strings.Join(wants, "；") + "），请只留一种"
		}
	}
	return true
}

// applyRuling applies one decision to its line. A row that is not counted for another
// reason (a later quarter, nothing filled in any more) keeps its fate.
func (d *Decisions) applyRuling(r *ruling.Ruling, l *rows.Line) {
	switch {
	case l.Row.Ignored != "" && r.Act != ruling.Accept:
		r.Why = "这一行现在不计入（" + l.Row.Ignored.Label() + "）"
		return
	case l.Ret.Held != "" && r.Act == ruling.Place:
		r.Why = "整张表没有并入（" + l.Ret.Held.Entry().Title + "），要先解决"
		return
	}
	r.State = ruling.Applied
	if r.Status != status.NoStatus {
		ruled := *l.Row
		ruled.Status.Value = r.Status // the department's own word stays beside it
		ruled.Against = ""            // what its text denies was decided with it
		if ruled.Status.At == (finding.Place{}) {
			ruled.Status.At = ruled.At
		}
		l.Row = &ruled
	}
	if l.Fate == ledger.Ignored {
		return
	}
	switch r.Act {
	case ruling.Place:
		l.Fate, l.Reason = ledger.Merged, ""
		l.Placed = place.Placed{No: r.Requirement, Match: ledger.Match{By: "ruling", Score: 1}}
	case ruling.Ignore:
		l.Ignore(returns.RuledOut)
	}
}
