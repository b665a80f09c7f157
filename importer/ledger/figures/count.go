// Package figures counts a ledger: its tallies, the numbers that documents print by name, and the
// bulletin. Documents never count.
package figures

import (
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// Count computes the tallies.
func Count(l *ledger.Ledger, duties standing.Duties, voices *standing.Voices) {
	for _, q := range l.AsOf.Until() {
		t := ledger.QuarterTally{Quarter: q, Tally: ledger.NewTally()}
		for i := range l.Standings {
			if s := &l.Standings[i]; s.Quarter == q && s.Active {
				t.Add(s.Status, s.Overdue)
			}
		}
		t.Close()
		rateSteadily(l, &t)
		for _, c := range l.Coverage {
			if c.Quarter == q {
				t.Returns.Add(c)
			}
		}
		l.Quarters = append(l.Quarters, t)
	}
	receipts := map[string]ledger.Receipts{}
	for _, c := range l.Coverage {
		r := receipts[c.Department]
		r.Add(c)
		receipts[c.Department] = r
	}
	for _, d := range l.Departments {
		t := departmentTally(l, duties, voices, d)
		t.Returns = receipts[d.Name]
		if t.Of > 0 || t.Returns.Expected > 0 {
			l.ByDepartment = append(l.ByDepartment, t)
		}
	}
	for _, task := range l.Plan.Tasks {
		t := ledger.TaskTally{Task: task.No, Tally: ledger.NewTally()}
		for _, no := range task.Requirements {
			if s := l.Standing(no, l.AsOf); s.Active {
				t.Add(s.Status, s.Overdue)
			}
		}
		t.Close()
		l.ByTask = append(l.ByTask, t)
	}
}

// rateSteadily sets the completion rate of a quarter on the base of the as-of quarter, so that rates
// of several quarters compare.
func rateSteadily(l *ledger.Ledger, t *ledger.QuarterTally) {
	done, of, silent := 0, 0, 0
	for i := range l.Plan.Requirements {
		no := l.Plan.Requirements[i].No
		if !l.Standing(no, l.AsOf).InRate() {
			continue
		}
		of++
		switch then := l.Standing(no, t.Quarter); {
		case then.Active && then.Status == status.Completed:
			done++
		case !then.Active || then.Status == status.NotReported:
			silent++
		}
	}
	t.SetRate(done, of, silent)
}

func departmentTally(l *ledger.Ledger, duties standing.Duties, voices *standing.Voices, d plan.Department) ledger.DepartmentTally {
	t := ledger.DepartmentTally{Department: d, Tally: ledger.NewTally()}
	for _, no := range duties.RequirementsOf(d.Name, l.AsOf) {
		req := l.Requirement(no)
		v := voices.LastWord(req.No, d.Name, l.AsOf)
		stands, from := v.Status(), period.Quarter{}
		if v.Carried {
			from = v.Entry.Quarter
		}
		if stands == status.NoStatus {
			stands = status.InProgress // an answer without an understood status is not done
		}
		t.Add(stands, standing.Overdue(req, l.AsOf, stands) && !l.DidInYear(req, d.Name) && !standing.KeptUp(req, l.AsOf, stands, from))
		switch duties.RoleOf(no, d.Name, l.AsOf) {
		case ledger.Lead:
			t.Leads++
		case ledger.Joint:
			t.Joins++
		default:
			t.Supports++
		}
	}
	t.Close()
	return t
}
