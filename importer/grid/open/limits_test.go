package open

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

// What is beyond a limit is refused as a whole, and quickly.
func TestLimits(t *testing.T) {
	sheet := func(data string, after ...string) []byte {
		return gridtest.Zip(t, gridtest.Small{Sheet: gridtest.Rows(data, after...)}.Parts()...)
	}
	ods := func(table string) []byte {
		return gridtest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
			`<o:document-content><o:body><o:spreadsheet><t:table t:name="表">`+table+`</t:table></o:spreadsheet></o:body></o:document-content>`)
	}
	odt := func(body string) []byte {
		return gridtest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<o:document-content><o:body><o:text>`+body+`</o:text></o:body></o:document-content>`)
	}
	text := `<t:table-cell o:value-type="string"><p>a</p></t:table-cell>`
	var manySheets, manyMerges strings.Builder
	for i := range grid.MaxSheets + 1 {
		fmt.Fprintf(&manySheets, `<sheet name="%d" r:id="rId1"/>`, i)
	}
	for i := range grid.MaxMerges + 1 {
		fmt.Fprintf(&manyMerges, `<mergeCell ref="A%d:B%d"/>`, i+1, i+1)
	}
	shared := func(times int) []byte {
		var cells strings.Builder
		for i := range times {
			fmt.Fprintf(&cells, `<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>`, i+1, i+1)
		}
		return gridtest.Zip(t, gridtest.Small{Strings: `<sst><si><t>` + strings.Repeat("a", grid.MaxTextBytes) + `</t></si></sst>`, Sheet: gridtest.Rows(cells.String())}.Parts()...)
	}
	numbered := gridtest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<document><body><p><r><t>a</t></r></p></body></document>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/></Relationships>`,
		"word/numbering.xml", `<numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><lvlText val="`+strings.Repeat("长", grid.MaxNumberText+1)+`"/></lvl></abstractNum></numbering>`)
	paragraphs := gridtest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<document><body>`+strings.Repeat(`<p><r><t>a</t></r></p>`, grid.MaxParagraphs+1)+`</body></document>`)
	tests := []struct {
		name, file string
		data       []byte
		found      string
	}{
		{"one text many times", "a.xlsx", shared(grid.MaxTexts/grid.MaxTextBytes + 1), "文字过多"},
		{"parts that are read", "a.xlsx", gridtest.Zip(t, append(gridtest.Small{Sheet: strings.Repeat(" ", grid.MaxWalked)}.Parts(), "pad", noise(2<<20))...), "文件的同一内容反复引用，连起来超过 200.0 兆"},
		{"text of a number", "a.docx", numbered, "自动编号的文字过长"},
		{"paragraphs of a document", "a.docx", paragraphs, "表格以外的段落过多"},
		{"paragraphs of a page", "a.html", []byte("<html>" + strings.Repeat("a<p>", grid.MaxParagraphs+1)), "表格以外的段落过多"},
		{"lines of a text", "a.txt", []byte(strings.Repeat("a\n", grid.MaxParagraphs+1)), "表格以外的段落过多"},
		{"plain text", "a.txt", bytes.Repeat([]byte("\n"), grid.MaxPlainBytes+1), "纯文本和网页超过 32.0 兆"},
		{"text of a cell", "a.xlsx", sheet(`<row><c t="inlineStr"><is><t>` + strings.Repeat("a", grid.MaxTextBytes+1) + `</t></is></c></row>`), "一个单元格的文字过长"},
		{"merges", "a.xlsx", sheet("", `<mergeCells>`+manyMerges.String()+`</mergeCells>`), "合并单元格过多"},
		{"covered cells", "a.xlsx", sheet(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="C1000000"><v>1</v></c></row>`, `<mergeCells><mergeCell ref="A1:C1000000"/></mergeCells>`), "单元格过多"},
		{"sheets", "a.xlsx", gridtest.Zip(t, gridtest.Small{Sheet: gridtest.Rows(""), Workbook: `<workbook><sheets>` + manySheets.String() + `</sheets></workbook>`}.Parts()...), "工作表过多"},
		{"rows repeated", "a.ods", ods(`<t:table-row t:number-rows-repeated="1000000">` + text + text + text + `</t:table-row>`), "单元格过多"},
		{"columns repeated", "a.ods", ods(strings.Repeat(`<t:table-row><t:table-cell o:value-type="float" o:value="1" t:number-columns-repeated="16384"/></t:table-row>`, 62)), "单元格过多"},
		{"paragraphs of a text", "a.odt", odt(strings.Repeat(`<p>a</p>`, grid.MaxParagraphs+1)), "表格以外的段落过多"},
		{"text of a paragraph", "a.odt", odt(`<p>` + strings.Repeat("甲乙丙丁<s/>", grid.MaxTextBytes/12) + `</p>`), "一段文字过长"},
		{"rows repeated in a text", "a.odt", odt(`<t:table><t:table-row t:number-rows-repeated="1000000">` + text + text + `</t:table-row></t:table>`), "单元格过多"},
		{"columns repeated in a text", "a.odt", odt(`<t:table>` + strings.Repeat(`<t:table-row><t:table-cell t:number-columns-repeated="16384"><p>a</p></t:table-cell></t:table-row>`, 62) + `</t:table>`), "单元格过多"},
		{"notes repeated in a text", "a.odt", odt(`<t:table><t:table-row t:number-rows-repeated="1000000"><t:table-cell><p><annotation><p>a</p></annotation></p></t:table-cell></t:table-row></t:table>`), "单元格过多"},
		{"text of a number in a text", "a.odt", gridtest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<d><automatic-styles><list-style><list-level-style-number level="1" num-prefix="`+strings.Repeat("长", grid.MaxNumberText+1)+`"/></list-style></automatic-styles><body><text/></body></d>`), "自动编号的文字过长"},
		{"tables of a text", "a.odt", odt(strings.Repeat(`<t:table><t:table-row>`+text+`</t:table-row></t:table>`, grid.MaxSheets+1)), "工作表过多"},
		{"unpacked size", "a.xlsx", claims(t, grid.MaxUnzippedBytes+1), "解压后超过 256.0 兆"},
		{"packed too well", "a.xlsx", gridtest.Zip(t, append(gridtest.Small{Sheet: gridtest.Rows("")}.Parts(), "xl/media/1.bmp", strings.Repeat("\x00", grid.RatioFloor+1))...), "解压后是原来的 200 倍以上，不像正常表格"},
		{"rows", "a.csv", bytes.Repeat([]byte("a\n"), grid.MaxRows+1), "有内容的行过多"},
		{"a cell far out", "a.xlsx", sheet(`<row r="1"><c r="XFD1"><v>1</v></c></row><row r="200000"><c r="A200000"><v>1</v></c></row>`), "工作表“一季度”的内容一直排到 XFD200000，多半是很远的地方误填了一格"},
		{"the file", "a.xlsx", make([]byte, grid.MaxFileBytes+1), "超过 64.0 兆"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { gridtest.Refused(t, Parse, tt.file, tt.data, finding.FileTooLarge, tt.found) })
	}
}

// noise is text that packs badly.
func noise(size int) string {
	random := rand.New(rand.NewPCG(2021, 9))
	b := make([]byte, size)
	for i := range b {
		b[i] = byte(random.Uint32())
	}
	return string(b)
}

// A part is gone through once, and so is a place in an .xls: two sheets at one are damage.
func TestTwoSheetsOfOnePart(t *testing.T) {
	book := gridtest.Small{Sheet: gridtest.Rows(""), Workbook: `<workbook><sheets><sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId1"/></sheets></workbook>`}
	gridtest.Refused(t, Parse, "a.xlsx", gridtest.Zip(t, book.Parts()...), finding.UnreadableFile, "工作表“甲”和“乙”指向文件中的同一个零件")
}

