package inbox

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"syscall"

	"taizhang/importer/grid"
	"taizhang/report/page/guard"
)

// store puts files into one folder of a year. It never leaves the year folder, wherever links
// lead, and never writes over a file.
type store struct {
	year *os.Root
	in   string // the folder, relative to the year
}

var errTooLarge = fmt.Errorf("超过%d兆", grid.MaxFileBytes>>20)

// put stores what is read under a name, or the name of a further copy, and returns that name and
// the SHA-256. Nothing is left of a file that can't be stored whole.
func (s store) put(name string, from io.Reader) (stored, sum string, err error) {
	if err := s.year.MkdirAll(s.in, 0o755); err != nil {
		return "", "", errors.New(Plain(err))
	}
	part := path.Join(s.in, ".taizhang-接收")
	s.year.Remove(part) // of a run that was killed
	f, err := s.year.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return "", "", errors.New(Plain(err))
	}
	defer s.year.Remove(part)
	digest := sha256.New()
	n, err := io.Copy(io.MultiWriter(f, digest), io.LimitReader(from, grid.MaxFileBytes+1))
	if err == nil && n > grid.MaxFileBytes {
		err = errTooLarge
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", "", said(err)
	}
	sum = hex.EncodeToString(digest.Sum(nil))
	if same := s.holding(name, n, sum); same != "" {
		return "", sum, &heldError{path.Join(s.in, same)}
	}
	stored, err = s.place(part, name)
	return stored, sum, err
}

// heldError is that the folder has the very file already, by its name and all that it holds: it is
// not stored once more.
type heldError struct{ file string }

func (e *heldError) Error() string { return "已有 " + e.file + "，一字不差" }

// holding returns the name under which a folder has a file, or a further copy of it, with this size
// and this sum, "" for none. Another name is another file: two departments may say the same.
func (s store) holding(name string, size int64, sum string) string {
	for n := 1; n <= mostCopies; n++ {
		stored := copyName(name, n)
		info, err := s.year.Lstat(path.Join(s.in, stored))
		switch {
		case err != nil:
			return ""
		case info.Mode().IsRegular() && info.Size() == size && s.sumOf(stored) == sum:
			return stored
		}
	}
	return ""
}

func (s store) sumOf(name string) string {
	f, err := s.year.Open(path.Join(s.in, name))
	if err != nil {
		return ""
	}
	defer f.Close()
	digest := sha256.New()
	if _, err := io.Copy(digest, f); err != nil {
		return ""
	}
	return hex.EncodeToString(digest.Sum(nil))
}

// mostCopies is how many files of one name a folder takes.
const mostCopies = 1000

// place gives a file that is stored whole its name.
func (s store) place(part, name string) (string, error) {
	for n := 1; n <= mostCopies; n++ {
		stored := copyName(name, n)
		at := path.Join(s.in, stored)
		err := s.year.Link(part, at)
		if err != nil && !errors.Is(err, fs.ErrExist) { // a disk without links
			var f *os.File
			if f, err = s.year.OpenFile(at, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644); err == nil {
				f.Close()
				err = s.year.Rename(part, at)
			}
		}
		if !errors.Is(err, fs.ErrExist) {
			return stored, said(err)
		}
	}
	return "", errors.New("同名的文件太多")
}

// said turns what the system says into what the clerk can read.
func said(err error) error {
	if err == nil || errors.Is(err, errTooLarge) {
		return err
	}
	return errors.New(Plain(err))
}

// windowsFull are what Windows says of a full disk.
var windowsFull = []syscall.Errno{39, 112}

func Plain(err error) string {
	var pathError *fs.PathError
	switch {
	case guard.TooLarge(err), errors.Is(err, io.ErrUnexpectedEOF):
		return broken(err)
	case errors.Is(err, syscall.ENOSPC), isWindowsFull(err):
		return "磁盘满了，请腾出空间再放一次"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限写进这个文件夹"
	case errors.As(err, &pathError):
		return pathError.Err.Error()
	}
	return err.Error()
}

func isWindowsFull(err error) bool {
	var code syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &code) && slices.Contains(windowsFull, code)
}

// moved puts a file of the year into the folder under its own name.
func (s store) moved(from string) (string, error) {
	if err := s.year.MkdirAll(s.in, 0o755); err != nil {
		return "", said(err)
	}
	for n := 1; n <= mostCopies; n++ {
		at := path.Join(s.in, copyName(path.Base(from), n))
		if _, err := s.year.Lstat(at); err == nil {
			continue
		}
		if err := s.year.Rename(from, at); err != nil {
			return "", said(err)
		}
		return at, nil
	}
	return "", errors.New("同名的文件太多")
}
