// Package numbers is what the numbers of the annual report are made of: values with their cells, numbers of
// a year and their parts, and what rules say of them. Rooms below it find them in sheets (find, naming,
// written), read them (read, prose), and add up and check them (sums, rules). Which numbers there are and
// which rules hold is data of package tables. What can't be placed or read is held; nothing is guessed and
// nothing lost.
package numbers

import (
	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// State says what a cell of a number holds, or what a number has become.
type State string

const (
	Number   State = "number"
	Zero     State = "zero"
	Blank    State = "blank" // the cell stands there empty: asked for
	Absent   State = "na"    // there is no such thing here: joins no sum and is no gap
	Text     State = "text"  // held: no number that can be
	Conflict State = "conflict"
	Missing  State = "missing" // nobody's table holds the cell
)

// Counts reports whether the state is that of a number.
func (s State) Counts() bool { return s == Number || s == Zero }

// StateOf is the state of a number.
func StateOf(a Amount) State {
	if a == 0 {
		return Zero
	}
	return Number
}

// What says which time a value covers.
type What string

const (
	Current    What = "current"    // the quarter alone
	Cumulative What = "cumulative" // from the beginning of the year
)

// Label returns the word that people use.
func (w What) Label() string {
	if w == Current {
		return "本期"
	}
	return "累计"
}

// Value is one cell of a number as it was read.
type Value struct {
	Indicator  int // index in Form.Indicators
	Department string
	Quarter    period.Quarter
	What       What
	State      State
	Amount     Amount // in the indicator's unit; 0 where State is none of a number
	Said       string
	Unit       string // that is written for it, "" for none
	Note       string // what the row says in explanation
	Negative   bool   // of a Text: a number, but none that can be
	At         finding.Place
	StatedOn   period.Date
	Version    int
}

// Held is a number that could not be placed.
type Held struct {
	At         finding.Place
	Label      string // what stands beside and above it
	Said       string
	Why        string
	Candidates []int
	Department string
	Quarter    period.Quarter
}

// Datum is a number at one time, as rules look at it.
type Datum struct {
	State  State
	Amount Amount
}

// Part is a value that a number was made of, or that stands beside those.
type Part struct {
	Value
	Counts bool
	Why    string // why it does not count, "" where it does
}

// Datum is the value as a number.
func (p *Part) Datum() Datum { return Datum{p.State, p.Amount} }

// Figure is a number of the year.
type Figure struct {
	Indicator int
	Datum
	Parts  []Part // those that make the number first
	Ruling string // id of the decision that fixed it, "" for none
	Method string // why the parts do not sum to it, "" where they do
}

// Verdict says whether a rule holds.
type Verdict uint8

const (
	Unknown Verdict = iota // a number that it needs is not there
	Holds
	Broken
)

// Side is the sum of one side of a rule.
type Side struct {
	Amount Amount
	Known  bool
}

// Result is what a rule says at one scope.
type Result struct {
	Rule        *tables.Rule
	Scope       string // column, row or indicator
	Label       string // the scope as people read it
	Left, Right Side
	Verdict     Verdict
	Terms       []Taken
	Note        string // the explanation, "" for none
	Department  string // of a rule on one department's values
	Quarter     period.Quarter
}

// Difference is left less right, where both are known.
func (r *Result) Difference() Amount { return r.Left.Amount - r.Right.Amount }

// Taken is a number that takes part in a rule.
type Taken struct {
	tables.Term
	Datum
	Left bool
}
