package xlsx_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/numfmt"
	"taizhang/importer/grid/open"
)

// excelize is the oracle for good files: every workbook in testdata reads the same with
// it, cell by cell and merge by merge.
func TestAgreesWithExcelize(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../testdata/*/*.xlsx"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) < 2 {
		t.Fatalf("only %d workbooks found", len(files))
	}
	for _, file := range files {
		name, err := filepath.Rel(filepath.Join("..", "testdata"), file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(filepath.ToSlash(name), "seen/") {
			continue // what a cell shows there is not what is stored in it
		}
		t.Run(name, func(t *testing.T) { compareWithOracle(t, gridtest.Fixture(t, name)) })
	}
	t.Run("excelize", func(t *testing.T) { compareWithOracle(t, excelizeReturn(t)) })
	t.Run("benchmark", func(t *testing.T) { compareWithOracle(t, benchReturn(t)) })
}

func compareWithOracle(t *testing.T, data []byte) {
	book, findings := open.Parse("a.xlsx", data)
	if book == nil {
		t.Fatal(findings)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, s := range book.Sheets {
		rows, err := f.GetRows(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		merges, err := f.GetMergeCells(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		visible, err := f.GetSheetVisible(s.Name)
		if err != nil || visible == s.Hidden {
			t.Errorf("sheet %s hidden %v, the oracle says visible %v, %v", s.Name, s.Hidden, visible, err)
		}
		for row := 1; row <= max(len(rows), s.LastRow()); row++ {
			width := s.Width()
			if row <= len(rows) {
				width = max(width, len(rows[row-1]))
			}
			for col := 1; col <= width; col++ {
				want := ""
				if row <= len(rows) && col <= len(rows[row-1]) {
					want = chars.Tidy(rows[row-1][col-1])
				}
				if want == "" && s.Cell(row, col).Link != "" {
					continue // HYPERLINK("…","text") without a result: the text is known all the same
				}
				if got := stored(s.Cell(row, col)); got != oracleNumber(want) && got != strings.TrimSpace(want) {
					t.Errorf("%s!%s is %q, the oracle says %q", s.Name, s.Cell(row, col).At().Cell(), got, want)
				}
			}
		}
		compareMerges(t, s, merges)
	}
}

// stored returns a cell as GetRows gives it: nothing under a merge, booleans as 1 and 0.
func stored(c grid.Cell) string {
	switch {
	case c.Covered():
		return ""
	case c.Kind == grid.Bool && c.Text == "TRUE":
		return "1"
	case c.Kind == grid.Bool:
		return "0"
	}
	return c.Text
}

// oracleNumber writes a raw number as the grid does; a text stays as it is.
func oracleNumber(s string) string {
	if v, err := strconv.ParseFloat(s, 64); err == nil {
		return numfmt.Decimal(v)
	}
	return s
}

func compareMerges(t *testing.T, s *grid.Sheet, merges []excelize.MergeCell) {
	var want []string
	for _, m := range merges {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			t.Fatal(err)
		}
		right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			t.Fatal(err)
		}
		over := grid.Span{Top: top, Left: left, Bottom: bottom, Right: right}
		over.Bottom, over.Right = min(over.Bottom, s.LastRow()), min(over.Right, s.Width())
		for row := over.Top; row <= over.Bottom; row++ {
			for col := over.Left; col <= over.Right; col++ {
				if row != over.Top || col != over.Left {
					want = append(want, fmt.Sprint(row, " ", col, " ", s.Cell(over.Top, over.Left).At().Cell()))
				}
			}
		}
	}
	var got []string
	for row := 1; row <= s.LastRow(); row++ {
		for col := 1; col <= s.Width(); col++ {
			if c := s.Cell(row, col); c.Covered() {
				got = append(got, fmt.Sprint(row, " ", col, " ", c.Anchor().Cell()))
			}
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%s: covered %v, the oracle says %v", s.Name, got, want)
	}
}
