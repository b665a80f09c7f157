// Package importer reads a year folder: the list and the returns in, a ledger and its
// findings out. It is the door of everything below it; the rooms behind it hold the
// formats, the plan, the returns and the merge.
package importer

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"taizhang/importer/decisions"
	"taizhang/importer/disk"
	"taizhang/importer/earlier"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/parallel"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
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
	if err := notAYear(o); err != nil {
		return nil, err
	}
	typed := o.Folder
	o, err := o.real()
	if err != nil {
		return nil, err
	}
	var office decisions.Made
	var undecided error
	decided := parallel.Start(func() { office, undecided = decisions.Read(o.Folder, o.Out) }) // in a large ledger that takes a while
	defer decided()
	p, w, found, err := readPlan(o)
	if err != nil {
		return nil, err
	}
	if o.AsOf, err = asOfYear(o.AsOf, p.Year); err != nil {
		return nil, err
	}
	last, looked := earlier.Ledger(o.Folder, o.Last, p)
	files, beside, err := walk(o.Folder, o)
	if err != nil {
		return nil, err
	}
	if decided(); undecided != nil { // what headings mean is asked before a file is opened
		return nil, undecided
	}
	form, err := formOf(o.Folder, p.Year)
	if err != nil {
		return nil, err
	}
	published, doubts := earlier.Published(o.Folder, p, last, form)
	looked = append(looked, doubts...)
	reader := newReader(p, w, office)
	withBase(files, form, p, reader)
	read, err := readAll(ctx, files, reader, o.Progress)
	if err != nil {
		return nil, err
	}
	read.base.given.Published, read.base.given.Earlier = published.Of(form, p.Year)
	read.take(beside)
	read.guess(p)
	if p.Embedded {
		if err := nothingToRead(typed, read); err != nil {
			return nil, err
		}
	}
	found = slices.Concat(found, looked, office.Found, office.Elsewhere(slices.Concat(decisions.Beside(o.Folder, o.Out), read.copies)), read.findings)
	l := merge.Merge(p, read.returns, found,
		merge.Options{AsOf: o.AsOf, Rulings: office.Rulings, Journal: office.Journal, From: office.From, Inputs: read.inputs, Last: last, Numbers: read.base.of(form)})
	office.Journal.Seal(l.SumsOf)
	office.Journal.Call(l.TextOf, l.Rulings)
	return l, nil
}

// Check reads single files and folders of returns. What was said in other quarters and
// who else sent what is not known, so no coverage or history is checked. What the office
// answered on headings holds as in the ledger.
func Check(ctx context.Context, o Options, paths []string) (*ledger.Ledger, error) {
	if o.Folder == "" {
		o.Folder = disk.Around(paths[0])
	}
	o, err := o.real()
	if err != nil {
		return nil, err
	}
	files, beside, err := filesOf(o, paths)
	if err != nil {
		return nil, err
	}
	apart(files)
	p, w, _, err := readPlan(o)
	if err != nil {
		return nil, err
	}
	office, err := decisions.ReadAnswers(o.Folder, o.Out)
	if err != nil {
		return nil, err
	}
	form, err := formOf(o.Folder, p.Year)
	if err != nil {
		return nil, err
	}
	reader := newReader(p, w, office)
	withBase(files, form, p, reader)
	read, err := readAll(ctx, files, reader, o.Progress)
	if err != nil {
		return nil, err
	}
	read.take(beside)
	asOf := period.Quarter{Year: p.Year, N: 4}
	return merge.Merge(p, read.returns, read.findings, merge.Options{AsOf: asOf, Inputs: read.inputs, Partial: true, Numbers: read.base.of(form)}), nil
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
	if err := notAYear(o); err != nil {
		return nil, nil, err
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
	var none *plan.NoListError
	switch {
	case errors.As(err, &none):
		return nil, nil, nil, &UsageError{"任务清单里没有读到任务：" + sources.List.File, none.Seen + none.Missing}
	case errors.Is(err, plan.ErrNoYear):
		return nil, nil, nil, &UsageError{"不知道是哪一年的清单", "请用 --year 写明年度，例如 --year 2021，或在 任务清单.xlsx 的“设置”中填写“年度”。"}
	case errors.Is(err, plan.ErrNoList):
		return nil, nil, nil, &UsageError{"任务清单里没有读到任务：" + sources.List.File, "请确认清单有“工作任务、具体要求、责任部门”的表头。"}
	case err != nil:
		return nil, nil, nil, err
	}
	return p, w.Learn(p.Taught), append(found, more...), nil
}

// OutFolder is where the outputs lie, unless the run says otherwise.
const OutFolder = disk.OutFolder

// InUse reports that the system keeps a file from us because another program has it open.
func InUse(err error) bool { return disk.InUse(err) }

// Journal reads the decisions of a year folder as they stand in its 核定.jsonl.
func Journal(folder string) (*ruling.Journal, error) { return decisions.ReadJournal(folder) }
