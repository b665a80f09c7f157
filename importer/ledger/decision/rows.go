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
		l.Placed = place.Outcome{No: r.Requirement, Match: ledger.Match{By: "ruling", Score: 1}}
	case ruling.Ignore:
		l.Ignore(returns.RuledOut)
	}
}
