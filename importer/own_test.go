package importer

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestOwn(t *testing.T) {
	folder := t.TempDir()
	if data, err := Own(folder, "annex.md"); data != nil || err != nil {
		t.Errorf("none: %q, %v", data, err)
	}
	path := filepath.Join(folder, OwnFolder, "annex.md")
	if err := os.MkdirAll(filepath.Join(folder, OwnFolder, "词表.yaml"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("# 标题"), 0o644); err != nil {
		t.Fatal(err)
	}
	if data, err := Own(folder, "annex.md"); string(data) != "# 标题" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
	if err := os.Truncate(path, maxOwnBytes+1); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"annex.md", "词表.yaml"} { // too large; a folder
		var usage *UsageError
		if data, err := Own(folder, name); data != nil || !errors.As(err, &usage) {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
}
