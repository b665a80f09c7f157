package xlsxtest

import (
	"math"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Printed is how a sheet comes out on A4.
type Printed struct {
	Sheet    string
	Points   float64 // of the smallest letters, as printed
	Text     string  // that is so small
	Pages    int     // about; a program breaks pages as it likes
	ForPaper bool    // it is more than a line that names another sheet
}

// Measures of A4 in points, and of a column's unit: the width of a digit of Arial 11, with some
// room for programs that draw it wider.
const (
	shortEdge, longEdge = 595.3, 841.9
	unitPoints          = 6.15
	aroundPoints        = 10 // of page headers, which some programs shrink with the sheet
)

// OnPaper works out how the visible sheets of a workbook print, from what the file says: size of
// letters, widths of columns, fit to the page, area. It fails where a sheet names no A4.
func OnPaper(t testing.TB, file []byte) []Printed {
	t.Helper()
	f := Open(t, file)
	var all []Printed
	for _, name := range f.GetSheetList() {
		if visible, _ := f.GetSheetVisible(name); visible {
			all = append(all, paperOf(t, f, name))
		}
	}
	return all
}

func paperOf(t testing.TB, f *excelize.File, name string) Printed {
	layout, err := f.GetPageLayout(name)
	if err != nil || layout.Size == nil || *layout.Size != 9 {
		t.Errorf("%s: no A4: %+v, %v", name, layout, err)
	}
	margins, err := f.GetPageMargins(name)
	if err != nil {
		t.Fatal(err)
	}
	wide, tall := shortEdge, longEdge
	if layout.Orientation != nil && *layout.Orientation == "landscape" {
		wide, tall = tall, wide
	}
	wide -= 72 * (*margins.Left + *margins.Right)
	tall -= 72 * (*margins.Top + *margins.Bottom)
	rows, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	cols, last := 0, len(rows)
	for _, row := range rows {
		cols = max(cols, len(row))
	}
	area, head := defined(f, name, "_xlnm.Print_Area"), defined(f, name, "_xlnm.Print_Titles")
	if area != "" {
		_, to, _ := strings.Cut(area, ":")
		if cols, last, err = excelize.CellNameToCoordinates(strings.ReplaceAll(to, "$", "")); err != nil {
			t.Fatal(name, area, err)
		}
	}
	width, shown := 0.0, make([]bool, cols)
	for col := range cols {
		letter, _ := excelize.ColumnNumberToName(col + 1)
		if shown[col], _ = f.GetColVisible(name, letter); shown[col] {
			w, _ := f.GetColWidth(name, letter)
			width += w
		}
	}
	across := 1
	if layout.FitToWidth != nil {
		across = max(*layout.FitToWidth, 1)
	}
	scale := min(1, math.Floor(100*float64(across)*wide/(width*unitPoints))/100)
	sum, heights, repeated := 0.0, make([]float64, last), 0.0
	for i := range heights {
		heights[i], _ = f.GetRowHeight(name, i+1)
		sum += heights[i]
	}
	if layout.FitToHeight != nil && *layout.FitToHeight > 0 {
		scale = min(scale, math.Floor(100*float64(*layout.FitToHeight)*tall/sum)/100)
	}
	if from, to := titleRows(head); to > 0 {
		for i := from - 1; i < min(to, last); i++ {
			repeated += heights[i] * scale
		}
	}
	p := Printed{Sheet: name, Points: aroundPoints * scale, Text: "（页眉）", Pages: across, ForPaper: last > 3}
	at := 0.0
	for i, h := range heights {
		if at += h * scale; at > tall && i > 0 {
			p.Pages += across
			at = repeated + h*scale
		}
	}
	sizes := map[int]float64{}
	for i := range min(last, len(rows)) {
		for col, text := range rows[i] {
			if col >= cols || !shown[col] || text == "" {
				continue
			}
			if points := scale * sizeAt(f, name, col+1, i+1, sizes); points < p.Points {
				p.Points, p.Text = points, text
			}
		}
	}
	return p
}

func sizeAt(f *excelize.File, sheet string, col, row int, known map[int]float64) float64 {
	cell, _ := excelize.CoordinatesToCellName(col, row)
	n, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		return 0
	}
	if _, ok := known[n]; !ok {
		if s, err := f.GetStyle(n); err == nil && s.Font != nil {
			known[n] = s.Font.Size
		}
	}
	return known[n]
}

// defined returns what a name of the sheet refers to, "" where it has none.
func defined(f *excelize.File, sheet, name string) string {
	for _, d := range f.GetDefinedName() {
		if d.Name == name && d.Scope == sheet {
			_, at, _ := strings.Cut(d.RefersTo, "!")
			return at
		}
	}
	return ""
}

// titleRows reads $3:$4.
func titleRows(ref string) (from, to int) {
	a, b, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	for _, r := range a {
		from = 10*from + int(r-'0')
	}
	for _, r := range b {
		to = 10*to + int(r-'0')
	}
	return from, to
}
