package docx_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// document reads a fixture.
func document(t *testing.T, name string) (*grid.Book, []finding.Finding) {
	t.Helper()
	book, findings := open.Parse("a.docx", gridtest.Fixture(t, "kinds/"+name+".docx"))
	if book == nil {
		t.Fatal(findings)
	}
	return book, findings
}

// besides writes down what stands beside the cells of a sheet.
func besides(s *grid.Sheet) (out []string) {
	for c := range s.Cells() {
		if b := c.Beside(); b != (grid.Beside{}) {
			out = append(out, fmt.Sprintf("%s -%s ?%s #%s %v", c.At().Cell(), b.Struck, b.Hidden, b.Comment, b.Picture))
		}
	}
	return out
}

// What is struck out, hidden or taken back is no answer, by whatever the document says so;
// it is kept beside, and said.
func TestReadsWhatIsSeen(t *testing.T) {
	text := []string{`A1 "标题"`, `A3 "1"`, `B3 "已完成"`, `A4 "2"`, `B4 "甲"`, `A5 "3"`, `B5 "丙"`, `A6 "4"`, `B6 "戊"`, `A7 "5"`, `B7 "新"`, `A8 "6"`, `B8 "来"`, `B10 "留下"`, `A11 "有批注"`}
	beside := []string{"A1 -草稿 ? # false", "A2 -全段作废 ? # false", "B3 -未完成 ? # false", "B4 -乙 ? # false", "B5 -丁 ? # false", "B6 - ?（内部意见）（又一条） # false", "B7 - ?旧 # false", "B8 - ?去 # false",
		"A9 - ?作废行 # false", "B9 - ?整行删去 # false", "B10 -随段作废 ? # false", "A11 - ? #数字要核实\n另附说明 false"}
	for _, name := range []string{"python-docx-seen", "libreoffice-seen"} {
		text, beside := text, beside
		if name == "libreoffice-seen" { // it knows no deleted rows
			text = slices.Insert(slices.Clone(text), 13, `A9 "作废行"`, `B9 "整行删去"`)
			beside = slices.Delete(slices.Clone(beside), 8, 10)
		}
		book, findings := document(t, name)
		if diff := cmp.Diff(text, gridtest.Words(book.Sheets[0])); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(beside, besides(book.Sheets[0])); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if len(findings) != 2 || findings[0].Code != finding.StruckText || findings[1].Code != finding.HiddenContent {
			t.Errorf("%s: %v", name, findings)
		}
		if p := book.Prose; len(p) != 2 || p[0].Text != "标题" {
			t.Errorf("%s: prose %+v", name, p)
		}
	}
}

// Boxes, lists and fields say what was chosen; a prompt says nothing.
func TestReadsForms(t *testing.T) {
	want := []string{`A1 "复选框"`, `B1 "☑已完成  □推进中"`, `A2 "另一种勾"`, `B2 "□已完成  ☑推进中"`, `A3 "下拉"`, `B3 "推进中"`, `A4 "没有选"`, `A5 "日期"`, `B5 "2021年9月20日"`, `A6 "没有填"`, `A7 "填了"`, `B7 "已印发"`,
		`A8 "窗体复选框"`, `B8 "☑已完成  □推进中 ☑未启动"`, `A9 "窗体下拉"`, `B9 "推进中"`, `A10 "窗体下拉第一项"`, `B10 "已完成"`, `A11 "窗体文字"`, `B11 "已报送"`, `A12 "窗体空白"`,
		`A13 "符号"`, `B13 "☑甲 □乙 ☑√☑"`, `A14 "符号字体"`, `B14 "☑已完成 □推进中"`, `A15 "带圈字符"`, `B15 "☑已完成 ②3/4"`, `A16 "整格"`, `B16 "☑"`}
	book, findings := document(t, "python-docx-controls")
	if diff := cmp.Diff(want, gridtest.Words(book.Sheets[0])); diff != "" || len(findings) > 0 {
		t.Error(diff, findings)
	}
	// LibreOffice loses or repeats some of them, and writes the others in words of its own.
	book, _ = document(t, "libreoffice-controls")
	for _, row := range []int{1, 2, 3, 5, 8, 9, 10, 11, 12, 13, 14} {
		was := slices.IndexFunc(want, func(s string) bool { return strings.HasPrefix(s, fmt.Sprintf("B%d ", row)) })
		got := fmt.Sprintf("B%d %q", row, book.Sheets[0].Cell(row, 2))
		if was < 0 && !book.Sheets[0].Cell(row, 2).IsEmpty() || was >= 0 && got != want[was] {
			t.Errorf("LibreOffice: %s", got)
		}
	}
}

