package inbox

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/period"
)

func TestNamesOfDroppedFilesAreCleaned(t *testing.T) {
	for said, want := range map[string]string{
		"办公室.xlsx": "办公室.xlsx", "../../任务清单.xlsx": "任务清单.xlsx", `..\..\核定.jsonl`: "核定.jsonl", "/etc/passwd": "passwd", `C:\报表\a.xlsx`: "a.xlsx",
		"..": "文件", "": "文件", ".taizhang.lock": "taizhang.lock", "~$办公室.xlsx": "办公室.xlsx", "CON.xlsx": "文件CON.xlsx", "a:b?.xlsx": "a_b_.xlsx",
		"a\x00b\n.xlsx": "ab.xlsx", "表 .": "表", "\u202excod.exe": "xcod.exe",
	} {
		if got := CleanName(said); got != want {
			t.Errorf("%q becomes %q, want %q", said, got, want)
		}
	}
	if long := CleanName(strings.Repeat("长", 300) + ".xlsx"); len(long) > longestName || !strings.HasSuffix(long, ".xlsx") {
		t.Errorf("a long name keeps %d bytes: %s", len(long), long)
	}
}

func TestMemoryDoesNotGrowWithWhatIsDropped(t *testing.T) {
	at := store{year: root(t), in: "第一季度"}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, _, err := at.put("a.bin", io.LimitReader(zeros{}, grid.MaxFileBytes)); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 1<<20 {
		t.Errorf("a file of %d bytes took %d", grid.MaxFileBytes, grown)
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func root(t *testing.T) *os.Root {
	t.Helper()
	r, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// A disk that is full while a file comes in is said so, and nothing is left of the file.
func TestADiskThatIsFull(t *testing.T) {
	at := store{year: root(t), in: "第一季度"}
	full := io.MultiReader(strings.NewReader(strings.Repeat("x", 1<<20)), broke{})
	if _, _, err := at.put("a.xlsx", full); err == nil || err.Error() != "磁盘满了，请腾出空间再放一次" {
		t.Errorf("it says %v", err)
	}
	entries, err := fs.ReadDir(at.year.FS(), "第一季度")
	if err != nil || len(entries) > 0 {
		t.Errorf("there lie %v %v", entries, err)
	}
}

// broke fails as a file does on a full disk.
type broke struct{}

func (broke) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
}

// What an archive holds is held to limits of its own: how much it unfolds to, how many files, what
// kind of files.
func TestAnArchiveIsHeldToItsLimits(t *testing.T) {
	little := budget{left: 10, size: 10}
	if _, err := little.open(&zip.File{FileHeader: zip.FileHeader{Name: "a", UncompressedSize64: 11, CompressedSize64: 11}}); err == nil {
		t.Error("more is taken than what all may unfold to")
	}
	b := budget{left: 2 * grid.MaxFileBytes, size: 2 * grid.MaxFileBytes}
	for what, f := range map[string]*zip.File{
		"too large":  {FileHeader: zip.FileHeader{Name: "a", UncompressedSize64: grid.MaxFileBytes + 1, CompressedSize64: grid.MaxFileBytes}},
		"a password": {FileHeader: zip.FileHeader{Name: "a", Flags: 1}},
	} {
		if _, err := b.open(f); err == nil || strings.Contains(err.Error(), "坏了") {
			t.Errorf("%s is taken", what)
		}
	}
	link := &zip.File{FileHeader: zip.FileHeader{Name: "a"}}
	link.SetMode(fs.ModeSymlink | 0o777)
	if _, err := b.open(link); err == nil {
		t.Error("a link is taken")
	}
}

// An archive of more files than a workbook may have parts is not unpacked.
func TestAnArchiveHasNotTooManyFiles(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for n := range grid.MaxParts + 1 {
		if _, err := z.CreateHeader(&zip.FileHeader{Name: strconv.Itoa(n)}); err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	got := unpack(store{root(t), "第一季度"}, period.Quarter{N: 1}, "many.zip", &b)
	if len(got) != 1 || got[0].Received || len(got[0].Wrong) == 0 || !strings.Contains(got[0].Wrong[0], "超过") {
		t.Errorf("%d files came of it: %+v", len(got), got[0])
	}
}
