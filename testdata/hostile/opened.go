package hostile

import (
	"fmt"
	"html"
	"io"
	"strings"
)

// opened are OpenDocument spreadsheets.
var opened = []disease{
	{name: "截断.ods", many: [2]int{2, 20}, want: unreadable.or("no-table"), make: bytesOf(func(p *Patient) []byte { return cut(p, zipped(odsParts(odsTable(p.table()))...)) })},
	{name: "一位翻转.ods", many: [2]int{3, 60}, want: read.or("unreadable-file", "password-protected", "file-too-large", "unsupported-format"),
		make: bytesOf(func(p *Patient) []byte { return flip(p, zipped(odsParts(odsTable(p.table()))...)) })},
	{name: "空行重复十亿次.ods", want: read.or("unreadable-file"), make: odsBehind(`<table:table-row table:number-rows-repeated="1000000000"><table:table-cell/></table:table-row>`)},
	{name: "空格重复十亿次.ods", want: read.or("unreadable-file"), make: odsBehind(`<table:table-row><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row>`)},
	{name: "行重复十亿次.ods", want: named("file-too-large", "unreadable-file"), make: odsBehind(`<table:table-row table:number-rows-repeated="1000000000">` + odsText("没有") + `</table:table-row>`)},
	{name: "格重复十亿次.ods", want: named("file-too-large", "unreadable-file"), make: odsBehind(`<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="1000000000"><text:p>没有</text:p></table:table-cell></table:table-row>`)},
	{name: "空行重复后还有一格.ods", want: named("file-too-large", "unreadable-file"), make: odsBehind(`<table:table-row table:number-rows-repeated="999999999999"/><table:table-row>` + odsText("没有") + `</table:table-row>`)},
	{name: "重复次数溢出.ods", want: unreadable, make: odsBehind(`<table:table-row table:number-rows-repeated="99999999999999999999999">` + odsText("没有") + `</table:table-row>`)},
	{name: "重复次数为负.ods", want: unreadable, make: odsBehind(`<table:table-row table:number-rows-repeated="-9">` + odsText("没有") + `</table:table-row>`)},
	{name: "合并跨十亿格.ods", want: read.or("file-too-large", "unreadable-file"), make: odsBehind(`<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000"><text:p>没有</text:p></table:table-cell></table:table-row>`)},
	{name: "空格字符十亿个.ods", want: read.or("file-too-large", "unreadable-file"), make: odsBehind(`<table:table-row><table:table-cell office:value-type="string"><text:p>没有<text:s text:c="1000000000"/>没有</text:p></table:table-cell></table:table-row>`)},
	{name: "列定义重复十亿次.ods", want: read.or("unreadable-file"), make: odsBefore(`<table:table-column table:number-columns-repeated="1000000000" table:visibility="visible"/>`)},
	{name: "隐藏列重复十亿次.ods", want: read.or("unreadable-file", "no-table", "hidden-content"), make: odsBefore(strings.Repeat(`<table:table-column table:number-columns-repeated="2000000000000000000" table:visibility="collapse"/>`, 8))},
	{name: "行组套十万层.ods", want: unreadable, make: func(p *Patient, w io.Writer) error {
		n := p.size.of(1000, 100_000)
		return odsBehind(strings.Repeat("<table:table-row-group>", n)+strings.Repeat("</table:table-row-group>", n))(p, w)
	}},
	{name: "表里有表.ods", want: read.or("unreadable-file"), make: odsBehind(`<table:table-row><table:table-cell><table:table>` + strings.Repeat(`<table:table-row>`+odsText("里面")+`</table:table-row>`, 50) + `</table:table></table:table-cell></table:table-row>`)},
	{name: "加了密.ods", want: named("password-protected"), make: func(p *Patient, w io.Writer) error {
		return zipTo(w, append(odsParts(odsTable(p.table())), partOf("META-INF/manifest.xml", `<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>`))...)
	}},
	{name: "实体炸弹.ods", want: unreadable, make: func(p *Patient, w io.Writer) error {
		return zipTo(w, partOf("mimetype", odsMime), partOf("content.xml", `<!DOCTYPE a [<!ENTITY a "aaaa">]><a>&a;</a>`))
	}},
	{name: "样式互为父母.ods", want: read, make: func(p *Patient, w io.Writer) error {
		parts := odsParts(odsTable(p.table()))
		return zipTo(w, append(parts, partOf("styles.xml", `<o:document-styles xmlns:o="o"><o:styles><o:style o:name="a" o:parent-style-name="b"/><o:style o:name="b" o:parent-style-name="a"/></o:styles></o:document-styles>`))...)
	}},
}

