package open

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/xls"
)

// oleMagic starts a compound file: .xls, .doc, .et, .wps, and any encrypted workbook.
const oleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// streamEncrypted is the stream of a compound file that holds an encrypted document.
const streamEncrypted = "EncryptedPackage"

// sniffOLE tells what lies in a compound file.
func sniffOLE(data []byte, file string) (format, *grid.Refusal) {
	found, bad := xls.Streams(data)
	if bad != nil {
		return "", bad
	}
	switch {
	case found[streamEncrypted] != nil:
		return "", grid.Protected()
	case found[xls.StreamWorkbook] != nil:
		return formatXLS, nil
	case found[xls.StreamBook] != nil:
		return formatXLS, nil
	case found["WordDocument"] != nil && ending(file) == ".wps":
		return "", grid.Unsupported("WPS 文字文档（.wps）", "请用 WPS 打开后另存为 .docx，放回原文件夹。")
	case found["WordDocument"] != nil:
		return "", grid.Unsupported("Word 97-2003 文档（.doc）", "请用 Word 或 WPS 打开后另存为 .docx，放回原文件夹。")
	case found["PowerPoint Document"] != nil:
		return "", grid.Unsupported("演示文稿", "请部门改报表格。")
	case ending(file) == ".et", ending(file) == ".ett":
		return "", grid.Unsupported("WPS 表格（.et）", "请用 WPS 打开后另存为 .xlsx，放回原文件夹。")
	case ending(file) == ".wps", ending(file) == ".wpt":
		return "", grid.Unsupported("WPS 文字文档（.wps）", "请用 WPS 打开后另存为 .docx，放回原文件夹。")
	case ending(file) == ".dps":
		return "", grid.Unsupported("演示文稿", "请部门改报表格。")
	case strings.HasPrefix(ending(file), ".xls"):
		return "", grid.Damaged("文件里没有工作簿，可能已损坏")
	}
	return "", grid.Unsupported("老式 Office 文件", "")
}
