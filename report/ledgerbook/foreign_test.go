package ledgerbook

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/report/internal/trial"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// TestForeignReaderReadsTheSame holds the project's own reader to what openpyxl has read in the
// same workbook: testdata/foreign.golden.txt is written by testdata/foreign.py, which -update runs.
func TestForeignReaderReadsTheSame(t *testing.T) {
	const path = "testdata/foreign.golden.txt"
	data := written(t, trial.Part(t, 3, 3, 2))
	if *update {
		file := filepath.Join(t.TempDir(), "台账.xlsx")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("python3", "testdata/foreign.py", file).Output()
		if err != nil {
			t.Fatalf("python3 with openpyxl has to read it: %v", err)
		}
		if err := os.WriteFile(path, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), own(t, data)); diff != "" {
		t.Errorf("another reader sees another workbook; look at it and run with -update (-theirs +ours):\n%s", diff)
	}
}

// own tells what the project's own reader sees, in the words of foreign.py; how a sheet prints and
// what is joined beyond its texts no reader of returns asks, and excelize says it.
func own(t *testing.T, data []byte) string {
	t.Helper()
	book, found := open.Parse("台账.xlsx", data)
	if book == nil {
		t.Fatal(found)
	}
	f := xlsxtest.Open(t, data)
	var s strings.Builder
	for _, sheet := range book.Sheets {
		fmt.Fprintf(&s, "# %s %s\n", sheet.Name, printing(t, f, sheet.Name))
		for _, m := range merges(t, f, sheet.Name) {
			fmt.Fprintf(&s, "merge %s\n", m)
		}
		for row := 1; row <= sheet.LastRow(); row++ {
			for col := 1; col <= sheet.Width(); col++ {
				c := sheet.Cell(row, col)
				if c.IsEmpty() || c.Covered() && c.Anchor() != c.At() {
					continue
				}
				kind, value := "s", strings.ReplaceAll(c.Text, "\n", "⏎")
				if c.Kind == grid.Number {
					kind, value = "n", fmt.Sprintf("%.10g", c.Number)
				}
				if day, ok := c.Date(); ok && c.Kind == grid.Number {
					kind, value = "d", day.String()
				}
				fmt.Fprintf(&s, "%s %s %s\n", xlsx.Name(col, row), kind, value)
			}
		}
	}
	return s.String()
}

// merges lists the joined cells of a sheet, by row and column.
func merges(t *testing.T, f *excelize.File, sheet string) (list []string) {
	t.Helper()
	all, err := f.GetMergeCells(sheet, true)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(all, func(a, b excelize.MergeCell) int {
		col, row, _ := excelize.CellNameToCoordinates(a.GetStartAxis())
		otherCol, otherRow, _ := excelize.CellNameToCoordinates(b.GetStartAxis())
		return slices.Compare([]int{row, col}, []int{otherRow, otherCol})
	})
	for _, m := range all {
		list = append(list, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	return list
}

// printing says how a sheet prints.
func printing(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	p, err := f.GetPageLayout(sheet)
	if err != nil {
		t.Fatal(err)
	}
	state := "visible"
	if shown, _ := f.GetSheetVisible(sheet); !shown {
		state = "veryHidden"
	}
	defined := func(name string) string {
		for _, d := range f.GetDefinedName() {
			if d.Name == name && d.Scope == sheet {
				_, at, _ := strings.Cut(d.RefersTo, "!")
				return strings.ReplaceAll(at, "$", "")
			}
		}
		return ""
	}
	return fmt.Sprintf("%s paper %d %s %dx%d area %s titles %s", state, *p.Size, *p.Orientation, *p.FitToWidth, *p.FitToHeight, defined("_xlnm.Print_Area"), defined("_xlnm.Print_Titles"))
}
