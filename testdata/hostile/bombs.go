package hostile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
)

// bombs are small files that unpack to large ones.
var bombs = []disease{
	{name: "炸弹-比例.xlsx", want: tooLarge, make: func(p *Patient, w io.Writer) error { return bomb(p, w, int64(p.size.of(20, 250))<<20) }},
	{name: "炸弹-五吉.xlsx", want: tooLarge, make: func(p *Patient, w io.Writer) error { return bomb(p, w, int64(p.size.of(300, 5120))<<20) }},
	{name: "炸弹-谎报大小.xlsx", want: unreadable, make: func(p *Patient, w io.Writer) error {
		all := p.entries()
		data := zeros(int64(p.size.of(20, 5120)) << 20)
		return rawZip(w, append(all, entry{name: "xl/media/a.bmp", data: data, method: zip.Deflate, packed: uint32(len(data)), size: 1000}))
	}},
	{name: "炸弹-套娃.xlsx", want: unreadable, make: func(p *Patient, w io.Writer) error { return zipTo(w, nested(p, p.size.of(3, 6))...) }},
	{name: "炸弹-媒体里套娃.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.more = nested(p, p.size.of(2, 4))
		return zipTo(w, b.parts()...)
	}},
	{name: "炸弹-重叠.xlsx", want: tooLarge, make: overlapping(1 << 20)},
	{name: "重叠的零件.xlsx", want: read.or("unreadable-file"), make: overlapping(1000)},
	{name: "零件十万个.xlsx", want: tooLarge, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		for i := range p.size.of(10_001, 100_000) {
			b.more = append(b.more, partOf(fmt.Sprintf("x/%d", i), ""))
		}
		return zipTo(w, b.parts()...)
	}},
	{name: "零件一万个以内.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		for i := range p.size.of(500, 9_000) {
			b.more = append(b.more, partOf(fmt.Sprintf("x/%d", i), "x"))
		}
		return zipTo(w, b.parts()...)
	}},
	{name: "解压后贴着上限.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		noise := make([]byte, p.size.of(10, 1500)<<10)
		for i := range noise {
			noise[i] = byte(p.rng.Uint32())
		}
		b.more = []part{{"xl/media/noise.bin", func(w io.Writer) { w.Write(noise) }}}
		old := b.sheets[0].rows
		b.sheets[0].rows = func(w io.Writer) {
			old(w)
			repeat(w, string(bytes.Repeat([]byte(" "), 1<<20)), p.size.of(2, 190))
		}
		return zipTo(w, b.parts()...)
	}},
}

func repeat(w io.Writer, s string, n int) {
	for range n {
		io.WriteString(w, s)
	}
}

// zeros is so many zero bytes as flate packs them, made from one block that is repeated: a
// multiple of a megabyte.
func zeros(size int64) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	w.Write(make([]byte, 1<<20))
	w.Flush()
	return append(bytes.Repeat(b.Bytes(), int(size>>20)), 1, 0, 0, 0xFF, 0xFF)
}

// bomb is the patient's return with a part that unpacks to size.
func bomb(p *Patient, w io.Writer, size int64) error {
	z := zip.NewWriter(w)
	for _, part := range p.book().parts() {
		f, err := z.Create(part.name)
		if err != nil {
			return err
		}
		part.fill(f)
	}
	data := zeros(size)
	f, err := z.CreateRaw(&zip.FileHeader{Name: "xl/media/image1.bmp", Method: zip.Deflate, CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(size)})
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	return z.Close()
}

// nested are zips in zips, so many deep and ten wide.
func nested(p *Patient, deep int) []part {
	inner := zipped(part{"zeros", func(w io.Writer) { w.Write(make([]byte, 1<<20)) }})
	for range deep {
		var parts []part
		for i := range 10 {
			parts = append(parts, partOf(fmt.Sprintf("%d.zip", i), string(inner)))
		}
		inner = zipped(parts...)
	}
	return []part{partOf("xl-media/inner.zip", string(inner))}
}

// overlapping adds many entries that all stand for the same bytes.
func overlapping(size int) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error {
		all := append(p.entries(), packed("xl/media/0.bin", make([]byte, size)))
		at := len(all)
		for i := range 300 {
			e := all[at-1]
			e.name, e.onto = fmt.Sprintf("xl/media/%d.bin", i+1), at
			all = append(all, e)
		}
		return rawZip(w, all)
	}
}
