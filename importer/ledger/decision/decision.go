// Package decision carries out what the office decided: on files, rows, requirements, headings and
// numbers. Each decision is told whether it was carried out, and else why not.
package decision

import (
	"cmp"
	"slices"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// Rulings are the decisions of the office and what they are carried out on.
type Rulings struct {
	ledger   *ledger.Ledger
	texts    []likeness.Sized // what the requirements say
	Keys     map[string]int   // requirements by their keys, and by those that they had when they were called otherwise
	same     map[string]int   // the latter alone
	order    map[string]int   // of departments
	Statuses standing.Ruled
}

// New starts with nothing decided. order is the place of each department.
func New(l *ledger.Ledger, texts []likeness.Sized, order map[string]int) *Rulings {
	d := &Rulings{ledger: l, texts: texts, Keys: map[string]int{}, same: map[string]int{}, order: order, Statuses: standing.Ruled{}}
	for _, r := range l.Plan.Requirements {
		d.Keys[r.Key] = r.No
	}
	return d
}

// Take takes over the office's decisions in an order that does not depend on how the
// ledger was sorted. Each is orphaned until it finds what it is about. Those of a whole
// requirement find it here.
func (d *Rulings) Take(rs []ruling.Ruling, last *lookback.Year) {
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

func (d *Rulings) compareRulings(a, b ruling.Ruling) int {
	x, y := a.Target, b.Target
	return cmp.Or(cmp.Compare(d.order[x.Department], d.order[y.Department]), cmp.Compare(x.Department, y.Department),
		cmp.Compare(x.Quarter, y.Quarter), cmp.Compare(x.RowKey, y.RowKey), cmp.Compare(x.Code, y.Code),
		cmp.Compare(x.Nth, y.Nth), cmp.Compare(a.Act, b.Act), cmp.Compare(x.Indicator, y.Indicator), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Scope, y.Scope), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Status, b.Status), cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.By, b.By), cmp.Compare(a.On, b.On))
}

// findRequirement gives the ruling the number that its requirement has in the list as it
// is now.
func (d *Rulings) findRequirement(r *ruling.Ruling) bool {
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
func (d *Rulings) ruleStandings() {
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
