package ledger

import (
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// Tally counts requirements by status. Shares are of Of, in percent, rounded by largest
// remainder to 0.1, and sum to 100 (all zero where Of is 0). Ongoing and not-applicable
// requirements are outside the completion rate: its denominator is RateOf.
type Tally struct {
	Of      int
	Counts  map[status.Status]int
	Shares  map[status.Status]float64
	RateOf  int     // Of less ongoing and not applicable
	Rate    float64 // completed of RateOf, in percent to 0.1; 0 where RateOf is 0
	Overdue int
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
