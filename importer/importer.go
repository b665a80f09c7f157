// Package importer reads a year folder: the list and the returns in, a ledger and its
// findings out. It is the door of everything below it; the rooms behind it hold the
// formats, the plan, the returns and the merge.
package importer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/parallel"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/templates/words"
)

// Options says what to read. Zero fields take their default.
type Options struct {
	Folder   string                             // the year folder
	Tasks    string                             // --tasks: the list, where it is another file
	Last     string                             // --last: last year's 台账.json, where it is another than 上年/台账.json
	Out      string                             // the output folder: its ledger holds the office's rulings, nothing in it is a return
	Year     int                                // --year
	Unit     string                             // --unit
	AsOf     period.Quarter                     // --as-of
	Progress func(done, total int, file string) // told after each file, from one goroutine; may be nil
}

// UsageError is a call that can't be carried out as it was given: nothing is written.
type UsageError struct{ Message, Hint string }

func (e *UsageError) Error() string { return e.Message }

// Load reads the year folder and merges it. The error is a *UsageError, or the tool's own
// (no permission, disk); whatever is wrong with the data is a finding of the ledger.
func Load(ctx context.Context, o Options) (*ledger.Ledger, error) {
	if err := isFolder(o.Folder); err != nil {
		return nil, err
	}
	o, err := o.real()
	if err != nil {
		return nil, err
	}
	var office decisions
	var undecided error
	decided := parallel.Start(func() { office, undecided = readRulings(o.Out) }) // in a large ledger that takes a while
	defer decided()
	p, w, found, err := readPlan(o)
	if err != nil {
		return nil, err
	}
	if o.AsOf, err = asOfYear(o.AsOf, p.Year); err != nil {
		return nil, err
	}
	last, looked := readLast(o, p)
	files, closed, err := walk(o)
	if err != nil {
		return nil, err
	}
	read, err := readAll(ctx, files, returns.NewReader(p, w), o.Progress)
	if err != nil {
		return nil, err
	}
	if decided(); undecided != nil {
		return nil, undecided
	}
	found = slices.Concat(found, looked, closed, read.findings)
	return ledger.Merge(p, read.returns, found,
		ledger.Options{AsOf: o.AsOf, Rulings: office.rulings, From: office.from, Inputs: read.inputs, Last: last}), nil
}

// Check reads single files and folders of returns. What was said in other quarters and
// who else sent what is not known, so no coverage or history is checked.
func Check(ctx context.Context, o Options, paths []string) (*ledger.Ledger, error) {
	if o.Folder == "" {
		o.Folder = yearFolder(paths[0])
	}
	o, err := o.real()
	if err != nil {
		return nil, err
	}
	var files []file
	for _, path := range paths {
		in, err := filesAt(o, path)
		if err != nil {
			return nil, err
		}
		for _, f := range in {
			if !slices.ContainsFunc(files, func(o file) bool { return o.name == f.name && o.raw == f.raw }) {
				files = append(files, f)
			}
		}
	}
	apart(files)
	p, w, _, err := readPlan(o)
	if err != nil {
		return nil, err
	}
	read, err := readAll(ctx, files, returns.NewReader(p, w), o.Progress)
	if err != nil {
		return nil, err
	}
	asOf := period.Quarter{Year: p.Year, N: 4}
	return ledger.Merge(p, read.returns, read.findings, ledger.Options{AsOf: asOf, Inputs: read.inputs, Partial: true}), nil
}

// real returns the options with absolute paths, links resolved: what lies where does not
// depend on how it was typed.
func (o Options) real() (Options, error) {
	for _, path := range []*string{&o.Folder, &o.Out, &o.Tasks, &o.Last} {
		if *path == "" {
			continue
		}
		abs, err := filepath.Abs(*path)
		if err != nil {
			return o, fmt.Errorf("看不懂路径 %s：%w", *path, err)
		}
		if followed, err := filepath.EvalSymlinks(abs); err == nil {
			abs = followed // a folder that is still to be made has nothing to follow
		}
		*path = abs
	}
	return o, nil
}

