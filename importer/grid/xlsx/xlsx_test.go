package xlsx_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/charset"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// What files do, and a strict reader must still understand.
func TestReadsOddities(t *testing.T) {
	plain := gridtest.Rows(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)
	tests := []struct {
		name string
		file gridtest.Small
		want []string
	}{
		{"cells and rows out of order", gridtest.Small{Sheet: gridtest.Rows(`<row r="2"><c r="B2" t="s"><v>1</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1" t="s"><v>0</v></c></row>`)},
			[]string{`A1 "甲" kind 1`, `A2 "3" kind 2`, `B2 "乙" kind 1`}},
		{"no references", gridtest.Small{Sheet: gridtest.Rows(`<row><c t="s"><v>0</v></c><c/><c><v>1.50</v></c></row><row r="4"/><row><c><v>2</v></c></row>`)},
			[]string{`A1 "甲" kind 1`, `C1 "1.5" kind 2`, `A5 "2" kind 2`}},
		{"one row written twice", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>`)},
			[]string{`A1 "1" kind 2`, `B1 "2" kind 2`}},
		{"prefixed names", gridtest.Small{Sheet: `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`},
			[]string{`A1 "乙" kind 1`}},
		{"inline and rich text, phonetic runs skipped", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>直接</t></is></c><c r="B1" t="s"><v>0</v></c></row>`),
			Strings: `<sst ` + gridtest.MainNS + `><si><r><rPr><b/></rPr><t>已</t></r><r><t xml:space="preserve">完成 </t></r><rPh sb="0" eb="1"><t>イ</t></rPh><phoneticPr fontId="1"/></si></sst>`},
			[]string{`A1 "直接" kind 1`, `B1 "已完成 " kind 1`}},
		{"escapes", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>一_x000D_
二&#10;&lt;三&gt; &amp; _x005F_x0041_ _xD83D__xDE00_</t></is></c><c r="B1" t="inlineStr"><is><t><![CDATA[<四>]]></t></is></c></row>`)},
			[]string{`A1 "一\n二\n<三> & _x0041_ 😀" kind 1`, `B1 "<四>" kind 1`}},
		{"byte order mark", gridtest.Small{Sheet: charset.UTF8Mark + plain}, []string{`A1 "甲" kind 1`}},
		{"UTF-16 part", gridtest.Small{Sheet: gridtest.UTF16LE(`<?xml version="1.0" encoding="UTF-16"?>` + plain)}, []string{`A1 "甲" kind 1`}},
		{"GB18030 part", gridtest.Small{Sheet: plain, Strings: gridtest.GB18030(t, `<?xml version="1.0" encoding="GB18030"?><sst><si><t>镕㐂</t></si></sst>`)}, []string{`A1 "镕㐂" kind 1`}},
		{"percent, dates, ISO dates, a month alone", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" s="1"><v>0.855</v></c><c r="B1" s="2"><v>44467</v></c><c r="C1" t="d"><v>2021-09-28T00:00:00</v></c><c r="D1" s="3"><v>44440</v></c><c r="E1" s=""><v>1e3</v></c></row>`)},
			[]string{`A1 "85.5%" kind 2 percent`, `B1 "2021-09-28" kind 2 date 2021-09-28`, `C1 "2021-09-28" kind 2 date 2021-09-28`, `D1 "2021年9月" kind 2 date 2021-09-30`, `E1 "1000" kind 2`}},
		{"dates count from 1904", gridtest.Small{Workbook: `<workbook ` + gridtest.MainNS + `><workbookPr date1904="1"/><sheets><sheet name="一季度" sheetId="1" r:id="rId1"/></sheets></workbook>`,
			Sheet: gridtest.Rows(`<row r="1"><c r="A1" s="2"><v>43005</v></c><c r="B1" t="d"><v>2021-09-28</v></c></row>`)},
			[]string{`A1 "2021-09-28" kind 2 date 2021-09-28`, `B1 "2021-09-28" kind 2 date 2021-09-28`}},
		{"booleans, errors, empty strings", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><f>X</f><v>#REF!</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="s"><v/></c><c r="E1" t="inlineStr"><is><t> 　&#160;</t></is></c></row>`)},
			[]string{`A1 "TRUE" kind 3`, `B1 "#REF!" kind 4`}},
		{"hyperlink formula without a value, picture in a cell", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1"><f>HYPERLINK("http://a.cn/?a=""1""","公告")</f></c><c r="B1" t="str"><f>HYPERLINK("http://b.cn")</f><v>公示</v></c><c r="C1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>`)},
			[]string{`A1 "公告" kind 1 link http://a.cn/?a="1"`, `B1 "公示" kind 1 link http://b.cn`, `C1 "" kind 0 picture`}},
		{"merges: whole columns, to the last row, overlapping", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="C3"><v>1</v></c></row>`,
			`<mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="A2:B2"/><mergeCell ref="C:C"/><mergeCell ref="F9:G9"/></mergeCells>`)},
			[]string{`A1 "甲" kind 1`, `C1 "乙" kind 1`, `A2 "甲" kind 1 under A1`, `B2 "甲" kind 1 under A1`, `C2 "乙" kind 1 under C1`, `A3 "甲" kind 1 under A1`, `C3 "乙" kind 1 under C1`}},
		{"hyperlinks", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`,
			`<hyperlinks><hyperlink ref="A1" r:id="rId9"/><hyperlink ref="B1:B3" location="Sheet2!A1"/></hyperlinks>`),
			SheetRels: `<Relationships ` + gridtest.RelsNS + `><Relationship Id="rId9" Type="` + gridtest.RelsKind + `hyperlink" Target="http://a.cn/?x=1&amp;y=2" TargetMode="External"/></Relationships>`},
			[]string{`A1 "甲" kind 1 link http://a.cn/?x=1&y=2`, `B1 "乙" kind 1 link #Sheet2!A1`}},
		{"hidden columns out of order and overlapping", gridtest.Small{Sheet: `<worksheet><cols><col min="3" max="16384" hidden="1"/><col min="1" max="1" hidden="1"/><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c></row></sheetData></worksheet>`},
			[]string{`A1 "1" kind 2 hidden`, `B1 "2" kind 2`, `C1 "3" kind 2 hidden`, `D1 "4" kind 2 hidden`}},
		{"texts in pieces", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>a<!-- -->b<![CDATA[<c>]]>&amp;</t></is></c><c r="B1" t="inlineStr"><is><r><t>d</t></r><r><t/></r><r><t>e</t></r><r><t>f</t></r></is></c></row>`)},
			[]string{`A1 "ab<c>&" kind 1`, `B1 "def" kind 1`}},
		{"hidden rows and columns", gridtest.Small{Sheet: `<worksheet><cols><col min="2" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData></worksheet>`},
			[]string{`A1 "1" kind 2`, `B1 "2" kind 2 hidden`, `A2 "3" kind 2 hidden`}},
		{"rows and columns of no size", gridtest.Small{Sheet: `<worksheet><cols><col min="2" max="2" width="0"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" ht="0"><c r="A2"><v>3</v></c></row></sheetData></worksheet>`},
			[]string{`A1 "1" kind 2`, `B1 "2" kind 2 hidden`, `A2 "3" kind 2 hidden`}},
		{"absolute and backslash targets", gridtest.Small{Sheet: plain, Rels: `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="a" Type="x/sharedStrings" Target=".\sharedStrings.xml"/></Relationships>`},
			[]string{`A1 "甲" kind 1`}},
		{"0.1+0.2 and long numbers", gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>13800138000</v></c><c r="C1"><v>-0.5</v></c><c r="D1" s="1"><v>0.56999999999999995</v></c><c r="E1"><v>1E+25</v></c></row>`)},
			[]string{`A1 "0.3" kind 2`, `B1 "13800138000" kind 2`, `C1 "-0.5" kind 2`, `D1 "57%" kind 2 percent`, `E1 "1E+25" kind 2`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := open.Parse("a.xlsx", gridtest.Zip(t, tt.file.Parts()...))
			if book == nil {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(tt.want, gridtest.Dump(book.Sheets[0], false)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBackslashPartNames(t *testing.T) {
	parts := gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)}.Parts()
	for i := 0; i < len(parts); i += 2 {
		parts[i] = strings.ReplaceAll(parts[i], "/", `\`)
	}
	book, findings := open.Parse("a.xlsx", gridtest.Zip(t, parts...))
	if book == nil || book.Sheets[0].Cell(1, 1).Text != "甲" {
		t.Error(findings)
	}
}

// A link on an empty cell keeps its place; of two the last one written down counts.
func TestLinkWithoutText(t *testing.T) {
	file := gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="B2" t="s"><v>1</v></c></row>`, `<hyperlinks><hyperlink ref="B1" location="一"/><hyperlink ref="B1" location="二"/><hyperlink ref="A2:A3" location="三"/></hyperlinks>`)}
	book, findings := open.Parse("a.xlsx", gridtest.Zip(t, file.Parts()...))
	if book == nil {
		t.Fatal(findings)
	}
	s := book.Sheets[0]
	gridtest.SoundSheet(t, s)
	if c := s.Cell(1, 2); !c.IsEmpty() || c.Link != "#二" {
		t.Errorf("B1 is %+v", c)
	}
	if c := s.Cell(2, 1); c.Link != "" {
		t.Errorf("A2 is %+v", c)
	}
}

