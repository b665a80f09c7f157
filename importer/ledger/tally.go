package ledger

import (
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// count computes the tallies.
func (m *merge) count() {
	for _, q := range m.AsOf.Until() {
		t := QuarterTally{Quarter: q, Tally: newTally()}
		for i := range m.Standings {
			if s := &m.Standings[i]; s.Quarter == q && s.Active {
				t.add(s.Status, s.Overdue)
			}
		}
		t.close()
		m.rateSteadily(&t)
		for _, c := range m.Coverage {
			if c.Quarter == q {
				t.Returns.add(c)
			}
		}
		m.Quarters = append(m.Quarters, t)
	}
	receipts := map[string]Receipts{}
	for _, c := range m.Coverage {
		r := receipts[c.Department]
		r.add(c)
		receipts[c.Department] = r
	}
	for _, d := range m.Departments {
		t := m.departmentTally(d)
		t.Returns = receipts[d.Name]
		if t.Of > 0 || t.Returns.Expected > 0 {
			m.ByDepartment = append(m.ByDepartment, t)
		}
	}
	for _, task := range m.Plan.Tasks {
		t := TaskTally{Task: task.No, Tally: newTally()}
		for _, no := range task.Requirements {
			if s := m.Standing(no, m.AsOf); s.Active {
				t.add(s.Status, s.Overdue)
			}
		}
		t.close()
		m.ByTask = append(m.ByTask, t)
	}
}

// rateSteadily sets the completion rate of a quarter on the base of the as-of quarter, so that rates
// of several quarters compare.
func (m *merge) rateSteadily(t *QuarterTally) {
	done, of, silent := 0, 0, 0
	for i := range m.Plan.Requirements {
		no := m.Plan.Requirements[i].No
		if !m.Standing(no, m.AsOf).InRate() {
			continue
		}
		of++
		switch then := m.Standing(no, t.Quarter); {
		case then.Active && then.Status == status.Completed:
			done++
		case !then.Active || then.Status == status.NotReported:
			silent++
		}
	}
	t.rate(done, of, silent)
}

// InRate reports whether a standing counts in the completion rate: 常态化 and 不适用 do not.
func (s *Standing) InRate() bool {
	return s.Active && s.Status != status.Ongoing && s.Status != status.NotApplicable
}

func (m *merge) departmentTally(d plan.Department) DepartmentTally {
	t := DepartmentTally{Department: d, Tally: newTally()}
	for _, no := range m.own[desk{d.Name, m.AsOf}] {
		req := m.Requirement(no)
		v := m.voice(req.No, d.Name, m.AsOf)
		stands, from := v.Status(), period.Quarter{}
		if v.Carried {
			from = v.Entry.Quarter
		}
		if stands == status.NoStatus {
			stands = status.InProgress // an answer without an understood status is not done
		}
		t.add(stands, overdue(req, m.AsOf, stands) && !m.DidInYear(req, d.Name) && !keptUp(req, m.AsOf, stands, from))
		switch m.roleOf(no, d.Name, m.AsOf) {
		case Lead:
			t.Leads++
		case Joint:
			t.Joins++
		default:
			t.Supports++
		}
	}
	t.close()
	return t
}

func (r *Receipts) add(c Coverage) {
	if !c.Expected {
		return
	}
	r.Expected++
	switch c.State {
	case OnTime:
		r.OnTime++
	case Late:
		r.Late++
	case Undated, Unreadable:
		r.Undated++
	default:
		r.Missing++
		return
	}
	r.Reported++
}

// TallyOf returns the tally of requirements that stand so, of which so many are overdue.
func TallyOf(counts map[status.Status]int, overdue int) Tally {
	t := newTally()
	for s, n := range counts {
		t.Counts[s] = n
		t.Of += n
	}
	t.Overdue = overdue
	t.close()
	return t
}

func newTally() Tally {
	return Tally{Counts: map[status.Status]int{}, Shares: map[status.Status]float64{}}
}

func (t *Tally) add(s status.Status, overdue bool) {
	t.Of++
	t.Counts[s]++
	if overdue {
		t.Overdue++
	}
}

// close computes what follows from the counts.
func (t *Tally) close() {
	for _, s := range status.Statuses {
		t.Shares[s] = Percent(t.Counts[s], t.Of)
	}
	outside := t.Counts[status.Ongoing] + t.Counts[status.NotApplicable]
	t.rate(t.Counts[status.Completed], t.Of-outside, t.Counts[status.NotReported])
}

// rate sets the completion rate (rule 完成率): silent are those of its base of whom nobody gave a status.
func (t *Tally) rate(done, of, silent int) {
	t.RateDone, t.RateOf, t.Rate = done, of, Percent(done, of)
	t.Rated = of >= SmallestBase && silent < of
}

// Percent returns n of whole in percent, rounded half up to 0.1; 0 where whole is 0.
func Percent(n, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64((2000*n+whole)/(2*whole)) / 10
}
