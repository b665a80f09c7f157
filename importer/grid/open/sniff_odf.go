package open

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// openDocument tells the kinds of OpenDocument apart by what they say that they are. One that says
// nothing is taken for a spreadsheet.
func openDocument(a *archive.Zip) (format, *grid.Refusal) {
	switch odf.Kind(a) {
	case "spreadsheet", "":
		return formatODS, nil
	case "text":
		return formatODT, nil
	case "presentation":
		return "", grid.Unsupported("开放文档演示文稿（.odp）", "请部门改报表格。")
	}
	return "", grid.Unsupported("开放文档（不是表格，也不是文字）", "请用 WPS 或 LibreOffice 打开后另存为 .docx 或 .xlsx，放回原文件夹。")
}

// flatHead is where in a document of OpenDocument that lies in one file of XML its kind stands:
// behind a list of name spaces.
const flatHead = 16 << 10

// flatKind returns what kind of document such a file is, "" for any other file.
func flatKind(text string) string {
	_, media, ok := strings.Cut(text[:min(len(text), flatHead)], ":mimetype=\"application/vnd.oasis.opendocument.")
	if !ok {
		return ""
	}
	kind, _, _ := strings.Cut(media, `"`)
	kind, _, _ = strings.Cut(kind, "-")
	return kind
}

// flat returns a scanner over such a file.
func flat(r *grid.Reading, data []byte) (*markup.Scanner, *grid.Refusal) {
	src, bad := markup.DecodeXML("文档", string(data))
	if bad != nil {
		return nil, bad
	}
	x := markup.NewScanner("文档", src)
	x.Charge(r.Budget)
	x.Hold(len(src))
	return x, nil
}
