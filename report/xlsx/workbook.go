// Package xlsx writes workbooks: what they need beyond the library that makes them. It knows
// cells, styles, links and paper, and nothing of what the sheets tell.
//
// Rows are written by the package itself (cells.go), each text once (texts.go) and fit for a cell
// (room fit), in styles of its own (style.go, styles.go) and with links (link.go), tall enough for
// their texts; room press compresses them, and pack.go puts them into what the library makes and
// keeps the bytes stable. What the library makes is asked for in library.go alone.
package xlsx

import (
	"io"

	"taizhang/importer/period"
)

// Workbook is a workbook while it is written, sheet after sheet. The first failure is kept and
// ends the work; who writes the sheets need not ask.
type Workbook struct {
	made    *library
	options Options
	styles  *styles
	sheets  map[string]content // by part
	texts   *texts
	failure error
}

// Options are what all sheets of a workbook share.
type Options struct {
	Unit  string // in the header of each page
	Foot  string // in its footer, where the sheet has none of its own
	Texts int    // about how many texts come
	Grows bool   // rows grow when somebody writes in them
}

// Properties is what a file says of itself.
type Properties struct {
	Unit, Title, Subject, Category string
	Day                            period.Date // that it is for; the clock is never asked
	Key                            string      // of what it was made from, "" where nobody asks
}

// NewWorkbook returns a workbook without sheets. Whoever asks for one closes it.
func NewWorkbook(o Options) *Workbook {
	l, err := newLibrary()
	return &Workbook{made: l, options: o, styles: newStyles(), sheets: map[string]content{}, texts: newTexts(o.Texts), failure: err}
}

func (b *Workbook) check(err error) {
	if b.failure == nil {
		b.failure = err
	}
}

// Describe sets what the file says of itself.
func (b *Workbook) Describe(p Properties) { b.check(b.made.properties(p)) }

// Define gives cells (说明!$A$3:$A$9) a name, by which formulas of every sheet find them.
func (b *Workbook) Define(name, refersTo string) { b.check(b.made.define(name, "", refersTo)) }

// HideSheet hides a sheet, which must not be the first, so that only a program can show it.
func (b *Workbook) HideSheet(name string) { b.made.hideSheet(name) }

// Shown returns s as a cell shows it.
func (b *Workbook) Shown(s string) string { return b.texts.clean(s) }

// Conditional is a style of cells while a condition holds, for When.
type Conditional int

// NewConditional returns such a style with the colours RRGGBB of the letters, "" for their own,
// and of the cell.
func (b *Workbook) NewConditional(color, fill string) Conditional {
	if b.failure != nil {
		return 0
	}
	n, err := b.made.conditional(color, fill)
	b.check(err)
	return Conditional(n)
}

// Close gives back what the workbook holds.
func (b *Workbook) Close() { _ = b.made.file.Close() }

// Write writes the finished workbook. The same sheets give the same bytes. It fails where w
// does, where a sheet did, or where a large one finds no room in the system's temporary folder.
func (b *Workbook) Write(w io.Writer) error {
	if b.failure != nil {
		return b.failure
	}
	p := &pack{sheets: b.sheets, texts: b.texts, styles: b.styles}
	if err := b.made.writeTo(p); err != nil {
		return err
	}
	return p.writeTo(w)
}
