package questions

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
)

// A file in which no table was found leads to where headings are told, and not to 作废 alone.
func TestAFileWithoutATableLeadsToTheHeadings(t *testing.T) {
	said := HintHere(finding.New(finding.NoTable, finding.In("第一季度/卡.docx", ""), "", ""), nil)
	for _, want := range []string{"“认表”", "“词表”", "“适用”写这个文件名"} {
		if !strings.Contains(said, want) {
			t.Errorf("%s is not in %s", want, said)
		}
	}
	linked := false
	for _, p := range Pieces(said) {
		linked = linked || p.Path == "/headings"
	}
	if !linked {
		t.Error("nothing leads to 认表")
	}
}
