// Package read reads the numbers of a book: whose they are and of which quarter, each cell's value with its
// place, what is held, and the account of all cells.
package read

import (
	"sync"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/find"
	"taizhang/importer/numbers/prose"
	"taizhang/importer/period"
	"taizhang/importer/table"
	"taizhang/templates/tables"
)

// Known is what a reader is told of the year beside the form.
type Known struct {
	Year       int
	Department func(text string) (name string, ok bool)                // the text is a department's name
	Sample     func(s *grid.Sheet) bool                                // the sheet shows how to fill in a form
	Whose      func(book *grid.Book, s *grid.Sheet, about []int) Whose // whose a table is
}

// Whose is whose a table is and for which quarter.
type Whose struct {
	Department string
	Quarter    period.Quarter
	StatedOn   period.Date
	Version    int
	Held       bool // it says neither, or contradicts itself: nothing of it is taken
	Findings   []finding.Finding
}

// Reader finds and reads tables of numbers. It is safe for use by several goroutines.
type Reader struct {
	form   *tables.Form
	known  Known
	finder *find.Finder
	other  func() []*find.Finder // of the forms of other years, made when a sheet is the first to need them
}

// New returns a reader of the numbers of a form.
func New(f *tables.Form, k Known) *Reader {
	return &Reader{form: f, known: k, finder: find.New(f, k.Year, k.Department), other: sync.OnceValue(func() (other []*find.Finder) {
		forms, _ := tables.Forms() // embedded files, which a test reads
		for _, o := range forms {
			if o.ID != f.ID {
				other = append(other, find.New(o, k.Year, k.Department))
			}
		}
		return other
	})}
}

// Sheet is what became of the part of a sheet that numbers stand in.
type Sheet struct {
	Sheet string
	Whole bool // nothing else stands on it
	Cells table.Cells
	Texts []string // that nothing became of
}

// Reading is what a book holds of numbers.
type Reading struct {
	Values   []numbers.Value
	Totals   []numbers.Value // what somebody typed as a sum of departments
	Held     []numbers.Held
	Claims   []numbers.Claim
	Slips    []numbers.Slip
	Sheets   []Sheet
	Findings []finding.Finding
	Rest     *grid.Book // the book without them; the book itself where it holds none
}

// Read finds the tables of numbers of a book and reads them.
func (r *Reader) Read(book *grid.Book) Reading {
	got := Reading{Rest: book}
	var rows []numbers.Slip
	rest := *book
	rest.Sheets = nil
	for _, s := range book.Sheets {
		if s.Hidden || s.LastRow() == 0 || r.known.Sample != nil && r.known.Sample(s) || !r.finder.MayName(s) {
			rest.Sheets = append(rest.Sheets, s)
			continue
		}
		sc := r.finder.Sheet(s)
		old := r.ofOtherForm(s, sc)
		if !sc.Holds() {
			if old == nil {
				rest.Sheets = append(rest.Sheets, s)
				continue
			}
			sc.GiveWay(old)
		}
		if old != nil {
			got.Findings = append(got.Findings, r.saysOther(book, s, old))
		}
		p := part{sc, r.known.Year}
		rows = append(rows, p.labelSlips()...)
		if left := r.readPart(book, s, p, &got); left.LastRow() > 0 {
			rest.Sheets = append(rest.Sheets, left)
		}
	}
	if len(got.Sheets) > 0 {
		got.Rest, got.Claims, got.Slips = &rest, prose.Claims(r.form, book), prose.Slips(r.form, r.known.Year, book, rows)
		for i := range got.Claims {
			if len(got.Values) > 0 {
				got.Claims[i].Department, got.Claims[i].Quarter = got.Values[0].Department, got.Values[0].Quarter.String()
			}
		}
		for i := range got.Slips {
			if len(got.Values) > 0 {
				got.Slips[i].Department, got.Slips[i].Quarter = got.Values[0].Department, got.Values[0].Quarter.String()
			}
		}
	}
	return got
}
