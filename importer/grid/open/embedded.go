package open

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/ods"
	"taizhang/importer/grid/xls"
)

// mostEmbedded is how many files one document may bring along to be read.
const mostEmbedded = 64

// embedded reads the files that lie in a document: workbooks, pages, folders of spreadsheets.
type embedded struct {
	data  []byte // of the document
	zip   *archive.Zip
	most  uint64 // the document and all that it brings along may take, inflated
	left  uint64 // of that
	parts map[string]*zip.File
	read  map[string]bool // parts that were asked for
}

// open reads a part of the document into a reading of its own. What the part inflates to
// counts together with the document.
func (e *embedded) open(part string, inner *grid.Reading) *grid.Refusal {
	switch {
	case e.read[part]:
		return grid.Damaged("零件 %s 前面已经读过", part)
	case len(e.read) == mostEmbedded:
		return grid.TooLarge("文档里嵌入的文件过多", "64 个")
	case e.read == nil:
		e.read = map[string]bool{}
	}
	e.read[part] = true
	if strings.HasSuffix(part, "/") && e.zip != nil {
		return openFolder(inner, e.zip, part)
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
	f, inside, bad := sniff(data, part, e.most, inner.Budget)
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

// openFolder reads a spreadsheet that lies in a folder of a text of OpenDocument.
func openFolder(inner *grid.Reading, zip *archive.Zip, folder string) *grid.Refusal {
	if bad := ods.ReadFolder(inner, zip, folder); bad != nil {
		return bad
	}
	hideOthers(inner, shownOfODS(zip, folder))
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
