package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// Files that are large inside are read one at a time, however small they lie in the folder, and a
// return asks for nothing.
func TestLargeFilesTakeTurns(t *testing.T) {
	dir := t.TempDir()
	var paths []string
	put := func(name, sheet string) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, gridtest.Zip(t, gridtest.Small{Sheet: sheet}.Parts()...), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	row := `<row><c t="s"><v>0</v></c></row>`
	for i := range 4 {
		put(fmt.Sprintf("大%d.xlsx", i), gridtest.Rows(row+strings.Repeat(" ", 12<<20)))
		put(fmt.Sprintf("小%d.xlsx", i), gridtest.Rows(row))
	}
	var large sync.Mutex
	var inside, asked, most atomic.Int32
	var workers sync.WaitGroup
	for _, path := range paths {
		workers.Go(func() {
			own := turn{large: &large}
			book, _, err := open.Return(path, filepath.Base(path), func() {
				own.take()
				asked.Add(1)
				most.Store(max(most.Load(), inside.Add(1)))
			})
			if own.taken {
				inside.Add(-1)
			}
			own.done()
			if err != nil || book == nil || book.Sheets[0].Cell(1, 1).Text != "甲" {
				t.Errorf("%s: %v", path, err)
			}
		})
	}
	workers.Wait()
	if asked.Load() != 4 || most.Load() != 1 {
		t.Errorf("%d files asked, %d were large at once", asked.Load(), most.Load())
	}
	if info, err := os.Stat(paths[0]); err != nil || info.Size() > 1<<20 {
		t.Errorf("the large file is large in the folder: %v", err)
	}
	if !large.TryLock() {
		t.Error("a turn was not given back")
	}
}
