// Package answer reads the values of one row: what a cell says under the role of its column, and what
// the values say together.
package answer

import (
	"taizhang/importer/finding"
	"taizhang/importer/memo"
	"taizhang/importer/returns/growing"
	"taizhang/importer/returns/known"
	"taizhang/importer/table"
)

// Sheet is a sheet while its rows are read, with what is asked of it time and again.
type Sheet struct {
	*table.Sheet
	formula finding.Place // of the first formula without a result, as far as it was asked for
	ticks   *bool         // whether any cell is ticked with a sign that is none but a tick; nil until asked
}

// Reader reads the values of rows. It is safe for use by several goroutines.
type Reader struct {
	*known.Facts
	made struct { // of texts already
		text, number memo.Texts[string]
		requirement  memo.Texts[numbered]
		deadline     memo.Texts[bool]
		listNumber   memo.Texts[bool] // of headings
		percent      memo.Texts[parsedPercent]
	}
}

// New returns a reader by what is known.
func New(f *known.Facts) *Reader { return &Reader{Facts: f} }

// Taker returns a taker of the cells of a block.
func (r *Reader) Taker(s *Sheet, b *table.Block) Taker {
	return Taker{Reader: r, Block: b, Sheet: s, scale: scaleOf(b)}
}

// Taker takes the cells of a block into rows.
type Taker struct {
	*Reader
	*table.Block
	Sheet      *Sheet
	scale      scale
	Quarter    int           // the one quarter whose columns are read, 0 for all
	AsOf       int           // the quarter of the return, 0 where none is known
	Latest     bool          // of several quarters the last one that anything is said of
	PerQuarter bool          // the columns of each quarter make a return of their own
	Long       growing.Texts // texts of rows that go on and on
}
