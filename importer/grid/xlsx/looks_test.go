package xlsx_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

const lookStyles = `<styleSheet><fonts><font/><font><color rgb="FFFF0000"/></font><font><color theme="1"/></font><font><color theme="9" tint="-0.25"/></font></fonts>` +
	`<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill>` +
	`<fill><patternFill patternType="solid"><fgColor indexed="11"/></patternFill></fill>` +
	`<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.59999389629810485"/></patternFill></fill>` +
	`<fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill>` +
	`<fill><patternFill patternType="lightGray"><fgColor rgb="FF112233"/><bgColor rgb="FF00FF00"/></patternFill></fill>` +
	`<fill><gradientFill><stop position="0"><color rgb="FF112233"/></stop></gradientFill></fill></fills>` +
	`<cellXfs><xf/><xf fillId="2" fontId="1"/><xf fillId="3" fontId="2"/><xf fillId="4" fontId="3"/><xf fillId="5"/><xf fillId="6"/><xf fillId="7"/><xf fillId="99" fontId="-1"/></cellXfs></styleSheet>`

const lookTheme = `<a:theme xmlns:a="a"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>` +
	`<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2/><a:accent3/><a:accent4/><a:accent5/>` +
	`<a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink/><a:folHlink/></a:clrScheme></a:themeElements></a:theme>`

// looks writes the looks of cells, as far as they have any.
func looks(t *testing.T, data []byte, rows, cols int) []string {
	t.Helper()
	book, findings := open.Parse("a.xlsx", data)
	if book == nil {
		t.Fatal(findings)
	}
	gridtest.SoundSheet(t, book.Sheets[0])
	var out []string
	for row := 1; row <= rows; row++ {
		for col := 1; col <= cols; col++ {
			if c := book.Sheets[0].Cell(row, col); c.Fill() != "" || c.Color() != "" {
				out = append(out, fmt.Sprint(c.At().Cell(), " ", c.Text, " ", c.Fill(), "/", c.Color()))
			}
		}
	}
	return out
}

// Colors are named in four ways; a pattern shows its ground, and what is white, black or
// automatic says nothing.
func TestLooks(t *testing.T) {
	sheet := gridtest.Rows(`<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>2</v></c><c r="C1" s="3"><v>3</v></c><c r="D1" s="4"><v>4</v></c><c r="E1" s="5"><v>5</v></c><c r="F1" s="6"><v>6</v></c><c r="G1"><v>7</v></c><c r="H1" s="7"><v>8</v></c></row>`)
	plain := gridtest.Small{Sheet: sheet, Styles: lookStyles}
	// As Excel shows them: accent 1, 60 % lighter, and accent 6, 25 % darker.
	want := []string{"A1 1 FFFF00/FF0000", "B1 2 00FF00/", "C1 3 B8CCE4/E26B0A", "E1 5 00FF00/"}
	if diff := cmp.Diff(want, looks(t, gridtest.Zip(t, plain.Parts()...), 1, 9)); diff != "" {
		t.Error("the usual theme:", diff)
	}
	own := plain
	own.Rels = `<Relationships><Relationship Id="rId1" Type="/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="/styles" Target="styles.xml"/><Relationship Id="rId4" Type="/theme" Target="theme/theme1.xml"/></Relationships>`
	own.More = []string{"xl/theme/theme1.xml", lookTheme}
	want[2] = "C1 3 B4C6E7/548235"
	if diff := cmp.Diff(want, looks(t, gridtest.Zip(t, own.Parts()...), 1, 9)); diff != "" {
		t.Error("its own theme:", diff)
	}
	own.More[1] = "<a:theme"
	want[2] = ""
	if got := looks(t, gridtest.Zip(t, own.Parts()...), 1, 9); len(got) != 3 {
		t.Errorf("a theme that can't be read: %v", got)
	}
}

// A cell that holds nothing has a look inside the used range: its own, its row's or its
// column's. None of that makes a cell of it.
func TestLooksOfEmptyCells(t *testing.T) {
	sheet := `<worksheet><cols><col min="5" max="16384" style="2"/></cols><sheetData>` +
		`<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1" s="1"></c><c r="D1" s="1" t="str"><v> </v></c></row>` +
		`<row r="2" s="1" customFormat="1"><c r="A2" s="0"/><c r="F2" s="1"><v>2</v></c></row>` +
		`<row r="3"><c r="A3" s="1"/><c r="B3"/><c r="E3" s="0"/></row><row r="4"><c r="A4"><v>4</v></c></row>` +
		`<row r="5"><c r="A5" s="1"/></row></sheetData><mergeCells><mergeCell ref="A3:B3"/></mergeCells></worksheet>`
	file := gridtest.Small{Sheet: sheet, Styles: lookStyles}
	want := []string{"B1  FFFF00/FF0000", "C1  FFFF00/FF0000", "D1  FFFF00/FF0000", "E1  00FF00/", "F1  00FF00/",
		"B2  FFFF00/FF0000", "C2  FFFF00/FF0000", "D2  FFFF00/FF0000", "E2  FFFF00/FF0000", "F2 2 FFFF00/FF0000",
		"A3  FFFF00/FF0000", "B3  FFFF00/FF0000", "F3  00FF00/", "E4  00FF00/", "F4  00FF00/"}
	if diff := cmp.Diff(want, looks(t, gridtest.Zip(t, file.Parts()...), 6, 8)); diff != "" {
		t.Error(diff)
	}
	book, _ := open.Parse("a.xlsx", gridtest.Zip(t, file.Parts()...))
	if s := book.Sheets[0]; s.LastRow() != 4 || s.Width() != 6 || !s.Cell(1, 2).IsEmpty() {
		t.Errorf("%d rows, %d columns", s.LastRow(), s.Width())
	}
}

// Another writer's looks.
func TestLooksByExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"#92d050"}}, Font: &excelize.Font{Color: "#c00000"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{f.SetCellStr("Sheet1", "A1", "已完成"), f.SetCellStr("Sheet1", "B2", "a"), f.SetCellStyle("Sheet1", "A1", "A2", style)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"A1 已完成 92D050/C00000", "A2  92D050/C00000"}, looks(t, b.Bytes(), 3, 3)); diff != "" {
		t.Error(diff)
	}
}
