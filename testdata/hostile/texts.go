package hostile

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// texts are text files. Nothing tells where one was meant to end.
var texts = []disease{
	{name: "截断.csv", many: [2]int{4, 40}, want: anything, make: bytesOf(func(p *Patient) []byte { return cut(p, []byte(p.csv())) })},
	{name: "截断-国标码.csv", many: [2]int{4, 40}, want: anything, make: bytesOf(func(p *Patient) []byte { return cut(p, gb(p.csv())) })},
	{name: "零字节.csv", want: unreadable, make: bytesOf(func(p *Patient) []byte { return []byte(strings.Replace(p.csv(), "推进中", "推进\x00\x00中", 1)) })},
	{name: "全是零字节.csv", want: unreadable, make: bytesOf(func(*Patient) []byte { return make([]byte, 4096) })},
	{name: "一行一兆.csv", want: named("file-too-large", "unreadable-file", "no-table").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, p.csv()+strings.Repeat("长", p.size.of(400_000, 400_000))+"\r\n")
	}},
	{name: "一行一百万个逗号.csv", want: unreadable, make: func(p *Patient, w io.Writer) error { return text(w, p.csv()+strings.Repeat(",", 1_000_000)+"\r\n") }},
	{name: "引号没有配对.csv", want: named("unreadable-file", "no-table").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, p.csv()+`9,"没有写完`+strings.Repeat("，行", 1000))
	}},
	{name: "引号十万个.csv", want: named("unreadable-file", "file-too-large").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, p.csv()+strings.Repeat(`"x`, p.size.of(10_000, 200_000)))
	}},
	{name: "半个国标字.csv", want: unreadable, make: bytesOf(func(p *Patient) []byte { return bytes.Replace(gb(p.csv()), gb("推进中"), gb("推进中")[:5], 1) })},
	{name: "两种编码.csv", want: read, make: bytesOf(func(p *Patient) []byte { return append([]byte(p.csv()), gb(p.csv())...) })},
	{name: "双字节没有标记.csv", want: read.or("unreadable-file"), make: bytesOf(func(p *Patient) []byte { return utf16le(p.csv()) })},
	{name: "双字节奇数个.csv", want: unreadable, make: bytesOf(func(p *Patient) []byte { return append([]byte("\xFF\xFE"), append(utf16le(p.csv()), 'x')...) })},
	{name: "双字节半个字.csv", want: unreadable, make: bytesOf(func(p *Patient) []byte { return append([]byte("\xFF\xFE"), append(utf16le(p.csv()), 0x3D, 0xD8)...) })},
	{name: "只有标记.csv", want: named("unreadable-file", "no-table"), make: func(_ *Patient, w io.Writer) error { return text(w, "\xEF\xBB\xBF") }},
	{name: "只有回车.csv", want: read.or("unreadable-file"), make: func(p *Patient, w io.Writer) error { return text(w, strings.ReplaceAll(p.csv(), "\r\n", "\r")) }},
	{name: "只有空白.csv", want: named("unreadable-file", "no-table"), make: func(_ *Patient, w io.Writer) error { return text(w, strings.Repeat(" \r\n", 10_000)) }},
	{name: "空行百万.csv", want: named("file-too-large", "unreadable-file").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, p.csv()+strings.Repeat("\r\n", p.size.of(10_000, 1_040_000)))
	}},
	{name: "行十万零一.csv", want: tooLarge, make: func(p *Patient, w io.Writer) error { return text(w, p.csv()+strings.Repeat("x\r\n", 100_001)) }},
	{name: "分隔符是汉字.csv", want: named("no-table", "unreadable-file").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, "sep=，\r\n"+strings.ReplaceAll(p.csv(), ",", "，"))
	}},
	{name: "控制字符.csv", want: unreadable, make: func(p *Patient, w io.Writer) error { return text(w, p.csv()+"\x1b[2J\x07,,\r\n") }},
	{name: "六十五兆空洞.csv", want: tooLarge, put: sparse(65 << 20)},
	{name: "六十五兆空洞.xlsx", want: tooLarge, put: sparse(65 << 20)},
	{name: "四吉空洞.xls", want: tooLarge, put: sparse(4 << 30)},
	{name: "空文件.csv", want: unreadable, make: nothing}, {name: "空文件.xlsx", want: unreadable, make: nothing}, {name: "空文件.xls", want: unreadable, make: nothing},
	{name: "空文件.ods", want: unreadable, make: nothing}, {name: "空文件.docx", want: unreadable, make: nothing}, {name: "空文件.txt", want: unreadable, make: nothing},
	{name: "空文件没有后缀", want: unreadable, make: nothing}, {name: "一个字节.xlsx", want: named("unreadable-file", "no-table"), make: func(_ *Patient, w io.Writer) error { return text(w, "P") }},
}

