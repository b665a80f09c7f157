package inbox

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"syscall"

	"taizhang/importer/grid"
)

// Read returns a file at the top of the year. The error is fs.ErrNotExist, or can be shown to the clerk.
func (in *Inbox) Read(name string) ([]byte, error) {
	info, err := in.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fs.ErrNotExist
	case err != nil:
		return nil, said(err)
	case !info.Mode().IsRegular():
		return nil, errors.New(name + " 不是普通的文件")
	case info.Size() > grid.MaxFileBytes:
		return nil, errTooLarge
	}
	data, err := in.root.ReadFile(name)
	return data, said(err)
}

// Rewrite puts other content into a file at the top of the year, all of it or none: what was read of it
// goes through change, and what comes out takes its place unless somebody has saved it meanwhile. The
// error is that of change, or can be shown to the clerk.
func (in *Inbox) Rewrite(name string, change func(data []byte) ([]byte, error)) error {
	before, err := in.Read(name)
	if err != nil {
		return err
	}
	data, err := change(before)
	if err != nil || bytes.Equal(before, data) {
		return err
	}
	part := ".taizhang-设置"
	in.root.Remove(part) // of a run that was killed
	defer in.root.Remove(part)
	if err := in.lay(part, name, data); err != nil {
		return said(err)
	}
	if now, err := in.Read(name); err != nil || !bytes.Equal(before, now) {
		return errors.New(name + " 刚刚在别处存过，请再试一次")
	}
	if err := in.root.Rename(part, name); err != nil {
		if isWindowsUse(err) {
			return errors.New(name + " 正在别的程序里打开着，请先存盘、关掉再改")
		}
		return said(err)
	}
	return nil
}

// lay writes a file that is to take the place of another, for the same people.
func (in *Inbox) lay(part, like string, data []byte) error {
	info, err := in.root.Stat(like)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return errors.New(like + " 是只读的")
	}
	f, err := in.root.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// windowsUse are what Windows says of a file that another program holds.
var windowsUse = []syscall.Errno{5, 32, 33}

func isWindowsUse(err error) bool {
	var code syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &code) && slices.Contains(windowsUse, code)
}
