package report

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"taizhang/report/book"
)

// historyFolder keeps what a run replaced, where an output asks for it.
const historyFolder = "历史"

// keep puts a copy of the file that is about to be replaced into 历史, under the first
// eight digits of its SHA-256, and returns where; "" where nothing changes.
func (w *whole) keep(o output, at string) (string, error) {
	if !o.keeps {
		return "", nil
	}
	old, err := os.ReadFile(at)
	if errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(old, o.data) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return w.archive(o.name, old)
}

// archive puts the bytes into 历史 under the file's name and the first eight digits of
// their SHA-256, and returns where.
func (w *whole) archive(name string, old []byte) (string, error) {
	sum := sha256.Sum256(old)
	ext := filepath.Ext(name)
	name = strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:4]) + ext
	folder := filepath.Join(w.folder, historyFolder)
	kept := filepath.Join(folder, name)
	if _, err := os.Stat(kept); err == nil {
		return kept, nil // the same bytes were replaced before
	}
	if err := os.Mkdir(folder, 0o755); err == nil {
		w.back = append(w.back, func() { os.Remove(folder) })
	} else if !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	if err := writeSynced(w.fresh(name), old); err != nil {
		return "", err
	}
	if err := os.Rename(w.fresh(name), kept); err != nil {
		return "", err
	}
	w.back = append(w.back, func() { os.Remove(kept) })
	return kept, nil
}

// swapFolder replaces a folder. Spreadsheets as an earlier run wrote them go; whatever
// somebody has filled in or put there comes along, or goes to 历史 where its name is taken.
func (w *whole) swapFolder(o output, at string) error {
	aside := w.aside(o.name)
	err := os.Rename(at, aside)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err == nil {
		w.back = append(w.back, func() { os.Rename(aside, at) })
	}
	if len(o.files) > 0 {
		if err := os.Rename(w.fresh(o.name), at); err != nil {
			return err
		}
		w.back = append(w.back, func() { os.RemoveAll(at) })
	}
	entries, err := os.ReadDir(aside)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		from, to := filepath.Join(aside, e.Name()), filepath.Join(at, e.Name())
		if !e.IsDir() && untouched(from) {
			continue
		}
		if _, err := os.Lstat(to); err == nil && !e.IsDir() {
			data, err := os.ReadFile(from)
			if err != nil {
				return err
			}
			if _, err := w.archive(e.Name(), data); err != nil {
				return err
			}
			continue
		}
		if err := os.Mkdir(at, 0o755); err == nil {
			w.back = append(w.back, func() { os.Remove(at) })
		} else if !errors.Is(err, fs.ErrExist) {
			return err
		}
		if err := os.Rename(from, to); err != nil {
			return err
		}
		w.back = append(w.back, func() { os.Rename(to, from) })
	}
	return nil
}

// untouched reports whether a file is a workbook as this program wrote it: whoever saves it
// again, if only by opening it, leaves another program's name in it.
func untouched(path string) bool {
	z, err := zip.OpenReader(path)
	if err != nil {
		return false
	}
	defer z.Close()
	f, err := z.Open("docProps/app.xml")
	if err != nil {
		return false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, 1<<16))
	return err == nil && bytes.Contains(data, []byte("<Application>"+book.Application+"</Application>"))
}

// lockOf returns the file that Excel, WPS or LibreOffice lays beside an open workbook, ""
// where there is none.
func lockOf(folder, name string) string {
	for _, lock := range []string{"~$" + name, ".~" + name, ".~lock." + name + "#"} {
		path := filepath.Join(folder, lock)
		if _, err := os.Lstat(path); err == nil {
			return path
		}
	}
	return ""
}

// swap puts a new file in the place of an old one and returns how to put the old one
// back. The old one is kept aside as a second name of the same file where the system has
// such, so that its place is never empty.
func swap(fresh, place, aside string) (back func(), err error) {
	if info, err := os.Stat(place); err == nil && info.IsDir() {
		return nil, errors.New("那里有一个同名的文件夹")
	}
	err = os.Link(place, aside)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(place, aside)
	}
	old := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	restore := func() {
		if old {
			os.Rename(aside, place)
		} else {
			os.Remove(place)
		}
	}
	if err := os.Rename(fresh, place); err != nil {
		restore()
		return nil, err
	}
	return restore, nil
}
