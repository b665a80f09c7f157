package xlsx_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// rels are relations of a kind each, by number from 1 on.
func rels(kindsAndTargets ...string) string {
	s := `<Relationships ` + gridtest.RelsNS + `>`
	for i := 0; i < len(kindsAndTargets); i += 2 {
		s += `<Relationship Id="rId` + string(rune('1'+i/2)) + `" Type="` + gridtest.RelsKind + kindsAndTargets[i] + `" Target="` + kindsAndTargets[i+1] + `"/>`
	}
	return s + `</Relationships>`
}

func TestWhatLiesOverCells(t *testing.T) {
	cells := gridtest.Rows(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/><c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>`, `<mergeCells><mergeCell ref="B1:B2"/></mergeCells>`)
	pic := func(from, to [2]string) string {
		at := func(tag string, p [2]string) string {
			return `<xdr:` + tag + `><xdr:col>` + p[0] + `</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>` + p[1] + `</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:` + tag + `>`
		}
		return `<xdr:twoCellAnchor>` + at("from", from) + at("to", to) + `<xdr:pic/></xdr:twoCellAnchor>`
	}
	drawing := func(anchors string) []string {
		return []string{"xl/drawings/drawing1.xml", `<xdr:wsDr xmlns:xdr="x">` + anchors + `</xdr:wsDr>`}
	}
	rich := func(kind string) []string {
		return []string{"xl/metadata.xml", `<metadata><futureMetadata name="XLRICHVALUE"><bk><extLst><ext><x:rvb xmlns:x="x" i="1"/></ext></extLst></bk></futureMetadata><valueMetadata><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>`,
			"xl/richData/values.xml", `<rvData><rv s="0"><v>0</v></rv><rv s="1"><v>0</v></rv></rvData>`,
			"xl/richData/kinds.xml", `<rvStructures><s t="_other"/><s t="` + kind + `"/></rvStructures>`}
	}
	richRels := rels("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml", "sheetMetadata", "metadata.xml", "rdRichValue", "richData/values.xml", "rdRichValueStructure", "richData/kinds.xml")
	value := gridtest.Rows(`<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1" t="e"><v>#VALUE!</v></c></row>`)
	tests := []struct {
		name string
		file gridtest.Small
		want []string
	}{
		{"a picture in one cell, over a merge, over several rows", gridtest.Small{Sheet: cells, SheetRels: rels("drawing", "../drawings/drawing1.xml"),
			More: drawing(pic([2]string{"2", "0"}, [2]string{"2", "0"}) + pic([2]string{"1", "0"}, [2]string{"1", "1"}) + pic([2]string{"0", "0"}, [2]string{"0", "2"}))},
			[]string{`A1 "甲"`, `B1 "" picture`, `C1 "乙" picture`, `A2 "1"`, `A3 "2"`}},
		{"a conversation, and what is written for an older Excel", gridtest.Small{Sheet: cells, SheetRels: rels("comments", "../comments1.xml", "threadedComment", "../threaded1.xml"),
			More: []string{"xl/comments1.xml", `<comments><authors><author>tc={1}</author><author>王某</author></authors><commentList><comment ref="A2" authorId="0"><text><t>[Threaded comment] 请升级</t></text></comment><comment ref="A3" authorId="1"><text><r><rPr><b/></rPr><t>王某:</t></r><r><t xml:space="preserve">
数字对吗？</t></r></text></comment></commentList></comments>`,
				"xl/threaded1.xml", `<ThreadedComments><threadedComment ref="A2" id="1"><text>请核对</text></threadedComment><threadedComment ref="A2" parentId="1"><text>已核对</text></threadedComment></ThreadedComments>`}},
			[]string{`A1 "甲"`, `C1 "乙"`, `A2 "1" comment "请核对\n已核对"`, `A3 "2" comment "数字对吗？"`}},
		{"boxes that keep their state in their own cell, in another, in none", gridtest.Small{
			Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>`,
				`<controls>`+control("1", "rId1", "0", "0")+control("2", "rId2", "1", "0")+control("3", "rId3", "1", "1")+`</controls>`),
			SheetRels: rels("ctrlProp", "../ctrlProps/1.xml", "ctrlProp", "../ctrlProps/2.xml", "ctrlProp", "../ctrlProps/3.xml"),
			More: []string{"xl/ctrlProps/1.xml", `<formControlPr objectType="CheckBox" checked="Checked" fmlaLink="$A$1"/>`,
				"xl/ctrlProps/2.xml", `<formControlPr objectType="CheckBox" checked="Checked" fmlaLink="Sheet1!$Z$9"/>`, "xl/ctrlProps/3.xml", `<formControlPr objectType="Radio"/>`}},
			[]string{`A1 "TRUE"`, `B1 "☑甲"`, `A2 "1"`, `B2 "□"`}},
		{"what is drawn over a row reaches into its neighbours", gridtest.Small{
			Sheet: gridtest.Rows(`<row r="1" ht="30"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3" ht="40"><c r="A3"><v>3</v></c><c r="C3"><v>4</v></c></row>`,
				`<controls><control shapeId="9" r:id="rId2"><controlPr><anchor><from><xdr:col>1</xdr:col><xdr:row>0</xdr:row><xdr:rowOff>370000</xdr:rowOff></from><to><xdr:col>1</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>20000</xdr:rowOff></to></anchor></controlPr></control></controls>`),
			SheetRels: rels("drawing", "../drawings/drawing1.xml", "ctrlProp", "../ctrlProps/1.xml"),
			More: append(drawing(`<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>1</xdr:row><xdr:rowOff>180000</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>400000</xdr:rowOff></xdr:to><xdr:pic/></xdr:twoCellAnchor>`),
				"xl/ctrlProps/1.xml", `<formControlPr objectType="CheckBox" checked="Checked"/>`)},
			[]string{`A1 "1"`, `A2 "2"`, `B2 "☑"`, `A3 "3"`, `C3 "4" picture`}},
		{"a picture of a newer Excel, and an error", gridtest.Small{Sheet: value, Rels: richRels, More: rich("_localImage")}, []string{`A1 "" picture`, `B1 "#VALUE!"`}},
		{"a picture that a function fetches", gridtest.Small{Sheet: value, Rels: richRels, More: rich("_webimage")}, []string{`A1 "" picture`, `B1 "#VALUE!"`}},
		{"an error of a newer Excel", gridtest.Small{Sheet: value, Rels: richRels, More: rich("_error")}, []string{`A1 "#VALUE!"`, `B1 "#VALUE!"`}},
		{"a picture whose parts are gone", gridtest.Small{Sheet: value}, []string{`A1 "" picture`, `B1 "#VALUE!"`}},
		{"parts that are named and missing", gridtest.Small{Sheet: cells, SheetRels: rels("drawing", "../a.xml", "comments", "../b.xml", "vmlDrawing", "../c.vml")}, []string{`A1 "甲"`, `C1 "乙"`, `A2 "1"`, `A3 "2"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := open.Parse("a.xlsx", gridtest.Zip(t, tt.file.Parts()...))
			if book == nil {
				t.Fatal(findings)
			}
			gridtest.SoundSheet(t, book.Sheets[0])
			if diff := cmp.Diff(tt.want, gridtest.Dump(book.Sheets[0], true)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func control(shape, id, col, row string) string {
	at := `<xdr:col>` + col + `</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>` + row + `</xdr:row><xdr:rowOff>`
	return `<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><control shapeId="` + shape + `" r:id="` + id + `"><controlPr><anchor><from>` + at + `0</xdr:rowOff></from><to>` + at + `90</xdr:rowOff></to></anchor></controlPr></control></mc:Choice><mc:Fallback/></mc:AlternateContent>`
}

// A formula that is told to be a text, and whose text nobody has stored, has no result; one whose
// text is empty has.
func TestTextFormulasWithoutText(t *testing.T) {
	file := gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1" t="str"><f>A2&amp;"次"</f></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="inlineStr"><f>A2</f></c><c r="D1" t="str"><f>""</f><v/></c></row>`)}
	book, findings := open.Parse("a.xlsx", gridtest.Zip(t, file.Parts()...))
	if book == nil || len(findings) != 1 || findings[0].Code != finding.FormulaWithoutValue {
		t.Fatal(findings)
	}
	s := book.Sheets[0]
	if s.Cell(1, 1).Formula != `A2&"次"` || s.Cell(1, 3).Formula != "A2" || !s.Cell(1, 2).IsEmpty() || !s.Cell(1, 4).IsEmpty() {
		t.Errorf("%q", gridtest.Dump(s, false))
	}
}

// Runs with a font of their own say by themselves whether they are struck out.
func TestStruckRuns(t *testing.T) {
	styles := `<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><fills/><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`
	texts := `<sst><si><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></si><si><r><t>丙</t></r><r><rPr><strike/></rPr><t>丁</t></r></si><si><t>strike</t></si></sst>`
	file := gridtest.Small{Styles: styles, Strings: texts, Sheet: gridtest.Rows(`<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" s="1" t="s"><v>1</v></c><c r="E1" s="2" t="s"><v>2</v></c><c r="F1" s="1"><v>5</v></c></row>`)}
	book, findings := open.Parse("a.xlsx", gridtest.Zip(t, file.Parts()...))
	if book == nil {
		t.Fatal(findings)
	}
	want := []string{`A1 "乙" struck "甲"`, `B1 "甲乙"`, `C1 "丙" struck "丁"`, `D1 "" struck "丙丁"`, `E1 "strike"`, `F1 "" struck "5"`}
	if diff := cmp.Diff(want, gridtest.Dump(book.Sheets[0], true)); diff != "" {
		t.Error(diff)
	}
}
