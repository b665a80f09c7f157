package docx_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// A table in a layout table or a text box is a table; one in an answer is a part of it.
func TestWhereTablesHide(t *testing.T) {
	small := []string{`A2 "序号"`, `B2 "要求"`, `C2 "状态"`, `A3 "1"`, `B3 "甲"`, `C3 "已完成"`}
	want := [][]string{
		{`A1 "填报单位"`, `B1 "办公室"`, `A2 "版式里的表"`, `A3 "序号"`, `B3 "要求"`, `C3 "状态"`, `A4 "1"`, `B4 "甲"`, `C4 "已完成"`},
		{`A1 "填报人：某"`, `A2 "序号"`, `B2 "要求"`, `C2 "进展"`, `A3 "1"`, `B3 "甲"`, `C3 "见下表\n时间 次数\n九月 2"`, `A4 "2"`, `B4 "乙"`, `C4 "无\n框里的字"`},
		append([]string{`A1 "文本框之前"`}, small...),
		append([]string{`A1 "老式框"`}, small...),
	}
	book, findings := document(t, "python-docx-places")
	if len(book.Sheets) != len(want) || len(findings) > 0 {
		t.Fatalf("%d sheets, %v", len(book.Sheets), findings)
	}
	for i := range want {
		if diff := cmp.Diff(want[i], gridtest.Words(book.Sheets[i])); diff != "" {
			t.Errorf("sheet %d: %s", i+1, diff)
		}
	}
}

// A workbook in the text is read, the sheet that the text shows; a page in it too. One that
// can't be read is named with how to get at it.
func TestEmbeddedFiles(t *testing.T) {
	book, findings := document(t, "python-docx-embedded")
	var names, hidden []string
	for _, s := range book.Sheets {
		names = append(names, s.Name)
		if s.Hidden {
			hidden = append(hidden, s.Name)
		}
	}
	if diff := cmp.Diff([]string{"表1", "嵌入：草稿", "嵌入：第三季度", "嵌入2：说明", "嵌入2：报表", "表2", "表3"}, names); diff != "" {
		t.Fatal(diff)
	}
	if diff := cmp.Diff([]string{"嵌入：草稿", "嵌入2：说明"}, hidden); diff != "" {
		t.Error(diff)
	}
	for i, want := range map[int][]string{2: {`A1 "序号"`, `B1 "要求"`, `C1 "状态"`, `A2 "1"`, `B2 "甲"`, `C2 "已完成"`}, 4: {`A1 "序号"`, `B1 "要求"`}, 5: {`A1 "网页题"`, `A2 "甲"`, `B2 "乙"`}, 6: {`A1 "落款"`}} {
		if diff := cmp.Diff(want, gridtest.Words(book.Sheets[i])); diff != "" {
			t.Errorf("%s: %s", names[i], diff)
		}
		if at := book.Sheets[i].Cell(1, 1).At(); at.Sheet() != names[i] || at.File() != "a.docx" {
			t.Errorf("%s: the cell stands in %s", names[i], at.Sheet())
		}
	}
	if len(findings) != 1 || findings[0].Code != finding.SheetUnread || !strings.Contains(findings[0].Found, "嵌入") || !strings.Contains(findings[0].Hint, "另存为 .xlsx") {
		t.Errorf("findings %v", findings)
	}
}

