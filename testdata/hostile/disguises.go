package hostile

import (
	"io"
	"strings"
)

// disguises are files that are something else than they are called.
var disguises = []disease{
	{name: "其实是PDF.xlsx", want: named("attachment"), make: starts("%PDF-1.4\n")},
	{name: "其实是图片.xlsx", want: named("attachment"), make: starts("\x89PNG\r\n\x1a\n")},
	{name: "其实是照片.xls", want: named("attachment"), make: starts("\xFF\xD8\xFF\xE0\x00\x10JFIF")},
	{name: "其实是工作簿.pdf", want: read.with("wrong-extension"), make: plain},
	{name: "其实是工作簿.png", want: read.with("wrong-extension"), make: plain},
	{name: "其实是工作簿.csv", want: read.with("wrong-extension"), make: plain},
	{name: "其实是工作簿.doc", want: read.with("wrong-extension"), make: plain},
	{name: "其实是文本.xlsx", want: read.with("wrong-extension").or("no-table"), make: func(p *Patient, w io.Writer) error { return text(w, p.csv()) }},
	{name: "空的图片.png", want: named("attachment", "unreadable-file"), make: nothing},
	{name: "坏的扫描件.pdf", want: named("attachment"), make: starts("%PDX")},
	{name: "程序.xlsx", want: unreadable, make: starts("MZ\x90\x00\x03\x00\x00\x00")},
	{name: "程序.exe", want: named("unsupported-format", "unreadable-file"), make: starts("MZ\x90\x00\x03\x00\x00\x00")},
	{name: "压缩包.rar", want: named("unsupported-format"), make: starts("Rar!\x1A\x07\x01\x00")},
	{name: "压缩包.7z", want: named("unsupported-format"), make: starts("7z\xBC\xAF\x27\x1C")},
	{name: "压缩包.gz", want: named("unsupported-format"), make: starts("\x1F\x8B\x08")},
	{name: "压缩包.zip", want: named("unsupported-format"), make: func(p *Patient, w io.Writer) error {
		return zipTo(w, part{"报送表.xlsx", func(w io.Writer) { w.Write(zipped(p.book().parts()...)) }})
	}},
	{name: "富文本.doc", want: named("unsupported-format"), make: starts(`{\rtf1\ansi `)},
	{name: "网页存档.mht", want: named("unsupported-format"), make: starts("MIME-Version: 1.0\nContent-Type: multipart/related\n")},
	{name: "二进制工作簿.xlsb", want: named("unsupported-format"), make: func(p *Patient, w io.Writer) error { return zipTo(w, partOf("xl/workbook.bin", "x")) }},
	{name: "演示文稿.pptx", want: named("unsupported-format"), make: func(p *Patient, w io.Writer) error {
		return zipTo(w, partOf("[Content_Types].xml", "<Types/>"), partOf("ppt/presentation.xml", "<p/>"))
	}},
	{name: "数据库.db", want: named("unsupported-format", "unreadable-file"), make: starts("SQLite format 3\x00")},
	{name: "程序数据.json", want: named("no-table", "unsupported-format"), make: func(_ *Patient, w io.Writer) error { return text(w, strings.Repeat(`[{"a":`, 10_000)) }},
	{name: "快捷方式.lnk", want: named("unsupported-format", "unreadable-file"), make: starts("L\x00\x00\x00\x01\x14\x02\x00")},
	{name: "正在下载.xlsx.crdownload", want: named("unsupported-format", "unreadable-file"), make: bytesOf(func(p *Patient) []byte { return zipped(p.book().parts()...)[:900] })},
}

// starts makes a file of a format's first bytes and noise.
func starts(magic string) func(*Patient, io.Writer) error {
	return bytesOf(func(p *Patient) []byte {
		data := make([]byte, 2000)
		for i := range data {
			data[i] = byte(p.rng.Uint32())
		}
		return append([]byte(magic), data...)
	})
}
