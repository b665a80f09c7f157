package numbers

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/templates/tables"
)

// Given is all that a year's files hold of numbers.
type Given struct {
	Form      *tables.Form
	Values    []Value
	Totals    []Value // typed as sums of departments
	Held      []Held
	Claims    []Claim    // of the texts of reports
	Slips     []Slip     // where texts of reports depart from their form
	Decisions []Decision // of the office
	Published []Datum    // of the year before, by indicator, as its published report tells them; nil for none
	Earlier   []Earlier  // of the years before that one, as their reports tell them
}

// Earlier is what is known of a year further back than last year.
type Earlier struct {
	Year int
	Data []Datum // by indicator of this year's form
}

// Told is a number as another year's ledger prints it.
type Told struct {
	State State
	Value string // a plain decimal, "" where the state is none of a number
}

// LastYear returns the numbers of another year, which were told by their ids in the form of that
// year, in the places of this year's form. Where the forms differ a number keeps its place by the
// names of its row and column; nil where nothing was told.
func LastYear(f *tables.Form, form string, told map[string]Told) []Datum {
	if len(told) == 0 {
		return nil
	}
	data := make([]Datum, len(f.Indicators()))
	from := f
	if form != f.ID {
		from = formBy(form)
	}
	any := false
	for i := range data {
		data[i] = Datum{State: Missing}
		id := f.Indicators()[i].ID
		if from != f {
			id = sameIn(f, from, i)
		}
		t, ok := told[id]
		if !ok {
			continue
		}
		switch a, _, ok := ParseAmount(t.Value); {
		case t.State.Counts() && ok:
			data[i] = Datum{StateOf(a), a}
		case t.State == Absent:
			data[i].State = Absent
		}
		any = any || data[i].State != Missing
	}
	if !any {
		return nil
	}
	return data
}

func formBy(id string) *tables.Form {
	forms, err := tables.Forms()
	if err != nil {
		return nil
	}
	for _, f := range forms {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// sameIn returns the id of the indicator of another form that has the same row and column by their
// names, "" for none.
func sameIn(f, from *tables.Form, i int) string {
	if from == nil {
		return ""
	}
	ind := &f.Indicators()[i]
	t := &f.Tables[ind.Table]
	k := slices.IndexFunc(from.Tables, func(o tables.Table) bool { return o.ID == t.ID })
	if k < 0 || ind.Column < 0 {
		return ""
	}
	other := &from.Tables[k]
	row, col := sameAxis(other.Rows, t.Rows[ind.Row]), sameAxis(other.Columns, t.Columns[ind.Column])
	if row < 0 || col < 0 {
		return ""
	}
	if n := from.At(k, row, col); n >= 0 {
		return from.Indicators()[n].ID
	}
	return ""
}

func sameAxis(axes []tables.Axis, a tables.Axis) int {
	return slices.IndexFunc(axes, func(o tables.Axis) bool {
		return fold.Key(o.Name) == fold.Key(a.Name) && fold.Key(o.Group) == fold.Key(a.Group)
	})
}

// Act is what a decision does.
type Act string

const (
	Fix     Act = "number"  // the office fixes a number
	Explain Act = "explain" // the office explains why a rule does not hold
)

// Decision is what the office has decided on a number or a rule.
type Decision struct {
	ID        string
	Act       Act
	Indicator string // of Fix: its id
	Rule      string // of Explain: its id and scope
	Scope     string
	Quarter   string // of Explain: 2021Q1 for a rule between quarters, "" for any other
	Value     string // the number, or the explanation
}

// Claim is a number that the text of a report gives for one of its tables.
type Claim struct {
	Indicator  int
	Amount     Amount
	Said       string // the clause
	At         finding.Place
	Department string
	Quarter    string
}

// Slip is a place where the text of a report departs from what its form or its year asks for.
type Slip struct {
	Check               tables.Check // Year or Wording
	Said, Want          string
	At                  finding.Place
	Department, Quarter string
}
