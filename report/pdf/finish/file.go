package finish

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

var (
	xrefAt   = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\s*$`)
	xrefHead = regexp.MustCompile(`^xref\n0 (\d+)\n`)

	trailerSize = regexp.MustCompile(`/Size \d+\n`)
)

// File is a PDF taken apart: the objects 1 to n without their frames.
type File struct {
	header  []byte
	Objects [][]byte
	trailer []byte // from the trailer's << to its >>
}

// TakeApart takes a PDF apart by its table of objects; it fails where the file is not laid out as the
// library lays it out.
func TakeApart(pdf []byte) (File, error) {
	m := xrefAt.FindSubmatch(pdf)
	if m == nil {
		return File{}, errLayout
	}
	at, _ := strconv.Atoi(string(m[1]))
	if at <= 0 || at >= len(pdf) {
		return File{}, errLayout
	}
	rest := pdf[at:]
	size := xrefHead.FindSubmatch(rest)
	if size == nil {
		return File{}, errLayout
	}
	n, _ := strconv.Atoi(string(size[1]))
	rest = rest[len(size[0]):]
	if n < 1 || len(rest) < 20*n {
		return File{}, errLayout
	}
	offsets := make([]int, n)
	for i := 1; i < n; i++ {
		offsets[i], _ = strconv.Atoi(string(rest[20*i : 20*i+10]))
	}
	ends := append(slices.Sorted(slices.Values(offsets[1:])), at)
	f := File{header: pdf[:ends[0]], Objects: make([][]byte, n-1), trailer: rest[20*n:]}
	for i := 1; i < n; i++ {
		from := offsets[i]
		k, _ := slices.BinarySearch(ends, from)
		head := fmt.Appendf(nil, "%d 0 obj\n", i)
		body, ok := bytes.CutPrefix(pdf[from:ends[k+1]], head)
		if !ok {
			return File{}, errLayout
		}
		if body, ok = bytes.CutSuffix(bytes.TrimRight(body, "\n"), []byte("endobj")); !ok {
			return File{}, errLayout
		}
		f.Objects[i-1] = body
	}
	open, end := bytes.Index(f.trailer, []byte("<<")), bytes.LastIndex(f.trailer, []byte(">>"))
	if open < 0 || end < open {
		return File{}, errLayout
	}
	f.trailer = f.trailer[open+2 : end]
	return f, nil
}

// add puts an object at the end and returns its number.
func (f *File) add(object []byte) int {
	f.Objects = append(f.Objects, object)
	return len(f.Objects)
}

// assemble writes the file with a new table of objects. Its identity is made of its content.
func (f File) assemble() []byte {
	var out bytes.Buffer
	out.Write(f.header)
	offsets := make([]int, len(f.Objects))
	for i, object := range f.Objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n", i+1)
		out.Write(object)
		out.WriteString("endobj\n")
	}
	id := sha256.Sum256(out.Bytes())
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(f.Objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	trailer := trailerSize.ReplaceAll(f.trailer, fmt.Appendf(nil, "/Size %d\n", len(f.Objects)+1))
	fmt.Fprintf(&out, "trailer\n<<%s/ID [<%x><%x>]\n>>\nstartxref\n%d\n%%%%EOF\n", trailer, id[:16], id[:16], at)
	return out.Bytes()
}

// stream wraps bytes as a compressed stream object, with what else its dictionary says.
func stream(data []byte, said ...string) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(data) // into memory
	_ = z.Close()
	return fmt.Appendf(nil, "<<%s/Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\n", strings.Join(said, " "), packed.Len(), packed.Bytes())
}

// toUnicode is a CMap that leads each code to its character.
func toUnicode(characters map[rune]rune) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // lines in a section
	for section := range slices.Chunk(slices.Sorted(maps.Keys(characters)), most) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(section))
		for _, code := range section {
			fmt.Fprintf(&b, "<%04X> <", code)
			for _, unit := range utf16.Encode([]rune{characters[code]}) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
