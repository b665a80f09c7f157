package ods_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func odsOf(t *testing.T, styles, table string) []byte {
	return gridtest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
		`<office:document-content><office:automatic-styles>`+styles+`</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="表">`+table+`</table:table></office:spreadsheet></office:body></office:document-content>`)
}

func TestReadsOpenDocument(t *testing.T) {
	cell := func(attrs, inside string) string {
		return `<table:table-cell ` + attrs + `>` + inside + `</table:table-cell>`
	}
	row := func(cells ...string) string {
		s := `<table:table-row>`
		for _, c := range cells {
			s += c
		}
		return s + `</table:table-row>`
	}
	text := func(s string) string { return cell(`office:value-type="string"`, `<text:p>`+s+`</text:p>`) }
	month := `<number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>` +
		`<style:style style:name="ce0" style:data-style-name="N1"/><style:style style:name="ce1" style:parent-style-name="ce0"/>`
	tests := []struct {
		name, styles, table string
		want                []string
	}{
		{"text of a cell", "", row(text(`一<text:s text:c="2"/>二<text:span>三</text:span>`+"\n  "+`四<text:line-break/>五</text:p><text:p>六<office:annotation><text:p>批注</text:p></office:annotation><text:tab/><text:a xlink:href="http://a.cn">七</text:a>`), text(" ")),
			[]string{`A1 "一  二三 四\n五\n六\t七" kind 1 link http://a.cn comment "批注"`}},
		{"values", "", row(cell(`office:value-type="float" office:value="1e3"`, ""), cell(`office:value-type="currency" office:value="5"`, ""), cell(`office:value-type="boolean" office:boolean-value="true"`, ""),
			cell(`office:value-type="time" office:time-value="PT14H30M00S"`, ""), cell(`office:value-type="string" office:string-value="只在属性里"`, ""), cell(`office:value-type="string" calcext:value-type="error"`, `<text:p>#REF!</text:p>`)),
			[]string{`A1 "1000" kind 2`, `B1 "5" kind 2`, `C1 "TRUE" kind 3`, `D1 "14:30" kind 2`, `E1 "只在属性里" kind 1`, `F1 "#REF!" kind 4`}},
		{"dates and a month by the column's style", month, `<table:table-column/><table:table-column table:default-cell-style-name="ce1"/>` + row(cell(`office:value-type="date" office:date-value="2021-09-28T14:30:00"`, ""), cell(`office:value-type="date" office:date-value="2021-09-01"`, "")),
			[]string{`A1 "2021-09-28" kind 2 date 2021-09-28`, `B1 "2021年9月" kind 2 date 2021-09-30`}},
		{"groups, repeats, gaps", "", `<table:table-header-rows>` + row(text("甲")) + `</table:table-header-rows><table:table-row-group><table:table-row table:number-rows-repeated="2">` + text("乙") + `</table:table-row></table:table-row-group>` +
			`<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>` + row(`<table:table-cell table:number-columns-repeated="2"/>`, text("丙")),
			[]string{`A1 "甲" kind 1`, `A2 "乙" kind 1`, `A3 "乙" kind 1`, `C7 "丙" kind 1`}},
		{"counts without end", "", strings.Repeat(`<table:table-column table:number-columns-repeated="2000000000000000000" table:visibility="collapse"/>`, 8) + row(text("甲")),
			[]string{`A1 "甲" kind 1 hidden`}},
		{"filtered rows", "", row(text("甲")) + `<table:table-row table:visibility="filter">` + text("乙") + `</table:table-row>` +
			row(cell(`office:value-type="string" table:number-rows-spanned="2"`, `<text:p>丙</text:p>`)) + `<table:table-row table:visibility="collapse"><table:covered-table-cell/></table:table-row>` + row(text("丁")),
			[]string{`A1 "甲" kind 1`, `A2 "乙" kind 1 hidden`, `A3 "丙" kind 1`, `A4 "丙" kind 1 under A3 hidden`, `A5 "丁" kind 1`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := open.Parse("a.ods", odsOf(t, tt.styles, tt.table))
			if book == nil || len(findings) > 0 {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(tt.want, gridtest.Dump(book.Sheets[0], false)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestUncomputedOpenDocument(t *testing.T) {
	book, findings := open.Parse("a.ods", odsOf(t, "", `<table:table-row><table:table-cell table:formula="of:=[.B1]+1"/></table:table-row>`))
	if book == nil || len(findings) != 1 || findings[0].Code != finding.FormulaWithoutValue || book.Sheets[0].Cell(1, 1).Formula != "[.B1]+1" {
		t.Errorf("findings %+v", findings)
	}
}

// A text is told, be it empty, or it was never worked out.
func TestTextFormulasWithoutText(t *testing.T) {
	book, findings := open.Parse("a.ods", odsOf(t, "", `<table:table-row><table:table-cell table:formula="of:=[.B1]&amp;&quot;次&quot;" office:value-type="string"/>`+
		`<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/><table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"><text:p/></table:table-cell>`+
		`<table:table-cell table:formula="of:=DISPIMG(&quot;ID&quot;;1)" office:value-type="string" calcext:value-type="error"><text:p>#NAME?</text:p></table:table-cell></table:table-row>`))
	if book == nil || len(findings) != 1 || findings[0].Code != finding.FormulaWithoutValue {
		t.Fatalf("findings %+v", findings)
	}
	if diff := cmp.Diff([]string{`A1 "" kind 4`, `D1 "" kind 0 picture`}, gridtest.Dump(book.Sheets[0], false)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatLiesOverOpenDocumentCells(t *testing.T) {
	styles := `<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="none" style:text-line-through-type="none"/></style:style>` +
		`<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>` +
		`<style:style style:name="gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
		`<style:style style:name="child" style:family="table-cell" style:parent-style-name="gone"/>`
	cell := func(attrs, inside string) string {
		return `<table:table-cell ` + attrs + `>` + inside + `</table:table-cell>`
	}
	table := `<office:forms><form:form><form:checkbox form:id="c1" form:label="已完成" form:current-state="checked"/><form:checkbox form:id="c2" form:label="未完成"/><form:radio form:id="c3" form:current-selected="true" form:linked-cell="表.B2"/></form:form></office:forms>` +
		`<table:table-row>` +
		cell(`office:value-type="string" table:style-name="child"`, `<text:p>旧<text:span text:style-name="T1">新</text:span></text:p>`) +
		cell(`office:value-type="string"`, `<text:p>留<text:span text:style-name="T2">去<text:span>也去</text:span></text:span></text:p><text:p>留</text:p>`) +
		cell(``, `<draw:control draw:control="c2" svg:x="3cm"/><draw:control draw:control="c1" svg:x="1cm"/>`) +
		cell(``, `<draw:frame><draw:image/></draw:frame>`) + cell(``, `<draw:frame><draw:object/><draw:image/></draw:frame>`) + cell(`office:value-type="float" office:value="1"`, ``) + `</table:table-row>` +
		`<table:table-row table:number-rows-repeated="2" table:default-cell-style-name="gone">` + cell(`office:value-type="float" office:value="5"`, `<text:p>5</text:p>`) + cell(`office:value-type="boolean" office:boolean-value="true" table:style-name="x"`, `<draw:control draw:control="c3"/><text:p>TRUE</text:p>`) + `</table:table-row>`
	book, findings := open.Parse("a.ods", odsOf(t, styles, table))
	if book == nil {
		t.Fatal(findings)
	}
	gridtest.SoundSheet(t, book.Sheets[0])
	want := []string{`A1 "新" struck "旧"`, `B1 "留\n留" struck "去也去"`, `C1 "☑已完成 □未完成"`, `D1 "" picture`, `F1 "1"`, `A2 "" struck "5"`, `B2 "TRUE"`, `A3 "" struck "5"`, `B3 "TRUE"`}
	if diff := cmp.Diff(want, gridtest.Dump(book.Sheets[0], true)); diff != "" {
		t.Error(diff)
	}
}

func TestRefusesDamagedOpenDocument(t *testing.T) {
	for found, table := range map[string]string{
		"工作表“表”的单元格 A1 的内容“x”无效":            `<table:table-row><table:table-cell office:value-type="float" office:value="x"/></table:table-row>`,
		"文件中的零件 content.xml 的重复次数“0”读不出来":   `<table:table-row table:number-rows-repeated="0"/>`,
		"工作表“表”的行列超出表格范围（第 2097155 行第 1 列）": strings.Repeat(`<table:table-row table:number-rows-repeated="9000000000000000000"/>`, 2) + `<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`,
		"工作表“表”的行列超出表格范围（第 1 行第 16385 列）":   `<table:table-row><table:table-cell table:number-columns-repeated="16384"/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`,
	} {
		gridtest.Refused(t, open.Parse, "a.ods", odsOf(t, "", table), finding.UnreadableFile, found)
	}
}
