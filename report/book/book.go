// Package book prints the ledger as a workbook: the sheets that an office works from,
// each figure with its way back to a cell of a return. It computes no figures of its own;
// what stands in a sheet comes from the ledger's tallies, and where a total is a formula,
// its stored result does. The same ledger gives the same bytes.
//
// A sheet is one file here; how cells look is in style.go and styles.go, how wide and tall they are in
// layout.go, where links lead in link.go; cells.go writes rows, stream.go compresses them,
// and pack.go puts them into what the workbook writer makes and keeps the bytes stable.
package book

import (
	"fmt"
	"io"
	"path"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"

	"github.com/xuri/excelize/v2"
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

// Application is the program's name in the properties of every workbook that it writes.
const Application = "taizhang"

// Write writes 台账.xlsx. root is the way from the workbook's folder to the year folder,
// with forward slashes (".."), where returns are linked to; without a relative way there
// are no links to files. version is the tool's, for 说明. It fails where w does, or where a
// large sheet finds no room in the system's temporary folder.
func Write(w io.Writer, l *ledger.Ledger, root, version string) error {
	b := newBook(l, root, version)
	defer b.file.Close()
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
	return b.write(w)
}

// book is a ledger's workbook while it is written. The first failure is kept in err and
// ends the work; the sheets need not ask.
type book struct {
	*ledger.Ledger
	file    *excelize.File
	root    string
	version string
	files   map[string]*source // files that links may open
	where   where
	spoken  map[string][]voice // by department, once voices was asked

	styles *styles
	sheets map[string]content // by part
	texts  *texts
	charts int
	prints []*ruling.Printed // of the sheets so far; nil where nobody asks
	grows  bool              // rows grow when somebody writes in them
	err    error
}

func newBook(l *ledger.Ledger, root, version string) *book {
	b := blank(l, 3*len(l.Rows)/2) // about what rows bring that no other has: their words and where they stand
	b.root, b.version, b.prints = root, version, []*ruling.Printed{}
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
	b.check(b.properties(b.title(), "截至"+b.AsOf.Label(), "工作台账", b.AsOf, ""))
	return b
}

// blank is a workbook without sheets and without links to files, for about so many texts.
func blank(l *ledger.Ledger, texts int) *book {
	b := &book{Ledger: l, file: excelize.NewFile(), styles: newStyles(), sheets: map[string]content{},
		texts: newTexts(texts), files: map[string]*source{}}
	b.check(b.file.SetDefaultFont(song))
	return b
}

func (b *book) check(err error) {
	if b.err == nil {
		b.err = err
	}
}

// properties dates the workbook by the quarter that it is for, never by the clock. key is of
// what it was made from, "" where nobody asks.
func (b *book) properties(title, subject, category string, q period.Quarter, key string) error {
	day := q.Last().String() + "T00:00:00Z"
	author := clean(b.Unit)
	if author == "" {
		author = "taizhang"
	}
	err := b.file.SetDocProps(&excelize.DocProperties{Title: clean(title), Subject: subject,
		Creator: author, LastModifiedBy: author, Created: day, Modified: day, Language: "zh-CN", Category: category, Identifier: key})
	if err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: Application, Company: clean(b.Unit)})
}

func (b *book) title() string { return fmt.Sprintf("%s%d年工作任务台账", b.Unit, b.Year) }

// quarters of the year up to the one that the ledger speaks of.
func (b *book) until() []period.Quarter { return b.AsOf.Until() }

func (b *book) write(w io.Writer) error {
	if b.err != nil {
		return b.err
	}
	p := &pack{sheets: b.sheets, texts: b.texts, styles: b.styles}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return p })
	if err := b.file.Write(io.Discard); err != nil {
		return err
	}
	return p.writeTo(w)
}
