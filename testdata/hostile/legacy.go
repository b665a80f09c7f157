package hostile

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"
)

// legacy are workbooks of Excel 97-2003. The format has no check sum.
var legacy = []disease{
	{name: "截断.xls", many: [2]int{4, 60}, want: unreadable.unsure(), make: bytesOf(func(p *Patient) []byte { return cut(p, p.xls()) })},
	{name: "一位翻转.xls", many: [2]int{6, 300}, want: anything, make: bytesOf(func(p *Patient) []byte { return flip(p, p.xls()) })},
	{name: "坏扇区.xls", many: [2]int{3, 20}, want: anything, make: bytesOf(func(p *Patient) []byte { return blank(p, p.xls()) })},
	{name: "乱字节.xls", many: [2]int{4, 200}, want: anything, make: bytesOf(func(p *Patient) []byte { return garble(p, p.xls()) })},
	{name: "扇区链成环.xls", want: anything, make: chained(func(c *container) {
		for i, v := range c.fat {
			if v == endOfFile && i > len(c.fat)/(sector/4) {
				c.fat[i] = uint32(len(c.fat)/(sector/4) + 1)
			}
		}
	})},
	{name: "扇区链成环又很长.xls", want: unreadable, make: chained(func(c *container) {
		for i := range c.fat[2:] {
			c.fat[i+2] = 2
		}
		binary.LittleEndian.PutUint32(c.directory[128+120:], 0x7FFFFFF0)
	})},
	{name: "目录链成环.xls", want: anything, make: chained(func(c *container) { c.fat[len(c.fat)/(sector/4)] = uint32(len(c.fat) / (sector / 4)) })},
	{name: "目录树成环.xls", want: anything, make: chained(func(c *container) {
		binary.LittleEndian.PutUint32(c.directory[128+68:], 1)
		binary.LittleEndian.PutUint32(c.directory[128+72:], 0)
		binary.LittleEndian.PutUint32(c.directory[128+76:], 1)
	})},
	{name: "分配表四十亿.xls", want: read.or("unreadable-file"), make: chained(func(c *container) { binary.LittleEndian.PutUint32(c.header[44:], 0xFFFFFFF0) })},
	{name: "分配表链成环.xls", want: unreadable.unsure(), make: chained(func(c *container) {
		binary.LittleEndian.PutUint32(c.header[68:], 1)
		binary.LittleEndian.PutUint32(c.header[72:], 0xFFFFFF)
	})},
	{name: "扇区大小荒唐.xls", want: unreadable, make: chained(func(c *container) { c.header[30] = 31 })},
	{name: "小扇区大小荒唐.xls", want: unreadable.unsure(), make: chained(func(c *container) { c.header[32] = 40 })},
	{name: "小扇区表成环.xls", want: anything, make: chained(func(c *container) {
		binary.LittleEndian.PutUint32(c.header[60:], 1)
		binary.LittleEndian.PutUint32(c.header[64:], 0xFFFFFF)
		binary.LittleEndian.PutUint32(c.directory[128+120:], 100)
	})},
	{name: "流大小两吉.xls", want: unreadable, make: chained(func(c *container) { binary.LittleEndian.PutUint32(c.directory[128+120:], 0x7FFFFFFF) })},
	{name: "流从天外开始.xls", want: unreadable, make: chained(func(c *container) { binary.LittleEndian.PutUint32(c.directory[128+116:], 0x00FFFFFF) })},
	{name: "没有工作簿.xls", want: unreadable, make: bytesOf(func(p *Patient) []byte { return compoundOf("Other", p.biff().bytes(), nil) })},
	{name: "流里全是零.xls", want: unreadable, make: bytesOf(func(*Patient) []byte { return compound(make([]byte, 8192), nil) })},
	{name: "记录长度荒唐.xls", want: unreadable, make: recorded(func(b *biff) { b.sheet = append(b.sheet, 0xFD, 0, 0xFF, 0xFF) })},
	{name: "记录长度为零.xls", want: unreadable, make: recorded(func(b *biff) { b.sheet = append(b.sheet, bytes.Repeat(record(0x00FD, nil), 1000)...) })},
	{name: "记录十万条空的.xls", want: read, make: recorded(func(b *biff) { b.sheet = append(b.sheet, bytes.Repeat(record(0x1234, nil), 100_000)...) })},
	{name: "公共部分没有头.xls", want: unreadable, make: bytesOf(func(p *Patient) []byte { return compound(p.biff().bytes()[20:], nil) })},
	{name: "加了密.xls", want: named("password-protected"), make: recorded(func(b *biff) { b.globals = append(record(0x002F, make([]byte, 54)), b.globals...) })},
	{name: "加密的新格式.xlsx", want: named("password-protected"), make: bytesOf(func(*Patient) []byte { return compoundOf("EncryptedPackage", make([]byte, 8192), nil) })},
	{name: "文字表四十亿条.xls", want: read, make: recorded(func(b *biff) { b.count = 0xFFFFFFFF })},
	{name: "文字表一条没有.xls", want: unreadable, make: recorded(func(b *biff) { b.count = 0 })},
	{name: "工作表位置荒唐.xls", want: unreadable, make: recorded(func(b *biff) { b.offset = 0xFFFFFFF0 })},
	{name: "工作表位置指回自己.xls", want: unreadable, make: recorded(func(b *biff) { b.offset = 1 })},
	{name: "工作表位置指到公共部分.xls", want: unreadable, make: bytesOf(func(p *Patient) []byte {
		data := p.biff().bytes()
		at := bytes.Index(data, []byte{0x85, 0})
		clear(data[at+4 : at+8])
		return compound(data, nil)
	})},
	{name: "合并六万处.xls", want: anything, make: recorded(func(b *biff) { b.sheet = append(b.sheet, record(0x00E5, words16(0xFFFF, 0, 0xFFFF, 0, 0xFFFF))...) })},
	{name: "合并盖住全表.xls", want: named("file-too-large", "unreadable-file", "no-table"), make: recorded(func(b *biff) { b.sheet = append(b.sheet, record(0x00E5, words16(1, 0, 0xFFFF, 0, 0xFF))...) })},
	{name: "图表套十万层.xls", want: unreadable, make: recorded(func(b *biff) {
		b.sheet = append(b.sheet, bytes.Repeat(record(0x0809, words16(0x0600, 0x0020, 0, 0, 0, 0, 0, 0)), 100_000)...)
	})},
	{name: "流叫Book.xls", want: read, make: bytesOf(func(p *Patient) []byte { return compoundOf("Book", p.biff().bytes(), nil) })},
	{name: "老文档.doc", want: named("unsupported-format"), make: bytesOf(func(p *Patient) []byte { return compoundOf("WordDocument", make([]byte, 8192), nil) })},
	{name: "四万字的格.xls", want: unreadable.unsure(), make: recorded(func(b *biff) {
		b.sheet = append(b.sheet, record(0x0204, slices.Concat(words16(20, 1, 0), wide("长", 2), make([]byte, 60_000)))...)
	})},
}

// anything says that the file may be read or refused, whatever it is called.
var anything = named("unreadable-file", "password-protected", "file-too-large", "unsupported-format", "no-table", "department-unknown", "quarter-unknown", "empty-return",
	"row-unmatched", "row-ambiguous", "quarter-conflict", "department-conflict").unsure()

func (p *Patient) xls() []byte { return compound(p.biff().bytes(), nil) }

func chained(change func(*container)) func(*Patient, io.Writer) error {
	return bytesOf(func(p *Patient) []byte { return compound(p.biff().bytes(), change) })
}

func recorded(change func(*biff)) func(*Patient, io.Writer) error {
	return bytesOf(func(p *Patient) []byte {
		b := p.biff()
		change(b)
		return compound(b.bytes(), nil)
	})
}
