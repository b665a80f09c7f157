package grid

import (
	"bytes"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// oleMagic starts a compound file: .xls, .doc, .et, .wps, and any encrypted workbook.
const oleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// The streams of a compound file that tell what it is.
const (
	streamWorkbook  = "Workbook"
	streamEncrypted = "EncryptedPackage"
)

// streams opens a compound file and returns its root streams by name.
func streams(data []byte) (map[string]*mscfb.File, *refusal) {
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("文件不完整，可能没有下载或复制完")
	}
	byName := map[string]*mscfb.File{}
	for _, f := range doc.File {
		if len(f.Path) == 0 && byName[f.Name] == nil {
			byName[f.Name] = f
		}
	}
	return byName, nil
}

// sniffOLE tells what lies in a compound file.
func sniffOLE(data []byte, file string) (format, *refusal) {
	found, bad := streams(data)
	if bad != nil {
		return "", bad
	}
	switch {
	case found[streamEncrypted] != nil:
		return "", protected()
	case found[streamWorkbook] != nil:
		return formatXLS, nil
	case found["Book"] != nil:
		return "", unsupported("Excel 5.0/95 工作簿", "")
	case found["WordDocument"] != nil && ending(file) == ".wps":
		return "", unsupported("WPS 文字文档（.wps）", "请用 WPS 打开后另存为 .docx，放回原文件夹。")
	case found["WordDocument"] != nil:
		return "", unsupported("Word 97-2003 文档（.doc）", "请用 Word 或 WPS 打开后另存为 .docx，放回原文件夹。")
	case found["PowerPoint Document"] != nil:
		return "", unsupported("演示文稿", "请部门改报表格。")
	case ending(file) == ".et":
		return "", unsupported("WPS 表格（.et）", "请用 WPS 打开后另存为 .xlsx，放回原文件夹。")
	case ending(file) == ".wps":
		return "", unsupported("WPS 文字文档（.wps）", "请用 WPS 打开后另存为 .docx，放回原文件夹。")
	case strings.HasPrefix(ending(file), ".xls"):
		return "", damaged("文件里没有工作簿，可能已损坏")
	}
	return "", unsupported("老式 Office 文件", "")
}

// readStream reads a stream to its end, a piece at a time: the library's cost of one read
// grows with the square of its length.
func readStream(f *mscfb.File, size int) ([]byte, *refusal) {
	if f.Size > int64(size) {
		return nil, damaged("文件不完整，可能没有下载或复制完")
	}
	const piece = 64 << 10
	data := make([]byte, 0, f.Size)
	for int64(len(data)) < f.Size {
		part := make([]byte, min(piece, f.Size-int64(len(data))))
		n, err := f.Read(part)
		data = append(data, part[:n]...)
		if n == 0 || err != nil && err != io.EOF {
			return nil, damaged("文件不完整，可能没有下载或复制完")
		}
	}
	return data, nil
}
