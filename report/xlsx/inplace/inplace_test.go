package inplace

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Cells are written where they stand, before, between and behind those that a sheet has, in whatever
// manner of XML the sheet is written.
func TestCellsAreWrittenInTheirPlace(t *testing.T) {
	for _, c := range []struct {
		what, part, want string
		cells            []Cell
	}{
		{"over a text, its look kept", `<s><sheetData><row r="2" ht="20"><c r="A2" s="3" t="s"><v>0</v></c><c r="B2" s="7" t="s" cm="1"><v>1</v></c></row></sheetData></s>`,
			`<s><sheetData><row r="2" ht="20"><c r="A2" s="3" t="s"><v>0</v></c><c r="B2" s="7" t="inlineStr"><is><t xml:space="preserve">a&amp;b</t></is></c></row></sheetData></s>`, []Cell{{2, 2, "a&b"}}},
		{"nothing any more", `<s><sheetData><row r="2"><c r="B2" s="7"><v>1</v></c></row></sheetData></s>`, `<s><sheetData><row r="2"><c r="B2" s="7"/></row></sheetData></s>`, []Cell{{2, 2, ""}}},
		{"a cell that has no element", `<s><sheetData><row r="2"><c r="A2"/><c r="C2"/></row></sheetData></s>`,
			`<s><sheetData><row r="2"><c r="A2"/><c r="B2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c><c r="C2"/></row></sheetData></s>`, []Cell{{2, 2, "x"}}},
		{"a row that has no cell", `<s><sheetData><row r="2" ht="20"/></sheetData></s>`,
			`<s><sheetData><row r="2" ht="20"><c r="B2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row></sheetData></s>`, []Cell{{2, 2, "x"}}},
		{"a sheet that has no row", `<s><sheetData/><x/></s>`,
			`<s><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row></sheetData><x/></s>`, []Cell{{1, 1, "x"}}},
		{"rows between and behind, in any order", `<s><dimension ref="A1:C4"/><sheetData><row r="1"/><row r="4"><c r="C4"/></row></sheetData></s>`,
			`<s><dimension ref="A1:C5"/><sheetData><row r="1"/><row r="3"><c r="A3"/></row><row r="4"><c r="B4"/><c r="C4"/></row><row r="5"><c r="A5"/><c r="B5"/></row></sheetData></s>`, []Cell{{5, 2, ""}, {5, 1, ""}, {4, 2, ""}, {3, 1, ""}}},
		{"without addresses, with a prefix", `<x:s><x:sheetData><x:row><x:c s="1"/><x:c s="2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:s>`,
			`<x:s><x:sheetData><x:row><x:c s="1"/><x:c r="B1" s="2" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c></x:row></x:sheetData></x:s>`, []Cell{{1, 2, "x"}}},
	} {
		got, err := rewrite([]byte(c.part), c.cells)
		if err != nil || string(got) != c.want {
			t.Errorf("%s:\n%s\n%s %v", c.what, got, c.want, err)
		}
	}
	if _, err := rewrite([]byte(`<s><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData></s>`), []Cell{{1, 1, "x"}}); !errors.Is(err, ErrFormula) {
		t.Errorf("a formula: %v", err)
	}
	for _, broken := range []string{"", "<s>", "<s><sheetData><row", "<s></s>"} {
		if _, err := rewrite([]byte(broken), []Cell{{1, 1, "x"}}); err == nil {
			t.Errorf("%q is written to", broken)
		}
	}
}

