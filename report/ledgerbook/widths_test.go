package ledgerbook

import (
	"testing"

	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
	"taizhang/report/xlsx/xlsxtest"
)

// A number that finds no room is shown as ####: the largest line of a sheet finds it, in
// each column that counts lines.
func TestLinesFindRoom(t *testing.T) {
	f := xlsxtest.Open(t, written(t, trial.Part(t, 3, 3, 1)))
	for _, c := range []struct {
		sheet, heading, text string
		top                  int
		points               float64
	}{
		{book.FindingsSheet, "行账", "第1048576行", book.FindingsTop - 1, 10},
		{book.EntriesSheet, "行账", "第1048576行", book.EntriesTop - 1, 9},
		{book.RowsSheet, "去处", "待核对100000", book.RowsTop - 1, 9},
	} {
		rows, err := f.GetRows(c.sheet)
		if err != nil {
			t.Fatal(err)
		}
		col := book.ColumnOf(rows[c.top-1], c.heading) + 1
		width, err := f.GetColWidth(c.sheet, xlsx.Letter(col))
		if need := fit.WidthOf(c.text, c.points); col == 0 || err != nil || need > width {
			t.Errorf("%s: %s takes %v of %v in column %d (%v)", c.sheet, c.text, need, width, col, err)
		}
	}
}
