package open

import (
	"testing"

	"taizhang/importer/grid/gridtest"
)

// Any bytes under any name.
func FuzzParse(f *testing.F) {
	for _, file := range []string{"return/openpyxl.xlsx", "return/xlwt.xls", "return/odfpy.ods", "return/python-docx.docx", "return/libreoffice.odt", "kinds/libreoffice-text.fodt", "return/utf8.csv", "return/gb18030.csv", "return/utf16le-tab.txt", "return/bars.txt", "return/web-html.xls", "return/web-xml2003.xls"} {
		f.Add(file, gridtest.Fixture(f, file))
	}
	f.Add("a.pdf", []byte("%PDF-1.4"))
	f.Fuzz(func(t *testing.T, file string, data []byte) {
		book, findings := Parse(file, data)
		gridtest.Sound(t, book, findings)
		Attachment(data, file)
	})
}