// pages are HTML and XML that call themselves workbooks.
var pages = []disease{
	{name: "网页冒充.xls", want: read.with("wrong-extension"), make: func(p *Patient, w io.Writer) error { return text(w, page(p, "")) }},
	{name: "网页截断.xls", many: [2]int{3, 30}, want: anything, make: bytesOf(func(p *Patient) []byte { return cut(p, []byte(page(p, ""))) })},
	{name: "格跨十亿.xls", want: named("file-too-large", "unreadable-file").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, page(p, `<tr><td colspan="1000000000" rowspan="1000000000">没有</td></tr>`))
	}},
	{name: "格跨满一列.xls", want: named("file-too-large", "unreadable-file").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, page(p, strings.Repeat(`<tr><td rowspan="65534" colspan="1000">没有</td></tr>`, p.size.of(3, 300))))
	}},
	{name: "表里套表.xls", want: named("file-too-large", "unreadable-file").unsure(), make: func(p *Patient, w io.Writer) error {
		n := p.size.of(1000, 100_000)
		return text(w, page(p, `<tr><td>`+strings.Repeat("<table><tr><td>", n)+strings.Repeat("</td></tr></table>", n)+`</td></tr>`))
	}},
	{name: "标记没有写完.xls", want: named("unreadable-file"), make: func(p *Patient, w io.Writer) error { return text(w, page(p, "")+`<table><tr><td a="`) }},
	{name: "脚本.xls", want: read, make: func(p *Patient, w io.Writer) error {
		return text(w, page(p, `<script>document.write("<tr><td>x</td></tr>")</script><iframe src="http://localhost:1/"></iframe><img src="file:///etc/passwd">`))
	}},
	{name: "登录页.xls", want: named("no-table", "unreadable-file", "unsupported-format"), make: func(_ *Patient, w io.Writer) error {
		return text(w, "<!DOCTYPE html><html><body><form>请登录</form></body></html>")
	}},
	{name: "老格式冒充.xls", want: read.with("wrong-extension"), make: func(p *Patient, w io.Writer) error { return text(w, xml2003(p, "")) }},
	{name: "老格式跳到十亿行.xls", want: named("unreadable-file", "file-too-large"), make: func(p *Patient, w io.Writer) error {
		return text(w, xml2003(p, `<Row ss:Index="1000000000"><Cell><Data ss:Type="String">没有</Data></Cell></Row>`))
	}},
	{name: "老格式跨十亿格.xls", want: read.or("unreadable-file", "file-too-large"), make: func(p *Patient, w io.Writer) error {
		return text(w, xml2003(p, `<Row><Cell ss:MergeAcross="1000000000" ss:MergeDown="1000000000"><Data ss:Type="String">没有</Data></Cell></Row>`))
	}},
	{name: "老格式每行跨满.xls", want: named("file-too-large", "unreadable-file").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, xml2003(p, strings.Repeat(`<Row><Cell ss:Index="1" ss:MergeAcross="16383" ss:MergeDown="1"/></Row>`, p.size.of(100, 50_000))+`<Row><Cell ss:Index="16384"><Data ss:Type="String">没有</Data></Cell></Row>`))
	}},
	{name: "每行跨千列.xls", want: named("file-too-large").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, page(p, strings.Repeat(`<tr><td colspan="1000" rowspan="2"></td></tr>`, p.size.of(100, 50_000))))
	}},
	{name: "老格式溢出.xls", want: read.or("unreadable-file", "file-too-large"), make: func(p *Patient, w io.Writer) error {
		return text(w, xml2003(p, `<Row ss:Span="9223372036854775807"><Cell ss:Index="9223372036854775807"><Data ss:Type="String">没有</Data></Cell></Row>`))
	}},
	{name: "老格式实体炸弹.xls", want: named("unreadable-file", "unsupported-format"), make: func(p *Patient, w io.Writer) error {
		return text(w, `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><a>&a;</a></Workbook>`)
	}},
}

func nothing(*Patient, io.Writer) error { return nil }

func gb(s string) []byte {
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err) // GB18030 has everything
	}
	return data
}

func utf16le(s string) []byte { return words16(utf16.Encode([]rune(s))...) }

func page(p *Patient, more string) string {
	var b strings.Builder
	b.WriteString("<html><head><meta charset=utf-8></head><body><table>")
	for _, row := range p.table() {
		b.WriteString("<tr>")
		for _, s := range row {
			fmt.Fprintf(&b, "<td>%s</td>", s)
		}
		b.WriteString("</tr>")
	}
	return b.String() + more + "</table></body></html>"
}

func xml2003(p *Patient, more string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="报送表"><Table>`)
	for _, row := range p.table() {
		b.WriteString("<Row>")
		for _, s := range row {
			fmt.Fprintf(&b, `<Cell><Data ss:Type="String">%s</Data></Cell>`, s)
		}
		b.WriteString("</Row>")
	}
	return b.String() + more + "</Table></Worksheet></Workbook>"
}
