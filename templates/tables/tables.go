// Package tables holds the official tables of the annual report as data: which numbers there
// are, how each is called, counted and added up, how the tables are laid out, and which rules
// hold between numbers. A file a form; an office adds tables, numbers and rules of its own in
// a file of the same kind. No label and no rule stands in code.
package tables

import (
	"slices"
)

// Form is the set of tables that a year's report is made of.
type Form struct {
	ID      string // "2021"; with an office's own file the same
	Title   string // the document that prescribes it
	From    int    // first year; Until is the last, 0 for no end
	Until   int
	Tables  []Table
	Rules   []Rule
	Figures []Figure

	Sections []string // titles of the report's sections, in order

	Units  Units
	Absent map[string]bool   // folded words that say that a body has no such thing
	Heads  map[Head][]string // words of headings by what the column is

	indicators []Indicator
	byID       map[string]int
}

// Table is one table.
type Table struct {
	ID, Title, Section string
	Rows, Columns      []Axis // keys and names of the two axes; no columns where each indicator is a row
	Groups             []string
	Column             string   // key of the column that a row's name by itself means, "" for none
	Layout             [][]Cell // printed rows
	Width              int      // of the layout, in columns
	Sentences          []string // printed above it; {id} is the number of an indicator
	Own                bool     // an office added it
	Indicators         []int    // of Form.Indicators, in the order of the layout
}

// Axis is a row or a column of a table.
type Axis struct {
	Key, Name string
	Names     []string // other names
	Group     string   // the heading that it stands under, "" for none
	Inside    bool     // its name means it only under that heading
	Note      string   // what is counted
}

// Cell is a printed cell. Rows and columns count from 1.
type Cell struct {
	Row, Col, Rows, Cols int
	Text                 string // "" for a number
	Upright              bool   // its text stands on end
	Indicator            int    // index in Form.Indicators, -1 for a text
}

// Kind says how a number behaves over the quarters of a year.
type Kind string

const (
	Flow    Kind = "流量" // quarters are added
	Stock   Kind = "存量" // the last quarter counts
	Opening Kind = "期初" // the first quarter counts
	Closing Kind = "期末" // the last quarter counts
)

// Adds reports whether quarters are added up.
func (k Kind) Adds() bool { return k == Flow }

// Sum says how departments make a number together.
type Sum string

const (
	Added    Sum = "相加"   // departments are added
	Distinct Sum = "去重相加" // departments are added, and what several of them count together counts once
	Owned    Sum = "归口"   // one department gives it
)

// Indicator is one number of the report.
type Indicator struct {
	ID         string // table.row.column, or table.row
	Table      int
	Row        int // index in Table.Rows
	Column     int // index in Table.Columns, -1 where there are none
	Label      string
	Unit       string
	Decimals   int
	Signed     bool // may be negative
	Kind       Kind
	Sum        Sum
	Owners     []string // departments that give it, nil where nobody is named
	Public     bool
	Definition string
	Names      []string // what it alone is called, beside what its axes are called
}

// Head is what a column of a list of numbers is.
type Head string

const (
	HeadName       Head = "指标"
	HeadUnit       Head = "单位"
	HeadCumulative Head = "累计"
	HeadCurrent    Head = "本期"
	HeadEarlier    Head = "以前"
	HeadOther      Head = "其他"
)

// Counts reports whether the column's numbers are the year's or the quarter's.
func (h Head) Counts() bool { return h == HeadCurrent || h == HeadCumulative }

// Indicators returns all numbers of the form, table by table in the order of the layout.
func (f *Form) Indicators() []Indicator { return f.indicators }

// Find returns the indicator with the id, -1 for none.
func (f *Form) Find(id string) int {
	if i, ok := f.byID[id]; ok {
		return i
	}
	return -1
}

// Rule returns the rule that checks what can't be said by two sums, nil where the form has none.
func (f *Form) Rule(check Check) *Rule {
	for i := range f.Rules {
		if f.Rules[i].Check == check {
			return &f.Rules[i]
		}
	}
	return nil
}

// In reports whether the form is the one of a year.
func (f *Form) In(year int) bool { return year >= f.From && (f.Until == 0 || year <= f.Until) }

// At returns the indicator of a row and a column of a table, -1 where the table has none.
func (f *Form) At(table, row, column int) int {
	t := &f.Tables[table]
	for _, i := range t.Indicators {
		if f.indicators[i].Row == row && f.indicators[i].Column == column {
			return i
		}
	}
	return -1
}

// Of returns the one indicator that a row's name by itself means: that of the table's own
// column, else the row's only one; -1 for none and for several.
func (f *Form) Of(table, row int) int {
	t := &f.Tables[table]
	found := -1
	if t.Column != "" {
		k := slices.IndexFunc(t.Columns, func(a Axis) bool { return a.Key == t.Column })
		return f.At(table, row, k)
	}
	for _, i := range t.Indicators {
		ind := &f.indicators[i]
		if ind.Row != row {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// OwnedBy reports whether the department is asked for the indicator: it is one of its owners.
func (i *Indicator) OwnedBy(department string) bool { return slices.Contains(i.Owners, department) }
