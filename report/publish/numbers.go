package publish

import (
	"regexp"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// NumberTable is an official table of the annual report with its numbers, as it is printed.
type NumberTable struct {
	ID, Title, Section string
	Width              int // columns
	Cells              []NumberCell
	Sentences          []string // made of its numbers
	Notes              []string // explanations of what does not fit last year's report
	Figures            []NumberFigure
}

// NumberCell is a cell of such a table. Rows and columns count from 1.
type NumberCell struct {
	Row, Col, Rows, Cols int
	Text                 string
	Number               bool
	Indicator            string   // of a number: its id
	State                string   // of a number: number, zero, na ...
	Value                *float64 // of a number; nil where there is none
	Upright              bool
}

// numberTables returns the tables in which anybody has given a public number, nil for none.
func (e *editor) numberTables() []NumberTable {
	y := e.ledger.Numbers
	if y == nil {
		return nil
	}
	var list []NumberTable
	for i := range y.Form.Tables {
		t := &y.Form.Tables[i]
		if !given(y, t) {
			continue
		}
		list = append(list, e.numberTable(y, i))
	}
	return list
}

// given reports whether every number of a table may be published and some are there.
func given(y *numbers.Year, t *tables.Table) bool {
	any := false
	for _, n := range t.Indicators {
		if !y.Form.Indicators()[n].Public {
			return false
		}
		any = any || y.Figures[n].State.Counts()
	}
	return any
}

func (e *editor) numberTable(y *numbers.Year, i int) NumberTable {
	t := &y.Form.Tables[i]
	out := NumberTable{ID: t.ID, Title: t.Title, Section: t.Section, Width: t.Width}
	for _, line := range t.Layout {
		for _, c := range line {
			cell := NumberCell{Row: c.Row, Col: c.Col, Rows: c.Rows, Cols: c.Cols, Text: c.Text, Upright: c.Upright}
			if c.Indicator >= 0 {
				d := y.Figures[c.Indicator].Datum
				cell.Number, cell.Text, cell.Indicator, cell.State = true, printed(d), y.Form.Indicators()[c.Indicator].ID, string(d.State)
				if d.State.Counts() {
					value := d.Amount.Float()
					cell.Value = &value
				}
			}
			out.Cells = append(out.Cells, cell)
		}
	}
	for _, s := range t.Sentences {
		if text, ok := filled(y, s); ok {
			out.Sentences = append(out.Sentences, text)
		}
	}
	out.Figures = e.numberFigures(y, i)
	for k := range y.Results {
		if r := &y.Results[k]; r.Note != "" && len(r.Terms) > 0 && r.Terms[0].Indicator >= 0 && y.Form.Indicators()[r.Terms[0].Indicator].Table == i {
			if note := e.phrase(r.Note, at(y, r), ""); note != "" { // a department's own words, which pass the gate
				out.Notes = append(out.Notes, "注："+r.Label+"："+note)
			}
		}
	}
	return out
}

// at is where an explanation stands, nowhere for one of the office's.
func at(y *numbers.Year, r *numbers.Result) finding.Place {
	for _, p := range y.Figures[r.Terms[0].Indicator].Parts {
		if strings.TrimSpace(p.Note) == r.Note {
			return p.At
		}
	}
	return finding.Place{}
}

// printed is a number as the report prints it.
func printed(d numbers.Datum) string {
	switch d.State {
	case numbers.Number, numbers.Zero:
		return d.Amount.String()
	case numbers.Absent:
		return "/"
	case numbers.Text, numbers.Conflict:
		return "待核"
	}
	return ""
}

var blanks = regexp.MustCompile(`\{([^{}]*)\}`)

// filled puts numbers into a sentence; ok is false where one of them is not there.
func filled(y *numbers.Year, sentence string) (text string, ok bool) {
	ok = true
	text = blanks.ReplaceAllStringFunc(sentence, func(blank string) string {
		n := y.Form.Find(strings.Trim(blank, "{}"))
		if n < 0 || !y.Figures[n].State.Counts() {
			ok = false
			return ""
		}
		return y.Figures[n].Amount.String()
	})
	return text, ok
}
