package xlsx

import (
	"bytes"
	"errors"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/period"
	"taizhang/report/xlsx/own"
	"taizhang/report/xlsx/xlsxtest"
)

// everything is a workbook with all that the library is asked for: 表 and the hidden sheet 印记.
func everything(t *testing.T) []byte {
	t.Helper()
	b := NewWorkbook(Options{Unit: "示例局", Foot: "截至第二季度"})
	defer b.Close()
	b.Describe(Properties{Unit: "示例局", Title: "题", Subject: "主题", Category: "类", Day: period.Date{Year: 2021, Month: 6, Day: 30}, Key: "钥匙"})
	s := b.Add("表", Paper{Title: "表题", Landscape: true, Head: [2]int{1, 1}, Freeze: 1, Tab: "C00000"}, 10, 12, 14)
	s.Hide(func(col int) bool { return col == 2 })
	s.Heading(Heads("名", "数", "日"))
	s.Row(Cell{Value: "甲"}, Cell{Value: 3}, Cell{Value: period.Date{Year: 2021, Month: 6, Day: 1}})
	s.Row(Cell{Value: "乙"}, Cell{Value: 4}, Cell{Style: Style{Open: true}})
	s.Table("名表", 1, []string{"名", "数", "日"})
	s.Validate(Validation{Ref: "B2:B3", Allowed: WhatHolds(`AND(B2<9,A2&"x"<>"")`), Title: "数", Input: "填数", Error: "不对"})
	s.Validate(Validation{Ref: "C2:C3", Allowed: DayBetween(period.Date{Year: 2021, Month: 1, Day: 1}, period.Date{Year: 2021, Month: 6, Day: 30})})
	s.Offer("A2:A3", "甲", "乙")
	s.When("A2:A3", `$B2>3`, b.NewConditional("9C0006", "FFC7CE"))
	s.Comment(1, 2, "办公室", "请核对")
	s.Chart(Chart{Title: "图", Top: s.Next, Head: 1, First: 2, Col: 2, Categories: []string{"甲", "乙"}, Width: 40, Height: 100,
		Series: []Series{{Word: "数", Fill: "3F7F3A", Label: "FFFFFF", Counts: []int{3, 4}}}})
	s.BreakPage()
	s.Merge(1, s.Next, 3, s.Next)
	s.Row(Cell{Value: "末行", Span: 1})
	s.Print(3, s.Next-1)
	s.Protect()
	s.Close()
	b.Define("选项", "表!$A$2:$A$3")
	hidden := b.Add("印记", Paper{Title: "印记", Tab: Grey}, 9)
	hidden.Row(Cell{Value: "x"})
	hidden.Close()
	b.HideSheet("印记")
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What stands in the parts hangs on how the library makes them: an update of the library that
// moves any of it fails here.
func TestTheLibraryMakesWhatIsReliedOn(t *testing.T) {
	all := xlsxtest.Parts(t, everything(t))
	for part, want := range map[string][]string{
		"xl/worksheets/sheet1.xml": {
			`<row r="1"`, `<c r="B2"`, // rows between what the library makes
			`AND(B2&lt;9,A2&amp;"x"&lt;>"")`, `<formula1>44197</formula1>`, `<formula1>"甲,乙"</formula1>`,
			`<mergeCell ref="A`, `<rowBreaks `, `<sheetProtection `, `fitToPage="true"`, `showGridLines="false"`,
			`paperSize="9"`, `orientation="landscape"`, `<tabColor rgb="FFC00000"`, `topLeftCell="B2"`, `hidden="1"`,
			`第 &amp;P 页，共 &amp;N 页`, `horizontalCentered="true"`,
		},
		"xl/charts/chart1.xml": {`<strCache><ptCount val="2"/><pt idx="0"><v>甲</v>`, `<numCache><formatCode>General</formatCode><ptCount val="2"/><pt idx="0"><v>3</v>`, `<strCache><ptCount val="1"/><pt idx="0"><v>数</v>`},
		"xl/workbook.xml":      {`name="选项"`, `_xlnm.Print_Titles`, `_xlnm.Print_Area`, `表!$A$1:$C$`, `state="veryHidden"`},
		"xl/styles.xml":        {`<dxf>`, `FFC7CE`, `宋体`},
		"xl/sharedStrings.xml": {`<t>末行</t>`},
		"docProps/core.xml":    {`2021-06-30T00:00:00Z`, `钥匙`, `示例局`},
		"docProps/app.xml":     {own.Application},
		"xl/comments1.xml":     {`请核对`},
		"xl/tables/table1.xml": {`名表`, `name="数"`},
	} {
		for _, text := range want {
			if !strings.Contains(all[part], text) {
				t.Errorf("%s holds no %s:\n%.4000s", part, text, all[part])
			}
		}
	}
	if strings.Count(all["xl/worksheets/sheet1.xml"], `<row r="1"`) != 1 {
		t.Error("the row that names the columns of a table is there twice")
	}
}

// What begins with the prepared theme is what the library begins with, part by part.
func TestABlankIsTheLibrarysOwn(t *testing.T) {
	parts := func(l *library, err error) map[string]*part {
		if err == nil {
			err = l.properties(Properties{Title: "题"})
		}
		p := &pack{}
		for _, name := range []string{"表", "第二张"} {
			f, _, failed := l.add(name)
			err = errors.Join(err, failed, f.setUp(Paper{Title: name, Head: [2]int{1, 1}, Freeze: 1, Tab: Grey}, "示例局", []float64{9, 12}), f.comment(1, 1, "办公室", "请核对", 90, 40), f.flush())
		}
		if _, failed := l.conditional("9C0006", "FFC7CE"); err != nil || failed != nil || l.writeTo(p) != nil {
			t.Fatal(err, failed)
		}
		return p.parts
	}
	own := excelize.NewFile()
	want, got := parts(&library{file: own}, own.SetDefaultFont(unitFont)), parts(newLibrary())
	if len(got) != len(want) || got[themePart] == nil {
		t.Errorf("%d parts, want %d", len(got), len(want))
	}
	for name, p := range want {
		if q := got[name]; q == nil || name != typesPart && !bytes.Equal(q.given, p.given) { // the content types are sorted when they are packed
			t.Errorf("%s differs", name)
		}
	}
}

// BenchmarkNewWorkbook is what a workbook costs before anything stands in it.
func BenchmarkNewWorkbook(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		w := NewWorkbook(Options{})
		if w.failure != nil {
			b.Fatal(w.failure)
		}
		w.Close()
	}
}

