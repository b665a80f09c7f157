package xml2003_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func sheetMLOf(head, table string) []byte {
	return []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` + head + `<Worksheet ss:Name="表"><Table>` + table + `</Table></Worksheet></Workbook>`)
}

func TestReadsSheetML(t *testing.T) {
	styles := `<Styles><Style ss:ID="a"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="b" ss:Parent="a"/><Style ss:ID="c"><NumberFormat ss:Format="Short Date"/></Style></Styles>`
	cell := func(attrs, kind, text string) string {
		return `<Cell ` + attrs + `><Data ss:Type="` + kind + `">` + text + `</Data></Cell>`
	}
	tests := []struct {
		name, head, table string
		want              []string
	}{
		{"kinds", styles, `<Row>` + cell(`ss:StyleID="b"`, "Number", "0.855") + cell(`ss:StyleID="c"`, "DateTime", "2021-09-28T00:00:00.000") + cell("", "DateTime", "2021-09-28T00:00:00.000") + cell("", "Boolean", "1") + cell("", "Error", "#REF!") +
			`<Cell><ss:Data ss:Type="String"><B>粗</B>细</ss:Data><Comment><ss:Data>批注</ss:Data></Comment></Cell></Row>`,
			[]string{`A1 "85.5%" kind 2 percent`, `B1 "2021-09-28" kind 2 date 2021-09-28`, `C1 "2021-09-28" kind 2 date 2021-09-28`, `D1 "TRUE" kind 3`, `E1 "#REF!" kind 4`, `F1 "粗细" kind 1 comment "批注"`}},
		{"dates count from 1904", styles + `<ExcelWorkbook><Date1904/></ExcelWorkbook>`, `<Row>` + cell(`ss:StyleID="c"`, "Number", "43005") + cell("", "DateTime", "2021-09-28T00:00:00") + `</Row>`,
			[]string{`A1 "2021-09-28" kind 2 date 2021-09-28`, `B1 "2021-09-28" kind 2 date 2021-09-28`}},
		{"places", "", `<Column ss:Index="3" ss:Hidden="1" ss:Span="1"/><Row ss:Index="2">` + cell(`ss:Index="2"`, "String", "甲") + cell("", "String", "乙") + `</Row><Row ss:Hidden="1">` + cell("", "String", "丙") + `</Row>`,
			[]string{`B2 "甲" kind 1`, `C2 "乙" kind 1 hidden`, `A3 "丙" kind 1 hidden`}},
		{"what a merge covers is left out", "", `<Row>` + cell("", "String", "甲") + cell(`ss:MergeDown="1" ss:MergeAcross="1"`, "String", "乙") + cell("", "String", "丙") + `</Row><Row>` + cell("", "String", "1") + cell("", "String", "2") + `</Row>`,
			[]string{`A1 "甲" kind 1`, `B1 "乙" kind 1`, `C1 "乙" kind 1 under B1`, `D1 "丙" kind 1`, `A2 "1" kind 1`, `B2 "乙" kind 1 under B1`, `C2 "乙" kind 1 under B1`, `D2 "2" kind 1`}},
		{"links", "", `<Row>` + cell(`ss:HRef="http://a.cn"`, "String", "公告") + cell(`ss:Formula="=HYPERLINK(&quot;http://b.cn&quot;,&quot;公示&quot;)"`, "String", "公示") + `</Row>`,
			[]string{`A1 "公告" kind 1 link http://a.cn`, `B1 "公示" kind 1 link http://b.cn`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := open.Parse("a.xml", sheetMLOf(tt.head, tt.table))
			if book == nil || len(findings) > 0 {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(tt.want, gridtest.Dump(book.Sheets[0], false)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestUncomputedSheetML(t *testing.T) {
	book, findings := open.Parse("a.xml", sheetMLOf("", `<Row><Cell ss:Formula="=RC[1]+1"/><Cell ss:Formula="=&quot;&quot;"><Data ss:Type="String"></Data></Cell></Row>`))
	if book == nil || len(findings) != 1 || findings[0].Code != finding.FormulaWithoutValue || findings[0].Place.Cell() != "A1" {
		t.Errorf("findings %+v", findings)
	}
}

func TestRefusesDamagedSheetML(t *testing.T) {
	for found, table := range map[string]string{
		"工作表“表”的单元格 A1 的数值“x”无效": `<Row><Cell><Data ss:Type="Number">x</Data></Cell></Row>`,
		"工作表“表”的位置“1”读不出来":       `<Row><Cell/><Cell ss:Index="1"/></Row>`,
		"工作表“表”的行列超出表格范围":        `<Row ss:Index="1048577"/>`,
		"文件中的零件 工作簿 标记不配对":       `<Row>`,
	} {
		gridtest.Refused(t, open.Parse, "a.xml", sheetMLOf("", table), finding.UnreadableFile, found)
	}
}
