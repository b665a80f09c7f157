package importer

import (
	"errors"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/read"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/reader"
	"taizhang/importer/table"
	"taizhang/templates/tables"
)

// formOf returns the form of the year's report with what 模板/指标.yaml adds, nil where no form is
// known for the year.
func formOf(folder string, year int) (*tables.Form, error) {
	own, err := Own(folder, tables.Own)
	if err != nil {
		return nil, err
	}
	form, err := tables.Of(year, own)
	var fault *tables.Fault
	if errors.As(err, &fault) {
		return nil, &UsageError{OwnFolder + "/" + fault.Error(), "请对照内置表式的写法改正这一行，或先移走该文件。"}
	}
	return form, err
}

// baseReader takes the numbers of the annual report out of books.
type baseReader struct{ numbers *read.Reader }

// withBase gives files the reader of numbers.
func withBase(files []file, form *tables.Form, p *plan.Plan, reader *reader.Reader) {
	if form == nil {
		return
	}
	b := &baseReader{read.New(form, read.Known{
		Year:       p.Year,
		Sample:     reader.IsSample,
		Department: func(text string) (string, bool) { return reader.DepartmentIn(text, period.Quarter{}) },
		Whose: func(book *grid.Book, s *grid.Sheet, about []int) read.Whose {
			w := reader.Whose(book, s, about)
			return read.Whose{Department: w.Department.Value, Quarter: w.Quarter.Value, StatedOn: w.StatedOn.Value, Version: w.Version, Held: w.Held != "", Findings: w.Findings}
		},
	})}
	for i := range files {
		files[i].base = b
	}
}

// base is what files hold of the numbers of the annual report.
type base struct {
	given    numbers.Given
	sheets   []read.Sheet
	findings []finding.Finding
}

// read reads the numbers of a book, then the returns in the rest of it.
func (b *baseReader) read(reader *reader.Reader, book *grid.Book) (returns.Reading, base) {
	if b == nil {
		return reader.Read(book), base{}
	}
	got := b.numbers.Read(book)
	if len(got.Sheets) == 0 {
		return reader.Read(book), base{}
	}
	out := base{given: numbers.Given{Values: got.Values, Totals: got.Totals, Held: got.Held, Claims: got.Claims, Slips: got.Slips}, sheets: got.Sheets, findings: got.Findings}
	if len(got.Rest.Sheets) == 0 {
		return returns.Reading{}, out
	}
	rest := reader.Read(got.Rest)
	if len(rest.Returns) == 0 {
		rest.Findings = withoutNoTable(rest, book)
	}
	return rest, out
}

// withoutNoTable says of a file that holds numbers and no return only what of it was not
// understood: it need not hold a return.
func withoutNoTable(rest returns.Reading, book *grid.Book) (found []finding.Finding) {
	for _, f := range rest.Findings {
		if f.Code != finding.NoTable {
			found = append(found, f)
		}
	}
	for _, s := range rest.Sheets {
		if s.Cells.Unread > 0 && len(s.Unread) > 0 && !slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Place.Sheet() == s.Sheet }) {
			found = append(found, finding.New(finding.SheetUnread, finding.In(book.File, s.Sheet), "“"+strings.Join(s.Unread[:min(len(s.Unread), 3)], "”、“")+"”", ""))
		}
	}
	return found
}

func (b *base) found() bool { return len(b.sheets) > 0 }

// answered reports whether any cell of a number is filled in.
func (b *base) answered() bool {
	return len(b.given.Held) > 0 || slices.ContainsFunc(b.given.Values, func(v numbers.Value) bool { return v.State != numbers.Blank })
}

// beside adds the accounts of the parts that numbers stand in to those of the rest, in the order of
// the book's sheets.
func (b *base) beside(book *grid.Book, rest []returns.SheetAccount) []returns.SheetAccount {
	if len(b.sheets) == 0 {
		return rest
	}
	var all []returns.SheetAccount
	used := map[int]bool{}
	for _, s := range book.Sheets {
		i := slices.IndexFunc(rest, func(a returns.SheetAccount) bool { return a.Sheet == s.Name })
		k := slices.IndexFunc(b.sheets, func(n read.Sheet) bool { return n.Sheet == s.Name })
		a := returns.SheetAccount{Sheet: s.Name, State: table.IsTable}
		if i >= 0 {
			a = rest[i]
			used[i] = true
		}
		if k >= 0 {
			a.State, a.Reason = table.IsTable, ""
			a.Cells.Add(b.sheets[k].Cells)
			a.Unread = append(a.Unread, b.sheets[k].Texts...)
		}
		if i >= 0 || k >= 0 {
			all = append(all, a)
		}
	}
	for i, a := range rest {
		if !used[i] {
			all = append(all, a)
		}
	}
	return all
}

func (b *base) add(more base) {
	b.given.Values = append(b.given.Values, more.given.Values...)
	b.given.Totals = append(b.given.Totals, more.given.Totals...)
	b.given.Claims = append(b.given.Claims, more.given.Claims...)
	b.given.Slips = append(b.given.Slips, more.given.Slips...)
	b.given.Held = append(b.given.Held, more.given.Held...)
}

// of returns what the ledger is to settle, nil where no form is known.
func (b *base) of(form *tables.Form) *numbers.Given {
	if form == nil {
		return nil
	}
	given := b.given
	given.Form = form
	return &given
}
