package hostile

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// markup are workbooks whose XML is broken or made to hurt its reader.
var markup = []disease{
	{name: "实体炸弹.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) {
		var b strings.Builder
		b.WriteString(`<!DOCTYPE lolz [<!ENTITY l0 "lol">`)
		for i := 1; i < 10; i++ {
			fmt.Fprintf(&b, `<!ENTITY l%d "%s">`, i, strings.Repeat(fmt.Sprintf("&l%d;", i-1), 10))
		}
		s.whole = xmlHead + b.String() + `]><worksheet ` + mainSpace + `><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>`
	})},
	{name: "外部实体.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) {
		s.whole = xmlHead + `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet ` + mainSpace + `><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>`
	})},
	{name: "外部定义.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) {
		s.whole = xmlHead + `<!DOCTYPE worksheet SYSTEM "http://localhost:1/evil.dtd"><worksheet ` + mainSpace + `/>`
	})},
	{name: "共享文字里的实体炸弹.xlsx", want: unreadable, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.shared = `<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst ` + mainSpace + `><si><t>&b;</t></si></sst>`
		return zipTo(w, b.parts()...)
	}},
	{name: "嵌套十万层.xlsx", want: unreadable, make: sick(func(p *Patient, s *sheet) {
		n := p.size.of(1000, 100_000)
		s.whole = xmlHead + `<worksheet>` + strings.Repeat("<a>", n) + strings.Repeat("</a>", n) + `</worksheet>`
	})},
	{name: "属性十万个.xlsx", want: read.or("unreadable-file"), make: sick(func(p *Patient, s *sheet) {
		var b strings.Builder
		for i := range p.size.of(1000, 100_000) {
			fmt.Fprintf(&b, ` a%d="1"`, i)
		}
		s.add(`<row r="20"` + b.String() + `><c r="A20"` + b.String() + `/></row>`)
	})},
	{name: "属性出现两次.xlsx", want: read.or("unreadable-file"), make: sick(func(_ *Patient, s *sheet) { s.add(`<row r="20" r="21"><c r="A20" s="1"/></row>`) })},
	{name: "注释一百兆.xlsx", want: read.or("file-too-large"), make: sick(func(p *Patient, s *sheet) {
		rows := s.rows
		s.rows = func(w io.Writer) {
			rows(w)
			io.WriteString(w, "<!--")
			repeat(w, strings.Repeat("x ", 1<<19), p.size.of(2, 100))
			io.WriteString(w, "-->")
		}
	})},
	{name: "没有写完.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) { s.whole = xmlHead + `<worksheet ` + mainSpace + `><sheetData><row r="1">` })},
	{name: "标记交叉.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="A20"><v>1</c></v></row>`)},
	{name: "控制字符.xlsx", want: unreadable, make: extraRow("<row r=\"20\"><c r=\"A20\" t=\"inlineStr\"><is><t>a\x00\x01b</t></is></c></row>")},
	{name: "坏的编码.xlsx", want: unreadable, make: extraRow("<row r=\"20\"><c r=\"A20\" t=\"inlineStr\"><is><t>\xC0\xAF\xED\xA0\x80</t></is></c></row>")},
	{name: "双字节编码.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		var plain strings.Builder
		b.sheets[0].fill(&plain)
		src := strings.Replace(plain.String(), "UTF-8", "UTF-16", 1)
		var wide strings.Builder
		for _, u := range utf16.Encode([]rune("\uFEFF" + src)) {
			wide.WriteByte(byte(u))
			wide.WriteByte(byte(u >> 8))
		}
		b.sheets[0].whole = wide.String()
		return zipTo(w, b.parts()...)
	}},
	{name: "声明的编码没有.xlsx", want: read.or("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		var plain strings.Builder
		b.sheets[0].fill(&plain)
		b.sheets[0].whole = strings.Replace(plain.String(), "UTF-8", "EBCDIC-X", 1)
		return zipTo(w, b.parts()...)
	}},
	{name: "名字空间乱写.xlsx", want: read.or("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		var plain strings.Builder
		b.sheets[0].fill(&plain)
		b.sheets[0].whole = strings.NewReplacer("<worksheet", "<x:worksheet", "</worksheet", "</x:worksheet", mainSpace, `xmlns:x="urn:nobody"`).Replace(plain.String())
		return zipTo(w, b.parts()...)
	}},
	{name: "工作表是别的.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) { s.whole = `<html><body>登录</body></html>` })},
	{name: "工作表是空的.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) { s.whole = " " })},
	{name: "关系转圈.xlsx", want: read.or("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.rels = `<Relationship Id="rId77" Type="` + relKind + `worksheet" Target="workbook.xml"/>`
		b.entries = `<sheet name="报送表" sheetId="1" r:id="rId1"/><sheet name="圈" sheetId="2" r:id="rId77"/>`
		return zipTo(w, b.parts()...)
	}},
	{name: "关系指到外面.xlsx", want: unreadable, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.rels = `<Relationship Id="rId77" Type="` + relKind + `worksheet" Target="../../../../../../etc/passwd"/>`
		b.entries = `<sheet name="报送表" sheetId="1" r:id="rId1"/><sheet name="外" sheetId="2" r:id="rId77"/>`
		return zipTo(w, b.parts()...)
	}},
	{name: "样式十万种.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.styles = strings.Replace(plainStyles, "</cellXfs>", strings.Repeat(`<xf numFmtId="14"/>`, p.size.of(1000, 100_000))+"</cellXfs>", 1)
		return zipTo(w, b.parts()...)
	}},
	{name: "样式坏了.xlsx", want: unreadable, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.styles = plainStyles[:len(plainStyles)/2]
		return zipTo(w, b.parts()...)
	}},
	{name: "有宏.xlsm", want: read, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.more = []part{partOf("xl/vbaProject.bin", "Sub Auto_Open()\nShell \"calc\"\nEnd Sub")}
		b.rels = `<Relationship Id="rId78" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>`
		return zipTo(w, b.parts()...)
	}},
}
