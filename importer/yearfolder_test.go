package importer

import (
	"os"
	"path/filepath"
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
