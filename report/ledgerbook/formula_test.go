package ledgerbook

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/ledger"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// A total is a formula, and beside it stands what it comes to.
func TestFormulasGiveTheirStoredResult(t *testing.T) {
	checkFormulas(t, xlsxtest.Open(t, written(t, trial.Whole(t))), 150)
	checkFormulas(t, xlsxtest.Open(t, written(t, after(trial.Part(t, 2, 3, 2)))), 20)
}

func checkFormulas(t *testing.T, f *excelize.File, least int) {
	t.Helper()
	checked := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, stored := range row {
				at := xlsx.Name(j+1, i+1)
				if formula, _ := f.GetCellFormula(sheet, at); formula == "" || stored == "" && covered(t, f, sheet, at) {
					continue
				}
				got, err := f.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
				if err != nil || got != stored {
					t.Errorf("%s!%s: stored %q, computed %q, %v", sheet, at, stored, got, err)
				}
				if kind, _ := f.GetCellType(sheet, at); kind == excelize.CellTypeFormula {
					t.Errorf("%s!%s: the stored result is a text", sheet, at)
				}
				checked++
			}
		}
	}
	if checked < least {
		t.Errorf("only %d formulas", checked)
	}
}

// covered reports whether a merge covers the cell; such a cell reads as its anchor.
func covered(t *testing.T, f *excelize.File, sheet, at string) bool {
	t.Helper()
	merges, err := f.GetMergeCells(sheet, true)
	if err != nil {
		t.Fatal(err)
	}
	col, row, _ := excelize.CellNameToCoordinates(at)
	for _, m := range merges {
		left, top, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
		if at != m.GetStartAxis() && left <= col && col <= right && top <= row && row <= bottom {
			return true
		}
	}
	return false
}

var formula = regexp.MustCompile(`<f>([^<]*)</f>`)
var ours = regexp.MustCompile(`^(SUM|COUNTA|COUNTIFS?)\([-A-Z0-9$:,，!()+&#;*="amp一-鿿]*$|^A\d+-B\d+-C\d+-D\d+$|^[A-Z]+\d+(\+[A-Z]+\d+)*$`)

func TestRowsBalanceAndLead(t *testing.T) {
	l := trial.Whole(t)
	b := written(t, l)
	f, all := xlsxtest.Open(t, b), xlsxtest.Parts(t, b)
	rows, err := f.GetRows(book.RowsSheet)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) <= book.RowsTop-1+len(l.Rows) || rows[book.RowsTop-3][4] != "0" || rows[book.RowsTop-3][0] != strconv.Itoa(l.Totals.Rows.Read) {
		t.Fatalf("%d rows, balance %v", len(rows), rows[book.RowsTop-3])
	}
	entries, err := f.GetRows(book.EntriesSheet)
	if err != nil {
		t.Fatal(err)
	}
	links := map[string]hyperlink{}
	for _, h := range hyperlinks(t, all, 12) {
		links[h.Ref] = h
	}
	for i, r := range l.Rows {
		h := links[xlsx.Name(len(book.RowColumns), book.RowsTop+i)]
		switch r.Fate {
		case ledger.Merged:
			n, _ := strconv.Atoi(regexp.MustCompile(`\d+`).FindString(h.Location))
			entry := entries[n-1]
			if entry[18] != r.At.File() || !strings.HasSuffix(entry[20], strconv.Itoa(r.At.Row())) {
				t.Errorf("%v leads to %v", r.At, entry)
			}
		case ledger.Held:
			if !strings.HasPrefix(h.Location, "待核对!") {
				t.Errorf("%v is held and leads to %q", r.At, h.Location)
			}
		}
	}
}
