package decision

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/place"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// OnRows applies the office's decisions (rule 核定) to the rows that they are about,
// after the rows have been placed and before they are compared with each other.
func (d *Rulings) OnRows(lines []*rows.Line) {
	if found := d.find(lines); found != nil {
		former := formerPlaces(found)
		for _, s := range found.subjects {
			if s.line != nil && !s.again && !contradict(found.about[s.line]) {
				for _, r := range found.about[s.line] {
					d.applyRuling(r, s.line)
				}
			}
		}
		found.carry(former)
	}
	for i := range d.ledger.Rulings {
		d.ledger.Rulings[i].Identify()
	}
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
func (d *Rulings) applyRuling(r *ruling.Ruling, l *rows.Line) {
	switch {
	case l.Row.Ignored != "" && r.Act != ruling.Accept:
		r.Why = "这一行现在不计入（" + l.Row.Ignored.Label() + "）"
		return
	case l.Ret.Held != "" && r.Act == ruling.Place:
		r.Why = "整张表没有并入（" + l.Ret.Held.Entry().Title + "），要先解决"
		return
	}
	r.State = ruling.Applied
	takeStatus(r, l)
	if l.Fate == ledger.Ignored {
		return
	}
	switch r.Act {
	case ruling.Place:
		l.Fate, l.Reason = ledger.Merged, ""
		l.Placed = place.Outcome{No: r.Requirement, Match: ledger.Match{By: "ruling", Score: 1}}
		l.Chosen = l.Chosen || r.Target.Code == finding.DuplicateReturn || r.Target.Code == finding.DuplicateRow
	case ruling.Ignore:
		l.Ignore(returns.RuledOut)
	}
}

// takeStatus gives a line the status that the office took. The row is shared with its return.
func takeStatus(r *ruling.Ruling, l *rows.Line) {
	if r.Status == status.NoStatus {
		return
	}
	ruled := l.Row.As(r.Status)
	if l.Wrote == nil {
		l.Wrote = l.Row
	}
	l.Row = &ruled
}
