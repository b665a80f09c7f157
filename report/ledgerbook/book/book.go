// Package book is the ledger's workbook while its sheets are written: its sheets and their names
// (columns.go), on which line each thing stands (where.go) and how others lead there (links.go), what
// the office fills in (office.go), how values look (shown.go), and what was printed (printed.go).
package book

import (
	"fmt"
	"path"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/xlsx"
)

// Book is a ledger's workbook while it is written.
type Book struct {
	*ledger.Ledger
	*xlsx.Workbook
	root    string
	Version string             // of the tool
	files   map[string]*source // files that links may open
	Where   Where
	prints  []*ruling.Printed // of the sheets so far; nil where nobody asks
	known   []ruling.Code     // of the texts, by their index; zero until one asks
}

// Sheet is one of its sheets.
type Sheet struct {
	*Book
	*xlsx.Worksheet
	Spare []xlsx.Cell     // of the row before, for the next
	print *ruling.Printed // what stands in it, nil where nobody asks
	codes []ruling.Code   // of the row before
}

// New begins the workbook of a ledger; Write of the room above says what root and version are.
func New(l *ledger.Ledger, root, version string) *Book {
	texts := 3 * len(l.Rows) / 2 // about what rows bring that no other has: their words and where they stand
	b := &Book{Ledger: l, Workbook: xlsx.NewWorkbook(xlsx.Options{Unit: l.Unit, Foot: "截至" + l.AsOf.Label(), Texts: texts}),
		root: root, Version: version, files: map[string]*source{}, prints: []*ruling.Printed{}}
	if !path.IsAbs(b.root) && !strings.Contains(b.root, ":") {
		for _, in := range l.Inputs {
			if in.RawName == "" { // an address is UTF-8
				b.files[in.File] = &source{format: in.Format}
			}
		}
		if !l.Plan.Embedded && path.Dir(l.Plan.Source) == "." {
			b.files[l.Plan.Source] = &source{format: strings.TrimPrefix(path.Ext(l.Plan.Source), ".")}
		}
	}
	b.Where = find(l)
	b.Describe(xlsx.Properties{Unit: b.Unit, Title: b.Title(), Subject: "截至" + b.AsOf.Label(), Category: "工作台账", Day: b.AsOf.Last()})
	return b
}

// Start starts the next sheet.
func (b *Book) Start(name string, p xlsx.Paper, widths ...float64) *Sheet {
	s := &Sheet{Book: b, Worksheet: b.Add(name, p, widths...)}
	if b.prints != nil {
		s.print = &ruling.Printed{Name: name, Width: max(len(widths), 1)}
		b.prints = append(b.prints, s.print)
		s.Noted = s.note
	}
	return s
}

// Title is what the ledger is called.
func (b *Book) Title() string { return fmt.Sprintf("%s%d年工作任务台账", b.Unit, b.Year) }

// Until returns the quarters of the year up to the one that the ledger speaks of.
func (b *Book) Until() []period.Quarter { return b.AsOf.Until() }
