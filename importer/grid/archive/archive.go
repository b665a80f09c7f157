// Package archive is the zip that a workbook or a document lies in: its parts, each held
// against its checksum, and the relations between them.
package archive

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// Zip is the zip that a workbook or document lies in. Every entry that is read is held
// against its checksum, and verify does so with those that nobody asked for: a damaged file
// is found before anything is taken from it.
type Zip struct {
	data    []byte
	parts   map[string]*zip.File // by name in lower case, with forward slashes
	names   []*zip.File          // in the order of the directory
	checked map[*zip.File]bool
	inflate *inflater
	budget  *grid.Budget
}

// inflater is what inflating takes. It weighs far more than a return does, and is handed
// on from file to file.
type inflater struct {
	io.ReadCloser
	source bytes.Reader
	buffer [32 << 10]byte
}

var inflaters = sync.Pool{New: func() any {
	i := &inflater{}
	i.ReadCloser = flate.NewReader(&i.source)
	return i
}}

// Open reads the directory and holds the declared sizes against the limits, all of
// them together against most. What is read of the parts is counted against the budget.
func Open(data []byte, most uint64, budget *grid.Budget) (*Zip, *grid.Refusal) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, grid.Damaged("文件不完整，可能没有下载或复制完")
	}
	if len(r.File) > grid.MaxParts {
		return nil, grid.TooLarge("文件里的零件过多", "10000 个")
	}
	a := &Zip{data: data, parts: make(map[string]*zip.File, len(r.File)), names: r.File, checked: make(map[*zip.File]bool, len(r.File)), budget: budget}
	var total uint64
	for _, f := range r.File {
		name := partName(f.Name)
		if strings.HasSuffix(name, "/") && f.UncompressedSize64 == 0 {
			a.checked[f] = true
			continue
		}
		if a.parts[name] != nil {
			return nil, grid.Damaged("文件中的零件 %s 出现了两次", f.Name)
		}
		a.parts[name] = f
		if f.Flags&1 != 0 {
			return nil, grid.Protected()
		}
		total += min(f.UncompressedSize64, most+1)
		if total > most {
			return nil, grid.TooLarge("解压后超过 "+grid.Megabytes(most), grid.Megabytes(most))
		}
	}
	if total > grid.RatioFloor && total/grid.MaxRatio > uint64(len(data)) {
		return nil, grid.TooLarge("解压后是原来的 200 倍以上，不像正常表格", "200 倍")
	}
	return a, nil
}

// partName folds what writers do to names: backslashes, a leading slash, letter case.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Has reports whether there is such a part.
func (a *Zip) Has(name string) bool { return a.parts[partName(name)] != nil }

// Mark returns a number that changes with the content of a part, as the directory has it; 0
// where there is none. Two parts with one mark are the same, short of malice.
func (a *Zip) Mark(name string) uint64 {
	f := a.parts[partName(name)]
	if f == nil {
		return 0
	}
	return f.UncompressedSize64<<32 | uint64(f.CRC32)
}

// HasFolder reports whether some part lies in the folder, which is in lower case and ends in a slash.
func (a *Zip) HasFolder(prefix string) bool {
	for name := range a.parts {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// XML returns a part as a scanner over its text.
func (a *Zip) XML(name string) (*markup.Scanner, *grid.Refusal) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, grid.Damaged("缺少零件 %s", name)
	}
	size := int(f.UncompressedSize64) // the directory was held against the limits
	a.budget.Walk(size)
	a.budget.Hold(size)
	if bad := a.budget.Over(); bad != nil {
		return nil, bad
	}
	var b strings.Builder
	b.Grow(min(size, mostGrown(f)))
	if bad := a.extract(f, &b); bad != nil {
		return nil, bad
	}
	if markup.Recoded(b.String()) {
		if a.budget.Hold(2 * size); a.budget.Over() != nil {
			return nil, a.budget.Over()
		}
	}
	src, bad := markup.DecodeXML(name, b.String())
	if bad != nil {
		return nil, bad
	}
	x := markup.NewScanner(name, src)
	x.Charge(a.budget)
	return x, nil
}

// mostGrown is how large a part can be that lies in the file in so many bytes: flate packs
// no better than 1,032 to 1. A directory that promises more lies.
func mostGrown(f *zip.File) int {
	return int(min(f.CompressedSize64, grid.MaxUnzippedBytes))*1032 + 1024
}

// mostHead is how many bytes of a part Head returns at the most.
const mostHead = 256

