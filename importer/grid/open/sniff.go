package open

import (
	"bytes"
	"encoding/binary"
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/charset"
)

// format is what a file is by its content.
type format string

const (
	formatXLSX format = "xlsx"
	formatXLS  format = "xls"
	formatODS  format = "ods"
	formatDOCX format = "docx"
	formatODT  format = "odt"
	formatHTML format = "html"
	formatMHT  format = "mht" // a page in one file
	formatXML  format = "xml" // SpreadsheetML of Excel 2003
	formatCSV  format = "csv"
	formatText format = "text"
)

// label is what the office calls the format.
func (f format) label() string {
	switch f {
	case formatXLSX:
		return "Excel 工作簿（.xlsx）"
	case formatXLS:
		return "Excel 97-2003 工作簿（.xls）"
	case formatODS:
		return "开放文档表格（.ods）"
	case formatDOCX:
		return "Word 文档（.docx）"
	case formatODT:
		return "开放文档文字（.odt）"
	case formatHTML:
		return "网页（.html）"
	case formatMHT:
		return "单个文件网页（.mht）"
	case formatXML:
		return "XML 表格（.xml）"
	case formatCSV:
		return "逗号或制表符分隔的文本（.csv）"
	}
	return "纯文本（.txt）"
}

// endings lists the file name endings that go with the format.
func (f format) endings() []string {
	switch f {
	case formatXLSX:
		return []string{".xlsx", ".xlsm", ".xltx", ".xltm"}
	case formatXLS:
		return []string{".xls", ".xlt", ".et", ".ett"}
	case formatODS:
		return []string{".ods", ".ots", ".fods"}
	case formatDOCX:
		return []string{".docx", ".docm", ".dotx", ".dotm"}
	case formatODT:
		return []string{".odt", ".ott", ".fodt"}
	case formatHTML:
		return []string{".html", ".htm"}
	case formatMHT:
		return []string{".mht", ".mhtml"}
	case formatXML:
		return []string{".xml"}
	case formatCSV:
		return []string{".csv", ".tsv", ".tab", ".txt"}
	}
	return []string{".txt", ".text", ".md"}
}

func ending(file string) string { return strings.ToLower(path.Ext(file)) }

// Attachment reports whether a file is a scan or a picture (PDF, OFD, PNG, JPEG, BMP,
// TIFF, HEIC, GIF, WebP) and not a return: by its content, else by its ending.
func Attachment(data []byte, file string) bool {
	if zipped(data) && !bytes.Contains(data, []byte("OFD.xml")) && slices.Contains(formatXLSX.endings(), ending(file)) {
		return false // as most files are; there is no need to open it
	}
	f, _, bad := sniff(data, file, grid.MaxUnzippedBytes, nil)
	if bad != nil && bad.Scan {
		return true
	}
	if ending(file) == ".ofd" {
		return bad != nil || f == formatText || f == formatCSV
	}
	switch ending(file) {
	case ".pdf", ".png", ".jpg", ".jpeg", ".jpe", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".gif", ".webp":
		// A workbook that is called .pdf is still a workbook, also where data is only its
		// beginning, which can't be opened as one.
		workbook := zipped(data) || bytes.HasPrefix(data, []byte(oleMagic))
		return !workbook && (bad != nil || f == formatText || f == formatCSV)
	}
	return false
}

// picture names the kind of picture or page file, "" for none.
func picture(data []byte) string {
	has := func(magic string) bool { return bytes.HasPrefix(data, []byte(magic)) }
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], " \t\r\n\x00"+charset.UTF8Mark), []byte("%PDF-")):
		return "PDF 文件"
	case has("\x89PNG\r\n"), has("\xFF\xD8\xFF"), has("GIF87a"), has("GIF89a"), has("II*\x00"), has("MM\x00*"):
		return "图片"
	case has("RIFF") && len(data) > 12 && string(data[8:12]) == "WEBP":
		return "图片"
	case has("BM") && len(data) > 26 && slices.Contains([]uint32{12, 40, 52, 56, 64, 108, 124}, binary.LittleEndian.Uint32(data[14:])):
		return "图片"
	case len(data) > 12 && string(data[4:8]) == "ftyp" && slices.Contains([]string{"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"}, string(data[8:12])):
		return "图片"
	}
	return ""
}

// scanned refuses a picture of a return: proof, but no data.
func scanned(what string) *grid.Refusal {
	r := grid.Unsupported(what, "请部门补报可编辑的表格；扫描件作为附件材料保留即可。")
	r.Scan = true
	return r
}

