package importer

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer/ruling"
)

// hiddenName reports names that editors and systems leave behind.
func hiddenName(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || base == ruling.JournalName ||
		strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini")
}

// isList reports the name of a list, which counts at the top of the year folder.
func isList(base string) bool { return strings.TrimSuffix(base, filepath.Ext(base)) == "任务清单" }

// usedLists are the list of the run, first, and the workbook with its roster and settings.
func usedLists(o Options) []string {
	list := o.Tasks
	if list == "" {
		list = listIn(o.Folder)
	}
	return []string{list, masterIn(o.Folder)}
}

// isFont reports fonts, which an office keeps in the year folder for the annex. A workbook
// that is called one is a workbook. What is no file is not opened: a pipe would be waited for.
func isFont(path, base string, d fs.DirEntry) bool {
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

// yearFolder is the nearest folder upward that holds a list, else the path's own folder.
func yearFolder(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.Dir(path)
	}
	if info, err := os.Stat(abs); err == nil && !info.IsDir() {
		abs = filepath.Dir(abs)
	}
	for dir := abs; ; dir = filepath.Dir(dir) {
		if listIn(dir) != "" {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return abs
		}
	}
}

// listFormats are the endings of a list, the first that there is counts.
var listFormats = []string{".xlsx", ".xlsm", ".xls", ".docx", ".csv", ".ods", ".odt", ".txt"}

// listIn returns the folder's list, "" for none. A list in a format that can't be read is
// returned too: its reader says what to do, and no other list takes its place unnoticed.
func listIn(dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	best, rank := "", len(listFormats)+1
	for _, e := range entries {
		base := legible(e.Name())
		ext := filepath.Ext(base)
		if !isList(base) || e.IsDir() {
			continue
		}
		at := slices.Index(listFormats, strings.ToLower(ext))
		if at < 0 {
			at = len(listFormats)
		}
		if at < rank {
			best, rank = filepath.Join(dir, e.Name()), at
		}
	}
	return best
}
