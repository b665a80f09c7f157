package grid

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
)

// archive is the zip that a workbook or document lies in. Every entry that is read is held
// against its checksum, and verify does so with those that nobody asked for: a damaged file
// is found before anything is taken from it.
type archive struct {
	data    []byte
	parts   map[string]*zip.File // by name in lower case, with forward slashes
	names   []*zip.File          // in the order of the directory
	checked map[*zip.File]bool
	inflate *inflater
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

// openArchive reads the directory and holds the declared sizes against the limits, all of
// them together against most.
func openArchive(data []byte, most uint64) (*archive, *refusal) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("文件不完整，可能没有下载或复制完")
	}
	if len(r.File) > maxParts {
		return nil, tooLarge("文件里的零件过多", "10000 个")
	}
	a := &archive{data: data, parts: make(map[string]*zip.File, len(r.File)), names: r.File, checked: make(map[*zip.File]bool, len(r.File))}
	var total uint64
	for _, f := range r.File {
		name := partName(f.Name)
		if strings.HasSuffix(name, "/") && f.UncompressedSize64 == 0 {
			a.checked[f] = true
			continue
		}
		if a.parts[name] != nil {
			return nil, damaged("文件中的零件 %s 出现了两次", f.Name)
		}
		a.parts[name] = f
		if f.Flags&1 != 0 {
			return nil, protected()
		}
		total += min(f.UncompressedSize64, most+1)
		if total > most {
			return nil, tooLarge("解压后超过 "+size(most), size(most))
		}
	}
	if total > ratioFloor && total/maxRatio > uint64(len(data)) {
		return nil, tooLarge("解压后是原来的 200 倍以上，不像正常表格", "200 倍")
	}
	return a, nil
}

// partName folds what writers do to names: backslashes, a leading slash, letter case.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (a *archive) has(name string) bool { return a.parts[partName(name)] != nil }

// xml returns a part as a scanner over its text.
func (a *archive) xml(name string) (*scanner, *refusal) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, damaged("缺少零件 %s", name)
	}
	var b strings.Builder
	b.Grow(int(min(f.UncompressedSize64, 16<<20)))
	if bad := a.extract(f, &b); bad != nil {
		return nil, bad
	}
	src, bad := decodeXML(name, b.String())
	if bad != nil {
		return nil, bad
	}
	return newScanner(name, src), nil
}

// verify reads the entries that nobody has read yet. Nothing is read after it.
func (a *archive) verify() *refusal {
	defer a.release()
	for _, f := range a.names {
		if !a.checked[f] {
			if bad := a.extract(f, nil); bad != nil {
				return bad
			}
		}
	}
	return nil
}

// extract inflates an entry into b, which may be nil, and checks size and checksum.
func (a *archive) extract(f *zip.File, b *strings.Builder) *refusal {
	offset, err := f.DataOffset()
	if err != nil || offset < 0 || f.CompressedSize64 > uint64(len(a.data)) || uint64(offset) > uint64(len(a.data))-f.CompressedSize64 {
		return damaged("文件中的零件 %s 的位置不对", f.Name)
	}
	packed := a.data[offset : uint64(offset)+f.CompressedSize64]
	switch f.Method {
	case zip.Store:
		if b != nil {
			b.Write(packed)
		}
		a.checked[f] = true
		if uint64(len(packed)) != f.UncompressedSize64 || crc32.ChecksumIEEE(packed) != f.CRC32 {
			return damaged("文件中的零件 %s 校验不符", f.Name)
		}
		return nil
	case zip.Deflate:
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
	return damaged("文件中的零件 %s 的压缩方式不认识", f.Name)
}

// release hands the inflater on.
func (a *archive) release() {
	if a.inflate != nil {
		a.inflate.source.Reset(nil)
		inflaters.Put(a.inflate)
		a.inflate = nil
	}
}

func (a *archive) inflateTo(f *zip.File, packed []byte, b *strings.Builder) *refusal {
	if a.inflate == nil {
		a.inflate = inflaters.Get().(*inflater)
	}
	in := a.inflate
	in.source.Reset(packed)
	if in.ReadCloser.(flate.Resetter).Reset(&in.source, nil) != nil {
		return damaged("文件中的零件 %s 已损坏", f.Name)
	}
	var sum uint32
	var read uint64
	for {
		n, err := in.Read(in.buffer[:])
		sum = crc32.Update(sum, crc32.IEEETable, in.buffer[:n])
		if read += uint64(n); read > f.UncompressedSize64 {
			return damaged("文件中的零件 %s 的大小与目录不符", f.Name)
		}
		if b != nil {
			b.Write(in.buffer[:n])
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return damaged("文件中的零件 %s 已损坏", f.Name)
		}
	}
	a.checked[f] = true
	if read != f.UncompressedSize64 || sum != f.CRC32 {
		return damaged("文件中的零件 %s 校验不符", f.Name)
	}
	return nil
}
