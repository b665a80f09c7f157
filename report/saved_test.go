package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer"
	"taizhang/report/face"
)

// A ledger that somebody saves after the run has read it, and while the run writes, stays with what was
// typed into it, and so do all other outputs; the next run reads it and replaces it.
func TestALedgerSavedAfterItWasReadStays(t *testing.T) {
	year := filepath.Join(t.TempDir(), "2021")
	if err := os.CopyFS(year, os.DirFS("../testdata/sample")); err != nil {
		t.Fatal(err)
	}
	for _, quarter := range []string{"第二季度", "第三季度", "第四季度"} {
		if err := os.RemoveAll(filepath.Join(year, quarter)); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(year, importer.OutFolder)
	book := filepath.Join(out, "台账.xlsx")
	saved := []byte("a ledger that was saved meanwhile")
	build := func(meanwhile func()) error {
		t.Helper()
		l, err := importer.Load(t.Context(), importer.Options{Folder: year, Out: out})
		if err != nil {
			t.Fatal(err)
		}
		_, err = Write(t.Context(), l, face.Embedded(), Place{Year: year, Out: out, Told: func(done, total int, _ string) {
			if done == total {
				meanwhile()
			}
		}})
		return err
	}
	save := func() {
		if err := os.WriteFile(book, saved, 0o644); err != nil {
			t.Error(err)
		}
	}
	stays := func(when string, err error, before map[string]string) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), "台账.xlsx 在程序运行时被改动过") {
			t.Errorf("%s: the error is %v", when, err)
		}
		after := texts(t, out)
		if after["台账.xlsx"] != string(saved) {
			t.Errorf("%s: the saved ledger is gone", when)
		}
		delete(after, "台账.xlsx")
		for name, text := range after {
			if before[name] != text {
				t.Errorf("%s: %s was written", when, name)
			}
		}
	}

	stays("no ledger was read", build(save), nil)
	if err := os.Remove(book); err != nil {
		t.Fatal(err)
	}
	if err := build(func() {}); err != nil {
		t.Fatal(err)
	}
	before := texts(t, out)
	read, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	stays("a ledger was read", build(save), before)
	if err := os.WriteFile(book, read, 0o644); err != nil { // what the office has typed is read by the next run
		t.Fatal(err)
	}
	if err := build(func() {}); err != nil {
		t.Error(err)
	}
}

// texts reads the files that lie in a folder and are no trace of a run.
func texts(t *testing.T, folder string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, name := range made(t, folder) {
		if data, err := os.ReadFile(filepath.Join(folder, name)); err == nil && !strings.HasPrefix(name, ".") {
			texts[name] = string(data)
		}
	}
	return texts
}
