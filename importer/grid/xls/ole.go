package xls

import (
	"bytes"
	"io"

	"github.com/richardlehane/mscfb"

	"taizhang/importer/grid"
)

// StreamWorkbook is the stream of a compound file that holds a workbook.
const StreamWorkbook = "Workbook"

// Streams opens a compound file and returns its root streams by name.
func Streams(data []byte) (map[string]*mscfb.File, *grid.Refusal) {
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, grid.Damaged("文件不完整，可能没有下载或复制完")
	}
	byName := map[string]*mscfb.File{}
	for _, f := range doc.File {
		if len(f.Path) == 0 && byName[f.Name] == nil {
			byName[f.Name] = f
		}
	}
	return byName, nil
}

// readStream reads a stream to its end, a piece at a time: the library's cost of one read
// grows with the square of its length.
func readStream(f *mscfb.File, size int) ([]byte, *grid.Refusal) {
	if f.Size > int64(size) {
		return nil, grid.Damaged("文件不完整，可能没有下载或复制完")
	}
	const piece = 64 << 10
	data := make([]byte, 0, f.Size)
	for int64(len(data)) < f.Size {
		part := make([]byte, min(piece, f.Size-int64(len(data))))
		n, err := f.Read(part)
		data = append(data, part[:n]...)
		if n == 0 || err != nil && err != io.EOF {
			return nil, grid.Damaged("文件不完整，可能没有下载或复制完")
		}
	}
	return data, nil
}
