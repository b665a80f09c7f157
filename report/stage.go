package report

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
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
	os.RemoveAll(s.path())
}

// prepare writes the outputs into the stage, and beside each what it replaces.
func (s stage) prepare(outputs []output) (rec record, err error) {
	if err := s.print(outputs); err != nil {
		return rec, err
	}
	for _, o := range outputs {
		p, err := s.placingOf(o)
		if err != nil {
			return rec, fmt.Errorf("写不下 %s：%w", o.name, err)
		}
		rec.Outputs = append(rec.Outputs, p)
	}
	return rec, nil
}

// placingOf makes ready to place an output that is printed.
func (s stage) placingOf(o output) (placing, error) {
	p := placing{Name: o.name, Folder: o.folder, Fresh: o.comes()}
	if !o.folder {
		return p, s.prepareOld(o, &p)
	}
	if !p.Fresh {
		return p, nil
	}
	for _, f := range o.files {
		p.Files = append(p.Files, f.name)
	}
	return p, syncFolder(s.fresh(o.name))
}

// prepareOld puts the file that is replaced aside, as a second name of it where the system
// has such, and stages its copy for 历史 where the output asks for one.
func (s stage) prepareOld(o output, p *placing) (err error) {
	if p.Before, err = sumOf(s.at(o.name)); err != nil || p.Before == absent {
		return err
	}
	if os.Link(s.at(o.name), s.aside(o.name)) != nil {
		if err := copySynced(s.at(o.name), s.aside(o.name)); err != nil {
			return err
		}
	}
	if !o.keeps {
		return nil
	}
	if sum, err := sumOf(s.fresh(o.name)); err != nil || sum == p.Before {
		return err
	}
	if p.Kept, p.Known, err = keptName(s.folder, o.name, p.Before); err != nil || p.Known {
		return err
	}
	return copySynced(s.at(o.name), s.fresh(p.Kept))
}

// exists reports whether there is anything at the path.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func writeSynced(path string, data []byte) error {
	return fillSynced(path, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
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
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	err = fill(f)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

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
