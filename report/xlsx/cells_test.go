package xlsx

import (
	"encoding/xml"
	"math"
	"strings"
	"testing"

	"taizhang/report/xlsx/xlsxtest"
)

// rowOfCells is a workbook with one row of the cells.
func rowOfCells(t *testing.T, cells ...Cell) []byte {
	t.Helper()
	b := NewWorkbook(Options{Unit: "示例局", Foot: "截至"})
	defer b.Close()
	widths := make([]float64, len(cells))
	for i := range widths {
		widths[i] = 20
	}
	s := b.Add("表", Paper{Title: "表"}, widths...)
	s.Row(cells...)
	s.Close()
	var out strings.Builder
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return []byte(out.String())
}

// What is written is read back by another program: excelize.
func TestCellsAreReadBack(t *testing.T) {
	for _, c := range []struct {
		name  string
		value any
		want  string
	}{
		{"text", "已公开。", "已公开。"},
		{"marks", `<a href="x">&'</a>`, `<a href="x">&'</a>`},
		{"lines and spaces", " 一\n二 ", " 一\n二 "},
		{"a code that is none", "_x0041_", "_x0041_"},
		{"two in one another", "_x0041_x0042_", "_x0041_x0042_"},
		{"not quite a code", "_x00_ _xyz_ __x0041", "_x00_ _xyz_ __x0041"},
		{"number", 42, "42"},
		{"share", 0.285, "0.285"},
		{"fifteen digits", 0.1 + 0.2, "0.3"},
		{"large number", 1e21, "1000000000000000000000"},
		{"no number", math.NaN(), "NaN"},
		{"yes", true, "1"},
		{"nothing", nil, ""},
		{"empty", "", ""},
		{"beyond the first plane", "𠮷野家", "𠮷野家"},
	} {
		f := xlsxtest.Open(t, rowOfCells(t, Cell{Value: c.value}, Cell{Value: "后"}))
		got, err := f.GetCellValue("表", "A1")
		next, _ := f.GetCellValue("表", "B1")
		if err != nil || got != c.want || next != "后" {
			t.Errorf("%s: %q and %q (%v), want %q", c.name, got, next, err, c.want)
		}
	}
}

func TestFormulasKeepTheirResults(t *testing.T) {
	for _, c := range []struct {
		value any
		want  string
	}{{5, "5"}, {"好", "好"}, {0.5, "0.5"}, {nil, ""}} {
		b := rowOfCells(t, Cell{Value: c.value, Formula: `IF(A1<>"",1&"二",2)`})
		f := xlsxtest.Open(t, b)
		got, _ := f.GetCellValue("表", "A1")
		formula, _ := f.GetCellFormula("表", "A1")
		if got != c.want || formula != `IF(A1<>"",1&"二",2)` {
			t.Errorf("%v is read as %q, its formula as %s", c.value, got, formula)
		}
	}
}

// A text stands in the workbook once, however many cells show it.
func TestTextsAreShared(t *testing.T) {
	all := xlsxtest.Parts(t, rowOfCells(t, Cell{Value: "同一句话"}, Cell{Value: "同一句话"}, Cell{Value: "另一句话"}))
	var texts struct {
		Count       int `xml:"count,attr"`
		UniqueCount int `xml:"uniqueCount,attr"`
		Items       []struct {
			Text string `xml:"t"`
		} `xml:"si"`
	}
	if err := xml.Unmarshal([]byte(all[textsPart]), &texts); err != nil {
		t.Fatal(err)
	}
	if texts.Count != 3 || texts.UniqueCount != 2 || len(texts.Items) != 2 || texts.Items[0].Text != "同一句话" {
		t.Errorf("%+v", texts)
	}
}
