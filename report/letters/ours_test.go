package letters

import (
	"fmt"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	known "taizhang/importer/ours"
	"taizhang/importer/ruling"
	"taizhang/report/internal/trial"
	"taizhang/report/xlsx/xlsxtest"

	"github.com/xuri/excelize/v2"
)

// A slip is known again as what this program wrote, a form that comes back is a return.
func TestSlipsAreKnownAsOursAndFormsAreNot(t *testing.T) {
	l, messy := mended(t)
	slip, _ := open.Parse("退回单.xlsx", slipOf(t, l, "文化馆", func(string) *grid.Book { return messy }))
	if what, own := known.Sheets(slip); what != known.Slip || len(own) != 2 || own[0] != slip.Sheets[0] || own[1] != slip.Sheets[2] {
		t.Errorf("slip: %q, %v", what, own)
	}
	form, _ := open.Parse("报送表.xlsx", formOf(t, trial.Part(t, 3, 3, 2), "办公室", 3))
	for _, book := range []*grid.Book{messy, form} {
		if what, own := known.Sheets(book); what != "" || len(own) > 0 {
			t.Errorf("%s is taken for %q", book.File, what)
		}
	}
}

// TestADrawnPageIsKnownUntilItIsEdited: also once another program has saved it.
func TestADrawnPageIsKnownUntilItIsEdited(t *testing.T) {
	l, messy := mended(t)
	data := slipOf(t, l, "文化馆", func(string) *grid.Book { return messy })
	asWritten, _ := open.Parse("退回单.xlsx", data)
	edited := xlsxtest.Open(t, data)
	for what, book := range map[string]*grid.Book{"as written": asWritten, "saved elsewhere": parsed(t, xlsxtest.Open(t, data))} {
		if !ruling.Unedited(book, book.Sheets[1]) {
			t.Errorf("%s: edited", what)
		}
	}
	rows, err := edited.GetRows("原表")
	if err != nil {
		t.Fatal(err)
	}
	for row, cells := range rows {
		if len(cells) == 0 || cells[0] == "" {
			continue
		}
		edited := xlsxtest.Open(t, data)
		if err := edited.SetCellValue("原表", fmt.Sprintf("A%d", row+1), "改过的"); err != nil {
			t.Fatal(err)
		}
		if book := parsed(t, edited); ruling.Unedited(book, book.Sheets[1]) {
			t.Errorf("a change in row %d is not seen", row+1)
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
