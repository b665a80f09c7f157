package open

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

var (
	png  = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
	jpeg = "\xFF\xD8\xFF\xE0\x00\x10JFIF"
	bmp  = "BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\x00\x02\x00\x00\x00\x02\x00\x00\x01"
	heic = "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"
)

func TestAttachment(t *testing.T) {
	ofd := string(gridtest.Zip(t, "OFD.xml", "<ofd/>", "Doc_0/Document.xml", "<d/>"))
	book := string(gridtest.Fixture(t, "return/openpyxl.xlsx"))
	tests := []struct {
		file, data string
		want       bool
	}{
		{"扫描.pdf", "%PDF-1.7\n", true}, {"扫描.xlsx", "\r\n%PDF-1.4\n", true}, {"a.PDF", "", true}, {"a.pdf", "%PD", true},
		{"a.png", png, true}, {"a.jpg", jpeg, true}, {"a.bmp", bmp, true}, {"a.tif", "II*\x00", true}, {"a.tiff", "MM\x00*", true},
		{"a.heic", heic, true}, {"a.gif", "GIF89a", true}, {"a.ofd", ofd, true}, {"a.zip", ofd, true}, {"a.webp", "RIFF\x00\x00\x00\x00WEBPVP8 ", true},
		{"a.xlsx", book, false}, {"a.pdf", book, false}, {"a.pdf", book[:512], false}, {"a.png", string(gridtest.Fixture(t, "return/xlwt.xls")[:512]), false}, {"a.ofd", ofd[:20], true}, {"a.txt", "BM 是文字", false}, {"a.csv", "序号,内容\n1,a", false}, {"a.xlsx", "", false}, {"a", "", false},
		{"a.csv", "文件,说明\na,%PDF-1.4\n", false}, {"a.xlsx", string(gridtest.Packed(t, append(gridtest.Small{Sheet: gridtest.Rows("")}.Parts(), "a.txt", "OFD.xml")...)), false},
	}
	for _, tt := range tests {
		if got := Attachment([]byte(tt.data), tt.file); got != tt.want {
			t.Errorf("%s with %.10q is an attachment: %v", tt.file, tt.data, got)
		}
	}
}

func TestRefusesFormats(t *testing.T) {
	tests := []struct {
		name, file, data string
		code             finding.Code
		found            string
	}{
		{"nothing in it", "a.xlsx", "", finding.UnreadableFile, "文件是空的（0 字节）"},
		{"zeros", "a.xlsx", strings.Repeat("\x00", 100), finding.UnreadableFile, "内容全是空字节，文件已损坏"},
		{"rubbish in a workbook's name", "a.xlsx", "\x01\x02\x03\xFF", finding.UnreadableFile, "内容不是 Excel 工作簿（.xlsx），可能已损坏"},
		{"rubbish", "a.dat", "\x01\x02\x03\xFF", finding.UnsupportedFormat, "无法识别的文件"},
		{"PDF", "a.pdf", "%PDF-1.7", finding.UnsupportedFormat, "PDF 文件"},
		{"picture", "a.xls", png, finding.UnsupportedFormat, "图片"},
		{"rar", "a.rar", "Rar!\x1A\x07\x00", finding.UnsupportedFormat, "压缩包"},
		{"zip", "a.zip", string(gridtest.Zip(t, "办公室.xlsx", "x")), finding.UnsupportedFormat, "压缩包"},
		{"zip in a workbook's name", "a.xlsx", string(gridtest.Zip(t, "办公室.doc", "x")), finding.UnreadableFile, "文件里没有工作簿，可能已损坏"},
		{"xlsb", "a.xlsb", string(gridtest.Zip(t, "[Content_Types].xml", "", "xl/workbook.bin", "x")), finding.UnsupportedFormat, "Excel 二进制工作簿（.xlsb）"},
		{"slides", "a.pptx", string(gridtest.Zip(t, "ppt/presentation.xml", "x")), finding.UnsupportedFormat, "演示文稿"},
		{"rtf", "a.doc", `{\rtf1\ansi}`, finding.UnsupportedFormat, "RTF 文档"},
		{"mht", "a.xls", "MIME-Version: 1.0\r\n", finding.UnsupportedFormat, "单个文件网页（.mht）"},
		{"other XML", "a.xml", `<?xml version="1.0"?><a/>`, finding.UnsupportedFormat, "XML 文件"},
		{"Excel 4", "a.xls", "\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", finding.UnsupportedFormat, "Excel 5.0/95 及更早的工作簿"},
		{"cut compound file", "a.xls", oleMagic + "\x00\x00", finding.UnreadableFile, "文件不完整，可能没有下载或复制完"},
		{"slides of OpenDocument", "a.odp", string(gridtest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.presentation", "content.xml", "<a/>")), finding.UnsupportedFormat, "开放文档演示文稿（.odp）"},
		{"a drawing of OpenDocument", "a.odg", string(gridtest.Zip(t, "mimetype", "x", "content.xml", "<a/>", "META-INF/manifest.xml", `<m><e full-path="/" media-type="application/vnd.oasis.opendocument.graphics"/></m>`)), finding.UnsupportedFormat, "开放文档（不是表格，也不是文字）"},
		{"encrypted odt", "a.odt", string(gridtest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "\x01", "META-INF/manifest.xml", `<m><e full-path="content.xml"><encryption-data/></e></m>`)), finding.PasswordProtected, ""},
		{"encrypted ods", "a.ods", string(gridtest.Zip(t, "mimetype", "x", "content.xml", "\x01", "META-INF/manifest.xml", `<m><e full-path="content.xml"><encryption-data/></e></m>`)), finding.PasswordProtected, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { gridtest.Refused(t, Parse, tt.file, []byte(tt.data), tt.code, tt.found) })
	}
}

func TestPasswords(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "123456"}); err != nil {
		t.Fatal(err)
	}
	gridtest.Refused(t, Parse, "a.xlsx", b.Bytes(), finding.PasswordProtected, "")

	// A zip says so by a flag of each entry, in its directory.
	zipped := gridtest.Zip(t, "办公室.xlsx", "x")
	entry := bytes.Index(zipped, []byte("PK\x01\x02"))
	zipped[entry+8] |= 1
	gridtest.Refused(t, Parse, "a.zip", zipped, finding.PasswordProtected, "")

	// An .xls says so by a record; another one of the same file takes its place here.
	old := gridtest.Fixture(t, "return/libreoffice.xls")
	writeAccess := []byte{0x5C, 0x00, 0x70, 0x00}
	if !bytes.Contains(old, writeAccess) {
		t.Fatal("the fixture has no record to replace")
	}
	gridtest.Refused(t, Parse, "a.xls", bytes.Replace(old, writeAccess, []byte{0x2F, 0x00, 0x70, 0x00}, 1), finding.PasswordProtected, "")
}

