// Package outputs is the one transaction by which folders are written: everything is staged
// in a folder beside its place, a synced record is the commit, renames follow, and a run that
// was killed is finished or forgotten by the next. The system's lock keeps two runs apart.
// What is replaced and may hold somebody's work is kept in 历史. The package does not know
// what the files say.
package outputs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"taizhang/importer/ledger"
)

// Output is a file to be written, or a folder to be replaced as a whole.
type Output struct {
	Name   string                // its base name in the output folder; inside a folder, in that
	Data   []byte                // what the file holds, where Print is nil
	Print  func(io.Writer) error // writes what the file holds; called at most once, side by side with those of others
	Keeps  bool                  // the file before it, where its bytes differ, goes to 历史
	Before string                // SHA-256 in hex that the file must still have, ledger.NoLedger for no file; "" where it does not matter
	Folder bool                  // a folder of Files; without any, the folder goes
	Files  []Output              // what a folder holds

	// Same reports whether a file, written at that time, holds already what Print would write;
	// nil where nobody can tell.
	Same func(path string, written time.Time) bool
}

// UnfinishedError is what Write returns where it could neither finish nor take back: some
// outputs may be those of this run and others not. The next run begins by putting that right.
type UnfinishedError struct{ err error }

func (e *UnfinishedError) Error() string { return fmt.Sprint(e.err) }
func (e *UnfinishedError) Unwrap() error { return e.err }

// comes reports whether anything is put in the place of the output.
func (o Output) comes() bool { return !o.Folder || len(o.Files) > 0 }

// Write replaces outputs in a folder, all of them or none, whatever ends the program:
//
//  1. everything is written and synced in a stage, a folder beside the outputs;
//  2. a record of what is to be placed is synced and renamed to its name: the commit;
//  3. lines are added to the decisions of the year, each output is renamed to its place, and
//     the stage goes.
//
// A run that ends before 2 has changed nothing, one that ends within 3 is finished by the
// next (see Recover): only between these renames, a fraction of a millisecond apart, do
// outputs of two runs lie side by side, each of them whole. Where a rename fails, all are
// taken back. It returns what now lies there, a folder by its own path, and what was put
// aside in 历史.
//
// decided is added to the decisions of the year by the same commit; nil for a folder that
// takes in none. A context that ends before 2 is an error, and nothing has changed; later it is
// too late to stop. told, where there is one, hears how many files of how many are written, and
// which was the last.
func Write(ctx context.Context, folder string, outputs []Output, decided *Decisions, told func(done, total int, name string)) (paths []string, err error) {
	done, err := claim(folder)
	if err != nil {
		return nil, err
	}
	defer func() { done(err) }()
	year := ""
	if decided != nil {
		year = decided.Year
	}
	if err := finishEarlier(folder, year); err != nil {
		return nil, err
	}
	for _, o := range outputs {
		if err := free(folder, o); err != nil {
			return nil, err
		}
	}
	s := stage{folder}
	if err := s.open(); err != nil {
		return nil, fmt.Errorf("写不进文件夹 %s：%w", folder, err)
	}
	defer s.drop()
	rec, err := s.prepare(ctx, outputs, told)
	if err != nil {
		return nil, err
	}
	for _, o := range outputs {
		if err := changed(folder, o); err != nil {
			return nil, err
		}
	}
	unlock, err := decided.keep(folder)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := decided.changed(); err != nil {
		return nil, err
	}
	if rec.Decided, err = decided.recorded(folder); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.commit(rec); err != nil {
		return nil, fmt.Errorf("写不进文件夹 %s：%w", folder, err)
	}
	if err := s.placeAll(rec, year); err != nil {
		if back := s.takeBack(rec, year); back != nil {
			return nil, &UnfinishedError{errors.Join(err, back)}
		}
		return nil, err
	}
	if err := s.done(); err != nil {
		return nil, &UnfinishedError{fmt.Errorf("收不了尾 %s：%w", folder, err)}
	}
	return rec.paths(folder), nil
}

// claim makes the folder where it is missing and keeps other runs from writing into it. done lets it
// go; after a failure it takes away again what was made, as far as it is empty.
func claim(folder string) (done func(err error), err error) {
	made, err := makeFolder(folder)
	undo := func() {
		for i := len(made) - 1; i >= 0; i-- {
			os.Remove(made[i])
		}
	}
	if err != nil {
		undo()
		return nil, fmt.Errorf("建不了文件夹 %s：%w", folder, err)
	}
	release, err := lock(folder)
	if err != nil {
		undo()
		return nil, err
	}
	return func(err error) {
		release()
		if err != nil {
			undo()
		}
	}, nil
}

// makeFolder makes a folder with those above it, and returns which it made.
func makeFolder(folder string) (made []string, err error) {
	for at := filepath.Clean(folder); ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		made = append([]string{at}, made...)
	}
	return made, os.MkdirAll(folder, 0o755)
}

// free reports an output that is open in a program, or that a folder or file of the other
// kind stands in the way of.
func free(folder string, o Output) error {
	at := filepath.Join(folder, o.Name)
	names := []string{o.Name}
	if o.Folder {
		entries, err := os.ReadDir(at)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("打不开 %s：%w", at, err)
		}
		names, folder = nil, at
		for _, e := range entries {
			names = append(names, e.Name())
		}
	}
	for _, name := range names {
		if open := LockOf(folder, name); open != "" {
			return fmt.Errorf("%s 正在 Excel 或 WPS 中打开，请保存并关闭后重试；确实没有打开的，请删除 %s", filepath.Join(folder, name), open)
		}
	}
	if info, err := os.Stat(at); err == nil && info.IsDir() != o.Folder {
		return fmt.Errorf("换不了 %s：那里有一个同名的文件或文件夹，请移走后重试", at)
	}
	return nil
}

// absent stands for the sum of a file that there is not.
const absent = ledger.NoLedger

// changed reports a file that is not the one that the run has read: what was saved in it
// meanwhile would be lost.
func changed(folder string, o Output) error {
	if o.Before == "" || o.Folder {
		return nil
	}
	sum, err := sumOf(filepath.Join(folder, o.Name))
	if err == nil && sum != o.Before {
		err = fmt.Errorf("%s 在程序运行时被改动过（或者另一个 taizhang 刚写过），为免丢失改动，这次没有替换它：请再运行一次", filepath.Join(folder, o.Name))
	}
	return err
}
