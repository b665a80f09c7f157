package importer

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"taizhang/importer/finding"
)

// A return that a program holds open for itself is named with what to do; nobody is told
// that it is damaged.
func TestAReturnThatIsOpenElsewhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte(goodReturn), 0o644); err != nil {
		t.Fatal(err)
	}
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ, 0, nil, syscall.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.CloseHandle(h)
	res := readOne(file{path: path, name: "a.csv"}, nil, nil)
	if f := res.findings; len(f) != 1 || f[0].Code != finding.UnreadableFile || !strings.Contains(f[0].Message, "正在别的程序中打开") || !strings.Contains(f[0].Hint, "关闭") {
		t.Errorf("found %v", f)
	}
}
