package outputs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A year folder is made whole or not at all.
func TestAFailedStartLeavesNothing(t *testing.T) {
	parent := t.TempDir()
	folder := filepath.Join(parent, "年")
	if _, err := Fill(folder, func(stage string) error {
		if err := os.WriteFile(filepath.Join(stage, "a"), nil, 0o644); err != nil {
			return err
		}
		return fs.ErrPermission
	}); !errors.Is(err, fs.ErrPermission) {
		t.Fatal(err)
	}
	if got := files(t, parent); len(got) != 0 {
		t.Errorf("left %v", got)
	}
}
