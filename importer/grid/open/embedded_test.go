package open

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

// What lies in a document counts together with it: a workbook that goes beyond what is left is
// named, and the document is read all the same.
func TestEmbeddedFilesShareTheDocumentsLimit(t *testing.T) {
	data := gridtest.Fixture(t, "kinds/python-docx-embedded.docx")
	for most, code := range map[uint64]finding.Code{1 << 20: "", 1 << 10: finding.FileTooLarge} {
		e := embedded{data: data, most: most}
		bad := e.open("word/embeddings/Microsoft_Excel_Sheet1.xlsx", &grid.Reading{File: "a.docx"})
		if bad == nil && code != "" || bad != nil && bad.Code != code {
			t.Errorf("of %d bytes: %+v", most, bad)
		}
	}
	e := embedded{data: data, most: 1 << 20}
	for i := range mostEmbedded {
		_ = e.open(fmt.Sprint("没有", i), &grid.Reading{})
	}
	if bad := e.open("word/embeddings/Microsoft_Excel_Sheet1.xlsx", &grid.Reading{}); bad == nil || !strings.Contains(bad.Found, "过多") {
		t.Errorf("one more: %+v", bad)
	}
}
