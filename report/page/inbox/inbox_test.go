package inbox

import (
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"taizhang/importer/grid"
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
