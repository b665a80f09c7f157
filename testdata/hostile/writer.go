package hostile

import (
	"fmt"
	"html"
	"io"
	"strings"
)

// writer are texts of OpenDocument with tables.
var writer = []disease{
	{name: "截断.odt", many: [2]int{2, 20}, want: unreadable.or("no-table"), make: bytesOf(func(p *Patient) []byte { return cut(p, zipped(odtParts(odtTable(p.table()))...)) })},
	{name: "一位翻转.odt", many: [2]int{3, 60}, want: read.or("unreadable-file", "password-protected", "file-too-large", "unsupported-format"),
		make: bytesOf(func(p *Patient) []byte { return flip(p, zipped(odtParts(odtTable(p.table()))...)) })},
	{name: "单个文件截断.fodt", want: unreadable, make: func(p *Patient, w io.Writer) error {
		whole := odtFlat(odtTable(p.table()))
		return text(w, whole[:len(whole)*2/3])
	}},
	{name: "加了密.odt", want: named("password-protected"), make: func(p *Patient, w io.Writer) error {
		return zipTo(w, append(odtParts(odtTable(p.table())), partOf("META-INF/manifest.xml", `<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>`))...)
	}},
	{name: "空行重复十亿次.odt", want: read.or("unreadable-file"), make: odtBehind(`<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell/></table:table-row></table:table>`)},
	{name: "行重复十亿次.odt", want: named("file-too-large", "unreadable-file"), make: odtBehind(`<table:table><table:table-row table:number-rows-repeated="1000000000">` + odsText("没有") + `</table:table-row></table:table>`)},
	{name: "空格重复十亿次.odt", want: read.or("unreadable-file"), make: odtBehind(`<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row></table:table>`)},
	{name: "格重复十亿次.odt", want: named("file-too-large", "unreadable-file"), make: odtBehind(`<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>没有</text:p></table:table-cell></table:table-row></table:table>`)},
	{name: "重复次数为负.odt", want: unreadable, make: odtBehind(`<table:table><table:table-row table:number-rows-repeated="-9">` + odsText("没有") + `</table:table-row></table:table>`)},
	{name: "合并跨十亿格.odt", want: read.or("file-too-large", "unreadable-file"), make: odtBehind(`<table:table><table:table-row><table:table-cell table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000"><text:p>没有</text:p></table:table-cell></table:table-row></table:table>`)},
	{name: "批注行重复十亿次.odt", want: named("file-too-large", "unreadable-file"), make: odtBehind(`<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell><text:p><office:annotation><text:p>批</text:p></office:annotation></text:p></table:table-cell></table:table-row></table:table>`)},
	{name: "空格字符十亿个.odt", want: read.or("file-too-large", "unreadable-file"), make: odtBehind(`<text:p>没有<text:s text:c="1000000000"/>没有</text:p>`)},
	{name: "列表套十万层.odt", want: unreadable, make: func(p *Patient, w io.Writer) error {
		n := p.size.of(1000, 100_000)
		return odtBehind(strings.Repeat("<text:list><text:list-item>", n)+`<text:p>没有</text:p>`+strings.Repeat("</text:list-item></text:list>", n))(p, w)
	}},
	{name: "文本框套二十层.odt", want: unreadable, make: odtBehind(strings.Repeat("<text:p><draw:frame><draw:text-box>", 20) + strings.Repeat("</draw:text-box></draw:frame></text:p>", 20))},
	{name: "表里套三十层表.odt", want: read, make: odtBehind(strings.Repeat(`<table:table><table:table-row><table:table-cell>`, 30) + `<text:p>里面</text:p>` + strings.Repeat(`</table:table-cell></table:table-row></table:table>`, 30))},
	{name: "一个删除引用万次.odt", want: read.or("file-too-large"), make: func(p *Patient, w io.Writer) error {
		deleted := `<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>` + strings.Repeat("删", 300_000) + `</text:p></text:deletion></text:changed-region></text:tracked-changes>`
		return zipTo(w, odtParts(deleted+odtTable(p.table())+strings.Repeat(`<text:p><text:change text:change-id="c"/></text:p>`, p.size.of(500, 9_000)))...)
	}},
	{name: "一个控件显示万次.odt", want: read.or("file-too-large"), make: func(p *Patient, w io.Writer) error {
		forms := `<office:forms><form:form><form:text form:id="c" form:current-value="` + strings.Repeat("长", 300_000) + `"/></form:form></office:forms>`
		shown := `<table:table>` + strings.Repeat(`<table:table-row><table:table-cell><text:p><draw:control draw:control="c"/></text:p></table:table-cell></table:table-row>`, p.size.of(500, 9_000)) + `</table:table>`
		return zipTo(w, odtParts(forms+odtTable(p.table())+shown)...)
	}},
	{name: "样式互为父母.odt", want: read, make: func(p *Patient, w io.Writer) error {
		styles := `<office:styles><style:style style:family="paragraph" style:name="a" style:parent-style-name="b"/><style:style style:family="paragraph" style:name="b" style:parent-style-name="a"/></office:styles>`
		return zipTo(w, append(odtParts(odtTable(p.table())+`<text:p text:style-name="a">没有</text:p>`), partOf("styles.xml", `<office:document-styles xmlns:office="o" xmlns:style="s">`+styles+`</office:document-styles>`))...)
	}},
	{name: "段落百万个.odt", want: tooLarge, make: func(p *Patient, w io.Writer) error {
		return zipTo(w, append(odtParts(odtTable(p.table())+strings.Repeat(`<text:p>a</text:p>`, p.size.of(60_000, 1_000_000))), noise(p, 1<<20))...)
	}},
	{name: "对象指着自己.odt", want: read.or("sheet-unread"), make: func(p *Patient, w io.Writer) error {
		manifest := `<m:manifest xmlns:m="m"><m:file-entry m:full-path="/" m:media-type="` + odtMime + `"/><m:file-entry m:full-path="O/" m:media-type="` + odsMime + `"/></m:manifest>`
		objects := strings.Repeat(`<text:p><draw:frame><draw:object xlink:href="./O"/></draw:frame></text:p>`, 500)
		return zipTo(w, append(odtParts(odtTable(p.table())+objects), partOf("META-INF/manifest.xml", manifest), partOf("O/content.xml", `<d><body><text/></body></d>`))...)
	}},
}

const odtMime = "application/vnd.oasis.opendocument.text"

func odtBody(body string) string {
	return `<office:body><office:text>` + body + `</office:text></office:body>`
}

const odtSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"`

func odtParts(body string) []part {
	return []part{partOf("mimetype", odtMime), partOf("content.xml", xmlHead+`<office:document-content `+odtSpaces+`>`+odtBody(body)+`</office:document-content>`)}
}

func odtFlat(body string) string {
	return xmlHead + `<office:document ` + odtSpaces + ` office:mimetype="` + odtMime + `">` + odtBody(body) + `</office:document>`
}

func odtTable(cells [][]string) string {
	var b strings.Builder
	for _, row := range cells[:2] {
		fmt.Fprintf(&b, "<text:p>%s</text:p>", html.EscapeString(row[0]))
	}
	return b.String() + "<table:table>" + odsTable(cells[2:]) + "</table:table>"
}

func odtBehind(more string) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error { return zipTo(w, odtParts(odtTable(p.table())+more)...) }
}
