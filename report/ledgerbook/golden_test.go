package ledgerbook

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"taizhang/report/internal/trial"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dump writes a workbook as text: each cell with its value, formula and link.
func dump(t *testing.T, f *excelize.File) string {
	t.Helper()
	var s strings.Builder
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&s, "# %s\n", sheet)
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		merges, err := f.GetMergeCells(sheet, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range merges {
			fmt.Fprintf(&s, "merge %s:%s\n", m.GetStartAxis(), m.GetEndAxis())
		}
		for i, row := range rows {
			for j, v := range row {
				if v == "" {
					continue
				}
				at := xlsx.Name(j+1, i+1)
				fmt.Fprintf(&s, "%s %s", at, strings.ReplaceAll(v, "\n", "⏎"))
				if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
					fmt.Fprintf(&s, "  ={%s}", formula)
				}
				if ok, link, _ := f.GetCellHyperLink(sheet, at); ok {
					fmt.Fprintf(&s, "  →{%s}", link)
				}
				s.WriteString("\n")
			}
		}
	}
	return s.String()
}

// TestGolden compares a small ledger with the one that was looked at.
func TestGolden(t *testing.T) {
	got := dump(t, xlsxtest.Open(t, written(t, trial.Part(t, 3, 3, 2))))
	const path = "testdata/ledger.golden.txt"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the ledger changed; look at it and run with -update (-want +got):\n%s", diff)
	}
}
