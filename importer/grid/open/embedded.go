package open

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/xls"
)

// mostEmbedded is how many files one document may bring along to be read.
const mostEmbedded = 64

// embedded reads the files that lie in a document: workbooks, pages.
type embedded struct {
	data  []byte // of the document
	most  uint64 // the document and all that it brings along may take, inflated
	left  uint64 // of that
	parts map[string]*zip.File
	read  int
}

// open reads a part of the document into a reading of its own. What the part inflates to
// counts together with the document.
func (e *embedded) open(part string, inner *grid.Reading) *grid.Refusal {
	if e.read++; e.read > mostEmbedded {
		return grid.TooLarge("文档里嵌入的文件过多", "64 个")
	}
	data, bad := e.contents(part)
	if bad != nil {
		return bad
	}
	if bytes.HasPrefix(data, []byte(oleMagic)) {
		if data, bad = unpacked(data); bad != nil {
			return bad
		}
	}
	if zipped(data) {
		if bad := e.spend(data); bad != nil {
			return bad
		}
	}
	f, inside, bad := sniff(data, part, e.most)
	if bad != nil {
		return bad
	}
	if f == formatText || f == formatCSV {
		return grid.Damaged("内容不是表格")
	}
	active := shownSheet(f, data, inside)
	if bad := readAs(inner, f, data, inside, nil); bad != nil {
		return bad
	}
	hideOthers(inner, active)
	return nil
}

// contents returns the bytes of a part, held against its checksum.
func (e *embedded) contents(part string) ([]byte, *grid.Refusal) {
	if e.parts == nil {
		r, err := zip.NewReader(bytes.NewReader(e.data), int64(len(e.data)))
		if err != nil {
			return nil, grid.Damaged("文件不完整，可能没有下载或复制完")
		}
		e.parts, e.left = map[string]*zip.File{}, e.most
		for _, f := range r.File {
			e.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
			e.left -= min(e.left, f.UncompressedSize64)
		}
	}
	f := e.parts[strings.ToLower(part)]
	if f == nil {
		return nil, grid.Damaged("缺少零件 %s", part)
	}
	in, err := f.Open()
	if err != nil {
		return nil, grid.Damaged("文件中的零件 %s 已损坏", part)
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, grid.MaxFileBytes+1))
	switch {
	case err != nil:
		return nil, grid.Damaged("文件中的零件 %s 已损坏", part)
	case len(data) > grid.MaxFileBytes:
		return nil, grid.TooLarge("超过 "+grid.Megabytes(grid.MaxFileBytes), grid.Megabytes(grid.MaxFileBytes))
	}
	return data, nil
}

// spend counts what a zip inflates to against what is left.
func (e *embedded) spend(data []byte) *grid.Refusal {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return grid.Damaged("文件不完整，可能没有下载或复制完")
	}
	for _, f := range r.File {
		if f.UncompressedSize64 > e.left {
			return grid.TooLarge("连同嵌入的文件，解压后超过 "+grid.Megabytes(e.most), grid.Megabytes(e.most))
		}
		e.left -= f.UncompressedSize64
	}
	return nil
}

// unpacked takes a workbook out of the compound file that Word wraps it in. One that is a
// compound file itself is no other.
func unpacked(data []byte) ([]byte, *grid.Refusal) {
	streams, bad := xls.Streams(data)
	if bad != nil {
		return nil, bad
	}
	wrapped := streams["Package"]
	if wrapped == nil {
		return data, nil
	}
	if wrapped.Size > int64(len(data)) {
		return nil, grid.Damaged("文件不完整，可能没有下载或复制完")
	}
	return readWhole(wrapped, int(wrapped.Size))
}

// readWhole reads a stream to its end, a piece at a time: the library's cost of one read
// grows with the square of its length.
func readWhole(stream io.Reader, size int) ([]byte, *grid.Refusal) {
	const piece = 64 << 10
	data := make([]byte, 0, size)
	for len(data) < size {
		part := make([]byte, min(piece, size-len(data)))
		n, err := stream.Read(part)
		data = append(data, part[:n]...)
		if n == 0 || err != nil && err != io.EOF {
			return nil, grid.Damaged("文件不完整，可能没有下载或复制完")
		}
	}
	return data, nil
}

// shownSheet returns the name of the sheet that a document shows of a workbook in it: the one
// that was open last. It is "" where that can't be known.
func shownSheet(f format, data []byte, inside *archive.Zip) string {
	switch f {
	case formatXLSX:
		return shownOfXLSX(inside)
	case formatXLS:
		return shownOfXLS(data)
	}
	return ""
}

func shownOfXLSX(inside *archive.Zip) string {
	main, bad := archive.MainPart(inside, "xl/workbook.xml")
	if bad != nil {
		return ""
	}
	x, bad := inside.XML(main)
	if bad != nil {
		return ""
	}
	active := 0
	var names []string
	for range x.Children() {
		for tag := range x.Children() {
			for inner := range x.Children() {
				switch {
				case tag == "bookViews" && inner == "workbookView":
					active = number(x.Attr("activeTab"))
				case tag == "sheets" && inner == "sheet":
					names = append(names, x.Attr("name"))
				}
			}
		}
	}
	if active >= len(names) {
		return ""
	}
	return names[active]
}

func number(s string) (n int) {
	for _, r := range s {
		if r < '0' || r > '9' || n > grid.MaxSheets {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// shownOfXLS reads the records that name the sheets (BoundSheet8) and say which is open
// (Window1).
func shownOfXLS(data []byte) string {
	streams, bad := xls.Streams(data)
	if bad != nil || streams[xls.StreamWorkbook] == nil || streams[xls.StreamWorkbook].Size > int64(len(data)) {
		return ""
	}
	const globals = 1 << 20 // these records stand at the beginning
	book, bad := readWhole(streams[xls.StreamWorkbook], int(min(streams[xls.StreamWorkbook].Size, globals)))
	if bad != nil {
		return ""
	}
	active := 0
	var names []string
	for at := 0; at+4 <= len(book); {
		kind, size := binary.LittleEndian.Uint16(book[at:]), int(binary.LittleEndian.Uint16(book[at+2:]))
		if at += 4; at+size > len(book) {
			break
		}
		record := book[at : at+size]
		at += size
		switch {
		case kind == 0x3D && size >= 12:
			active = int(binary.LittleEndian.Uint16(record[10:]))
		case kind == 0x85 && size >= 8:
			names = append(names, sheetName(record[6:]))
		case kind == 0x0A: // the end of the globals
			at = len(book)
		}
	}
	if active >= len(names) {
		return ""
	}
	return names[active]
}

// sheetName reads a short string of BIFF8: its length, whether it takes two bytes a
// character, the characters.
func sheetName(b []byte) string {
	n, wide := int(b[0]), b[1]&1 != 0
	var name []rune
	for b = b[2:]; n > 0 && len(b) > 0; n-- {
		if !wide {
			name, b = append(name, rune(b[0])), b[1:]
		} else if len(b) >= 2 {
			name, b = append(name, rune(binary.LittleEndian.Uint16(b))), b[2:]
		} else {
			break
		}
	}
	return string(name)
}

// hideOthers marks the sheets that a document does not show.
func hideOthers(r *grid.Reading, shown string) {
	if !slices.ContainsFunc(r.Sheets, func(s *grid.Sheet) bool { return s.Name == shown }) {
		return
	}
	for _, s := range r.Sheets {
		s.Hidden = s.Hidden || s.Name != shown
	}
}
