package open

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

// The results that LibreOffice computed read the same out of each of its formats.
func TestComputedFormulas(t *testing.T) {
	want := []string{
		`A1 "1" kind 2`, `B1 "2" kind 2`, `C1 "3" kind 2`, `D1 "#DIV/0!" kind 4`, `E1 "FALSE" kind 3`, `F1 "第1季度" kind 1`, `H1 "0.3" kind 2`,
		`I1 "公告" kind 1 link http://www.example.gov.cn/a`, `J1 "#N/A" kind 4`,
	}
	for _, file := range []string{"libreoffice-formulas.xlsx", "libreoffice-formulas.xls", "libreoffice-formulas.ods"} {
		t.Run(file, func(t *testing.T) {
			book, findings := mustRead(t, "kinds/"+file)
			if len(findings) > 0 {
				t.Errorf("findings %+v", findings)
			}
			if diff := cmp.Diff(want, gridtest.Dump(book.Sheets[0], false)[:len(want)]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Formulas that nobody has computed are findings, in the files of openpyxl and xlwt.
func TestUncomputedFormulas(t *testing.T) {
	for file, cell := range map[string]string{"openpyxl-formulas.xlsx": "C1", "xlwt-strings.xls": "H1"} {
		book, findings := mustRead(t, "kinds/"+file)
		if len(findings) != 1 || findings[0].Code != finding.FormulaWithoutValue || findings[0].Place.Cell() != cell {
			t.Errorf("%s: findings %+v", file, findings)
		}
		if at := findings[0].Place; book.Sheets[0].Cell(at.Row(), at.Col()).Kind != grid.Failed {
			t.Errorf("%s: %s is %+v", file, cell, book.Sheets[0].Cell(at.Row(), at.Col()))
		}
	}
}

// Strings that are continued over several records, fractions and long numbers.
func TestManyStrings(t *testing.T) {
	model, _ := mustRead(t, "kinds/libreoffice-strings.xlsx")
	want := gridtest.Dump(model.Sheets[0], false)
	if len(want) < 600 {
		t.Fatalf("only %d cells", len(want))
	}
	for _, file := range []string{"xlwt-strings.xls", "libreoffice-strings.xls", "libreoffice-strings.ods"} {
		book, _ := mustRead(t, "kinds/"+file)
		got := gridtest.Dump(book.Sheets[0], false)
		switch file {
		case "xlwt-strings.xls":
			got[6] = want[6] // the one formula, which only a spreadsheet program computes
		case "libreoffice-strings.ods":
			got[5] = want[5] // LibreOffice writes the truth without a format of its own as 1
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}

// Dates that count from 1904, and a chart sheet that is no table.
func TestDatesFrom1904(t *testing.T) {
	want := []string{
		`A1 "已完成" kind 1`, `B1 "2021-09-28" kind 2 date 2021-09-28`, `C1 "2021-09-28" kind 2 date 2021-09-28`, `D1 "14:30" kind 2`,
	}
	for _, file := range []string{"openpyxl-chart-1904.xlsx", "libreoffice-chart-1904.xlsx", "libreoffice-chart-1904.xls"} {
		book, _ := mustRead(t, "kinds/"+file)
		if diff := cmp.Diff(want, gridtest.Dump(book.Sheets[0], false)[:len(want)]); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
		if !book.Sheets[0].From1904() {
			t.Errorf("%s counts from 1900", file)
		}
		if file[0] == 'o' && len(book.Sheets) != 1 {
			t.Errorf("%s has %d sheets", file, len(book.Sheets))
		}
	}
}
