package ledger

import (
	"math"
	"slices"

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

func (m *merge) departmentTally(d plan.Department) DepartmentTally {
	t := DepartmentTally{Department: d, Tally: newTally()}
	for _, no := range m.own[desk{d.Name, m.AsOf}] {
		req := m.Requirement(no)
		stands := m.voice(req.No, d.Name, m.AsOf).Status()
		if stands == status.NoStatus {
			stands = status.InProgress // an answer without an understood status is not done
		}
		t.add(stands, overdue(req, m.AsOf, stands))
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
	counts := make([]int, len(status.Statuses))
	for i, s := range status.Statuses {
		counts[i] = t.Counts[s]
	}
	for i, share := range Shares(counts) {
		t.Shares[status.Statuses[i]] = share
	}
	t.RateOf = t.Of - t.Counts[status.Ongoing] - t.Counts[status.NotApplicable]
	t.Rate = Percent(t.Counts[status.Completed], t.RateOf)
}

// Shares returns the shares of one whole in percent, rounded to 0.1 by largest remainder,
// so that they sum to 100 (rule 占比). All are 0 where the whole is. Of equal remainders
// the earlier is rounded up.
func Shares(counts []int) []float64 {
	whole := 0
	for _, n := range counts {
		whole += n
	}
	shares := make([]float64, len(counts))
	if whole == 0 {
		return shares
	}
	tenths, rest := make([]int, len(counts)), make([]int, len(counts))
	left := 1000
	order := make([]int, len(counts))
	for i, n := range counts {
		tenths[i], rest[i], order[i] = n*1000/whole, n*1000%whole, i
		left -= tenths[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return rest[b] - rest[a] })
	for _, i := range order[:left] {
		tenths[i]++
	}
	for i := range shares {
		shares[i] = float64(tenths[i]) / 10
	}
	return shares
}

// Percent returns n of whole in percent, rounded half up to 0.1; 0 where whole is 0.
func Percent(n, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return math.Floor(float64(n)*1000/float64(whole)+0.5) / 10
}
