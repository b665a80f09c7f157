package odt_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// fixture reads a fixture.
func fixture(t *testing.T, name string) (*grid.Book, []finding.Finding) {
	t.Helper()
	book, findings := open.Parse(name[strings.LastIndexByte(name, '/')+1:], gridtest.Fixture(t, name))
	gridtest.Sound(t, book, findings)
	if book == nil {
		t.Fatalf("%s: %v", name, findings)
	}
	return book, findings
}

// content writes down all sheets of a book and its prose, by where each thing stands.
func content(b *grid.Book) map[string]string {
	out := map[string]string{}
	for i, s := range b.Sheets {
		for _, line := range gridtest.Dump(s, false) {
			cell, rest, _ := strings.Cut(line, " ")
			out[fmt.Sprintf("%d %s", i+1, cell)] = rest
		}
	}
	for i, p := range b.Prose {
		out[fmt.Sprintf("prose %d", i+1)] = fmt.Sprintf("%d %s %s %s", p.Level, p.Text, p.Table, p.At.Cell())
	}
	return out
}

// A Word document and what LibreOffice makes of it read the same, but for what is named.
func TestTwinsOfWord(t *testing.T) {
	prompt := `"单击或点击此处输入文字。" kind 1`
	tests := []struct {
		word, text string
		other      map[string]string // what LibreOffice tells otherwise, "" for what it leaves out
	}{
		{"return/python-docx.docx", "return/libreoffice.odt", nil},
		{"kinds/python-docx-lists.docx", "kinds/libreoffice-lists.odt", nil},
		// It knows no deleted rows.
		{"kinds/python-docx-seen.docx", "kinds/libreoffice-seen.odt", map[string]string{"1 A9": `"作废行" kind 1`, "1 B9": `"整行删去" kind 1`}},
		// It takes the mark from a prompt that it is one.
		{"seen/python-docx.docx", "seen/libreoffice.odt", map[string]string{"1 F9": prompt}},
		// It loses characters in circles, and the box around a whole cell.
		{"kinds/python-docx-controls.docx", "kinds/libreoffice-controls.odt", map[string]string{"1 B6": prompt, "1 B15": `"已完成" kind 1`, "1 B16": `"☒" kind 1`}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			word, _ := fixture(t, tt.word)
			text, findings := fixture(t, tt.text)
			want := content(word)
			for at, line := range tt.other {
				if want[at] = line; line == "" {
					delete(want, at)
				}
			}
			if diff := cmp.Diff(want, content(text)); diff != "" {
				t.Error(diff)
			}
			if text.Format != "odt" || slices.ContainsFunc(findings, func(f finding.Finding) bool { return f.Code == finding.WrongExtension }) {
				t.Error(text.Format, findings)
			}
		})
	}
}

// Tables in answers and in text boxes stand where Word has them. LibreOffice makes one table of two
// that touch.
func TestTwinsOfPlaces(t *testing.T) {
	word, _ := fixture(t, "kinds/python-docx-places.docx")
	text, findings := fixture(t, "kinds/libreoffice-places.odt")
	if len(text.Sheets) != 3 || len(findings) > 0 {
		t.Fatal(len(text.Sheets), findings)
	}
	for i := range 2 {
		if diff := cmp.Diff(gridtest.Words(word.Sheets[2+i]), gridtest.Words(text.Sheets[1+i])); diff != "" {
			t.Error(diff)
		}
	}
	for at, want := range map[[2]int]string{{5, 4}: "见下表\n时间 次数\n九月 2", {6, 4}: "无\n框里的字"} {
		if got := text.Sheets[0].Cell(at[0], at[1]).String(); got != want {
			t.Errorf("%v: %q", at, got)
		}
	}
}