// Layout tables lie inside each other, and hold workbooks too; in an answer a workbook is named.
func TestLayoutTables(t *testing.T) {
	cell := func(inner string) string { return `<w:tc>` + inner + `<w:p/></w:tc>` }
	table := func(rows ...string) string {
		return `<w:tbl><w:tblPr/><w:tr>` + strings.Join(rows, `</w:tr><w:tr>`) + `</w:tr></w:tbl>`
	}
	say := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	inner := table(cell(say("甲"))+cell(say("乙")), cell(say("丙"))+cell(say("丁")))
	book := openBody(t, table(cell(say("题")+table(cell(inner)))))
	if diff := cmp.Diff([]string{`A1 "题"`, `A2 "甲"`, `B2 "乙"`, `A3 "丙"`, `B3 "丁"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	object := `<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId8"/></w:object></w:r></w:p>`
	workbook := string(gridtest.Fixture(t, "return/openpyxl.xlsx"))
	for body, want := range map[string]string{table(cell(say("题") + object)): "嵌入：第三季度", table(cell(say("甲"))+cell(say("乙"))+cell(object), cell(say("1"))+cell(say("2"))+cell(say("3"))): ""} {
		parts := docxParts(`<w:document><w:body>`+body+`</w:body></w:document>`, "<w:numbering/>")
		parts[len(parts)-1] = strings.Replace(parts[len(parts)-1], "</Relationships>", `<Relationship Id="rId8" Type="/package" Target="embeddings/a.xlsx"/></Relationships>`, 1)
		book, findings := open.Parse("a.docx", gridtest.Zip(t, append(parts, "word/embeddings/a.xlsx", workbook)...))
		switch {
		case want == "" && (len(book.Sheets) != 1 || len(findings) != 1 || findings[0].Code != finding.SheetUnread):
			t.Error(findings)
		case want != "" && (len(book.Sheets) < 2 || book.Sheets[1].Name != want):
			t.Error(len(book.Sheets), findings)
		}
	}
}

// An object that is linked, or another file, is named; a formula is no file.
func TestObjectsThatAreNoWorkbooks(t *testing.T) {
	object := func(program, kind, id string) string {
		return `<w:p><w:r><w:object><o:OLEObject Type="` + kind + `" ProgID="` + program + `" r:id="` + id + `"/></w:object></w:r></w:p>`
	}
	parts := docxParts(`<w:document><w:body>`+object("Excel.Sheet.12", "Link", "rId2")+object("Package", "Embed", "rId1")+object("Equation.3", "Embed", "rId1")+`<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>`, "<w:numbering/>")
	book, findings := open.Parse("a.docx", gridtest.Zip(t, parts...))
	if book == nil || len(findings) != 2 {
		t.Fatal(findings)
	}
	for i, want := range []string{"文档里嵌入的文件没有读取", "文档里链接着另一个文件里的表格（a.cn），内容不在本文档里"} {
		if findings[i].Found != want {
			t.Errorf("found %q", findings[i].Found)
		}
	}
}

// Text boxes inside each other cost work with each level.
func TestRefusesDeepTextBoxes(t *testing.T) {
	box := func(inner string) string {
		return `<w:p><w:r><w:pict><v:textbox><w:txbxContent>` + inner + `</w:txbxContent></v:textbox></w:pict></w:r></w:p>`
	}
	inner := `<w:p><w:r><w:t>甲</w:t></w:r></w:p>`
	for range 5 {
		inner = box(inner)
	}
	if got := gridtest.Words(openBody(t, inner).Sheets[0]); len(got) != 1 || got[0] != `A1 "甲"` {
		t.Error(got)
	}
	for range 20 {
		inner = box(inner)
	}
	gridtest.Refused(t, open.Parse, "a.docx", gridtest.Zip(t, docxParts(`<w:document><w:body>`+inner+`</w:body></w:document>`, "<w:numbering/>")...),
		finding.UnreadableFile, "文档里的文本框或表格一个套一个，套得太深")
}

// Where the first way to tell a drawing holds no box of text, the other one may.
func TestTextBoxesInTheFallback(t *testing.T) {
	box := `<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>`
	for _, inner := range []string{
		`<mc:AlternateContent><mc:Choice><w:drawing><a:graphic/></w:drawing></mc:Choice><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent>`,
		`<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent>`,
		`<w:drawing><mc:AlternateContent><mc:Choice><wps:wsp/></mc:Choice><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent></w:drawing>`,
	} {
		book := openBody(t, `<w:p><w:r>`+inner+`</w:r></w:p>`)
		if diff := cmp.Diff([]string{`A1 "框里"`}, gridtest.Words(book.Sheets[0])); diff != "" {
			t.Errorf("%s: %s", inner, diff)
		}
	}
}
