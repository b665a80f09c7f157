package importer

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"taizhang/importer/finding"
)

// A check of a folder says of every file in it what the build of the year would say.
func TestCheckNamesWhatItDoesNotRead(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2021")
	for name, text := range map[string]string{"任务清单.csv": listText, "第三季度/办公室.csv": goodReturn, "第三季度/作废/旧表.csv": goodReturn, "第三季度/仿宋.ttf": "\x00\x01\x00\x00"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	linked := os.Symlink(filepath.Join(t.TempDir(), "没有.xlsx"), filepath.Join(folder, "第三季度", "链接.xlsx")) == nil
	want := []string{"第三季度/仿宋.ttf", "第三季度/作废/旧表.csv", "第三季度/办公室.csv"}
	if linked {
		want = append(want, "第三季度/链接.xlsx")
	}
	for _, paths := range [][]string{{folder}, {filepath.Join(folder, "第三季度")}, {folder, filepath.Join(folder, "第三季度")}} {
		l, err := Check(context.Background(), Options{Year: 2021}, paths)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, in := range l.Inputs {
			got = append(got, in.File)
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", paths, got, want)
		}
		skipped := 0
		for _, f := range l.Findings {
			if f.Code == finding.FileSkipped && f.Place.File() == "第三季度/作废/旧表.csv" {
				skipped++
			}
			if f.Place.File() == "链接.xlsx" {
				t.Errorf("%v is not named from the year folder", f)
			}
		}
		if skipped != 1 {
			t.Errorf("%q: the void file is named %d times", paths, skipped)
		}
	}
	void := filepath.Join(folder, "第三季度", "作废", "旧表.csv")
	l, err := Check(context.Background(), Options{Year: 2021}, []string{folder, void})
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(l.Findings, func(f finding.Finding) bool { return f.Code == finding.FileSkipped }) {
		t.Errorf("a file that is named is not read: %v", l.Findings)
	}
}
