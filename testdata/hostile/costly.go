package hostile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// costly are small files that cost far more than they hold: what one part, one offset or one
// list brings is asked for again and again.
var costly = []disease{
	{name: "目录套目录.xls", want: unreadable, make: bytesOf(func(p *Patient) []byte { return storages(p.size.of(2000, 54_000)) })},
	{name: "五百张表指同一零件.xlsx", want: named("unreadable-file", "file-too-large"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.entries = ""
		for i := range 500 {
			b.entries += fmt.Sprintf(`<sheet name="S%d" sheetId="%d" r:id="rId1"/>`, i, i+1)
		}
		b.sheets[0].rels = strings.Repeat(`<Relationship Id="q" Type="t" Target="x" TargetMode="External"/>`, p.size.of(1000, 200_000))
		return zipTo(w, b.parts()...)
	}},
	{name: "五百张表指同一处.xls", want: unreadable, make: bytesOf(func(p *Patient) []byte {
		b := p.biff()
		b.again = 499
		b.sheet = append(b.sheet, bytes.Repeat(record(0x0055, nil), p.size.of(1000, 14<<20))...)
		return compound(b.bytes(), nil)
	})},
	{name: "一段文字显示百次.xlsx", want: tooLarge, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.shared = `<sst ` + mainSpace + `><si><t>` + strings.Repeat("a", 1<<20) + `</t></si></sst>`
		old := b.sheets[0].rows
		b.sheets[0].rows = func(w io.Writer) {
			old(w)
			for i := range 100 {
				fmt.Fprintf(w, `<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>`, 50+i, 50+i)
			}
		}
		return zipTo(w, b.parts()...)
	}},
	{name: "一段文字合并百次.xlsx", want: tooLarge, make: sick(func(_ *Patient, s *sheet) {
		old := s.rows
		s.rows = func(w io.Writer) {
			old(w)
			io.WriteString(w, rowOf(50, strings.Repeat("a", 1<<20), "", "", "", "", "", "", "", "", "x"))
			io.WriteString(w, rowOf(60, "x"))
		}
		s.after = `<mergeCells><mergeCell ref="A50:J60"/></mergeCells>`
	})},
	{name: "样式两千万种.xlsx", want: tooLarge.or("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.styles = strings.Replace(plainStyles, "</cellXfs>", strings.Repeat(`<x/>`, 3_000_000)+"</cellXfs>", 1)
		return zipTo(w, append(b.parts(), noise(p, 1<<20))...)
	}},
	{name: "属性十万个.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) {
		s.after = `<x ` + strings.Repeat(`a="" `, 100_000) + `/>`
	})},
	{name: "编号文字很长.docx", want: tooLarge, make: func(p *Patient, w io.Writer) error {
		long := `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1` + strings.Repeat("长", 300_000) +
			`"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
		numbered := strings.Repeat(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`, 3000)
		parts := docxParts(docxTable(p.table()) + numbered)
		return zipTo(w, append(parts, partOf("word/numbering.xml", long),
			partOf("word/_rels/document.xml.rels", `<Relationships><Relationship Id="n" Type="`+relKind+`numbering" Target="numbering.xml"/></Relationships>`))...)
	}},
	{name: "段落百万个.docx", want: tooLarge, make: func(p *Patient, w io.Writer) error {
		parts := docxParts(docxTable(p.table()) + strings.Repeat(`<w:p><w:r><w:t>a</w:t></w:r></w:p>`, p.size.of(60_000, 1_000_000)))
		return zipTo(w, append(parts, noise(p, 1<<20))...)
	}},
	{name: "段落百万个.html", want: tooLarge, make: func(p *Patient, w io.Writer) error {
		return text(w, `<html><body>`+strings.Repeat(`a<p>`, p.size.of(60_000, 7<<20))+`<table><tr><td>`+p.department+`</td></tr></table></body></html>`)
	}},
	{name: "换行六千万个.txt", want: named("no-table", "file-too-large").unsure(), make: func(p *Patient, w io.Writer) error {
		repeat(w, strings.Repeat("\n", 1<<20), p.size.of(1, 64))
		return nil
	}},
	{name: "引号来回找.csv", want: named("unreadable-file", "file-too-large").unsure(), make: func(p *Patient, w io.Writer) error {
		return text(w, p.csv()+strings.Repeat(`"a,""`+"\r\n", p.size.of(2000, 200_000)))
	}},
	{name: "引号吞了行.csv", want: unreadable, make: func(p *Patient, w io.Writer) error {
		lines := strings.SplitAfter(p.csv(), "\r\n")
		for i := 3; i < 5; i++ { // an inch mark that begins a cell and finds its like a line below
			lines[i] = strings.Replace(lines[i], ","+requirements[i-3], ",\""+requirements[i-3], 1)
		}
		lines[4] = strings.Replace(lines[4], `"`+requirements[1], requirements[1]+`"`, 1)
		return text(w, strings.Join(lines, ""))
	}},
}

