package inbox

import (
	"io/fs"
	"strings"
	"testing"

	"taizhang/importer/period"
)

// What Word and Excel leave beside an open document is named and not stored, by itself or in a zip; a file that only
// begins like another one is stored whole.
func TestLockFilesAreNotStored(t *testing.T) {
	at := store{year: root(t), in: "第一季度"}
	d := at.one(period.Quarter{Year: 2021, N: 1}, "~$办公室.xlsx", strings.NewReader(strings.Repeat("x", 165)))
	if d.Received || len(d.Wrong) != 1 || d.Wrong[0] != "是Word或Excel打开着的文件留下的临时文件，没有存" {
		t.Errorf("%+v", d)
	}
	if entries, _ := fs.ReadDir(at.year.FS(), "第一季度"); len(entries) > 0 {
		t.Errorf("there lie %v", entries)
	}
	text := strings.Repeat("办公室公开三批。", 100)
	if d := at.one(period.Quarter{Year: 2021, N: 1}, "办公室.txt", strings.NewReader(text)); !d.Received {
		t.Errorf("%+v", d)
	}
	if stored, err := fs.ReadFile(at.year.FS(), "第一季度/办公室.txt"); err != nil || string(stored) != text {
		t.Errorf("%d bytes are stored of %d, %v", len(stored), len(text), err)
	}
}