// A picture in a cell is noted, a button of a form is none.
func TestPictures(t *testing.T) {
	cell := func(inner string) string { return `<w:tc><w:p><w:r>` + inner + `</w:r></w:p></w:tc>` }
	book, _ := open.Parse("a.docx", gridtest.Zip(t, docxParts(`<w:document><w:body><w:tbl><w:tr>`+cell(`<w:drawing><a:graphic><pic:pic><a:blip/></pic:pic></a:graphic></w:drawing>`)+
		cell(`<w:pict><v:shape><v:imagedata/></v:shape></w:pict>`)+cell(`<w:object><v:shape><v:imagedata/></v:shape><w:control r:id="x"/></w:object>`)+cell(`<w:t>甲</w:t>`)+
		`</w:tr></w:tbl></w:body></w:document>`, "<w:numbering/>")...))
	if diff := cmp.Diff([]string{"A1 - ? # true", "B1 - ? # true"}, besides(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// Text that goes on in the line above, because the mark between them is deleted.
func TestDeletedParagraphMarks(t *testing.T) {
	book := openBody(t, `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p><w:p><w:r><w:t>下</w:t></w:r></w:p>`+
		`<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>左</w:t></w:r></w:p><w:p><w:r><w:t>右</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`)
	if diff := cmp.Diff([]string{`A1 "上下"`, `A2 "左右"`}, gridtest.Words(book.Sheets[0])); diff != "" || book.Prose[0].Text != "上下" {
		t.Error(diff, book.Prose)
	}
}

// The number of a list goes with the text that it stands before.
func TestNumbersOfStruckText(t *testing.T) {
	item := func(props string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr>` + props + `</w:rPr><w:t>条</w:t></w:r></w:p>`
	}
	book := openBody(t, item("")+item("<w:strike/>")+item("<w:vanish/>")+item(""))
	if diff := cmp.Diff([]string{`A1 "一、条"`, `A4 "四、条"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func openBody(t *testing.T, body string) *grid.Book {
	t.Helper()
	book, findings := open.Parse("a.docx", gridtest.Zip(t, docxParts(`<w:document><w:body>`+body+`</w:body></w:document>`, numberedLists)...))
	if book == nil {
		t.Fatal(findings)
	}
	return book
}

// A field may stand in the code of another one, whose code goes on behind it: what that shows
// is all that is seen.
func TestFieldsInFields(t *testing.T) {
	mark := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	code := func(text string) string { return `<w:r><w:instrText>` + text + `</w:instrText></w:r>` }
	say := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	inner := mark("begin") + code("MERGEFIELD x") + mark("separate") + say("1") + mark("end")
	book := openBody(t, `<w:p>`+mark("begin")+code("IF ")+inner+code(" = ")+inner+code(` "已完成" "未完成"`)+mark("separate")+say("已完成")+mark("end")+say("。")+`</w:p>`+
		`<w:p>`+mark("begin")+say("没有结束的域")+`</w:p><w:p>`+say("下一段")+`</w:p>`)
	if diff := cmp.Diff([]string{`A1 "已完成。"`, `A2 "没有结束的域"`, `A3 "下一段"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// What stands in a formula is text of its paragraph.
func TestFormulasAreText(t *testing.T) {
	say := func(text string) string { return `<m:r><m:t>` + text + `</m:t></m:r>` }
	book := openBody(t, `<w:p><w:r><w:t>完成率</w:t></w:r><m:oMath>`+say("98")+say("%")+`</m:oMath></w:p><w:p><m:oMathPara><m:oMath><m:f><m:fPr/><m:num>`+say("3")+`</m:num><m:den>`+say("4")+
		`</m:den></m:f><w:del><m:r><m:t>旧</m:t></m:r></w:del></m:oMath></m:oMathPara></w:p>`)
	if diff := cmp.Diff([]string{`A1 "完成率98%"`, `A2 "3/4"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// The picture that shows where to put one is none.
func TestAPromptForAPicture(t *testing.T) {
	cell := func(props string) string {
		return `<w:tc><w:p><w:sdt><w:sdtPr>` + props + `<w:picture/></w:sdtPr><w:sdtContent><w:r><w:drawing><a:blip/></w:drawing></w:r></w:sdtContent></w:sdt></w:p></w:tc>`
	}
	book := openBody(t, `<w:tbl><w:tr>`+cell("<w:showingPlcHdr/>")+cell("")+`<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`)
	if diff := cmp.Diff([]string{"B1 - ? # true"}, besides(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}
