package export

import (
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// base tells the numbers of the annual report: every table of the form with all its cells, also
// those that nobody gave, and what each rule says.
func (d document) base(y *numbers.Year) {
	d.text("form", y.Form.ID)
	list(d.printer, "tables", y.Form.Tables, func(t *tables.Table) {
		d.text("id", t.ID)
		d.text("title", t.Title)
		list(d.printer, "cells", t.Indicators, func(i *int) { d.figure(y, &y.Figures[*i]) })
	})
	list(d.printer, "rules", y.Results, d.result)
}

func (d document) figure(y *numbers.Year, f *numbers.Figure) {
	ind := &y.Form.Indicators()[f.Indicator]
	d.text("indicator", ind.ID)
	d.text("label", ind.Label)
	d.text("unit", ind.Unit)
	d.datum("value", f.State, f.Amount)
	d.text("state", string(f.State))
	list(d.printer, "parts", f.Parts, d.part)
	d.textOrNull("ruling", f.Ruling)
	d.textOrNull("method", f.Method)
}

func (d document) part(p *numbers.Part) {
	d.text("department", p.Department)
	d.text("quarter", p.Quarter.String())
	d.text("what", string(p.What))
	d.datum("value", p.State, p.Amount)
	d.text("state", string(p.State))
	d.text("said", p.Said)
	d.object("source", func() { d.place(p.At) })
	d.yes("counts", p.Counts)
	d.textOrNull("why", p.Why)
	d.textOrNull("note", p.Note)
}

func (d document) result(r *numbers.Result) {
	d.text("id", r.Rule.ID)
	d.text("severity", string(r.Rule.Severity))
	d.text("scope", r.Scope)
	d.side("left", r.Left)
	d.side("right", r.Right)
	d.side("difference", numbers.Side{Amount: r.Difference(), Known: r.Left.Known && r.Right.Known})
	switch r.Verdict {
	case numbers.Unknown:
		d.null("holds")
	default:
		d.yes("holds", r.Verdict == numbers.Holds)
	}
	d.textOrNull("note", r.Note)
}

// datum prints the amount of a number, null where there is none.
func (d document) datum(key string, state numbers.State, a numbers.Amount) {
	d.side(key, numbers.Side{Amount: a, Known: state.Counts()})
}

func (d document) side(key string, s numbers.Side) {
	if !s.Known {
		d.null(key)
		return
	}
	d.share(key, s.Amount.Float())
}
