package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// How far a list is looked for around a folder that has none.
const (
	foldersUp   = 2
	foldersDown = 2
)

// notAYear reports a folder that is no year folder, so that the embedded list never stands in
// for one that lies elsewhere: a list lies above it or in folders below it, or it holds nothing
// that could be a return. The options are those of the call; the error is a *UsageError.
func notAYear(o Options) error {
	if o.Tasks != "" || disk.ListIn(o.Folder) != "" {
		return nil
	}
	real, err := Options{Folder: o.Folder, Out: o.Out, Last: o.Last}.real()
	if err != nil {
		return err
	}
	if up := listAbove(real.Folder); up != "" {
		return &UsageError{fmt.Sprintf("%s 不是年度文件夹：任务清单在它上面的 %s 里", o.Folder, disk.Legible(up)),
			"请用年度文件夹，例如 taizhang build " + quoted(disk.Legible(up)) + "；只检查几份报表，请用 taizhang check。什么都没有写。"}
	}
	if down := listsBelow(real.Folder); len(down) > 0 {
		for i := range down {
			down[i] = disk.Legible(filepath.Join(o.Folder, down[i]))
		}
		return &UsageError{fmt.Sprintf("%s 不是年度文件夹：任务清单在它里面的 %s 里", o.Folder, someOf(down)),
			"请用其中的年度文件夹，例如 taizhang build " + quoted(down[0]) + "；清单放错地方的，请移到 " + o.Folder + " 里。什么都没有写。"}
	}
	w, err := readWords(o.Folder)
	if err != nil {
		return err
	}
	if named := listNamedOtherwise(real.Folder, w); named != "" {
		return &UsageError{fmt.Sprintf("%s 里没有 任务清单，但“%s”像是任务清单", o.Folder, named),
			"请把它改名为 任务清单" + strings.ToLower(filepath.Ext(named)) + "；不想改名的，加上 --tasks " + quoted(filepath.Join(o.Folder, named)) + "。什么都没有写。"}
	}
	files, _, err := walk(real.Folder, real)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return noReturns(o.Folder, nil)
	}
	return nil
}

// nothingToRead reports a folder without a list of its own in whose files nothing could be a
// return, now that they have been looked into.
func nothingToRead(folder string, read result) error {
	for i := range read.inputs {
		if mayBeReturn(&read.inputs[i], read.findings) {
			return nil
		}
	}
	return noReturns(folder, read.inputs)
}

// mayBeReturn reports a file that was read, or that may be a return although it couldn't be:
// one that nobody could look into, in a format that departments use, or that its path gives to
// a department or a quarter.
func mayBeReturn(in *ledger.Input, found []finding.Finding) bool {
	switch {
	case in.State == ledger.FileRead:
		return true
	case in.State != ledger.FileFailed:
		return false
	case in.Department != "" || !in.Quarter.IsZero():
		return true
	}
	closed := slices.ContainsFunc(found, func(f finding.Finding) bool {
		return f.Place.File() == in.File && f.Severity() == finding.Error && f.Code != finding.NoTable
	})
	return closed && slices.Contains(tableEndings, ending(in.File))
}

// tableEndings are those of what departments send.
var tableEndings = []string{".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".doc", ".docx", ".odt", ".wps", ".zip", ".rar", ".7z"}

func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

// noReturns says that neither a list nor a return is in the folder, and what is.
func noReturns(folder string, seen []ledger.Input) error {
	message := folder + " 不像年度文件夹：里面没有任务清单，也没有可能是报表的文件"
	var names []string
	for _, in := range seen {
		if in.State == ledger.FileFailed || in.State == ledger.FileSkipped {
			names = append(names, in.File)
		}
	}
	if len(names) > 0 {
		message += "（看过的是 " + someOf(names) + "）"
	}
	return &UsageError{message, "请写年度文件夹，里面有 任务清单.xlsx 和各季度的报表；新的一年请用 taizhang init 建一个。什么都没有写。"}
}

// listAbove returns the nearest folder above that holds a list, "" where none near does.
func listAbove(dir string) string {
	for range foldersUp {
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		if dir = up; disk.ListIn(dir) != "" {
			return dir
		}
	}
	return ""
}

// listsBelow returns the folders below that hold a list, by their ways from dir. What a year
// folder holds beside its returns is not looked through.
func listsBelow(dir string) []string {
	var found []string
	var look func(way string, deep int)
	look = func(way string, deep int) {
		entries, err := os.ReadDir(filepath.Join(dir, way))
		if err != nil {
			return // a folder that can't be opened is named where files are read
		}
		for _, e := range entries {
			name := disk.Legible(e.Name())
			if !e.IsDir() || disk.HiddenName(name) || slices.Contains(notReturns, name) {
				continue
			}
			below := filepath.Join(way, e.Name())
			if disk.ListIn(filepath.Join(dir, below)) != "" {
				found = append(found, below)
			} else if deep < foldersDown {
				look(below, deep+1)
			}
		}
	}
	look("", 1)
	return found
}

// mostNamed is how many folders or files a message names.
const mostNamed = 3

func someOf(names []string) string {
	if len(names) > mostNamed {
		return fmt.Sprintf("%s 等%d处", strings.Join(names[:mostNamed], "、"), len(names))
	}
	return strings.Join(names, "、")
}

// quoted makes a path one word of a command line.
func quoted(path string) string {
	if strings.ContainsAny(path, " ()&") {
		return `"` + path + `"`
	}
	return path
}
