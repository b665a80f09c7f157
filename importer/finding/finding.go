// Package finding holds one problem of the data as a value: what was found, where,
// what was wanted and what to do about it. A finding is never an error of the tool;
// the run goes on and the finding is printed in the ledger, the JSON and the console.
// The codes and their severities are fixed by the contract; the catalogue holds their words.
package finding

import "cmp"

// Severity is how much a finding holds back.
type Severity string

const (
	Error   Severity = "error"   // 强制: a file, sheet or row is held back
	Warning Severity = "warning" // 核实: merged, and somebody should look
	Info    Severity = "info"    // 提示: good to know
)

// Label returns the severity as the office reads it.
func (s Severity) Label() string {
	switch s {
	case Error:
		return "强制"
	case Warning:
		return "核实"
	default:
		return "提示"
	}
}

// Finding is one problem of the data.
type Finding struct {
	Code       Code
	Place      Place
	Department string // roster name, "" where it concerns none or all
	Quarter    string // "2021Q1", "" where it concerns none or all
	Found      string // what stands there
	Wanted     string // what was expected
	Message    string // one sentence for the clerk
	Hint       string // what to do
	Held       bool   // the conflict can't be decided, so the sheet is held: an error
	Cause      string // what it shares with findings of the same root: a heading, a word; "" for its place alone
	Basis      string // by what a column was taken for what it is, in the office's words; "" for by its content
	RowKey     string // of the row of a return that it speaks of, see package ruling; "" for none
	Settled    bool   // the office has decided on it: still listed, no longer open
}

// New makes a finding with the catalogue's words for the code. found and wanted fill
// {found} and {wanted} in them.
func New(code Code, at Place, found, wanted string) Finding {
	e := code.Entry()
	return Finding{Code: code, Place: at, Found: found, Wanted: wanted,
		Message: fill(e.Text, found, wanted), Hint: fill(e.Hint, found, wanted)}
}

// For returns the finding with the department and quarter that it concerns.
func (f Finding) For(department, quarter string) Finding {
	f.Department, f.Quarter = department, quarter
	return f
}

// Severity returns the severity that the contract gives the code; a conflict that holds
// its sheet back is an error.
func (f Finding) Severity() Severity {
	if f.Held {
		return Error
	}
	return f.Code.Entry().Severity
}

// HoldsSheet reports whether the finding keeps a whole file or sheet out of the ledger.
func (f Finding) HoldsSheet() bool {
	switch f.Code {
	case UnreadableFile, PasswordProtected, UnsupportedFormat, FileTooLarge, NoTable,
		DepartmentUnknown, QuarterUnknown, EmptyReturn, ReturnMisfiled, ReturnAfterClose:
		return true
	}
	return f.Held
}

// Compare orders findings by file, sheet, row, column and code, then by their words, so
// that the order never depends on which file was read first.
func Compare(a, b Finding) int {
	if c := cmp.Compare(a.Place.File(), b.Place.File()); c != 0 {
		return c // as nearly always
	}
	return cmp.Or(
		cmp.Compare(a.Place.Sheet(), b.Place.Sheet()),
		cmp.Compare(a.Place.Row(), b.Place.Row()),
		cmp.Compare(a.Place.Col(), b.Place.Col()),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Quarter, b.Quarter),
		cmp.Compare(a.Department, b.Department),
		cmp.Compare(a.Message, b.Message),
	)
}