// Chart and macro sheets hold no table; hidden sheets say so.
func TestSheetKinds(t *testing.T) {
	file := gridtest.Small{
		Workbook: `<workbook ` + gridtest.MainNS + `><sheets><sheet name="图" r:id="rId2"/><sheet name="宏" r:id="rId3"/><sheet name="表" state="veryHidden" r:id="rId1"/></sheets></workbook>`,
		Rels: `<Relationships><Relationship Id="rId1" Type="` + gridtest.RelsKind + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + gridtest.RelsKind + `chartsheet" Target="charts/1.xml"/>` +
			`<Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macros/1.xml"/></Relationships>`,
		Sheet: gridtest.Rows(`<row r="1"><c r="A1"><v>1</v></c></row>`),
	}
	book, findings := open.Parse("a.xlsx", gridtest.Zip(t, file.Parts()...))
	if book == nil {
		t.Fatal(findings)
	}
	if len(book.Sheets) != 1 || book.Sheets[0].Name != "表" || !book.Sheets[0].Hidden {
		t.Errorf("sheets %+v", book.Sheets)
	}
}

// A formula without a stored result is said once a sheet, with the first cell.
func TestFormulaWithoutValue(t *testing.T) {
	file := gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:C1" si="0">A1+1</f></c><c r="C1"><f t="shared" si="0"/><v></v></c><c r="D1"><f>A1</f><v>1</v></c></row>`)}
	book, findings := open.Parse("a.xlsx", gridtest.Zip(t, file.Parts()...))
	if len(findings) != 1 || findings[0].Code != finding.FormulaWithoutValue || findings[0].Place.Cell() != "B1" || findings[0].Found != "B1 等 2 处，=A1+1" {
		t.Errorf("findings %+v", findings)
	}
	s := book.Sheets[0]
	if c := s.Cell(1, 2); c.Kind != grid.Failed || c.Formula != "A1+1" || c.IsEmpty() || c.String() != "" {
		t.Errorf("B1 is %+v", c)
	}
	if c := s.Cell(1, 3); c.Kind != grid.Failed || c.Formula != "A1+1" {
		t.Errorf("C1 is %+v", c)
	}
	if c := s.Cell(1, 4); c.Kind != grid.Number || c.Formula != "" {
		t.Errorf("D1 is %+v", c)
	}
}

// What lies unseen under a merge is not dropped in silence.
func TestContentUnderMerge(t *testing.T) {
	file := gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>`, `<mergeCells><mergeCell ref="A1:C1"/></mergeCells>`)}
	_, findings := open.Parse("a.xlsx", gridtest.Zip(t, file.Parts()...))
	if len(findings) != 1 || findings[0].Code != finding.HiddenContent || findings[0].Place.Cell() != "B1" || !strings.Contains(findings[0].Found, "乙") {
		t.Errorf("findings %+v", findings)
	}
}
