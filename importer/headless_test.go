package importer

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/reader"
)

// What the sample reads like without its headings. The first two numbers may only fall, the last
// may only rise.
const (
	// Headings without which a return reads otherwise, and says so: 364 of 499 are not needed.
	// Of those that are, 46 are labels of the cards in a document.
	wrongUnderNonsense = 134
	leastPlaced        = 95
)

// nonsense is a heading that means nothing.
const nonsense = "甲乙丙丁"

// sampleYear is the sample: its plan, a reader, and its books.
func sampleYear(t *testing.T) (*plan.Plan, *reader.Reader, []*grid.Book) {
	t.Helper()
	o, err := Options{Folder: filepath.Join("..", "testdata", "sample")}.real()
	if err != nil {
		t.Fatal(err)
	}
	p, w, _, err := readPlan(o)
	if err != nil {
		t.Fatal(err)
	}
	files, _, err := walk(o.Folder, o)
	if err != nil {
		t.Fatal(err)
	}
	var books []*grid.Book
	for _, f := range files {
		if strings.Contains(f.name, "/年报数据/") {
			continue // tables of numbers, which no reader of returns sees
		}
		if book, _, err := open.Return(f.path, f.name, nil); err == nil && book != nil {
			books = append(books, book)
		}
	}
	return p, reader.New(p, w, nil), books
}

// heading is a cell of a book that heads a column.
type heading struct {
	sheet *grid.Sheet
	at    finding.Place
	text  string
}

// headingsOf returns the heading cells of a book, as a reading names them.
func headingsOf(book *grid.Book, got returns.Reading) (hs []heading) {
	for _, ret := range got.Returns {
		i := slices.IndexFunc(book.Sheets, func(s *grid.Sheet) bool { return s.Name == ret.Sheet })
		for _, col := range ret.Columns {
			known := slices.ContainsFunc(hs, func(h heading) bool { return h.at == col.At })
			if col.Heading != "" && !known {
				hs = append(hs, heading{book.Sheets[i], col.At, col.Heading})
			}
		}
	}
	return hs
}

// write puts a text into a cell and those under its merge, "" to empty it, and returns how to
// undo that.
func write(s *grid.Sheet, at finding.Place, text string) (undo func()) {
	type old struct {
		cell *grid.Cell
		was  grid.Cell
	}
	var olds []old
	for cells := range s.Rows() {
		for i := range cells {
			if c := &cells[i]; c.Anchor() == at && !c.IsEmpty() {
				olds = append(olds, old{c, *c})
				c.Text = text
				if text == "" {
					c.Kind = grid.Empty
				}
			}
		}
	}
	return func() {
		for _, o := range olds {
			*o.cell = o.was
		}
	}
}

// rowValues are all that the rows of a reading say, without the headings that it stood under.
func rowValues(got returns.Reading) (all []string) {
	for _, ret := range got.Returns {
		all = append(all, fmt.Sprint(ret.Sheet, ret.Department.Value, ret.Quarter.Value, ret.Held))
		for _, row := range ret.Rows {
			all = append(all, fmt.Sprintf("%d %s|%s|%s|%s|%s|%s|%s|%v|%s|%v|%s|%q", row.At.Row(), row.Ignored, row.Key.Value, row.Number.Value, row.Task.Value, row.Text.Value,
				row.Departments.Value, row.Status.Value, row.Percent.Value, row.Progress.Value, row.CompletedOn.Value, asideOf(row), evidenceOf(row)))
		}
	}
	return all
}

func evidenceOf(row returns.Row) (all []string) {
	for _, e := range row.Evidence {
		all = append(all, e.Value)
	}
	return all
}

// asideOf is what a row says that is not published.
func asideOf(row returns.Row) string {
	var other []string
	for _, o := range row.Other {
		other = append(other, o.Text)
	}
	slices.Sort(other)
	return fmt.Sprintf("%s|%s|%s|%q", row.Problems.Value, row.NextSteps.Value, row.Remarks.Value, other)
}

// Each heading of each return of the sample gives way to a word that means nothing. The return
// reads the same, or a finding names the column.
func TestTheSampleUnderNonsenseHeadings(t *testing.T) {
	_, reader, books := sampleYear(t)
	files, pairs, right, said := 0, 0, 0, 0
	for _, book := range books {
		plain := reader.Read(book)
		if len(plain.Returns) == 0 {
			continue
		}
		files++
		want := rowValues(plain)
		for _, h := range headingsOf(book, plain) {
			pairs++
			undo := write(h.sheet, h.at, nonsense)
			got := reader.Read(book)
			undo()
			switch have := rowValues(got); {
			case slices.Equal(want, have):
				right++
			case namesColumn(got.Findings, h):
				said++
				if testing.Verbose() {
					t.Logf("%s %s %q: wrong, and said so: %s", book.File, h.at.Cell(), h.text, difference(want, have))
				}
			default:
				t.Errorf("%s %s %q: wrong and silent: %s", book.File, h.at.Cell(), h.text, difference(want, have))
			}
		}
	}
	t.Logf("%d files, %d headings: %d right, %d wrong with a finding", files, pairs, right, said)
	if pairs < 300 {
		t.Errorf("only %d headings", pairs)
	}
	if said != wrongUnderNonsense {
		t.Errorf("%d headings are missed, the number to beat is %d", said, wrongUnderNonsense)
	}
}

