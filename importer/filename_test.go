package importer

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// gbk is a text as the name of a file is written by an archive from Windows.
func gbk(t testing.TB, s string) string {
	t.Helper()
	b, err := simplifiedchinese.GBK.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestLegible(t *testing.T) {
	for path, want := range map[string]string{
		"第一季度/人事股.xlsx":                                    "第一季度/人事股.xlsx",
		"第一季度/" + gbk(t, "人事股.xlsx"):                       "第一季度/人事股.xlsx",
		gbk(t, "第一季度") + "/" + gbk(t, "人事股") + "/a b.xlsx": "第一季度/人事股/a b.xlsx",
		gbk(t, "第一季度") + "/人事股.xlsx":                       "第一季度/人事股.xlsx",
		"a\xff\xffb.xlsx":      "a%FF%FFb.xlsx",
		"坏编码\xb0\xec\xff.xlsx": "坏编码%B0%EC%FF.xlsx",
		"":                     "",
	} {
		if got := disk.Legible(path); got != want {
			t.Errorf("%q reads %q, want %q", path, got, want)
		}
	}
}

func TestTwoNamesStayTwo(t *testing.T) {
	files := []file{fileIn("1", "第一季度/人事股.xlsx"), fileIn("2", "第一季度/"+gbk(t, "人事股.xlsx")), fileIn("3", gbk(t, "办公室.xlsx"))}
	apart(files)
	for i, want := range []string{"第一季度/人事股.xlsx", "第一季度/%C8%CB%CA%C2%B9%C9.xlsx", "办公室.xlsx"} {
		if files[i].name != want {
			t.Errorf("file %d is named %q, want %q", i, files[i].name, want)
		}
	}
}

// A year that came out of an archive from Windows is read under the names that it had
// there, and says so of a folder that it would need to be sure of.
func TestNamesInGBK(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("names are UTF-16 there")
	}
	year := t.TempDir()
	if err := os.CopyFS(year, os.DirFS("../testdata/sample")); err != nil {
		t.Fatal(err)
	}
	want, err := Load(context.Background(), Options{Folder: year})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(year, gbk(t, "上年")), 0o755); err != nil {
		t.Skip("the file system takes UTF-8 only: ", err)
	}
	rename := func(from, to string) {
		t.Helper()
		if err := os.Rename(filepath.Join(year, from), filepath.Join(year, to)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"任务清单.xlsx", "第三季度", "第二季度/人事股.xlsx"} {
		rename(name, filepath.Join(filepath.Dir(name), gbk(t, filepath.Base(name))))
	}
	l, err := Load(context.Background(), Options{Folder: year})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(l.Findings, func(f finding.Finding) bool { return f.Place == finding.In("上年", "") })
	if at < 0 || l.Findings[at].Severity() != finding.Error || !strings.Contains(l.Findings[at].Hint, "改名为“上年”") {
		t.Errorf("the folder is not named: %v", l.Findings)
	} else {
		l.Findings = slices.Delete(l.Findings, at, at+1)
	}
	if got, want := figures(l), figures(want); got != want {
		t.Errorf("under names in GBK the year comes to %s, want %s", got, want)
	}
	raw := 0
	for _, in := range l.Inputs {
		if in.RawName != "" {
			raw++
		}
		if _, err := os.Stat(filepath.Join(year, in.RawName)); in.RawName != "" && err != nil {
			t.Errorf("%s does not lie where it should: %v", in.File, err)
		}
	}
	if raw < 10 {
		t.Errorf("of %d files it is known how the system names them", raw)
	}
}

// figures tells ledgers apart by all that a clerk reads first.
func figures(l *ledger.Ledger) string {
	var b strings.Builder
	for _, in := range l.Inputs {
		b.WriteString(in.File + " " + string(in.State) + "\n")
	}
	for _, e := range l.Entries {
		b.WriteString(e.Department + e.Quarter.String() + e.Row.At.String() + e.Row.Content() + "\n")
	}
	for _, f := range l.Findings {
		b.WriteString(f.Place.String() + f.Message + "\n")
	}
	return b.String()
}
