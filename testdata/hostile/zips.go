package hostile

import (
	"bytes"
	"io"
	"slices"
)

// damagedZips are workbooks whose container is broken.
var damagedZips = []disease{
	{name: "截断.xlsx", many: [2]int{8, 200}, want: unreadable.or("no-table"), make: bytesOf(func(p *Patient) []byte { return cut(p, zipped(p.book().parts()...)) })},
	{name: "一位翻转.xlsx", many: [2]int{12, 300}, want: read.or("unreadable-file", "password-protected", "file-too-large"),
		make: bytesOf(func(p *Patient) []byte { return flip(p, zipped(p.book().parts()...)) })},
	{name: "坏扇区.xlsx", many: [2]int{3, 20}, want: unreadable, make: bytesOf(func(p *Patient) []byte { return blank(p, zipped(p.book().parts()...)) })},
	{name: "乱字节.xlsx", many: [2]int{4, 60}, want: read.or("unreadable-file", "password-protected", "file-too-large", "unsupported-format"),
		make: bytesOf(func(p *Patient) []byte { return garble(p, zipped(p.book().parts()...)) })},
	{name: "前面有多余字节.xlsx", want: unreadable, make: bytesOf(func(p *Patient) []byte { return append([]byte("MZ\x90\x00junk"), zipped(p.book().parts()...)...) })},
	{name: "后面有多余字节.xlsx", want: read.or("unreadable-file"), make: bytesOf(func(p *Patient) []byte {
		return append(zipped(p.book().parts()...), bytes.Repeat([]byte("尾巴"), 100)...)
	})},
	{name: "两个接在一起.xlsx", want: read.or("unreadable-file"), make: bytesOf(func(p *Patient) []byte {
		z := zipped(p.book().parts()...)
		return append(slices.Clone(z), z...)
	})},
	{name: "只有目录.xlsx", want: unreadable, make: bytesOf(func(*Patient) []byte { return append([]byte("PK\x05\x06"), make([]byte, 18)...) })},
	{name: "没有工作簿.xlsx", want: unreadable, make: func(_ *Patient, w io.Writer) error { return zipTo(w, partOf("readme.txt", "空")) }},
	{name: "校验和不对.xlsx", want: unreadable, make: lying(func(e *entry) { e.crc++ })},
	{name: "谎报小了.xlsx", want: unreadable, make: lying(func(e *entry) { e.size = 10 })},
	{name: "谎报大了.xlsx", want: unreadable, make: lying(func(e *entry) { e.size += 1000 })},
	{name: "谎报四吉.xlsx", want: tooLarge, make: lying(func(e *entry) { e.size = 0xFFFF_FFF0 })},
	{name: "谎报压缩后大小.xlsx", want: unreadable, make: lying(func(e *entry) { e.packed = 1 << 30 })},
	{name: "不认识的压缩.xlsx", want: unreadable, make: lying(func(e *entry) { e.method = 99 })},
	{name: "说是没压缩.xlsx", want: unreadable, make: lying(func(e *entry) { e.method = 0 })},
	{name: "说是加了密.xlsx", want: named("password-protected"), make: lying(func(e *entry) { e.flags = 1 })},
	{name: "名字前后不一.xlsx", want: unreadable, make: lying(func(e *entry) { e.local = "xl/worksheets/sheet9.xml" })},
	{name: "零件出现两次.xlsx", want: unreadable, make: also(func(p *Patient) []entry { return []entry{packed("xl/worksheets/sheet1.xml", []byte("<worksheet/>"))} })},
	{name: "零件大小写两次.xlsx", want: unreadable, make: also(func(p *Patient) []entry { return []entry{packed("xl/Worksheets/SHEET1.xml", []byte("<worksheet/>"))} })},
	{name: "零件名有路径.xlsx", want: read, make: also(func(p *Patient) []entry {
		return []entry{packed("../../../../tmp/taizhang-evil.txt", []byte("evil")), packed("/etc/taizhang-evil", []byte("evil")), packed(`..\..\evil.txt`, []byte("evil")), packed("C:\\evil.txt", []byte("evil"))}
	})},
	{name: "零件名是空的.xlsx", want: read, make: also(func(p *Patient) []entry { return []entry{packed("", []byte("无名"))} })},
	{name: "反斜杠的零件名.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		all := p.entries()
		for i := range all {
			all[i].name = string(bytes.ReplaceAll([]byte(all[i].name), []byte("/"), []byte(`\`)))
		}
		return rawZip(w, all)
	}},
	{name: "缺内容类型.xlsx", want: read, make: without("[Content_Types].xml")},
	{name: "缺总关系.xlsx", want: read.or("unreadable-file"), make: without("_rels/.rels")},
	{name: "缺工作簿关系.xlsx", want: unreadable, make: without("xl/_rels/workbook.xml.rels")},
	{name: "缺工作簿.xlsx", want: unreadable, make: without("xl/workbook.xml")},
	{name: "缺工作表.xlsx", want: unreadable, make: without("xl/worksheets/sheet1.xml")},
	{name: "缺样式.xlsx", want: read.or("unreadable-file"), make: without("xl/styles.xml")},
}

func without(name string) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error {
		b := p.book()
		b.drop = name
		return zipTo(w, b.parts()...)
	}
}