func zipped(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// sniff decides the format by content. Only where the content leaves a choice between
// text formats does the ending have a say. A zip is opened for that, and comes along.
func sniff(data []byte, file string, most uint64, budget *grid.Budget) (f format, zip *archive.Zip, bad *grid.Refusal) {
	if !zipped(data) {
		f, bad = sniffPlain(data, file)
		return f, nil, bad
	}
	if zip, bad = archive.Open(data, most, budget); bad == nil {
		f, bad = sniffZip(zip, file)
	}
	return f, zip, bad
}

func sniffPlain(data []byte, file string) (format, *grid.Refusal) {
	switch {
	case len(data) == 0:
		return "", grid.Damaged("文件是空的（0 字节）")
	case bytes.HasPrefix(data, []byte(oleMagic)):
		return sniffOLE(data, file)
	case picture(data) != "":
		return "", scanned(picture(data))
	case bytes.HasPrefix(data, []byte("Rar!")), bytes.HasPrefix(data, []byte("7z\xBC\xAF\x27\x1C")), bytes.HasPrefix(data, []byte("\x1F\x8B")):
		return "", grid.Unsupported("压缩包", "请先解压，把里面的报表放进原文件夹。")
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return "", grid.Unsupported("RTF 文档", "请用 Word 或 WPS 打开后另存为 .docx，放回原文件夹。")
	case binaryWorkbook(data):
		return "", grid.Unsupported("Excel 5.0/95 及更早的工作簿", "")
	case bytes.Count(data, []byte{0}) == len(data):
		return "", grid.Damaged("内容全是空字节，文件已损坏")
	}
	return sniffText(data, file)
}

// binaryWorkbook knows the bare BIFF stream of Excel 2 to 4.
func binaryWorkbook(data []byte) bool {
	return len(data) > 8 && data[0] == 0x09 && (data[1] == 0 || data[1] == 2 || data[1] == 4) && data[3] == 0 && (data[2] == 4 || data[2] == 6 || data[2] == 8)
}

// sniff knows the format by the names of the parts.
func sniffZip(a *archive.Zip, file string) (format, *grid.Refusal) {
	folder := func(prefix string) bool {
		return a.HasFolder(prefix)
	}
	switch {
	case a.Has("uof.xml"), a.Has("_meta/meta.xml") && a.Has("content.xml"):
		return "", uniform(file)
	case a.Has("xl/workbook.bin"):
		return "", grid.Unsupported("Excel 二进制工作簿（.xlsb）", "")
	case a.Has("xl/workbook.xml"), a.Has("[Content_Types].xml") && folder("xl/"):
		return formatXLSX, nil
	case a.Has("word/document.xml"), a.Has("[Content_Types].xml") && folder("word/"):
		return formatDOCX, nil
	case a.Has("[Content_Types].xml") && officeMain(a) != "":
		return officeMain(a), nil
	case a.Has("content.xml") && (a.Has("mimetype") || a.Has("META-INF/manifest.xml")):
		return openDocument(a)
	case a.Has("ofd.xml"):
		return "", scanned("OFD 文件")
	case folder("ppt/"):
		return "", grid.Unsupported("演示文稿", "请部门改报表格。")
	case slices.Contains(formatXLSX.endings(), ending(file)):
		return "", grid.Damaged("文件里没有工作簿，可能已损坏")
	}
	return "", grid.Unsupported("压缩包", "请先解压，把里面的报表放进原文件夹。")
}

// officeMain knows an Office file whose main part lies in no folder of the usual name by the
// part that the package starts from: by its root element. It returns "" for any other.
func officeMain(a *archive.Zip) format {
	main, bad := archive.MainPart(a, "")
	if bad != nil || main == "" || !a.Has(main) {
		return ""
	}
	x, bad := a.XML(main)
	if bad != nil {
		return ""
	}
	for tag := range x.Children() {
		switch tag {
		case "workbook":
			return formatXLSX
		case "document":
			return formatDOCX
		}
		break
	}
	return ""
}

func sniffText(data []byte, file string) (format, *grid.Refusal) {
	if len(data) > grid.MaxPlainBytes {
		return "", grid.TooLarge("纯文本和网页超过 "+grid.Megabytes(grid.MaxPlainBytes), grid.Megabytes(grid.MaxPlainBytes))
	}
	text, ok := charset.Decode(data)
	if !ok || hasControls(text) {
		if bad := locked(data, file); bad != nil {
			return "", bad
		}
		if charset.LooksBig5(data) {
			return "", &grid.Refusal{Code: finding.UnreadableFile, Found: "文字的编码读不了，像是繁体中文的 Big5", Hint: "请用 Excel 或 WPS 打开，看清文字没有乱码后另存为 .xlsx，放回原处；用记事本的，另存时把编码选成 UTF-8。"}
		}
		for _, f := range []format{formatXLSX, formatXLS, formatODS, formatDOCX, formatODT, formatCSV, formatText, formatHTML, formatXML} {
			if slices.Contains(f.endings(), ending(file)) {
				return "", grid.Damaged("内容不是 %s，可能已损坏", f.label())
			}
		}
		return "", grid.Unsupported("无法识别的文件", "")
	}
	head := strings.ToLower(strings.TrimLeft(text[:min(len(text), 4096)], " \t\r\n"))
	switch {
	case strings.HasPrefix(head, "<") && flatKind(text) == "text":
		return formatODT, nil
	case strings.HasPrefix(head, "<") && flatKind(text) == "spreadsheet":
		return formatODS, nil
	case strings.HasPrefix(head, "<?xml") && strings.Contains(head, "urn:schemas-microsoft-com:office:spreadsheet"):
		return formatXML, nil
	case strings.HasPrefix(head, "<") && (strings.Contains(head, "<html") || strings.Contains(head, "<table") || strings.Contains(head, "<!doctype html")):
		return formatHTML, nil
	case isMHT(head):
		return formatMHT, nil
	case strings.HasPrefix(head, "<") && (strings.Contains(head, "uof:uof") || strings.Contains(head, "schemas.uof.org")):
		return "", uniform(file)
	case strings.HasPrefix(head, "<?xml"):
		return "", grid.Unsupported("XML 文件", "")
	}
	return textFormat(text, file), nil
}

// hasControls reports whether a text holds control characters that no text file has.
func hasControls(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1A {
			return true
		}
	}
	return false
}
