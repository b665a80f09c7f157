package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// file is a file that may be a return.
type file struct {
	path string      // where it is opened
	name string      // relative to the year folder, forward slashes, as it is printed
	raw  string      // the same as the system has it, where that is not UTF-8; else ""
	base *baseReader // takes the numbers of the annual report out of it first; nil for nobody does
}

// fileIn is a file at a path that is relative to the year folder.
func fileIn(path, rel string) file {
	f := file{path: path, name: disk.Legible(filepath.ToSlash(rel))}
	if f.name != filepath.ToSlash(rel) {
		f.raw = filepath.ToSlash(rel)
	}
	return f
}

// notReturns are the folders at the top of a year folder in which no return lies.
var notReturns = []string{"成果", "下发", "模板", "上年", voidFolder}

// voidFolder holds what no longer counts; where it lies deeper, its files are named.
const voidFolder = "作废"

// Where the output folder is the year folder itself, what a run writes lies among the returns.
var (
	ownFolders = []string{"退回单", "历史"}
	ownFiles   = []string{disk.LedgerName, "台账.json", "年报附件.pdf", "年报附件.docx", "年报附件.html", "通报.docx"}
)

// walk lists the files below root that may be returns, sorted by name; the options have real
// paths, and root lies in their year folder or anywhere. What else is no return of its own is
// named beside: a link that leaves the folder, what is no file, a list that is not used, a
// font. A folder inside that can't be opened is a finding: the others are read.
func walk(root string, o Options) (files []file, beside result, err error) {
	skip := []string{o.Out, o.Tasks, o.Last}
	used := usedLists(o)
	name := func(path, why, hint string) finding.Finding {
		f := notReadable(disk.NameIn(root, path), why, hint)
		beside.findings = append(beside.findings, f)
		return f
	}
	aside := func(rel string, state ledger.InputState, reason string) {
		in := fileIn("", rel).input(state)
		in.Reason = reason
		beside.inputs = append(beside.inputs, in)
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil && (path == root || d == nil) {
			return fmt.Errorf("打不开 %s：%w", path, err)
		}
		if err != nil {
			why, hint := "文件夹打不开（"+disk.Reason(err)+"）", "请检查文件夹的权限；里面有报表的，打开权限后再运行一次。"
			if errors.Is(err, fs.ErrNotExist) {
				why, hint = goneWhy, goneHint
			}
			name(path, why, hint)
			return skipEntry(d)
		}
		if path == root {
			return nil
		}
		base := disk.Legible(d.Name())
		if slices.Contains(skip, path) || disk.HiddenName(base) {
			return skipEntry(d)
		}
		top, out := filepath.Dir(path) == o.Folder, filepath.Dir(path) == o.Out
		if d.IsDir() {
			if base != d.Name() && top && slices.Contains(notReturns, base) {
				name(path, "文件夹名的编码不是 UTF-8，程序认不出它是“"+base+"”",
					"文件夹名可能是在别的系统上压缩、在这里解压时弄乱的；请把它改名为“"+base+"”（已有同名的，先移到别处），再运行一次。")
			}
			if top && slices.Contains(notReturns, base) || out && slices.Contains(ownFolders, base) {
				return filepath.SkipDir
			}
			if why := yearWithin(root, path); why != "" {
				in := name(path, why, yearWithinHint)
				aside(in.Place.File(), ledger.FileFailed, in.Message)
				return filepath.SkipDir
			}
			return nil
		}
		if out && slices.Contains(ownFiles, base) || slices.Contains(used, path) {
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		if disk.IsFont(path, base, d) {
			aside(rel, ledger.FileSkipped, "字体文件")
			return nil
		}
		if why := notRead(root, path, d); why != "" {
			aside(rel, ledger.FileFailed, name(path, why, "是报表的，请把文件本身复制到这里；不是的，不用处理。").Message)
			return nil
		}
		if slices.Contains(strings.Split(filepath.ToSlash(disk.Legible(filepath.Dir(rel))), "/"), voidFolder) {
			f := fileIn(path, rel).skipped("放在“作废”文件夹里", "作废的，不用处理；还有效的，移出这个文件夹。")
			aside(rel, ledger.FileSkipped, f.Found)
			beside.findings = append(beside.findings, f)
			return nil
		}
		if top && disk.IsList(base) {
			f := fileIn(path, rel).skipped("是任务清单，但这次用的清单是 "+disk.NameIn(o.Folder, used[0]), "只留一份任务清单；是报表的，请改名。")
			aside(rel, ledger.FileSkipped, f.Found)
			beside.findings = append(beside.findings, f)
			return nil
		}
		files = append(files, fileIn(path, rel))
		return nil
	})
	apart(files)
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files, beside, err
}

func skipEntry(d fs.DirEntry) error {
	if d.IsDir() {
		return filepath.SkipDir
	}
	return nil
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

// usedLists are the list of the run, first, and the workbook with its roster and settings.
func usedLists(o Options) []string {
	return []string{listOf(o), MasterIn(o.Folder)}
}

// apart tells files that read alike from each other: where one is named in UTF-8 and one
// in GBK, the latter is shown with its bytes.
func apart(files []file) {
	named := map[string]int{}
	for _, f := range files {
		named[f.name]++
	}
	for i := range files {
		if f := &files[i]; f.raw != "" && named[f.name] > 1 {
			f.name = disk.EachName(f.raw, disk.Escaped)
		}
	}
}
