// Package disk is what a year folder says by the names that lie in it: which is the list, which is no
// return, how a path is read by people; and why the system keeps a file from the program.
package disk

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer/ruling"
)

// LedgerName is the ledger as it lies in the output folder.
const LedgerName = "台账.xlsx"

// OutFolder is where the outputs lie, unless the run says otherwise.
const OutFolder = "成果"

// HiddenName reports names that editors and systems leave behind.
func HiddenName(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || base == ruling.JournalName ||
		strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini")
}

// IsList reports the name of a list, which counts at the top of the year folder.
func IsList(base string) bool { return strings.TrimSuffix(base, filepath.Ext(base)) == "任务清单" }

// IsFont reports fonts, which an office keeps in the year folder for the annex. A workbook
// that is called one is a workbook. What is no file is not opened: a pipe would be waited for.
func IsFont(path, base string, d fs.DirEntry) bool {
	switch strings.ToLower(filepath.Ext(base)) {
	case ".ttf", ".ttc", ".otf", ".otc":
	default:
		return false
	}
	if !d.Type().IsRegular() {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	head := make([]byte, 4)
	_, err = io.ReadFull(f, head)
	return err != nil || string(head) != "PK\x03\x04" && string(head) != "\xD0\xCF\x11\xE0"
}

// Around is the nearest folder upward that holds a list, else the path's own folder.
func Around(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.Dir(path)
	}
	if info, err := os.Stat(abs); err == nil && !info.IsDir() {
		abs = filepath.Dir(abs)
	}
	for dir := abs; ; dir = filepath.Dir(dir) {
		if ListIn(dir) != "" {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return abs
		}
	}
}

// listFormats are the endings of a list, the first that there is counts.
var listFormats = []string{".xlsx", ".xlsm", ".xls", ".docx", ".csv", ".ods", ".odt", ".txt"}

// ListIn returns the folder's list, "" for none. A list in a format that can't be read is
// returned too: its reader says what to do, and no other list takes its place unnoticed.
func ListIn(dir string) string {
	if lists := ListsIn(dir); len(lists) > 0 {
		return lists[0]
	}
	return ""
}

// ListsIn returns the folder's files that are called as a list is, the one that counts first.
func ListsIn(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var lists []string
	rank := func(path string) int {
		if at := slices.Index(listFormats, strings.ToLower(filepath.Ext(Legible(filepath.Base(path))))); at >= 0 {
			return at
		}
		return len(listFormats)
	}
	for _, e := range entries {
		if IsList(Legible(e.Name())) && !e.IsDir() {
			lists = append(lists, filepath.Join(dir, e.Name()))
		}
	}
	slices.SortStableFunc(lists, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	return lists
}