const odsMime = "application/vnd.oasis.opendocument.spreadsheet"

func odsParts(table string) []part {
	return []part{partOf("mimetype", odsMime), partOf("content.xml", `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" `+
		`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>`+
		`<table:table table:name="报送表">`+table+`</table:table></office:spreadsheet></office:body></office:document-content>`)}
}

func odsText(s string) string {
	return `<table:table-cell office:value-type="string"><text:p>` + html.EscapeString(s) + `</text:p></table:table-cell>`
}

func odsTable(cells [][]string) string {
	var b strings.Builder
	for _, row := range cells {
		b.WriteString("<table:table-row>")
		for _, s := range row {
			b.WriteString(odsText(s))
		}
		b.WriteString("</table:table-row>")
	}
	return b.String()
}

func odsBehind(more string) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error { return zipTo(w, odsParts(odsTable(p.table())+more)...) }
}

func odsBefore(more string) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error { return zipTo(w, odsParts(more+odsTable(p.table()))...) }
}

// documents are Word documents with tables.
var documents = []disease{
	{name: "截断.docx", many: [2]int{2, 20}, want: unreadable.or("no-table"), make: bytesOf(func(p *Patient) []byte { return cut(p, zipped(docxParts(docxTable(p.table()))...)) })},
	{name: "一位翻转.docx", many: [2]int{3, 60}, want: read.or("unreadable-file", "password-protected", "file-too-large", "unsupported-format"),
		make: bytesOf(func(p *Patient) []byte { return flip(p, zipped(docxParts(docxTable(p.table()))...)) })},
	{name: "表里有表.docx", want: read, make: docxBehind(docxNested(10))},
	{name: "表里套十万层表.docx", want: unreadable, make: func(p *Patient, w io.Writer) error { return docxBehind(docxNested(p.size.of(300, 100_000)))(p, w) }},
	{name: "格跨十亿列.docx", want: read.or("unreadable-file", "file-too-large"), make: docxBehind(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>没有</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`)},
	{name: "行前空十亿格.docx", want: read.or("unreadable-file", "file-too-large"), make: docxBehind(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc><w:p><w:r><w:t>没有</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`)},
	{name: "竖着合并没有头.docx", want: read, make: docxBehind(`<w:tbl>` + strings.Repeat(`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>`, 500) + `</w:tbl>`)},
	{name: "一段十万截.docx", want: read, make: func(p *Patient, w io.Writer) error {
		return zipTo(w, docxParts(docxTable(p.table())+`<w:p>`+strings.Repeat(`<w:r><w:t>a</w:t></w:r>`, p.size.of(10_000, 700_000))+`</w:p>`)...)
	}},
	{name: "没有表格.docx", want: named("no-table"), make: func(_ *Patient, w io.Writer) error {
		return zipTo(w, docxParts(`<w:p><w:r><w:t>各项工作均已完成。</w:t></w:r></w:p>`)...)
	}},
	{name: "表格六百张.docx", want: tooLarge, make: docxBehind(strings.Repeat(`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>说明</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, 600))},
	{name: "编号互指.docx", want: read.or("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		return zipTo(w, append(docxParts(docxTable(p.table())), partOf("word/numbering.xml", `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`))...)
	}},
}

func docxParts(body string) []part {
	return []part{
		partOf("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
		partOf("_rels/.rels", `<Relationships `+relSpace+`><Relationship Id="rId1" Type="`+relKind+`officeDocument" Target="word/document.xml"/></Relationships>`),
		partOf("word/document.xml", xmlHead+`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+body+`</w:body></w:document>`),
	}
}

func docxTable(cells [][]string) string {
	var b strings.Builder
	for _, row := range cells[:2] {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + html.EscapeString(row[0]) + `</w:t></w:r></w:p>`)
	}
	b.WriteString("<w:tbl>")
	for _, row := range cells[2:] {
		b.WriteString("<w:tr>")
		for _, s := range row {
			b.WriteString(`<w:tc><w:p><w:r><w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t></w:r></w:p></w:tc>`)
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

func docxBehind(more string) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error { return zipTo(w, docxParts(docxTable(p.table())+more)...) }
}

func docxNested(deep int) string {
	return strings.Repeat("<w:tbl><w:tr><w:tc>", deep) + fmt.Sprintf("<w:p><w:r><w:t>%d层</w:t></w:r></w:p>", deep) + strings.Repeat("</w:tc></w:tr></w:tbl>", deep)
}