// What another program wrote keeps everything but the cells that are named.
func TestAllElseOfAWorkbookStays(t *testing.T) {
	f := excelize.NewFile()
	f.NewSheet("设置")
	f.SetSheetRow("设置", "A1", &[]any{"项目", "值"})
	f.SetSheetRow("设置", "A2", &[]any{"年度", 2026})
	f.SetCellFormula("Sheet1", "A1", "1+1")
	f.AddComment("设置", excelize.Comment{Cell: "B2", Text: "四位"})
	drop := excelize.NewDataValidation(true)
	drop.Sqref = "B3"
	drop.SetDropList([]string{"一", "二"})
	f.AddDataValidation("设置", drop)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Set(b.Bytes(), "设置", []Cell{{2, 2, "2027"}, {3, 1, "截至季度"}, {3, 2, "第一季度"}})
	if err != nil {
		t.Fatal(err)
	}
	was, is := partsOf(t, b.Bytes()), partsOf(t, got)
	changed := 0
	for name, data := range was {
		if is[name] != data {
			changed++
			if !strings.HasSuffix(name, "sheet2.xml") {
				t.Errorf("%s is another", name)
			}
		}
	}
	again, err := excelize.OpenReader(bytes.NewReader(got))
	if err != nil || changed != 1 || len(is) != len(was) {
		t.Fatalf("%d of %d parts changed, %d are there: %v", changed, len(was), len(is), err)
	}
	for cell, want := range map[string]string{"A2": "年度", "B2": "2027", "A3": "截至季度", "B3": "第一季度"} {
		if said, _ := again.GetCellValue("设置", cell); said != want {
			t.Errorf("%s says %s", cell, said)
		}
	}
	if all, _ := again.GetDataValidations("设置"); len(all) != 1 {
		t.Errorf("choices %v", all)
	}
	for _, bad := range []struct {
		data  []byte
		sheet string
	}{{[]byte("no workbook"), "设置"}, {b.Bytes(), "没有的"}, {b.Bytes()[:len(b.Bytes())/2], "设置"}} {
		if _, err := Set(bad.data, bad.sheet, []Cell{{1, 1, "x"}}); err == nil {
			t.Errorf("%s of %d bytes is written to", bad.sheet, len(bad.data))
		}
	}
}

func partsOf(t *testing.T, book []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

// A sheet is added behind all others, which stay to the byte, in workbooks of any writer.
func TestASheetIsAdded(t *testing.T) {
	f := excelize.NewFile()
	f.NewSheet("设置")
	f.SetSheetRow("设置", "A1", &[]any{"项目", "值"})
	f.DeleteSheet("Sheet1")
	own, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	for what, book := range map[string][]byte{"plain": own.Bytes(), "with prefixes": prefixed(t)} {
		got, err := Add(book, "报送<登记>", []Column{{"部门", 42}, {"季度", 16}})
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		again, err := excelize.OpenReader(bytes.NewReader(got))
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		names := again.GetSheetList()
		if len(names) != 2 || names[1] != "报送<登记>" {
			t.Errorf("%s: sheets %q", what, names)
		}
		rows, err := again.GetRows("报送<登记>")
		if err != nil || len(rows) != 1 || strings.Join(rows[0], "|") != "部门|季度" {
			t.Errorf("%s: rows %q %v", what, rows, err)
		}
		if twice, err := Add(got, "再一页", []Column{{"列", 9}}); err != nil {
			t.Errorf("%s: %v", what, err)
		} else if more, err := excelize.OpenReader(bytes.NewReader(twice)); err != nil || len(more.GetSheetList()) != 3 {
			t.Errorf("%s: twice %v", what, err)
		}
	}
	if _, err := Add([]byte("no zip"), "x", nil); err == nil {
		t.Error("a sheet is added to what is no workbook")
	}
}

// prefixed is a workbook as some writers write it, with a prefix at every name and parts at absolute places.
func prefixed(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<ct:Types xmlns:ct="http://schemas.openxmlformats.org/package/2006/content-types"><ct:Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><ct:Override PartName="/book/main.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><ct:Override PartName="/book/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></ct:Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/book/main.xml"/></Relationships>`},
		{"book/main.xml", `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="设置" sheetId="7" rel:id="rId1"/></x:sheets></x:workbook>`},
		{"book/_rels/main.xml.rels", `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="sheet1.xml"/></p:Relationships>`},
		{"book/sheet1.xml", `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>项目</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`},
	} {
		to, err := w.Create(part[0])
		if err == nil {
			_, err = to.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
