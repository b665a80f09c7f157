package open

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

// proseOf writes the paragraphs of a book: number, level and text, or the table's name and
// first row.
func proseOf(t *testing.T, file, data string) (out []string) {
	t.Helper()
	book, findings := Parse(file, []byte(data))
	gridtest.Sound(t, book, findings)
	if book == nil {
		t.Fatal(findings)
	}
	for _, p := range book.Prose {
		if p.Table != "" {
			if p.At != finding.In(file, p.Table).At(p.At.Row(), 0) {
				t.Errorf("%s stands at %v", p.Table, p.At)
			}
			out = append(out, fmt.Sprint(p.Table, " ", p.At.Row()))
			continue
		}
		if p.At != finding.In(file, grid.ProseSheet).At(p.At.Row(), 0) {
			t.Errorf("%q stands at %v", p.Text, p.At)
		}
		out = append(out, fmt.Sprint(p.At.Row(), " ", p.Level, " ", p.Text))
	}
	return out
}

// What stands outside the tables of a document keeps its order, its numbers and its levels.
func TestProse(t *testing.T) {
	styled := func(style, props, text string) string {
		return `<p><pPr><pStyle val="` + style + `"/>` + props + `</pPr><r><t>` + text + `</t></r></p>`
	}
	table := `<tbl><tr><tc><p><pPr><pStyle val="2"/></pPr><r><t>格</t></r></p></tc></tr></tbl>`
	docx := string(gridtest.Zip(t, "[Content_Types].xml", "<Types/>",
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="a" Type="/styles" Target="styles.xml"/><Relationship Id="b" Type="/numbering" Target="numbering.xml"/></Relationships>`,
		"word/styles.xml", `<styles><style styleId="1"><name val="Normal"/></style><style styleId="2"><name val="heading 1"/><basedOn val="1"/><pPr><outlineLvl val="0"/></pPr></style>`+
			`<style styleId="3"><name val="标题 2"/></style><style styleId="4"><name val="我的标题"/><basedOn val="3"/></style><style styleId="5"><name val="Title"/></style><style styleId="6"><basedOn val="6"/></style></styles>`,
		"word/numbering.xml", `<numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><start val="1"/><numFmt val="chineseCounting"/><lvlText val="（%1）"/></lvl></abstractNum><num numId="1"><abstractNumId val="0"/></num></numbering>`,
		"word/document.xml", `<document><body>`+styled("5", "", "工作总结")+styled("2", "", "一、概况")+`<p/>`+styled("1", "", " 全年公开信息。")+table+
			styled("4", "", "二、做法")+styled("4", `<outlineLvl val="9"/>`, "说明")+styled("1", `<outlineLvl val="2"/>`, "三级")+styled("6", "", "环")+styled("Heading3", "", "无名")+
			`<p><pPr><numPr><ilvl val="0"/><numId val="1"/></numPr></pPr><r><t>完善制度</t></r></p>`+table+styled("1", "", "办公室")+`</body></document>`))
	for file, c := range map[string]struct {
		data string
		want []string
	}{
		"a.docx": {docx, []string{"1 0 工作总结", "2 1 一、概况", "3 0 全年公开信息。", "表1 4", "4 2 二、做法", "5 0 说明", "6 3 三级", "7 0 环", "8 3 无名", "9 0 （一）完善制度", "表2 7", "10 0 办公室"}},
		"a.html": {`<html><body><h1>总结</h1><p>全年<br>公开。<h5>做法</h5>正文<div>一段</div><table><tr><td><h2>格</h2></td></tr></table>落款<table><tr><td>格</table><p></p></body>`,
			[]string{"1 1 总结", "2 0 全年\n公开。", "3 5 做法", "4 0 正文", "5 0 一段", "表1 6", "6 0 落款", "表2 2"}},
		"a.txt": {"总结\r\n\r\n  一、概况 \n序号|内容|\n1|公开|\n办公室\na|b\n", []string{"1 0 总结", "3 0 一、概况", "表1 4", "6 0 办公室", "表1 7"}},
		"b.txt": {"序号|内容\n1|公开", []string{"表1 1"}},
		"a.csv": {"序号,内容\n1,公开", nil},
	} {
		if diff := cmp.Diff(c.want, proseOf(t, file, c.data)); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}
