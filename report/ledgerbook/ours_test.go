package ledgerbook

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	known "taizhang/importer/ours"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx/xlsxtest"
)

// Whatever this program writes is known again by what stands in it: whole, saved by another
// program, and a sheet that can do harm by itself.
func TestWhatIsWrittenIsKnownAsOurs(t *testing.T) {
	ledger := xlsxtest.Open(t, written(t, trial.Part(t, 3, 3, 2)))
	whole := parsed(t, ledger)
	if what, own := known.Sheets(whole); what != known.Ledger || len(own) != len(whole.Sheets) {
		t.Errorf("%q, %d of %d sheets", what, len(own), len(whole.Sheets))
	}
	for _, sheet := range []string{book.OverviewSheet, book.FindingsSheet, book.ReadingsSheet, book.EntriesSheet, book.RowsSheet, book.PrintSheet, book.DueSheet, book.OnePageSheet} {
		book := parsed(t, ledger)
		for _, s := range book.Sheets {
			if s.Name == sheet {
				book.Sheets = []*grid.Sheet{s}
				s.Name = "Sheet1"
			}
		}
		if what, own := known.Sheets(book); what != known.Ledger || len(own) != 1 {
			t.Errorf("%s alone: %q, %d sheets", sheet, what, len(own))
		}
	}
}

// parsed saves a workbook as another program does, and reads it.
func parsed(t *testing.T, f *excelize.File) *grid.Book {
	t.Helper()
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, found := open.Parse("汇总.xlsx", b.Bytes())
	if book == nil {
		t.Fatal(found)
	}
	return book
}