// namesColumn reports whether a finding names the column of a heading, or the whole sheet.
func namesColumn(fs []finding.Finding, h heading) bool {
	return slices.ContainsFunc(fs, func(f finding.Finding) bool {
		switch f.Code {
		case finding.ColumnAssumed, finding.ColumnAmbiguous, finding.ColumnUnused:
			return f.Place.Sheet() == h.at.Sheet() && f.Place.Col() == h.at.Col()
		case finding.NoTable:
			return true
		}
		return f.Code == finding.SheetUnread && f.Place.Sheet() == h.at.Sheet()
	})
}

func difference(want, got []string) string {
	for i := range want {
		if i >= len(got) {
			return "nothing for " + want[i]
		}
		if want[i] != got[i] {
			return fmt.Sprintf("\n  want %s\n  read %s", want[i], got[i])
		}
	}
	return "more than was there"
}

// Without any heading no row of the sample is placed on another requirement, none is given what
// another row says, nothing is published as progress that is none, and nearly all are placed.
func TestTheSampleWithoutHeadings(t *testing.T) {
	p, reader, books := sampleYear(t)
	rows, placed := 0, 0
	for _, book := range books {
		plain := reader.Read(book)
		want := entriesByRow(p, plain)
		if len(want) == 0 {
			continue
		}
		var undo []func()
		for _, h := range headingsOf(book, plain) {
			for row := range h.sheet.Rows() {
				for _, c := range row {
					if c.At().Row() == h.at.Row() && c.At().Col() == h.at.Col() || c.At().Row() == h.at.Row()-1 && c.At().Col() == h.at.Col() && strings.HasPrefix(h.text, c.Text) {
						undo = append(undo, write(h.sheet, c.Anchor(), ""))
					}
				}
			}
		}
		got := reader.Read(book)
		have := entriesByRow(p, got)
		for at, e := range want {
			rows++
			h, ok := have[at]
			if !ok {
				t.Logf("%s: not placed", at)
				continue
			}
			placed++
			if h.Requirement != e.Requirement {
				t.Errorf("%s is placed on %d, truly %d", at, h.Requirement, e.Requirement)
			}
			if h.Row.Progress.Value != e.Row.Progress.Value && h.Row.Progress.Given() {
				t.Errorf("%s says of its progress\n  %s\ntruly\n  %s", at, h.Row.Progress.Value, e.Row.Progress.Value)
			}
			own := rowTexts(book, *e.Row)
			for _, said := range []string{h.Row.Progress.Value, h.Row.Problems.Value, h.Row.NextSteps.Value, h.Row.Remarks.Value} {
				if said != "" && !strings.Contains(own, said) {
					t.Errorf("%s says %q, which stands in another row", at, said)
				}
			}
			if h.Row.Status.Given() && h.Row.Status.Value != e.Row.Status.Value {
				t.Errorf("%s has the status %q, truly %q", at, h.Row.Status.Value, e.Row.Status.Value)
			}
		}
		for i := len(undo) - 1; i >= 0; i-- {
			undo[i]()
		}
	}
	t.Logf("%d of %d rows are placed", placed, rows)
	if rows < 200 || 100*placed < leastPlaced*rows {
		t.Errorf("%d of %d rows are placed, fewer than %d in a hundred", placed, rows, leastPlaced)
	}
}

// entriesByRow are the entries that a book alone would make, by place.
func entriesByRow(p *plan.Plan, got returns.Reading) map[string]ledger.Entry {
	l := merge.Merge(p, got.Returns, got.Findings, merge.Options{AsOf: period.Quarter{Year: p.Year, N: 4}, Partial: true})
	all := map[string]ledger.Entry{}
	for _, e := range l.Entries {
		all[e.Row.At.String()] = e
	}
	return all
}

// rowTexts are the texts of the lines of a row, as far as its requirement reaches, one behind
// the other.
func rowTexts(book *grid.Book, row returns.Row) string {
	var b strings.Builder
	for _, s := range book.Sheets {
		if s.Name != row.At.Sheet() {
			continue
		}
		last := row.At.Row()
		for n := last + 1; n <= s.LastRow(); n++ {
			if c := s.Cell(n, row.Text.At.Col()); !c.Covered() || c.Anchor() != row.Text.At {
				break
			}
			last = n
		}
		for c := 1; c <= s.Width(); c++ {
			for n := row.At.Row(); n <= last; n++ {
				if cell := s.Cell(n, c); !cell.IsEmpty() && (n == row.At.Row() || !cell.Covered()) {
					b.WriteString(strings.TrimSpace(cell.String()) + "\n")
				}
			}
		}
	}
	return b.String()
}
