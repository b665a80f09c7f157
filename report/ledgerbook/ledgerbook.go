// Package ledgerbook prints the ledger as a workbook: the sheets that an office works from,
// each figure with its way back to a cell of a return. It computes no figures of its own;
// what stands in a sheet comes from the ledger's tallies, and where a total is a formula,
// its stored result does. The same ledger gives the same bytes.
//
// A sheet is one file here; shown.go says how a value of the ledger looks in a cell.
package ledgerbook

import (
	"fmt"
	"io"
	"path"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/xlsx"
)

// Sheets of the ledger, in their order.
const (
	overviewSheet    = ruling.OverviewSheet
	findingsSheet    = ruling.FindingsSheet
	coverageSheet    = ruling.CoverageSheet
	departmentsSheet = "部门情况"
	quartersSheet    = "季度进度"
	entriesSheet     = "明细"
	rowsSheet        = "行账"
	notesSheet       = ruling.NotesSheet
)

// Write writes 台账.xlsx. root is the way from the workbook's folder to the year folder,
// with forward slashes (".."), where returns are linked to; without a relative way there
// are no links to files. version is the tool's, for 说明. It fails where w does, or where a
// large sheet finds no room in the system's temporary folder.
func Write(w io.Writer, l *ledger.Ledger, root, version string) error {
	b := newBook(l, root, version)
	defer b.Close()
	b.overview()
	b.findings()
	b.readings()
	b.coverage()
	b.departments()
	b.quarters()
	b.entries()
	b.rows()
	b.numbers()
	b.final()
	b.notes()
	b.printed()
	return b.Write(w)
}

// book is a ledger's workbook while it is written.
type book struct {
	*ledger.Ledger
	*xlsx.Workbook
	root    string
	version string
	files   map[string]*source // files that links may open
	where   where
	spoken  map[string][]voice // by department, once voices was asked
	prints  []*ruling.Printed  // of the sheets so far; nil where nobody asks
	known   []ruling.Code      // of the texts, by their index; zero until one asks
}

// sheet is one of its sheets.
type sheet struct {
	*book
	*xlsx.Worksheet
	spare []xlsx.Cell     // of the row before, for the next
	print *ruling.Printed // what stands in it, nil where nobody asks
	codes []ruling.Code   // of the row before
}

func newBook(l *ledger.Ledger, root, version string) *book {
	texts := 3 * len(l.Rows) / 2 // about what rows bring that no other has: their words and where they stand
	b := &book{Ledger: l, Workbook: xlsx.NewWorkbook(xlsx.Options{Unit: l.Unit, Foot: "截至" + l.AsOf.Label(), Texts: texts}),
		root: root, version: version, files: map[string]*source{}, prints: []*ruling.Printed{}}
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
	b.where = find(l)
	b.Describe(xlsx.Properties{Unit: b.Unit, Title: b.title(), Subject: "截至" + b.AsOf.Label(), Category: "工作台账", Day: b.AsOf.Last()})
	return b
}

// sheet starts the next sheet.
func (b *book) sheet(name string, p xlsx.Paper, widths ...float64) *sheet {
	s := &sheet{book: b, Worksheet: b.Add(name, p, widths...)}
	if b.prints != nil {
		s.print = &ruling.Printed{Name: name, Width: max(len(widths), 1)}
		b.prints = append(b.prints, s.print)
		s.Noted = s.note
	}
	return s
}

func (b *book) title() string { return fmt.Sprintf("%s%d年工作任务台账", b.Unit, b.Year) }

// quarters of the year up to the one that the ledger speaks of.
func (b *book) until() []period.Quarter { return b.AsOf.Until() }
