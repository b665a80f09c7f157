package outputs

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"taizhang/importer/ruling"
)

// Decisions is what a run adds to the decisions of a year folder: lines for 核定.jsonl, which
// are part of its commit.
type Decisions struct {
	Year   string // the year folder
	Before string // SHA-256 in hex that 核定.jsonl must still have, "" where it does not matter
	Lines  []byte // whole lines of JSON that come behind it, nil for nothing
}

// appending says in a record what goes behind the decisions. Lines that stand there already
// are not added again, so that the step can be repeated.
type appending struct {
	Year  string `json:"year"`  // the way from the output folder to the year folder
	Size  int64  `json:"size"`  // bytes of the file before
	After string `json:"after"` // its SHA-256 with the lines
	Lines string `json:"lines"`
}

func (j *Decisions) path() string { return filepath.Join(j.Year, ruling.JournalName) }

// changed reports decisions that came in since the run has read them.
func (j *Decisions) changed() error {
	if j == nil || j.Before == "" {
		return nil
	}
	sum, err := sumOf(j.path())
	if err == nil && sum != j.Before {
		err = fmt.Errorf("%s 在程序运行时被改动过（或者另一个 taizhang 刚写过），这次没有写出成果：请再运行一次", j.path())
	}
	return err
}

// keep holds the lock of the year folder where lines are to be added: runs that write into
// different output folders add to one file.
func (j *Decisions) keep(folder string) (release func(), err error) {
	if j == nil || len(j.Lines) == 0 || sameFolder(j.Year, folder) {
		return func() {}, nil
	}
	return lock(j.Year)
}

func sameFolder(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// recorded returns what the record says of the lines, nil where there are none.
func (j *Decisions) recorded(folder string) (*appending, error) {
	if j == nil || len(j.Lines) == 0 {
		return nil, nil
	}
	year, err := Relative(folder, j.Year)
	if err != nil {
		return nil, err
	}
	was, err := readDecided(j.path())
	if err != nil {
		return nil, err
	}
	return &appending{Year: year, Size: int64(len(was)), After: sumOfBytes(append(was, j.Lines...)), Lines: string(j.Lines)}, nil
}

func readDecided(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// yearOf returns the year folder whose decisions a record adds to. Whoever ends the run of
// another year would put them into the wrong folder.
func (a *appending) yearOf(folder, year string) (string, error) {
	at := filepath.FromSlash(a.Year)
	if !filepath.IsAbs(at) {
		at = filepath.Join(folder, at)
	}
	switch _, err := os.Stat(at); {
	case err == nil && (year == "" || sameFolder(at, year)):
		return at, nil
	case err == nil:
		return "", fmt.Errorf("上一次在 %s 里写成果的是 %s，它的核定还没有记完：请先再运行一次 taizhang build %s", folder, at, at)
	case year != "":
		return year, nil // the folder has moved since
	}
	return "", fmt.Errorf("找不到年度文件夹 %s，上一次运行的核定还没有记完", at)
}

// add puts the lines behind the decisions, those that are not there yet. The file is replaced
// as a whole, so that no line is ever seen half.
func (a *appending) add(s stage, year string) error {
	if a == nil {
		return nil
	}
	at := filepath.Join(year, ruling.JournalName)
	was, err := readDecided(at)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for line := range bytes.Lines(was) {
		known[string(bytes.TrimSpace(line))] = true
	}
	now := bytes.Clone(was)
	if len(now) > 0 && now[len(now)-1] != '\n' {
		now = append(now, '\n')
	}
	more := false
	for line := range bytes.Lines([]byte(a.Lines)) {
		if said := bytes.TrimSpace(line); len(said) > 0 && !known[string(said)] {
			now, more = append(append(now, said...), '\n'), true
		}
	}
	if !more {
		return nil
	}
	return replace(s, at, now)
}

// takeBack takes the lines away again where nothing has come behind them.
func (a *appending) takeBack(s stage, year string) error {
	if a == nil {
		return nil
	}
	at := filepath.Join(year, ruling.JournalName)
	was, err := readDecided(at)
	if err != nil || sumOfBytes(was) != a.After || int64(len(was)) < a.Size {
		return err
	}
	if a.Size == 0 {
		return os.Remove(at)
	}
	return replace(s, at, was[:a.Size])
}

// replace puts a file with the content in the place of another, which may lie on another disk
// than the stage, or behind a link.
func replace(s stage, at string, data []byte) error {
	if followed, err := filepath.EvalSymlinks(at); err == nil {
		at = followed
	}
	fresh := s.path(ruling.JournalName)
	os.Remove(fresh) // of a run that was killed here
	if err := WriteFile(fresh, data); err != nil {
		return err
	}
	if os.Rename(fresh, at) != nil {
		beside := filepath.Join(filepath.Dir(at), "."+ruling.JournalName)
		os.Remove(beside)
		if err := errors.Join(WriteFile(beside, data), os.Remove(fresh)); err != nil {
			return err
		}
		if err := os.Rename(beside, at); err != nil {
			os.Remove(beside)
			return fmt.Errorf("写不进 %s：%w", at, err)
		}
	}
	return syncFolder(filepath.Dir(at))
}

// Relative returns the way from one folder to another (".." from the output folder to the year folder), with forward slashes, as
// the ledger's links take it. On another drive there is no way, and links are absolute.
func Relative(from, to string) (string, error) {
	from, err := filepath.Abs(from)
	if err != nil {
		return "", err
	}
	to, err = filepath.Abs(to)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		rel = to
	}
	return filepath.ToSlash(rel), nil
}
