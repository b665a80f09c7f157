package ledger

import (
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// Tally counts requirements by status. Shares are of Of, in percent, each rounded by itself,
// half up, to 0.1 (all zero where Of is 0), so that they need not sum to 100: see Rounded.
// Ongoing and not-applicable requirements are outside the completion rate: its denominator
// is RateOf. Over the quarters of a year RateOf is that of the as-of quarter, and RateDone
// those of its requirements that were completed at the end of the quarter.
type Tally struct {
	Of       int
	Counts   map[status.Status]int
	Shares   map[status.Status]float64
	RateOf   int     // Of less ongoing and not applicable
	RateDone int     // completed of RateOf
	Rate     float64 // RateDone of RateOf, in percent to 0.1; 0 where RateOf is 0
	Rated    bool    // the rate may be said: its base is large enough, and somebody gave a status
	Overdue  int
}

// SmallestBase is the least denominator of which a rate or a share is printed.
const SmallestBase = 5

// Rounded reports whether the shares do not sum to 100, because each is rounded by itself.
func (t Tally) Rounded() bool {
	tenths := 0
	for _, share := range t.Shares {
		tenths += int(share*10 + 0.5)
	}
	return t.Of > 0 && tenths != 1000
}

// Receipts counts returns of departments: Expected = OnTime + Late + Undated + Missing. What
// came and could not be read is among the undated: nobody knows when it was stated.
type Receipts struct{ Expected, Reported, OnTime, Late, Undated, Missing int }

// QuarterTally is the standings at the end of a quarter and the returns of it.
type QuarterTally struct {
	Quarter period.Quarter
	Tally
	Returns Receipts
}

// DepartmentTally counts a department's own last word on each requirement that it
// answers for (as lead, joint or support) at AsOf, and its returns of the whole year.
type DepartmentTally struct {
	Department plan.Department
	Tally
	Leads, Joins, Supports int // of Of, in which role
	Returns                Receipts
}

// TaskTally counts the standings of a task's requirements at AsOf.
type TaskTally struct {
	Task int
	Tally
}

// Figure is a number that a document prints, by name: 2021Q4.status.completed.
type Figure struct {
	Name  string
	Value float64
}

// Figures lists every count and share that any document prints, in a fixed order.
type Figures []Figure

// InRate reports whether a standing counts in the completion rate: 常态化 and 不适用 do not.
func (s *Standing) InRate() bool {
	return s.Active && s.Status != status.Ongoing && s.Status != status.NotApplicable
}

// Add counts a coverage, where a return was expected.
func (r *Receipts) Add(c Coverage) {
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
	t := NewTally()
	for s, n := range counts {
		t.Counts[s] = n
		t.Of += n
	}
	t.Overdue = overdue
	t.Close()
	return t
}

// NewTally counts nothing yet.
func NewTally() Tally {
	return Tally{Counts: map[status.Status]int{}, Shares: map[status.Status]float64{}}
}

// Add counts one requirement; what follows from the counts is computed by Close.
func (t *Tally) Add(s status.Status, overdue bool) {
	t.Of++
	t.Counts[s]++
	if overdue {
		t.Overdue++
	}
}

// Close computes what follows from the counts.
func (t *Tally) Close() {
	for _, s := range status.Statuses {
		t.Shares[s] = Percent(t.Counts[s], t.Of)
	}
	outside := t.Counts[status.Ongoing] + t.Counts[status.NotApplicable]
	t.SetRate(t.Counts[status.Completed], t.Of-outside, t.Counts[status.NotReported])
}

// SetRate sets the completion rate (rule 完成率): silent are those of its base of whom nobody gave a status.
func (t *Tally) SetRate(done, of, silent int) {
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

// Value returns the figure with the name; ok is false where there is none.
func (fs Figures) Value(name string) (v float64, ok bool) {
	for _, f := range fs {
		if f.Name == name {
			return f.Value, true
		}
	}
	return 0, false
}