// A sheet may be blank down to its last row.
func TestReadsBlankRows(t *testing.T) {
	blank := func(n int) []byte {
		return gridtest.Zip(t, gridtest.Small{Sheet: gridtest.Rows(`<row><c t="s"><v>0</v></c></row>` + strings.Repeat("<row/>", n-1))}.Parts()...)
	}
	if book, findings := Parse("a.xlsx", blank(grid.MostRows)); book == nil || book.Sheets[0].LastRow() != 1 {
		t.Errorf("%+v", findings)
	}
	gridtest.Refused(t, Parse, "a.xlsx", blank(grid.MostRows+1), finding.UnreadableFile, "工作表“一季度”的行数超出表格范围")
}

// A part without a byte needs no packing, whatever its entry says.
func TestEmptyDeflatedPart(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	parts := gridtest.Small{Sheet: gridtest.Rows(`<row><c t="s"><v>0</v></c></row>`)}.Parts()
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.CreateRaw(&zip.FileHeader{Name: "docProps/thumbnail.wmf", Method: zip.Deflate}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if book, findings := Parse("a.xlsx", b.Bytes()); book == nil || len(findings) != 0 {
		t.Errorf("%+v", findings)
	}
}

// claims is a zip whose directory promises an entry of that size.
func claims(t *testing.T, size uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.CreateRaw(&zip.FileHeader{Name: "xl/workbook.xml", Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(nil), CompressedSize64: 2, UncompressedSize64: size})
	if err == nil {
		_, err = f.Write([]byte{3, 0})
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A sheet formatted far beyond its content is read all the same: it is common.
func TestReadsFarFormatting(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)
	for row := 2; row <= 200_000; row++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>`, row, row, row)
	}
	book, findings := Parse("a.xlsx", gridtest.Zip(t, gridtest.Small{Sheet: gridtest.Rows(b.String(), `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)}.Parts()...))
	if book == nil {
		t.Fatal(findings)
	}
	if s := book.Sheets[0]; s.LastRow() != 1 || s.Width() != 1 || s.Cell(1, 1).Covered() {
		t.Errorf("%d rows, %d columns", s.LastRow(), s.Width())
	}
}

// An .ods ends with a million empty rows; they are no content.
func TestRepeatedEmptyRows(t *testing.T) {
	data := gridtest.Zip(t, "mimetype", "x", "content.xml", `<d><body><spreadsheet><table name="表"><table-row number-rows-repeated="3"><table-cell number-columns-repeated="2" value-type="float" value="1"/></table-row>`+
		`<table-row number-rows-repeated="1048573"><table-cell number-columns-repeated="16384"/></table-row></table></spreadsheet></body></d>`)
	book, findings := Parse("a.ods", data)
	if book == nil {
		t.Fatal(findings)
	}
	if s := book.Sheets[0]; s.LastRow() != 3 || s.Width() != 2 || s.Cell(3, 2).Number != 1 {
		t.Errorf("%d rows, %d columns", s.LastRow(), s.Width())
	}
}