// rare are sound files as few programs write them.
var rare = []disease{
	{name: "流名全大写.xls", want: read, make: bytesOf(func(p *Patient) []byte { return compoundOf("WORKBOOK", p.biff().bytes(), nil) })},
	{name: "流名全小写.xls", want: read, make: bytesOf(func(p *Patient) []byte { return compoundOf("workbook", p.biff().bytes(), nil) })},
	{name: "工作簿在根下.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		var moved []part
		for _, part := range p.book().parts() {
			part.name = strings.TrimPrefix(part.name, "xl/")
			moved = append(moved, part)
		}
		for i := range moved {
			if moved[i].name == "_rels/.rels" {
				moved[i] = partOf("_rels/.rels", `<Relationships><Relationship Id="rId1" Type="`+relKind+`officeDocument" Target="workbook.xml"/></Relationships>`)
			}
		}
		return zipTo(w, moved...)
	}},
	{name: "空白行一百万.xlsx", want: read, make: sick(func(p *Patient, s *sheet) {
		old := s.rows
		s.rows = func(w io.Writer) { old(w); repeat(w, `<row ht="20"/>`, p.size.of(510_000, 1_048_500)) }
	})},
	{name: "空零件说是压缩的.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		return rawZip(w, append(p.entries(), entry{name: "docProps/thumbnail.wmf", method: 8}))
	}},
	{name: "宏表没有零件.xlsx", want: read.with("hidden-content"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.entries = `<sheet name="报送表" sheetId="1" r:id="rId1"/><sheet name="Module1" sheetId="2" state="veryHidden" r:id=""/>`
		return zipTo(w, b.parts()...)
	}},
	{name: "样式不在文件里.xlsx", want: read.with("hidden-content"), make: without("xl/styles.xml")},
	{name: "样式不在又有日期.xlsx", want: unreadable, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.drop = "xl/styles.xml"
		old := b.sheets[0].rows
		b.sheets[0].rows = func(w io.Writer) { old(w); io.WriteString(w, `<row r="50"><c r="F50" s="1"><v>44292</v></c></row>`) }
		return zipTo(w, b.parts()...)
	}},
	{name: "旧公式记录.xls", want: read, make: recorded(func(b *biff) {
		b.sheet = append(b.sheet, record(0x0406, append(words16(20, 9, 0, 0, 0, 0, 0x4045, 0, 0, 0, 3), 0x1E, 42, 0))...)
	})},
	{name: "第四千列.xls", want: unreadable, make: recorded(func(b *biff) {
		b.sheet = append(b.sheet, record(0x0204, append(words16(2, 4104, 0), wide("远", 2)...))...)
	})},
	{name: "不是数的数.xls", want: read, make: recorded(func(b *biff) {
		b.sheet = append(b.sheet, record(0x0203, words16(20, 9, 0, 0, 0, 0, 0x7FF8))...)
	})},
	{name: "文字表说多了.xls", want: read, make: recorded(func(b *biff) { b.count += 4 })},
	{name: "逗号后有空格.csv", want: read, make: func(p *Patient, w io.Writer) error {
		lines := strings.Split(p.csv(), "\r\n")
		for i := 2; i+1 < len(lines); i++ {
			lines[i] = `"` + strings.ReplaceAll(lines[i], ",", `", "`) + `"`
		}
		return text(w, strings.Join(lines, "\r\n"))
	}},
}

// noise is a part that does not pack, so that the file is not packed too well.
func noise(p *Patient, size int) part {
	data := make([]byte, size)
	for i := range data {
		data[i] = byte(p.rng.Uint32())
	}
	return part{"pad/noise.bin", func(w io.Writer) { w.Write(data) }}
}

// storages is a compound file of storages, each in the one before.
func storages(n int) []byte {
	le := binary.LittleEndian
	sectors := (n + 3) / 4
	tables := 1
	for tables*(sector/4) < sectors+tables {
		tables++
	}
	data := compound(make([]byte, 8), nil)[:sector]
	le.PutUint32(data[44:], uint32(tables))
	le.PutUint32(data[48:], uint32(tables))
	for i := range 109 {
		v := uint32(free)
		if i < tables {
			v = uint32(i)
		}
		le.PutUint32(data[76+4*i:], v)
	}
	fat := make([]uint32, 0, tables*sector/4)
	for range tables {
		fat = append(fat, fatSector)
	}
	for i := range sectors {
		next := uint32(tables + i + 1)
		if i+1 == sectors {
			next = endOfFile
		}
		fat = append(fat, next)
	}
	for len(fat) < tables*sector/4 {
		fat = append(fat, free)
	}
	for _, v := range fat {
		data = le.AppendUint32(data, v)
	}
	directory := make([]byte, sectors*sector)
	for i := range n {
		name, kind, child := "a", byte(1), uint32(i+1)
		if i == 0 {
			name, kind = "Root Entry", 5
		}
		if i+1 == n {
			child = free
		}
		directoryEntry(directory[128*i:], name, kind, child, endOfFile, 0)
	}
	return append(data, directory...)
}
