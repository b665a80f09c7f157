package open

import (
	"math/rand/v2"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
)

// noise returns bytes as an encryption program leaves them.
func randomText(n int) string {
	random := rand.NewChaCha8([32]byte{1})
	b := make([]byte, n)
	_, _ = random.Read(b)
	return string(b)
}

// A file that an office's encryption program locked is named as that, by the program's mark or
// by its looks, and not as damage.
func TestLockedFiles(t *testing.T) {
	const byLooks = "内容是一片乱码，多半被单位的文档加密软件加了密"
	zip := string(gridtest.Fixture(t, "return/openpyxl.xlsx"))
	for _, tt := range []struct{ name, file, data, found string }{
		{"E-SafeNet", "a.xlsx", "b\x14#e\x05\x00\x02\x04\x00\x00E-SafeNet\x00\x00\x00LOCK" + randomText(4000), "文件被文档加密软件（亿赛通）加了密"},
		{"a mark on any file", "a.dat", "%TSD-Header-###%" + randomText(100), "文件被文档加密软件加了密"},
		{"Fasoo", "a.docx", "\x9B DRMONE  This Document is encrypted and protected by Fasoo DRM" + randomText(900), "文件被文档加密软件（Fasoo）加了密"},
		{"no mark", "a.xls", randomText(3000), byLooks},
		{"no mark, a document", "a.doc", randomText(1 << 20), byLooks},
		{"behind a blank head", "a.xlsx", "\x01LK" + strings.Repeat("\x00", 4093) + randomText(9000), byLooks},
		{"small", "a.csv", randomText(600), byLooks},
		{"too small to tell", "a.xlsx", "\x01\x02" + randomText(300), "内容不是 Excel 工作簿（.xlsx），可能已损坏"},
		{"a zip without its beginning", "a.xlsx", "\x01" + zip[4:], "内容不是 Excel 工作簿（.xlsx），可能已损坏"},
		{"bytes with an order", "a.xlsx", strings.Repeat("\x01\x02\x03\x04\xFF\xFE\xFD", 1000), "内容不是 Excel 工作簿（.xlsx），可能已损坏"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			gridtest.Refused(t, Parse, tt.file, []byte(tt.data), finding.UnreadableFile, tt.found)
			_, findings := Parse(tt.file, []byte(tt.data))
			if locked := strings.Contains(tt.found, "加密"); locked != strings.Contains(findings[0].Hint, "解密") {
				t.Errorf("hint %s", findings[0].Hint)
			}
		})
	}
}

// Documents in the office format of our own country are named, with what to do.
func TestUniformOfficeFormat(t *testing.T) {
	package2 := string(gridtest.Zip(t, "uof.xml", "<uof/>", "content.xml", "<a/>", "_meta/meta.xml", "<m/>", "mimetype", "application/vnd.uof.spreadsheet"))
	for _, tt := range []struct{ file, data, found, hint string }{
		{"a.uos", package2, "标文通表格（.uos）", ".xlsx"},
		{"a.uot", package2, "标文通文字文档（.uot）", ".docx"},
		{"a.uof", `<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>`, "标文通文档（UOF）", ".xlsx"},
		{"a.xml", gridtest.UTF16LE(`<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>`), "标文通文档（UOF）", ".xlsx"},
	} {
		gridtest.Refused(t, Parse, tt.file, []byte(tt.data), finding.UnsupportedFormat, tt.found)
		if _, findings := Parse(tt.file, []byte(tt.data)); !strings.Contains(findings[0].Hint, tt.hint) {
			t.Errorf("hint %s", findings[0].Hint)
		}
	}
}
