package docx_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func docxParts(document, numbering string) []string {
	return []string{
		"[Content_Types].xml", "<Types/>", "word/document.xml", document, "word/numbering.xml", numbering,
		"word/styles.xml", `<w:styles><w:style w:styleId="L1"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="rId1" Type="/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="/hyperlink" Target="http://a.cn" TargetMode="External"/><Relationship Id="rId3" Type="/styles" Target="styles.xml"/></Relationships>`,
	}
}

const numberedLists = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>`

func numbered(list, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

var numberedDocument = `<w:document><w:body>` + numbered("1", "0", "规划") + numbered("1", "1", "公开") + numbered("1", "1", "归集") + numbered("1", "0", "财政") + numbered("1", "1", "预算") + numbered("3", "0", "要点") +
	`<w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="L1"/></w:pPr></w:p></w:tc><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>` +
	`<w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="L1"/></w:pPr></w:p></w:tc><w:tc/></w:tr></w:tbl></w:body></w:document>`

// Automatic numbers are not in the text of a document, and are read all the same.
func TestAutomaticNumbers(t *testing.T) {
	book, findings := open.Parse("a.docx", gridtest.Zip(t, docxParts(numberedDocument, numberedLists)...))
	if book == nil {
		t.Fatal(findings)
	}
	want := []string{`A1 "一、规划"`, `A2 "1.公开"`, `A3 "2.归集"`, `A4 "二、财政"`, `A5 "1.预算"`, `A6 "要点"`, `A7 "3"`, `B7 "甲"`, `A8 "4"`}
	if diff := cmp.Diff(want, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func TestReadsDocuments(t *testing.T) {
	cell := func(props, text string) string {
		return `<w:tc><w:tcPr>` + props + `</w:tcPr><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>`
	}
	doc := func(body string) string { return `<w:document><w:body>` + body + `</w:body></w:document>` }
	tests := []struct {
		name, body string
		want       []string
	}{
		{"spans", `<w:tbl><w:tr>` + cell(`<w:gridSpan w:val="2"/>`, "甲") + cell(`<w:vMerge w:val="restart"/>`, "乙") + `</w:tr><w:tr>` + cell("", "1") + cell("", "2") + cell(`<w:vMerge/>`, "") + `</w:tr>` +
			`<w:tr>` + cell("", "3") + cell("", "4") + cell(`<w:vMerge w:val="continue"/>`, "") + `</w:tr><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>` + cell(`<w:vMerge w:val="restart"/>`, "丙") + `</w:tr></w:tbl>`,
			[]string{`A1 "甲" kind 1`, `B1 "甲" kind 1 under A1`, `C1 "乙" kind 1`, `A2 "1" kind 1`, `B2 "2" kind 1`, `C2 "乙" kind 1 under C1`, `A3 "3" kind 1`, `B3 "4" kind 1`, `C3 "乙" kind 1 under C1`, `C4 "丙" kind 1`}},
		{"a table in a cell", `<w:tbl><w:tr>` + cell("", "左") + `<w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p><w:tbl><w:tr>` + cell("", "内1") + cell("", "内2") + `</w:tr><w:tr>` + cell("", "内3") + `</w:tr></w:tbl><w:p/></w:tc></w:tr><w:tr>` + cell("", "下") + cell("", "右") + `</w:tr></w:tbl>`,
			[]string{`A1 "左" kind 1`, `B1 "外\n内1 内2\n内3" kind 1`, `A2 "下" kind 1`, `B2 "右" kind 1`}},
		{"insertions, content controls", `<w:p><w:ins><w:r><w:t>留</w:t></w:r></w:ins></w:p>` +
			`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:tbl><w:sdt><w:sdtContent><w:tr>` + cell("", "甲") + `</w:tr></w:sdtContent></w:sdt></w:tbl></w:sdtContent></w:sdt>`,
			[]string{`A1 "留" kind 1`, `A2 "甲" kind 1`}},
		{"breaks, symbols, links", `<w:p><w:r><w:t>一</w:t><w:br/><w:t xml:space="preserve"> 二</w:t><w:tab/><w:sym w:font="Wingdings 2" w:char="F052"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:hyperlink r:id="rId2"><w:r><w:t>公告</w:t></w:r></w:hyperlink></w:p></w:tc>` +
			`<w:tc><w:p><w:r><w:instrText>HYPERLINK "http://b.cn"</w:instrText></w:r><w:r><w:t>公示</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
			[]string{`A1 "一\n 二\t☑" kind 1`, `A2 "公告" kind 1 link http://a.cn`, `B2 "公示" kind 1 link http://b.cn`}},
		{"no table", `<w:p><w:r><w:t>正文</w:t></w:r></w:p>`, []string{`A1 "正文" kind 1`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := open.Parse("a.docx", gridtest.Zip(t, docxParts(doc(tt.body), "<w:numbering/>")...))
			if book == nil || len(findings) > 0 {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(tt.want, gridtest.Dump(book.Sheets[0], false)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Each table is a sheet; the paragraphs above it are its first rows.
func TestSeveralTables(t *testing.T) {
	p := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	table := func(text string) string { return `<w:tbl><w:tr><w:tc>` + p(text) + `</w:tc></w:tr></w:tbl>` }
	book, findings := open.Parse("a.docx", gridtest.Zip(t, docxParts(`<w:document><w:body>`+p("甲题")+table("甲")+p("乙题")+table("乙")+p("落款")+`</w:body></w:document>`, "<w:numbering/>")...))
	if book == nil || len(book.Sheets) != 2 {
		t.Fatal(findings)
	}
	for i, want := range [][]string{{`A1 "甲题"`, `A2 "甲"`}, {`A1 "乙题"`, `A2 "乙"`, `A3 "落款"`}} {
		if diff := cmp.Diff(want, gridtest.Words(book.Sheets[i])); diff != "" {
			t.Error(diff)
		}
	}
	if book.Sheets[1].Name != "表2" {
		t.Errorf("the second sheet is %s", book.Sheets[1].Name)
	}
}

// Paragraphs above and below a table are rows of its sheet, and no rows of the table.
func TestOutside(t *testing.T) {
	p := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	document := `<w:document><w:body>` + p("台账") + `<w:tbl><w:tr><w:tc>` + p("任务") + `</w:tc><w:tc>` + p("甲") + `</w:tc></w:tr></w:tbl>` + p("4月2日") + `</w:body></w:document>`
	book, findings := open.Parse("a.docx", gridtest.Zip(t, docxParts(document, numberedLists)...))
	if len(book.Sheets) != 1 || len(findings) != 0 {
		t.Fatalf("%d sheets, %v", len(book.Sheets), findings)
	}
	for row, want := range []bool{false, true, false, true, false} {
		if got := book.Sheets[0].Outside(row); got != want {
			t.Errorf("row %d: %v", row, got)
		}
	}
}
