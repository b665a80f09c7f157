package tables

import "regexp"

// Severity is how much a broken rule holds back.
type Severity string

const (
	Must Severity = "error"
	Look Severity = "warning"
	Say  Severity = "info"
)

// Check is what a rule compares.
type Check string

const (
	Terms      Check = ""     // two sums
	Plain      Check = "数字"   // a number that is what its kind of number may be
	Words      Check = "文字"   // a cell of a number that holds a text
	OneOwner   Check = "归口"   // departments that give one number agree
	Cumulative Check = "累计"   // the current number is the cumulative one less the one before
	Following  Check = "季度衔接" // a quarter's terms against those of the quarter before
	Change     Check = "变动"   // against last year
	AllZero    Check = "全零"   // a department all of whose numbers are 0
	Joint      Check = "联合发文" // documents that several departments count
	YearNamed  Check = "年份"   // the year that the text of a report speaks of
	Classes    Check = "分类"   // what a text says of the parts of a whole
	Wording    Check = "名称"   // titles and row labels of a report
	Prose      Check = "正文"   // numbers in the text of a report against its tables
)

// Op compares two sides.
type Op string

const (
	Equal   Op = "="
	AtLeast Op = "≥"
	AtMost  Op = "≤"
	Less    Op = "<"
)

// Rule says what must hold. Terms rules are spread out over scopes: one Scope a column, a row
// or the whole.
type Rule struct {
	ID        string
	Severity  Severity
	Code      string // of the finding that says that it is broken
	Check     Check
	Op        Op
	Scopes    []Scope
	Explained bool // an explanation settles it
	Says      string
	Hint      string
	NoZero    bool // says nothing where the right side is 0
	Factor    int  // of Change: how many times
	From      int  // of Change: both below are never asked about; of AllZero: how many numbers
	Except    []string
	Phrases   []Phrase       // of Prose
	About     *regexp.Regexp // of YearNamed: what a sentence tells this year's work by; of Classes: a whole and its unit
	Unless    *regexp.Regexp // of YearNamed: what makes it speak of another time; of Classes: what makes its parts not all
	Own       bool           // an office added it
}

// Phrase is how a text speaks of a number: the pattern's one group is the number.
type Phrase struct {
	Pattern   *regexp.Regexp
	Indicator int
}

// Scope is a rule at one place.
type Scope struct {
	Name        string // column or row key, "" for the whole
	Label       string // as people read it
	Left, Right []Term
}

// When says of which time a term's number is.
type When uint8

const (
	Now         When = iota
	LastYear         // of the year before
	LastQuarter      // of the quarter before
)

// Term is a number with its factor.
type Term struct {
	Factor    int64
	Indicator int // index in Form.Indicators; -1 for a constant, which is Factor
	When      When
}
