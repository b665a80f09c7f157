// Package ledger is a year as one value: what each department said of each requirement, where these
// stand, which returns came, every figure that a document prints, and the findings with what they go
// back to. It is what documents are printed from; package merge makes it, and each step of the merge
// has a room beside that. Each rule of the merge is one function with one test table and a line in
// Rules.
package ledger

import (
	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// Ledger is the one value that every document is printed from. All slices are in ledger
// order, which does not depend on the order in which files were read.
type Ledger struct {
	Year         int
	Unit         string
	AsOf         period.Quarter
	Come         period.Quarter // that the year has come to: AsOf, or before it where only a few are ahead of all others; zero is AsOf
	Plan         *plan.Plan
	Departments  []plan.Department // the roster, then names that only the list has
	Inputs       []Input           // every file that was looked at
	Returns      []Return
	Rows         []Row
	Entries      []Entry           // by requirement, department (list order of l.Departments), quarter
	Standings    []Standing        // by requirement, quarter: see Standing
	Coverage     []Coverage        // by department, quarter
	Quarters     []QuarterTally    // by quarter, the first to AsOf
	ByDepartment []DepartmentTally // at AsOf, in the order of Departments, expected ones only
	ByTask       []TaskTally       // at AsOf
	LastYear     *LastYear         // what the look back says; nil where no earlier year is known
	Figures      Figures
	Findings     []finding.Finding // sorted by finding.Compare
	Causes       []Cause           // what the open findings go back to: the most severe first, then the largest
	Rulings      []ruling.Ruling
	Journal      *ruling.Journal // every decision with those that were taken back, and what is to be added to it; nil for none
	RulingsFrom  string          // SHA-256 of the ledger that the rulings were read from, NoLedger for none, "" where nobody looked
	Readings     []ruling.Ruling // the office's answers on headings, those that can't be understood among them
	Proposals    []Proposal      // what requirements may have been called before, for the office to decide
	Drafts       []ruling.Ruling // what the office began to fill in and can't be understood; reported, kept
	Numbers      *numbers.Year   // the numbers of the annual report; nil where no form is known for the year
	Totals       Totals
}

// Now is the quarter that the year has come to: nobody is asked for what is later.
func (l *Ledger) Now() period.Quarter {
	if l.Come.IsZero() {
		return l.AsOf
	}
	return l.Come
}

// NoLedger is what RulingsFrom says where there was no ledger to read rulings from.
const NoLedger = "absent"

// Input is a file that the run looked at.
type Input struct {
	File    string // relative to the year folder
	RawName string // the same as the system has it, where that is not UTF-8; else ""
	Sum     string // sha256, hex; "" where the file could not be read
	Format  string // what it is by its content: xlsx, txt ...
	State   InputState
	Reason  string // why it was not read, "" where it was
	Sheets  []returns.SheetAccount

	// Whose a file is that gave no return, and of which quarter, as its path says: "" and
	// zero where it says neither or more than one.
	Department string
	Quarter    period.Quarter
}

// InputState says what became of a file.
type InputState string

const (
	FileRead       InputState = "read"
	FileFailed     InputState = "failed"     // a finding of severity error names it
	FileAttachment InputState = "attachment" // a picture or PDF, which nobody reads as a return
	FileSkipped    InputState = "skipped"    // not read, with the reason
)

// Entry is what one department says of one requirement in one quarter: a merged row, or one
// of the requirements that a merged row cites together.
type Entry struct {
	Requirement int
	Department  string
	Quarter     period.Quarter
	Role        Role
	Row         *returns.Row // every value with its cell; shared with the return, so never written to
	Account     int          // what became of the row: its number in Ledger.Rows
	Match       Match
}

// Role is what a department is to a requirement.
type Role string

const (
	Lead       Role = "lead"       // 牵头
	Joint      Role = "joint"      // 共同负责
	Support    Role = "support"    // 配合
	Unassigned Role = "unassigned" // not its requirement
)

// Label returns the role as the office reads it.
func (r Role) Label() string {
	switch r {
	case Lead:
		return "牵头"
	case Joint:
		return "共同负责"
	case Support:
		return "配合"
	default:
		return "非责任部门"
	}
}

// Match says how a row found its requirement.
type Match struct {
	By    string        // key, number_text, text, likeness, number, short, ruling
	Score float64       // 0 to 1
	As    finding.Place // by a ruling on another version of the row: that one; else zero
}

// Standing is where a requirement stands at the end of a quarter. A requirement that does
// not count in the quarter (启用/停用) has a standing with Active false and no voices.
type Standing struct {
	Requirement int
	Quarter     period.Quarter
	Active      bool
	Status      status.Status
	Reported    int // deciders with an entry in this very quarter
	Expected    int // deciders
	Overdue     bool
	Ruled       bool           // the office took the status, whatever the deciders say
	From        period.Quarter // the quarter that the status was carried from, zero for this one
	Deciders    []Voice        // in the list's order
	Supporting  []Voice
}

// Voice is a department's last word on a requirement as of a quarter.
type Voice struct {
	Department string
	Entry      *Entry // nil where it has said nothing yet
	Carried    bool   // the entry is of an earlier quarter
	Decides    bool   // its status is the standing's (the furthest behind)
}

// Status returns the department's own status, not_reported where it has said nothing.
func (v Voice) Status() status.Status {
	if v.Entry == nil {
		return status.NotReported
	}
	return v.Entry.Row.Status.Value
}

// Coverage is whether a department's return came for a quarter, and when.
type Coverage struct {
	Department         string
	Quarter            period.Quarter
	Expected, Reported bool
	State              CoverageState
	Due                period.Date // the deadline, zero where none is known
	ReceivedOn         period.Date
	LateDays           int      // 0 on time; see State
	Unused             []Unused // of an unreadable one: what came instead
}

// Word returns the state as the office reads it, with what keeps a return that came from being judged:
// its own date isn't known, or no deadline is set.
func (c Coverage) Word() string {
	if c.State == Undated && c.Due.IsZero() && !c.ReceivedOn.IsZero() {
		return "已报送（未设截止日）"
	}
	return c.State.Label()
}

// UndatedWord returns what the returns are called that came and can't be judged as on time or late: their
// dates aren't known, or of some the deadline isn't.
func (l *Ledger) UndatedWord() string {
	for _, c := range l.Coverage {
		if c.State == Undated && c.Due.IsZero() {
			return "按时与否未定"
		}
	}
	return "日期不详"
}

// CoverageState is the word for a department's punctuality.
type CoverageState string

const (
	OnTime      CoverageState = "on_time"
	Late        CoverageState = "late"
	Missing     CoverageState = "missing"
	Undated     CoverageState = "undated"    // received, but no date or no deadline is known
	Unreadable  CoverageState = "unreadable" // a file of the department came for the quarter and could not be read or used
	NotExpected CoverageState = "not_expected"
)

// Label returns the state as the office reads it.
func (s CoverageState) Label() string {
	switch s {
	case OnTime:
		return "按时"
	case Late:
		return "迟报"
	case Missing:
		return "未报送"
	case Undated:
		return "已报送（日期不详）"
	case Unreadable:
		return "已交，未能读取"
	default:
		return "无须报送"
	}
}

// Totals is the balance of the whole run.
type Totals struct {
	Rows  Count
	Cells table.Cells
	Files struct{ Read, Failed, Skipped int }
}

// Requirement returns the requirement with the number no.
func (l *Ledger) Requirement(no int) *plan.Requirement { return &l.Plan.Requirements[no-1] }

// Task returns the task with the number no.
func (l *Ledger) Task(no int) *plan.Task { return &l.Plan.Tasks[no-1] }

// Standing returns the standing of requirement no at the end of quarter q, which lies
// between the year's first quarter and AsOf.
func (l *Ledger) Standing(no int, q period.Quarter) *Standing {
	return &l.Standings[(no-1)*l.AsOf.N+q.N-1]
}

// ReasonLabel returns why a row was held or ignored as the office reads it, "" where it
// was merged.
func ReasonLabel(r Row) string {
	switch r.Fate {
	case Held:
		return finding.Code(r.Reason).Entry().Title
	case Ignored:
		return returns.Reason(r.Reason).Label()
	}
	return ""
}