// Head returns the text of a small part that is no XML, "" where there is none, it is larger or
// it is damaged.
func (a *Zip) Head(name string) string {
	f := a.parts[partName(name)]
	if f == nil || f.UncompressedSize64 > mostHead {
		return ""
	}
	var b strings.Builder
	if bad := a.extract(f, &b); bad != nil {
		return ""
	}
	return b.String()
}

// Verify reads the entries that nobody has read yet. Nothing is read after it.
func (a *Zip) Verify() *grid.Refusal {
	defer a.Release()
	for _, f := range a.names {
		if !a.checked[f] {
			if bad := a.extract(f, nil); bad != nil {
				return bad
			}
		}
	}
	return nil
}

// extract inflates an entry into b, which may be nil, and checks size and checksum. An entry that
// is damaged stays unchecked, so that Verify refuses the file where a reader makes do without it.
func (a *Zip) extract(f *zip.File, b *strings.Builder) *grid.Refusal {
	offset, err := f.DataOffset()
	if err != nil || offset < 0 || f.CompressedSize64 > uint64(len(a.data)) || uint64(offset) > uint64(len(a.data))-f.CompressedSize64 {
		return grid.Damaged("文件中的零件 %s 的位置不对", f.Name)
	}
	if name, ok := a.nameAt(int(offset)); !ok || partName(name) != partName(f.Name) {
		return grid.Damaged("文件中的零件 %s 的名称与目录不符", f.Name)
	}
	packed := a.data[offset : uint64(offset)+f.CompressedSize64]
	switch f.Method {
	case zip.Store:
		if b != nil {
			b.Write(packed)
		}
		if uint64(len(packed)) != f.UncompressedSize64 || crc32.ChecksumIEEE(packed) != f.CRC32 {
			return grid.Damaged("文件中的零件 %s 校验不符", f.Name)
		}
		a.checked[f] = true
		return nil
	case zip.Deflate:
		if f.CompressedSize64 == 0 && f.UncompressedSize64 == 0 && f.CRC32 == 0 { // nothing, which some writers do not even pack
			a.checked[f] = true
			return nil
		}
		if !mayBeCommon(f, packed) {
			return a.inflateTo(f, packed, b)
		}
		text, known := common(f, packed)
		if !known {
			var own strings.Builder
			own.Grow(int(f.UncompressedSize64))
			if bad := a.inflateTo(f, packed, &own); bad != nil {
				return bad
			}
			text = own.String()
			keepCommon(f, packed, text)
		}
		if b != nil {
			b.WriteString(text)
		}
		a.checked[f] = true
		return nil
	}
	return grid.Damaged("文件中的零件 %s 的压缩方式不认识", f.Name)
}

// nameAt returns the name that stands before a part itself. The directory repeats it, and neither
// has a check sum: a part whose name is damaged in one of them would be missing without a word.
func (a *Zip) nameAt(offset int) (name string, ok bool) {
	const header = 30
	for behind := 0; behind < 2<<16 && offset-header-behind >= 0; behind++ {
		h := a.data[offset-header-behind : offset]
		if h[0] != 'P' || h[1] != 'K' || h[2] != 3 || h[3] != 4 {
			continue
		}
		if n, extra := int(h[26])|int(h[27])<<8, int(h[28])|int(h[29])<<8; n+extra == behind {
			return string(h[header : header+n]), true
		}
	}
	return "", false
}

// Release hands the inflater on.
func (a *Zip) Release() {
	if a.inflate != nil {
		a.inflate.source.Reset(nil)
		inflaters.Put(a.inflate)
		a.inflate = nil
	}
}

func (a *Zip) inflateTo(f *zip.File, packed []byte, b *strings.Builder) *grid.Refusal {
	if a.inflate == nil {
		a.inflate = inflaters.Get().(*inflater)
	}
	in := a.inflate
	in.source.Reset(packed)
	if in.ReadCloser.(flate.Resetter).Reset(&in.source, nil) != nil {
		return grid.Damaged("文件中的零件 %s 已损坏", f.Name)
	}
	var sum uint32
	var read uint64
	for {
		n, err := in.Read(in.buffer[:])
		sum = crc32.Update(sum, crc32.IEEETable, in.buffer[:n])
		if read += uint64(n); read > f.UncompressedSize64 {
			return grid.Damaged("文件中的零件 %s 的大小与目录不符", f.Name)
		}
		if b != nil {
			b.Write(in.buffer[:n])
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return grid.Damaged("文件中的零件 %s 已损坏", f.Name)
		}
	}
	if read != f.UncompressedSize64 || sum != f.CRC32 {
		return grid.Damaged("文件中的零件 %s 校验不符", f.Name)
	}
	a.checked[f] = true
	return nil
}
