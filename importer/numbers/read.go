package numbers

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
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
	form  *tables.Form
	known Known
	index *index
	other []*Reader // of the forms of other years
}

// NewReader returns a reader of the numbers of a form.
func NewReader(f *tables.Form, k Known) *Reader {
	r := &Reader{form: f, known: k, index: newIndex(f)}
	forms, _ := tables.Forms() // embedded files, which a test reads
	for _, o := range forms {
		if o.ID != f.ID {
			r.other = append(r.other, &Reader{form: o, known: k, index: newIndex(o)})
		}
	}
	return r
}

func (r *Reader) department(text string) (string, bool) {
	if r.known.Department == nil || len(text) > 3*longestHead {
		return "", false
	}
	return r.known.Department(text)
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
	Values   []Value
	Totals   []Value // what somebody typed as a sum of departments
	Held     []Held
	Claims   []Claim
	Slips    []Slip
	Sheets   []Sheet
	Findings []finding.Finding
	Rest     *grid.Book // the book without them; the book itself where it holds none
}

// Read finds the tables of numbers of a book and reads them.
func (r *Reader) Read(book *grid.Book) Reading {
	got := Reading{Rest: book}
	var scans []*scan
	rest := *book
	rest.Sheets = nil
	for _, s := range book.Sheets {
		if s.Hidden || s.LastRow() == 0 || r.known.Sample != nil && r.known.Sample(s) || !r.mayHold(s) {
			rest.Sheets = append(rest.Sheets, s)
			continue
		}
		sc := r.scanSheet(s)
		old := r.ofOtherForm(s, sc)
		if !sc.holds() {
			if old == nil {
				rest.Sheets = append(rest.Sheets, s)
				continue
			}
			sc.first, sc.last = old.first, old.last
			sc.headings, sc.labels = old.headings, old.labels
			sc.placed, sc.strays = nil, old.astray()
		}
		if old != nil {
			got.Findings = append(got.Findings, r.saysOther(book, s, old))
		}
		scans = append(scans, sc)
		top, bottom := sc.region()
		if left := r.readRegion(book, s, sc, top, bottom, &got); left.LastRow() > 0 {
			rest.Sheets = append(rest.Sheets, left)
		}
	}
	if len(got.Sheets) > 0 {
		got.Rest, got.Claims, got.Slips = &rest, r.claims(book), r.slips(book, scans)
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

// mayHold reports whether a sheet names any number at all; most name none.
func (r *Reader) mayHold(s *grid.Sheet) bool {
	n := 0
	for c := range s.Cells() {
		if c.Kind != grid.Text || c.Covered() || len(c.Text) > 3*longestLabel {
			continue
		}
		if names := r.index.find(c.Text); names != nil && names.names() {
			if n++; n == 2 || len(names.inds) > 0 || len(names.rows) > 0 {
				return true
			}
		}
	}
	return false
}

// holds reports whether a scan has found numbers and not just words that sound like them: most
// cells must hold what a cell of numbers holds, and headings must say what it is about.
func (sc *scan) holds() bool {
	if len(sc.placed) == 0 {
		return sc.listed && len(sc.strays) > 1 && !slices.ContainsFunc(sc.strays, func(s stray) bool { return len(s.candidates) > 0 && !s.named })
	}
	kinds := map[int]bool{}
	numeric, filled, none := 0, 0, 0
	for _, p := range sc.placed {
		kinds[p.indicator] = true
		if p.cell.IsEmpty() {
			continue
		}
		filled++
		if looksNumeric(sc.form, p.cell) {
			numeric++
		}
		if strings.TrimSpace(p.cell.Text) == "无" {
			none++ // a return also says it
		}
	}
	switch {
	case numeric*2 < filled:
		return false
	case sc.listed:
		return filled > none || filled == 0 && len(kinds) > 1
	case sc.crossed > 1:
		return len(kinds) > 1
	}
	return len(kinds) > 2 && filled > 2
}
