package report

import (
	"os"
	"path/filepath"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// files lists what lies in a folder.
func files(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestWriteAllReplaces(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "成果")
	for _, text := range []string{"one", "two"} {
		paths, err := writeAll(folder, []output{{"台账.xlsx", []byte(text)}, {"台账.json", []byte(text)}})
		if err != nil || len(paths) != 2 {
			t.Fatal(paths, err)
		}
		for _, p := range paths {
			if got := read(t, p); got != text {
				t.Errorf("%s holds %q, want %q", p, got, text)
			}
		}
	}
	if got := files(t, folder); len(got) != 2 {
		t.Errorf("left behind: %v", got)
	}
}

// A place that can't be taken (here: a folder that isn't empty) undoes the whole run.
func TestWriteAllOrNothing(t *testing.T) {
	folder := t.TempDir()
	if _, err := writeAll(folder, []output{{"台账.xlsx", []byte("old")}}); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(folder, "台账.json", "occupied"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := writeAll(folder, []output{{"台账.xlsx", []byte("new")}, {"年报附件.pdf", []byte("new")}, {"台账.json", []byte("new")}})
	if err == nil {
		t.Fatal("no error")
	}
	if got := read(t, filepath.Join(folder, "台账.xlsx")); got != "old" {
		t.Errorf("台账.xlsx holds %q, want the old one", got)
	}
	if got := files(t, folder); len(got) != 2 {
		t.Errorf("left behind: %v", got)
	}
}