// Another reader finds it all where it was put.
func TestWhatTheLibraryMakesIsReadBack(t *testing.T) {
	f := xlsxtest.Open(t, everything(t))
	if visible, err := f.GetSheetVisible("印记"); err != nil || visible {
		t.Errorf("印记 is visible: %v, %v", visible, err)
	}
	if visible, err := f.GetColVisible("表", "B"); err != nil || visible {
		t.Errorf("column B is visible: %v, %v", visible, err)
	}
	if dv, err := f.GetDataValidations("表"); err != nil || len(dv) != 3 {
		t.Errorf("%d validations, %v", len(dv), err)
	}
	if c, err := f.GetComments("表"); err != nil || len(c) != 1 || c[0].Cell != "A2" {
		t.Errorf("comments %+v, %v", c, err)
	}
	if tables, err := f.GetTables("表"); err != nil || len(tables) != 1 || tables[0].Range != "A1:C3" {
		t.Errorf("tables %+v, %v", tables, err)
	}
	if panes, err := f.GetPanes("表"); err != nil || panes.XSplit != 1 || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	conditions, err := f.GetConditionalFormats("表")
	if err != nil || len(conditions["A2:A3"]) != 1 || conditions["A2:A3"][0] == (excelize.ConditionalFormatOptions{}) {
		t.Errorf("conditions %+v, %v", conditions, err)
	}
}

// Only the seam knows the library.
func TestTheSeamIsNarrow(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range file.Imports {
			if strings.Contains(i.Path.Value, "xuri/excelize") && path != "library.go" && !strings.HasSuffix(path, "_test.go") {
				t.Errorf("%s imports %s", path, i.Path.Value)
			}
		}
	}
}
