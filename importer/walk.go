package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer/finding"
)

// file is a file that may be a return.
type file struct {
	path string // where it is opened
	name string // relative to the year folder, forward slashes, as it is printed
	raw  string // the same as the system has it, where that is not UTF-8; else ""
}

// fileIn is a file at a path that is relative to the year folder.
func fileIn(path, rel string) file {
	f := file{path: path, name: legible(filepath.ToSlash(rel))}
	if f.name != filepath.ToSlash(rel) {
		f.raw = filepath.ToSlash(rel)
	}
	return f
}

// notReturns are the folders of a year folder in which no return lies.
var notReturns = []string{"成果", "下发", "模板", "上年", "作废"}

// ownFolders are the folders that the run writes into the output folder; where that is the
// year folder itself, they lie among the returns.
var ownFolders = []string{"退回单", "历史"}

// walk lists the files of the folder that may be returns, sorted by name; the options have
// real paths. A link that leaves the folder, and what is no file, is named and not read. A
// folder inside that can't be opened is a finding: the others are read.
func walk(o Options) (files []file, closed []finding.Finding, err error) {
	root := o.Folder
	skip := []string{o.Out, o.Tasks, o.Last}
	name := func(path, why, hint string) {
		closed = append(closed, notReadable(nameIn(root, path), why, hint))
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil && (path == root || d == nil) {
			return fmt.Errorf("打不开 %s：%w", path, err)
		}
		if err != nil {
			why, hint := "文件夹打不开（"+reason(err)+"）", "请检查文件夹的权限；里面有报表的，打开权限后再运行一次。"
			if errors.Is(err, fs.ErrNotExist) {
				why, hint = goneWhy, goneHint
			}
			name(path, why, hint)
			return skipEntry(d)
		}
		if path == root {
			return nil
		}
		base := legible(d.Name())
		if slices.Contains(skip, path) || hiddenName(base) {
			return skipEntry(d)
		}
		if d.IsDir() {
			if base != d.Name() && slices.Contains(notReturns, base) {
				name(path, "文件夹名的编码不是 UTF-8，程序认不出它是“"+base+"”",
					"文件夹名可能是在别的系统上压缩、在这里解压时弄乱的；请把它改名为“"+base+"”（已有同名的，先移到别处），再运行一次。")
			}
			if slices.Contains(notReturns, base) || slices.Contains(skip, filepath.Dir(path)) && slices.Contains(ownFolders, base) {
				return filepath.SkipDir
			}
			return nil
		}
		if namedAside(base) || isFont(base) || slices.Contains(skip, filepath.Dir(path)) && base == "年报附件.pdf" {
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		if why := notRead(root, path, d); why != "" {
			name(path, why, "是报表的，请把文件本身复制到这里；不是的，不用处理。")
			return nil
		}
		files = append(files, fileIn(path, rel))
		return nil
	})
	apart(files)
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files, closed, err
}

func skipEntry(d fs.DirEntry) error {
	if d.IsDir() {
		return filepath.SkipDir
	}
	return nil
}

// hiddenName reports names that editors and systems leave behind.
func hiddenName(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") ||
		strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini")
}

// namedAside reports the year folder's own files: the list and the ledger.
func namedAside(base string) bool {
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	return stem == "任务清单" || stem == "台账"
}

// isFont reports fonts, which an office keeps in the year folder for the annex.
func isFont(base string) bool {
	switch strings.ToLower(filepath.Ext(base)) {
	case ".ttf", ".ttc", ".otf", ".otc":
		return true
	}
	return false
}

// notRead returns why an entry is not read; "" for a file, or a link to a file within the
// folder.
func notRead(root, path string, d fs.DirEntry) string {
	if d.Type().IsRegular() {
		return ""
	}
	if d.Type()&fs.ModeSymlink == 0 {
		return "不是普通文件"
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "是一个链接，它指向的文件找不到"
	}
	if rel, err := filepath.Rel(root, target); err != nil || !filepath.IsLocal(rel) {
		return "是一个链接，指向年度文件夹之外"
	}
	switch info, err := os.Stat(target); {
	case err != nil:
		return "是一个链接，它指向的文件打不开"
	case info.IsDir():
		return "是一个链接，指向文件夹"
	case !info.Mode().IsRegular():
		return "不是普通文件"
	}
	return ""
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
var listFormats = []string{".xlsx", ".xlsm", ".xls", ".docx", ".csv", ".ods", ".txt"}

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
		if strings.TrimSuffix(base, ext) != "任务清单" || e.IsDir() {
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
