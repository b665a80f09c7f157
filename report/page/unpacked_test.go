package page

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unpacked is the year folder of an archive.
func unpacked(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	to := filepath.Join(t.TempDir(), "all")
	if err := os.CopyFS(to, z); err != nil {
		t.Fatal(err)
	}
	found := ""
	filepath.WalkDir(to, func(path string, d os.DirEntry, err error) error {
		if err == nil && found == "" && strings.HasPrefix(d.Name(), "任务清单") {
			found = filepath.Dir(path)
		}
		return nil
	})
	if found == "" {
		t.Fatalf("no list in %s", path)
	}
	return found
}