// The content decides; a name that says otherwise is worth a look.
func TestWrongExtension(t *testing.T) {
	tests := []struct{ fixture, file, format, found string }{
		{"return/openpyxl.xlsx", "a.xls", "xlsx", "Excel 工作簿（.xlsx）"},
		{"return/openpyxl.xlsx", "a.XLSX", "xlsx", ""},
		{"return/openpyxl.xlsx", "a.xlsm", "xlsx", ""},
		{"return/openpyxl.xlsx", "a", "xlsx", "Excel 工作簿（.xlsx）"},
		{"return/libreoffice.xls", "a.xlsx", "xls", "Excel 97-2003 工作簿（.xls）"},
		{"return/libreoffice.xls", "a.et", "xls", ""},
		{"return/libreoffice.ods", "a.xlsx", "ods", "开放文档表格（.ods）"},
		{"return/libreoffice.odt", "a.docx", "odt", "开放文档文字（.odt）"},
		{"kinds/libreoffice-text.fodt", "a.xml", "odt", "开放文档文字（.odt）"},
		{"return/python-docx.docx", "a.doc", "docx", "Word 文档（.docx）"},
		{"return/web-html.xls", "web-html.xls", "html", "网页（.html）"},
		{"return/web-html.xls", "a.htm", "html", ""},
		{"return/web-xml2003.xls", "web-xml2003.xls", "xml", "XML 表格（.xml）"},
		{"return/utf16be-tab.tsv", "a.xls", "csv", "逗号或制表符分隔的文本（.csv）"},
		{"return/utf16be-tab.tsv", "a.txt", "csv", ""},
		{"return/bars.txt", "a.xlsx", "text", "纯文本（.txt）"},
		{"return/bars.txt", "a.txt", "text", ""},
	}
	for _, tt := range tests {
		book, findings := Parse(tt.file, gridtest.Fixture(t, tt.fixture))
		if book == nil || book.Format != tt.format {
			t.Errorf("%s as %s: %+v", tt.fixture, tt.file, findings)
			continue
		}
		found := ""
		for _, f := range findings {
			if f.Code == finding.WrongExtension {
				found = f.Found
			}
		}
		if found != tt.found {
			t.Errorf("%s as %s: wrong-extension %q, want %q", tt.fixture, tt.file, found, tt.found)
		}
	}
}

func TestOpen(t *testing.T) {
	book, findings, err := File(filepath.Join("..", "testdata", "return", "openpyxl.xlsx"), "第三季度/办公室.xlsx")
	if err != nil || book == nil || len(findings) != 0 {
		t.Fatal(book, findings, err)
	}
	if book.File != "第三季度/办公室.xlsx" || len(book.Sum) != 64 || book.Format != "xlsx" {
		t.Errorf("book %+v", book)
	}
	if at := book.Sheets[0].Cell(4, 3).At(); at.File() != book.File || at.Sheet() != "第三季度" || at.Cell() != "C4" {
		t.Errorf("place %+v", at)
	}
	if _, _, err := File(filepath.Join("..", "testdata", "没有.xlsx"), "没有.xlsx"); err == nil {
		t.Error("a missing file is no error")
	}
	if _, _, err := File(filepath.Join("..", "testdata"), "testdata"); err == nil {
		t.Error("a folder is no error")
	}
	huge := filepath.Join(t.TempDir(), "huge.xlsx")
	if err := os.WriteFile(huge, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, grid.MaxFileBytes+5); err != nil {
		t.Fatal(err)
	}
	book, findings, err = File(huge, "huge.xlsx")
	if err != nil || book != nil || len(findings) != 1 || findings[0].Code != finding.FileTooLarge {
		t.Errorf("a huge file gives %v %+v %v", book, findings, err)
	}
}