// filesAt lists the files that a path of check means. They are named from the year folder
// where they lie in it, else as the path was typed.
func filesAt(o Options, path string) ([]file, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &UsageError{"找不到文件或文件夹：" + path, "请检查路径是否写对。"}
	}
	if err != nil {
		return nil, fmt.Errorf("打不开 %s：%w", path, err)
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, &UsageError{path + " 不是普通文件", "check 后面要写报表文件或文件夹。"}
	}
	files := []file{fileIn(path, path)}
	if info.IsDir() {
		at, err := Options{Folder: path, Tasks: o.Tasks, Out: o.Out}.real()
		if err != nil {
			return nil, err
		}
		if files, _, err = walk(at); err != nil {
			return nil, err
		}
		for i := range files {
			files[i] = fileIn(files[i].path, filepath.Join(path, cmp.Or(files[i].raw, files[i].name)))
		}
	}
	for i := range files {
		name := cmp.Or(files[i].raw, files[i].name)
		if abs, err := filepath.Abs(name); err == nil {
			if followed, err := filepath.EvalSymlinks(abs); err == nil {
				abs = followed
			}
			if rel, err := filepath.Rel(o.Folder, abs); err == nil && filepath.IsLocal(rel) {
				name = rel
			}
		}
		files[i] = fileIn(files[i].path, filepath.Clean(name))
	}
	return files, nil
}

// Tasks reads the list of a folder, or a file that is a list, and says how it understood
// it.
func Tasks(o Options, path string) (*plan.Plan, []finding.Finding, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, &UsageError{"找不到文件或文件夹：" + path, "请检查路径是否写对。"}
	}
	o.Folder = path
	if !info.IsDir() {
		o.Folder, o.Tasks = filepath.Dir(path), path
	}
	if o, err = o.real(); err != nil {
		return nil, nil, err
	}
	p, _, found, err := readPlan(o)
	return p, found, err
}

func isFolder(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &UsageError{"找不到文件夹：" + path, "请检查路径是否写对；新的一年可用 taizhang init 建一个年度文件夹。"}
	case err != nil:
		return fmt.Errorf("打不开文件夹 %s：%w", path, err)
	case !info.IsDir():
		return &UsageError{path + " 不是文件夹", "build 要的是年度文件夹；只看一份报表请用 taizhang check " + path}
	}
	return nil
}

// asOfYear holds a --as-of to the ledger's year.
func asOfYear(q period.Quarter, year int) (period.Quarter, error) {
	if q.IsZero() {
		return q, nil
	}
	if q.Year == 0 {
		q.Year = year
	}
	if q.Year != year {
		return q, &UsageError{fmt.Sprintf("--as-of 写的是%s，清单是 %d 年的", q.Label(), year), "请改成本年度的季度，例如 " + fmt.Sprintf("%dQ4", year)}
	}
	return q, nil
}

// readPlan reads the list with its roster and settings, and the office's own vocabulary.
func readPlan(o Options) (*plan.Plan, *words.Words, []finding.Finding, error) {
	w, err := readWords(o.Folder)
	if err != nil {
		return nil, nil, nil, err
	}
	sources, found, err := findList(o, w)
	if err != nil {
		return nil, nil, nil, err
	}
	p, more, err := plan.Read(sources)
	switch {
	case errors.Is(err, plan.ErrNoYear):
		return nil, nil, nil, &UsageError{"不知道是哪一年的清单", "请用 --year 写明年度，例如 --year 2021，或在 任务清单.xlsx 的“设置”中填写“年度”。"}
	case errors.Is(err, plan.ErrNoList):
		return nil, nil, nil, &UsageError{"任务清单里没有读到任务：" + sources.List.File, "请确认清单有“工作任务、具体要求、责任部门”的表头。"}
	case err != nil:
		return nil, nil, nil, err
	}
	return p, w, append(found, more...), nil
}

// result is what reading files gave, in the order of their names.
type result struct {
	returns  []returns.Return
	findings []finding.Finding
	inputs   []ledger.Input
}

// attachment says of a file that it is a signed scan and no return.
func attachment(f file) (ledger.Input, finding.Finding) {
	return f.input(ledger.FileSkipped), finding.New(finding.Attachment, finding.In(f.name, ""), "", "")
}
