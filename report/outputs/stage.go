package outputs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"taizhang/importer/parallel"
)

// Names in an output folder that only a run uses, gone when it ends.
const (
	stageName = ".taizhang"
	lockName  = ".taizhang.lock"
)

// stage is the folder in which outputs wait until all are there: new holds what comes, old
// what was there before. Who uses it holds the lock of the output folder.
type stage struct{ folder string }

func (s stage) path(parts ...string) string {
	return filepath.Join(append([]string{s.folder, stageName}, parts...)...)
}
func (s stage) fresh(name string) string { return s.path("new", name) }
func (s stage) aside(name string) string { return s.path("old", name) }
func (s stage) at(name string) string    { return filepath.Join(s.folder, name) }

// open makes the stage anew.
func (s stage) open() error {
	for _, dir := range []string{s.path(), s.path("new"), s.path("old")} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			return err
		}
	}
	return nil
}

// drop removes the stage, unless a record says that there is something left to do.
func (s stage) drop() {
	for _, state := range []string{committed, takenBack} {
		if _, err := os.Lstat(s.path(state)); err == nil {
			return
		}
	}
	removeAll(s.path())
}

// removeAll removes a folder; the hundreds of files that it may hold go side by side.
func removeAll(folder string) error {
	var files []string
	_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return nil
	})
	parallel.Each(len(files), func(i int) { os.Remove(files[i]) })
	return os.RemoveAll(folder) // says what could not be removed
}

// prepare writes the outputs into the stage, and beside each what it replaces.
func (s stage) prepare(ctx context.Context, outputs []Output, told func(done, total int, name string)) (rec record, err error) {
	rec.Outputs = make([]placing, len(outputs))
	errs := make([]error, len(outputs))
	aside := parallel.Start(func() { // large files lie there, and the printing takes longer
		for i, o := range outputs {
			rec.Outputs[i], errs[i] = s.setAside(o)
		}
	})
	sums, err := s.print(ctx, outputs, told)
	if aside(); err != nil {
		return rec, err
	}
	for i, o := range outputs {
		if err = errs[i]; err == nil {
			err = s.complete(o, sums[o.Name], &rec.Outputs[i])
		}
		if err != nil {
			return rec, fmt.Errorf("写不下 %s：%w", o.Name, err)
		}
	}
	return rec, nil
}

// setAside puts the file that an output replaces aside, as a second name of it where the
// system has such.
func (s stage) setAside(o Output) (p placing, err error) {
	p = placing{Name: o.Name, Folder: o.Folder, Fresh: o.comes()}
	if o.Folder {
		for _, f := range o.Files {
			p.Files = append(p.Files, f.Name)
		}
		return p, nil
	}
	if o.Keeps {
		p.Before, err = sumOf(s.at(o.Name))
	}
	if _, gone := os.Stat(s.at(o.Name)); err != nil || errors.Is(gone, fs.ErrNotExist) {
		return p, err
	}
	return p, linkOrCopy(s.at(o.Name), s.aside(o.Name))
}

// stands reports whether what an output prints is at its place already, and if so gives it a
// second name in the stage, so that it need not be printed. Whatever is wrong with the file,
// it is printed anew.
func (s stage) stands(o Output) (ok bool) {
	defer func() {
		if recover() != nil {
			os.Remove(s.fresh(o.Name))
			ok = false
		}
	}()
	if o.Same == nil || os.Link(s.at(o.Name), s.fresh(o.Name)) != nil {
		return false
	}
	info, err := os.Lstat(s.fresh(o.Name))
	if err == nil && info.Mode().IsRegular() && o.Same(s.fresh(o.Name), info.ModTime()) {
		return true
	}
	os.Remove(s.fresh(o.Name))
	return false
}

// complete makes ready to place an output that is printed: its folder is synced, and a copy
// of what it replaces is staged for 历史 where it asks for one and has not the same sum.
func (s stage) complete(o Output, sum string, p *placing) (err error) {
	if o.Folder && p.Fresh {
		return syncFolder(s.fresh(o.Name))
	}
	if !o.Keeps || p.Before == absent || p.Before == sum {
		return nil
	}
	if p.Kept, p.Known, err = keptName(s.folder, o.Name, p.Before); err != nil || p.Known {
		return err
	}
	return linkOrCopy(s.at(o.Name), s.fresh(p.Kept))
}

// exists reports whether there is anything at the path.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// WriteFile writes a file that there must not be yet and brings it to the disk. What Fill
// calls writes its files with it.
func WriteFile(path string, data []byte) error {
	return fillSynced(path, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// linkOrCopy gives a file that is about to be replaced a second name, or copies it where the
// system has no such names or the file lies elsewhere and only a link to it here. The run
// renames files and never writes into one that is there.
func linkOrCopy(from, to string) error {
	if info, err := os.Lstat(from); err == nil && info.Mode().IsRegular() && os.Link(from, to) == nil {
		return nil
	}
	return copySynced(from, to)
}

func copySynced(from, to string) error {
	return fillSynced(to, func(f *os.File) error {
		source, err := os.Open(from)
		if err != nil {
			return err
		}
		defer source.Close()
		_, err = io.Copy(f, source)
		return err
	})
}

func fillSynced(path string, fill func(*os.File) error) error {
	f, err := create(path)
	if err != nil {
		return err
	}
	if err := fill(f); err != nil {
		return errors.Join(err, f.Close())
	}
	return syncClose(f)
}

// create makes a file that there must not be.
func create(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// syncClose brings a file to the disk.
func syncClose(f *os.File) error { return errors.Join(f.Sync(), f.Close()) }

// syncFolder makes names in a folder last through a power failure, where the system lets
// folders be synced.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrInvalid) {
		err = nil // some network folders
	}
	return errors.Join(err, f.Close())
}
