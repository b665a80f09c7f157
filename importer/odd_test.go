package importer

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

const goodReturn = "填报单位：办公室\n具体要求,完成情况,完成状态\n加强行政执法信息公开。,做了,已完成\n"

// What lies in a folder and is no file of it is named, never followed and never waited for,
// and the return beside it is merged.
func TestOddEntries(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege")
	}
	elsewhere := filepath.Join(t.TempDir(), "别处.csv")
	folder := filepath.Join(t.TempDir(), "2021")
	quarter := filepath.Join(folder, "第一季度")
	if err := os.MkdirAll(quarter, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{elsewhere, filepath.Join(quarter, "办公室.csv")} {
		if err := os.WriteFile(path, []byte(goodReturn), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wants := map[string]string{}
	for name, c := range map[string][2]string{
		"外面.csv":   {elsewhere, "年度文件夹之外"},
		"自己.xlsx":  {"自己.xlsx", "找不到"},
		"没有.xlsx":  {"没有这个", "找不到"},
		"零.xlsx":   {"/dev/zero", "年度文件夹之外"},
		"上一层":      {"..", "指向文件夹"},
		"更上一层.xls": {"../..", "年度文件夹之外"},
	} {
		if err := os.Symlink(c[0], filepath.Join(quarter, name)); err != nil {
			t.Fatal(err)
		}
		wants["第一季度/"+name] = c[1]
	}
	if err := makePipe(filepath.Join(quarter, "管道.xlsx")); err != nil {
		t.Fatal(err)
	}
	wants["第一季度/管道.xlsx"] = "不是普通文件"
	l, err := Load(context.Background(), Options{Folder: folder, Year: 2021})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range l.Findings {
		if want, ok := wants[f.Place.File()]; ok && f.Code == finding.UnreadableFile && strings.Contains(f.Message, want) {
			delete(wants, f.Place.File())
		}
	}
	if len(wants) > 0 {
		t.Errorf("not named: %v\n%v", wants, l.Findings)
	}
	if len(l.Entries) != 1 {
		t.Errorf("%d entries", len(l.Entries))
	}
	if _, err := Check(context.Background(), Options{Year: 2021}, []string{filepath.Join(quarter, "管道.xlsx")}); err == nil {
		t.Error("check reads a pipe")
	}
}

// Names that other systems or programs trip over are read like any other.
func TestOddNames(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2021")
	names := []string{"🎉办公室.csv", "CON .csv", "=1+1.csv", "'“[x]”.csv", strings.Repeat("长", 80) + ".csv", "..办公室.csv"}
	if runtime.GOOS != "windows" {
		names = append(names, "new\nline.csv", "tail. .csv", "\x1b[31mred.csv", "a\tb.csv", "?*|<>.csv", "\xff.csv")
	}
	if err := os.MkdirAll(filepath.Join(folder, "第一季度"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(folder, "第一季度", name), []byte(goodReturn), 0o644); err != nil {
			t.Skip(err) // a file system that takes UTF-8 alone
		}
	}
	l, err := Load(context.Background(), Options{Folder: folder, Year: 2021})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		hidden := strings.HasPrefix(name, ".")
		read := slices.ContainsFunc(l.Inputs, func(in ledger.Input) bool {
			return in.File == "第一季度/"+disk.Legible(name) && in.State == ledger.FileRead
		})
		if read == hidden {
			t.Errorf("%q: read %v", name, read)
		}
	}
	if len(l.Entries) != 1 || !l.Totals.Rows.Balances() {
		t.Errorf("%d entries, %+v", len(l.Entries), l.Totals.Rows)
	}
}