// What OpenDocument says in its own way, as odfpy writes it into a zip and LibreOffice into one file.
func TestReadsTexts(t *testing.T) {
	want := [][]string{
		{`A1 "一、总体情况"`, `A2 "前 后  两格\n第二行" struck "旧数" unseen "意见旧稿" comment "要核实\n另说"`, `A3 "" unseen "整段看不见"`, `A4 "" unseen "节里看不见"`, `A5 "节里看得见" comment "脚注"`,
			`A6 "1、做法"`, `A7 "（一）甲"`, `A8 "甲的第二段"`, `A9 "一.1.甲一"`, `A10 "一.2.甲二"`, `A11 "（二）乙"`, `A12 "隔开"`, `A13 "（三）丙"`, `A14 "（一）另起"`, `A15 "二、数据"`,
			`A16 "序号"`, `B16 "要求"`, `C16 "状态"`, `D16 "说明"`, `A17 "1"`, `B17 "甲"`, `C17 "☑已完成 □推进中"`, `D17 "见下\n九月 2\n十月 3"`, `B18 "乙"`, `D18 "推进中\n填了"`,
			`A19 "2"`, `B19 "丙"`, `C19 "推进中"`, `D19 "" picture`},
		{`A1 "框前"`, `A2 "框里"`, `A3 "序号"`, `B3 "要求"`, `A4 "1"`, `B4 "丁"`, `A5 "表格见下"`},
		{`A1 "序号"`, `B1 "要求"`, `A2 "1"`, `B2 "戊"`},
		{`A1 "落款"`},
	}
	for _, name := range []string{"odfpy-text.odt", "libreoffice-text.fodt"} {
		want, names := want, []string{"表1", "表2", "嵌入：第三季度", "表3"}
		if strings.HasSuffix(name, ".fodt") { // a workbook in it is named
			want, names = [][]string{want[0], append(slices.Clone(want[1]), `A6 "落款"`)}, names[:2]
		}
		book, findings := fixture(t, "kinds/"+name)
		for i, s := range book.Sheets {
			if s.Name != names[i] {
				t.Errorf("%s: sheet %s", name, s.Name)
			}
			if diff := cmp.Diff(want[i], gridtest.Dump(s, true)); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
		var codes []finding.Code
		for _, f := range findings {
			codes = append(codes, f.Code)
		}
		if len(book.Sheets) != len(want) || slices.Contains(codes, finding.SheetUnread) != strings.HasSuffix(name, ".fodt") || slices.Contains(codes, finding.WrongExtension) {
			t.Errorf("%s: %d sheets, %v", name, len(book.Sheets), findings)
		}
		if s := book.Sheets[0]; s.Cell(17, 2).Fill() != "FFFF00" || s.Cell(18, 1).Anchor() != s.Cell(17, 1).At() || book.Prose[0].Level != 1 || book.Prose[3].Level != 2 {
			t.Errorf("%s: %+v", name, book.Prose)
		}
	}
}

const spaces = `xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:style="s" xmlns:fo="f"`

// parts are the parts of a text, by what stands among its automatic styles and in its body.
func parts(styles, body string, more ...string) []string {
	return append([]string{"mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<office:document-content ` + spaces + `><office:automatic-styles>` + styles +
		`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`}, more...)
}

func openText(t *testing.T, styles, body string, more ...string) (*grid.Book, []finding.Finding) {
	t.Helper()
	book, findings := open.Parse("a.odt", gridtest.Zip(t, parts(styles, body, more...)...))
	gridtest.Sound(t, book, findings)
	if book == nil {
		t.Fatal(findings)
	}
	return book, findings
}

func say(text string) string { return `<text:p>` + text + `</text:p>` }

func row(cells ...string) string {
	return `<table:table-row><table:table-cell>` + strings.Join(cells, `</table:table-cell><table:table-cell>`) + `</table:table-cell></table:table-row>`
}

func tableOf(rows ...string) string {
	return `<table:table>` + strings.Join(rows, "") + `</table:table>`
}

func TestReadsParts(t *testing.T) {
	hidden := `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>`
	tests := []struct {
		name, styles, body string
		want               []string
	}{
		{"spaces go through elements", "", say(` 前 <text:span> 后</text:span>` + "\n" + `<text:s/>完<text:tab/>。 `), []string{`A1 "前 后  完\t。"`}},
		{"hidden in hidden", hidden, say(`看<text:span text:style-name="H">不<text:span text:style-name="X">见</text:span></text:span>`), []string{`A1 "看" unseen "不见"`}},
		{"the code of a field", "", say(`<field:fieldmark-start/>QUOTE x<field:fieldmark-separator/>值<field:fieldmark-end/>，<field:fieldmark-start/>旧式<field:fieldmark-end/>`), []string{`A1 "值，旧式"`}},
		{"hidden fields", "", say(`<text:hidden-text text:is-hidden="true">密</text:hidden-text><text:hidden-text text:is-hidden="false">明</text:hidden-text><text:variable-set text:display="none">1</text:variable-set>`),
			[]string{`A1 "明" unseen "密1"`}},
		{"ruby", "", say(`<text:ruby><text:ruby-base>甲</text:ruby-base><text:ruby-text>jia</text:ruby-text></text:ruby>`), []string{`A1 "甲"`}},
		{"a paragraph taken away", "", `<text:tracked-changes><text:changed-region xml:id="c"><text:deletion><office:change-info><dc:creator>某</dc:creator></office:change-info>` + say("一") + say("二") +
			`</text:deletion></text:changed-region></text:tracked-changes><text:change text:change-id="c"/>` + say(`<text:change-start text:change-id="d"/>留<text:change-end text:change-id="d"/>`), []string{`A1 "" unseen "一\n二"`, `A2 "留"`}},
		{"a box of a control", "", say(`<loext:content-control loext:checkbox="true" loext:checked="true">☒</loext:content-control>已完成<loext:content-control loext:showing-place-holder="true">请填</loext:content-control>`), []string{`A1 "☑已完成"`}},
		{"a list that starts elsewhere", `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="①"/></text:list-style>`,
			`<text:list text:style-name="L"><text:list-header>` + say("头") + `</text:list-header><text:list-item text:start-value="4">` + say("甲") + `</text:list-item></text:list>`, []string{`A1 "头"`, `A2 "④甲"`}},
		{"a heading that is told to be none", `<style:style style:name="P" style:family="paragraph" style:default-outline-level="3"/>`, `<text:p text:style-name="P">甲</text:p>`, []string{`A1 "甲"`}},
		{"rows that repeat", "", `<table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2">` + say("甲") + `</table:table-cell></table:table-row>` +
			`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/></table:table-row>` + row(say("乙")) + `</table:table>`,
			[]string{`A1 "甲"`, `B1 "甲"`, `A2 "甲"`, `B2 "甲"`, `A6 "乙"`}},
		{"a layout table", "", tableOf(row(say("填报单位"), say("办公室")), row(say("题")+tableOf(row(say("甲"), say("乙")), row(say("丙"), say("丁"))))), []string{`A1 "填报单位"`, `B1 "办公室"`, `A2 "题"`, `A3 "甲"`, `B3 "乙"`, `A4 "丙"`, `B4 "丁"`}},
		{"a shape with words", "", say(`前<draw:rect><text:p>框里</text:p></draw:rect>`), []string{`A1 "前"`, `A2 "框里"`}},
		{"a picture of an object", "", tableOf(row(say(`<draw:frame><draw:object/><draw:image/></draw:frame>甲`))), []string{`A1 "甲"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, _ := openText(t, tt.styles, tt.body)
			if diff := cmp.Diff(tt.want, gridtest.Dump(book.Sheets[0], true)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A formula is text, a chart and a drawing are nothing, another file is named.
func TestObjects(t *testing.T) {
	object := func(name string) string { return `<draw:frame><draw:object xlink:href="./` + name + `"/></draw:frame>` }
	var entries strings.Builder
	kinds := map[string]string{"F": "formula", "C": "chart", "T": "text"}
	for _, name := range slices.Sorted(maps.Keys(kinds)) {
		fmt.Fprintf(&entries, `<m:file-entry m:full-path="%s/" m:media-type="application/vnd.oasis.opendocument.%s"/>`, name, kinds[name])
	}
	book, findings := openText(t, "", say("完成率"+object("F")+object("C"))+say(object("T"))+say(`<draw:frame><draw:object xlink:href="../表.xlsx"/></draw:frame>`),
		"META-INF/manifest.xml", `<m:manifest xmlns:m="m"><m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>`+entries.String()+`</m:manifest>`,
		"F/content.xml", `<math><semantics><mrow><mfrac><mrow><mn>3</mn></mrow><mn>4</mn></mfrac><mo>+</mo><mn>1</mn></mrow><annotation>{3} over {4}</annotation></semantics></math>`)
	if got := gridtest.Words(book.Sheets[0]); len(got) != 1 || got[0] != `A1 "完成率3/4+1"` {
		t.Error(got)
	}
	if len(findings) != 2 || findings[0].Code != finding.SheetUnread || !strings.Contains(findings[0].Found+findings[1].Found, "表.xlsx") {
		t.Error(findings)
	}
}

// What contradicts the format, or goes beyond all bounds, refuses the file by its name.
func TestRefuses(t *testing.T) {
	deep := say("甲")
	for range 20 {
		deep = `<text:p><draw:frame><draw:text-box>` + deep + `</draw:text-box></draw:frame></text:p>`
	}
	cell := func(attributes string) string {
		return `<table:table><table:table-row><table:table-cell ` + attributes + `>` + say("甲") + `</table:table-cell></table:table-row></table:table>`
	}
	tests := []struct {
		name, body, found string
		code              finding.Code
	}{
		{"text boxes in text boxes", deep, "文档里的文本框或表格一个套一个，套得太深", finding.UnreadableFile},
		{"a count that is none", cell(`table:number-columns-repeated="-1"`), "文件中的零件 content.xml 的重复次数“-1”读不出来", finding.UnreadableFile},
		{"columns beyond a sheet", cell(`table:number-columns-repeated="1000000000"`), "文档中的表格超出范围", finding.UnreadableFile},
		{"tags that don't match", `<text:p>`, "文件中的零件 content.xml 标记不配对", finding.UnreadableFile},
		{"rows without end", `<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell>` + say("甲") + `</table:table-cell></table:table-row></table:table>`, "单元格过多", finding.FileTooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			gridtest.Refused(t, open.Parse, "a.odt", gridtest.Zip(t, parts("", tt.body)...), tt.code, tt.found)
		})
	}
	gridtest.Refused(t, open.Parse, "a.odt", gridtest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<d><body><spreadsheet/></body></d>"), finding.UnreadableFile, "文件中的零件 content.xml 里没有正文")
	gridtest.Refused(t, open.Parse, "a.fodt", []byte(`<?xml version="1.0"?><o:document o:mimetype="application/vnd.oasis.opendocument.text"><o:body><o:text><t:p>甲`), finding.UnreadableFile, "文件中的零件 文档 内容中断，没有写完")
}
