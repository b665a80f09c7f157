package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
)

// What lies around a folder decides whether the embedded list may stand in.
func TestAYearFolderIsKnownByWhatLiesAroundIt(t *testing.T) {
	const returned = "第一季度/办公室.csv"
	for name, c := range map[string]struct {
		folder string
		files  []string
		year   bool
	}{
		"its own list":                  {"2021", []string{"2021/任务清单.csv"}, true},
		"a return without a list":       {"2021", []string{"2021/" + returned}, true},
		"a list one folder up":          {"2021/第一季度", []string{"2021/任务清单.csv", "2021/" + returned}, false},
		"a list two folders up":         {"2021/第一季度/股室", []string{"2021/任务清单.csv", "2021/第一季度/股室/a.csv"}, false},
		"a list three folders up":       {"2021/a/b/c", []string{"2021/任务清单.csv", "2021/a/b/c/a.csv"}, true},
		"a list in a folder":            {".", []string{"2021/任务清单.csv", "a.csv"}, false},
		"a list two folders down":       {".", []string{"存档/2021/任务清单.xlsx", "a.csv"}, false},
		"a list in last year's folder":  {".", []string{"上年/任务清单.xlsx", "a.csv"}, true},
		"a list that was voided":        {".", []string{"作废/任务清单.xlsx", "a.csv"}, true},
		"nothing":                       {"2021", []string{"2021/第一季度/"}, false},
		"outputs and forms of a year":   {"2021", []string{"2021/成果/台账.xlsx", "2021/下发/办公室.xlsx"}, false},
		"what editors and systems drop": {"2021", []string{"2021/~$a.xlsx", "2021/.DS_Store", "2021/Thumbs.db"}, false},
	} {
		root := t.TempDir()
		for _, file := range c.files {
			path := filepath.Join(root, filepath.FromSlash(file))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if filepath.Ext(path) == "" {
				continue
			}
			if err := os.WriteFile(path, []byte("a"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		folder := filepath.Join(root, filepath.FromSlash(c.folder))
		if err := notAYear(Options{Folder: folder}); (err == nil) != c.year {
			t.Errorf("%s: %v", name, err)
		}
		if err := notAYear(Options{Folder: folder, Tasks: "a"}); err != nil {
			t.Errorf("%s, with a list named: %v", name, err)
		}
	}
}

// What was looked into and is no return keeps nobody's year alive; what nobody could look into
// may be one.
func TestWhatMayBeAReturn(t *testing.T) {
	for name, c := range map[string]struct {
		in   ledger.Input
		code finding.Code
		want bool
	}{
		"read":                      {ledger.Input{File: "a.txt", State: ledger.FileRead}, "", true},
		"a scan":                    {ledger.Input{File: "第一季度/a.pdf", State: ledger.FileAttachment}, "", false},
		"the program's own":         {ledger.Input{File: "a.xlsx", State: ledger.FileSkipped}, "", false},
		"notes":                     {ledger.Input{File: "a.txt", State: ledger.FileFailed}, finding.NoTable, false},
		"a workbook without one":    {ledger.Input{File: "a.xlsx", State: ledger.FileFailed}, finding.NoTable, false},
		"a locked workbook":         {ledger.Input{File: "a.XLSX", State: ledger.FileFailed}, finding.PasswordProtected, true},
		"a program":                 {ledger.Input{File: "a.exe", State: ledger.FileFailed}, finding.UnsupportedFormat, false},
		"notes of a department":     {ledger.Input{File: "办公室.txt", State: ledger.FileFailed, Department: "办公室"}, finding.NoTable, true},
		"a text of the first three": {ledger.Input{File: "一季度.txt", State: ledger.FileFailed, Quarter: period.Quarter{Year: 2021, N: 1}}, finding.NoTable, true},
	} {
		found := []finding.Finding{finding.New(finding.SheetUnread, finding.In(c.in.File, ""), "", "")}
		if c.code != "" {
			found = append(found, finding.New(c.code, finding.In(c.in.File, ""), "", ""))
		}
		if got := mayBeReturn(&c.in, found); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestAYearInsideAYear: a whole year folder that was dropped among the returns is one cause, and none of
// its files is read as a return; a department's folder with the list and its quarters is read.
func TestAYearInsideAYear(t *testing.T) {
	for name, c := range map[string]struct {
		files []string
		named string // the folder that is reported, "" for none
		read  int
	}{
		"a year in a quarter":                {[]string{"第一季度/2020/任务清单.csv", "第一季度/2020/第一季度/a.csv", "第一季度/2020/第二季度/b.csv", "第一季度/c.csv"}, "第一季度/2020", 1},
		"a year with outputs":                {[]string{"存档/任务清单.csv", "存档/成果/台账.xlsx", "存档/a.csv", "c.csv"}, "存档", 1},
		"a year of another number":           {[]string{"2020年/任务清单.xlsx", "2020年/二季度/a.csv", "c.csv"}, "2020年", 1},
		"the list beside the returns":        {[]string{"第一季度/任务清单.csv", "第一季度/a.csv"}, "", 2},
		"a department's list and quarters":   {[]string{"办公室/任务清单.csv", "办公室/第一季度/a.csv", "办公室/第二季度/b.csv"}, "", 3},
		"quarters of a department, no list":  {[]string{"第一季度/办公室/第一季度/a.csv"}, "", 1},
		"a list that was voided with a year": {[]string{"作废/任务清单.csv", "作废/第一季度/a.csv", "c.csv"}, "", 1},
	} {
		root := t.TempDir()
		for _, file := range append(c.files, "任务清单.csv") {
			path := filepath.Join(root, filepath.FromSlash(file))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte("a"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		files, beside, err := walk(root, Options{Folder: root, Out: filepath.Join(root, "成果")})
		if err != nil {
			t.Fatal(err)
		}
		named := ""
		for _, f := range beside.findings {
			if strings.Contains(f.Message, "完整的年度文件夹") {
				named += f.Place.File()
			}
		}
		if named != c.named || len(files) != c.read {
			t.Errorf("%s: %q is named, %d files are read: %v", name, named, len(files), files)
		}
	}
}
