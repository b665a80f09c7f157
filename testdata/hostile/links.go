package hostile

import (
	"fmt"
	"html"
	"io"
	"strings"
)

// links are workbooks that point where they should not.
var links = []disease{
	{name: "链接-本地文件.xlsx", want: read.with("link-unsafe"), make: linked("file:///C:/Windows/System32/calc.exe")},
	{name: "链接-共享主机.xlsx", want: read.with("link-unsafe"), make: linked(`\\evil.example\share\x.exe`)},
	{name: "链接-脚本.xlsx", want: read.with("link-unsafe"), make: linked("javascript:alert(1)")},
	{name: "链接-脚本换写法.xlsx", want: read.with("link-unsafe"), make: linked("  JaVa\tScRiPt:alert(1)")},
	{name: "链接-数据.xlsx", want: read.with("link-unsafe"), make: linked("data:text/html,<script>alert(1)</script>")},
	{name: "链接-程序.xlsx", want: read.with("link-unsafe"), make: linked("ms-word:ofe|u|http://evil.example/x.docm")},
	{name: "链接-路径.xlsx", want: read.with("link-unsafe"), make: linked("../../../../etc/passwd")},
	{name: "链接-盘符.xlsx", want: read.with("link-unsafe"), make: linked("C:\\Windows\\System32\\calc.exe")},
	{name: "链接-控制字符.xlsx", want: read.or("unreadable-file"), make: linked("http://example.com/\u202Egpj.exe\"><script>")},
	{name: "链接-五万字.xlsx", want: read, make: linked("https://www.example.gov.cn/" + strings.Repeat("a", 50_000))},
	{name: "链接-用户名.xlsx", want: read, make: linked("https://www.example.gov.cn@evil.example/")},
	{name: "链接-公式.xlsx", want: read, make: sick(func(_ *Patient, s *sheet) {
		s.add(`<row r="19"><c r="H19" t="str"><f>HYPERLINK("file://evil.example/x","点")</f><v>点</v></c></row>`)
	})},
	{name: "链接-没有地址.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) { s.after = `<hyperlinks><hyperlink ref="E4" r:id="rId5"/></hyperlinks>` })},
	{name: "链接-盖住全表.xlsx", want: read, make: sick(func(_ *Patient, s *sheet) { linkAt(s, "A1:XFD1048576", "https://www.example.gov.cn/") })},
	{name: "链接-七万处.xlsx", want: read, make: sick(func(p *Patient, s *sheet) {
		var b strings.Builder
		for i := range p.size.of(700, 70_000) {
			fmt.Fprintf(&b, `<hyperlink ref="E%d" r:id="rId1"/>`, i+4)
		}
		linkAt(s, "E4", "https://www.example.gov.cn/")
		s.after = "<hyperlinks>" + b.String() + "</hyperlinks>"
	})},
	{name: "链接-每行一个.xlsx", want: read, make: sick(func(p *Patient, s *sheet) {
		rows, n := s.rows, p.size.of(70, 19_000)
		s.rows = func(w io.Writer) {
			rows(w)
			for i := range n {
				io.WriteString(w, rowOf(i+20, "", fmt.Sprintf("没有的工作%d号", i), "做了", "推进中", fmt.Sprintf("https://www.example.gov.cn/%d", i)))
			}
		}
	})},
	{name: "链接-十万零一处.xlsx", want: tooLarge, make: sick(func(_ *Patient, s *sheet) {
		linkAt(s, "E4", "https://www.example.gov.cn/")
		s.after = "<hyperlinks>" + strings.Repeat(`<hyperlink ref="E4" r:id="rId1"/>`, 100_001) + "</hyperlinks>"
	})},
	{name: "外部工作簿.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.rels = `<Relationship Id="rId80" Type="` + relKind + `externalLink" Target="externalLinks/externalLink1.xml"/><Relationship Id="rId81" Type="` + relKind + `attachedTemplate" TargetMode="External" Target="http://localhost:1/evil.dotm"/>`
		b.more = []part{
			partOf("xl/externalLinks/externalLink1.xml", xmlHead+`<externalLink `+mainSpace+`><externalBook r:id="rId1"/></externalLink>`),
			partOf("xl/externalLinks/_rels/externalLink1.xml.rels", xmlHead+`<Relationships `+relSpace+`><Relationship Id="rId1" Type="`+relKind+`externalLinkPath" Target="file:///\\evil.example\x.xlsx" TargetMode="External"/></Relationships>`),
		}
		b.sheets[0].add(`<row r="19"><c r="H19"><f>[1]Sheet1!A1</f><v>7</v></c></row>`)
		return zipTo(w, b.parts()...)
	}},
	{name: "远程图片.xlsx", want: read, make: sick(func(_ *Patient, s *sheet) {
		s.after = `<drawing r:id="rId1"/>`
		s.rels = `<Relationship Id="rId1" Type="` + relKind + `image" Target="http://localhost:1/pixel.png" TargetMode="External"/>`
	})},
}

// linked hangs an address on the evidence of the first row.
func linked(target string) func(*Patient, io.Writer) error {
	return sick(func(_ *Patient, s *sheet) { linkAt(s, "E4", target) })
}

func linkAt(s *sheet, ref, target string) {
	s.after = `<hyperlinks><hyperlink ref="` + ref + `" r:id="rId1"/></hyperlinks>`
	s.rels = `<Relationship Id="rId1" Type="` + relKind + `hyperlink" Target="` + html.EscapeString(target) + `" TargetMode="External"/>`
}
