// Package export prints the ledger as 台账.json, version 1, to the letter of the contract:
// keys in its order, arrays in ledger order, no time of the run, null where nothing was
// said. Other programs read it.
package export

import (
	"fmt"
	"io"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/causes"
)

// Write prints the ledger as indented UTF-8 JSON with a final line break, item by item: it
// takes no more memory for thousands of returns than for one.
func Write(w io.Writer, l *ledger.Ledger) error {
	p := document{&printer{out: w}, l, causes.IDOf(l)}
	p.open('{')
	p.whole()
	p.close('}')
	p.b = append(p.b, '\n')
	p.flush()
	if p.err != nil {
		return fmt.Errorf("台账.json: %w", p.err)
	}
	return nil
}

// document prints the parts of a ledger.
type document struct {
	*printer
	ledger  *ledger.Ledger
	causeOf func(*finding.Finding) string
}

// whole prints the keys of the outermost object.
func (d document) whole() {
	l := d.ledger
	d.number("version", 1)
	d.number("year", l.Year)
	d.text("unit", l.Unit)
	d.text("as_of", l.AsOf.String())
	list(d.printer, "tasks", l.Plan.Tasks, d.task)
	list(d.printer, "requirements", l.Plan.Requirements, d.requirement)
	list(d.printer, "departments", l.Departments, d.department)
	list(d.printer, "files", l.Inputs, d.input)
	list(d.printer, "returns", l.Returns, d.returned)
	list(d.printer, "rows", l.Rows, d.row)
	list(d.printer, "entries", l.Entries, d.entry)
	list(d.printer, "standings", l.Standings, d.standing)
	list(d.printer, "coverage", l.Coverage, d.coverage)
	d.object("figures", func() {
		for _, f := range l.Figures {
			d.share(f.Name, f.Value)
		}
	})
	if l.Numbers != nil {
		d.object("numbers", func() { d.base(l.Numbers) })
	}
	list(d.printer, "findings", l.Findings, d.finding)
	list(d.printer, "causes", l.Causes, d.cause)
	list(d.printer, "rulings", slices.Concat(l.Rulings, l.Readings, l.Journal.TakenBack()), d.ruling)
	d.object("totals", func() {
		d.counts("rows", l.Totals.Rows)
		d.object("files", func() {
			d.number("read", l.Totals.Files.Read)
			d.number("failed", l.Totals.Files.Failed)
			d.number("skipped", l.Totals.Files.Skipped)
		})
		d.cells("cells", l.Totals.Cells)
	})
	if l.LastYear != nil {
		d.object("last_year", func() { d.lastYear(l.LastYear) })
	}
}
