package report

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// output is a file to be written: its name in the output folder and its bytes.
type output struct {
	name string
	data []byte
}

// writeAll writes the files beside their places, syncs them, and renames them together.
// Where one can't be renamed, those already renamed are put back.
func writeAll(folder string, files []output) (paths []string, err error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("建不了文件夹 %s：%w", folder, err)
	}
	stage, err := os.MkdirTemp(folder, ".taizhang-")
	if err != nil {
		return nil, fmt.Errorf("写不进文件夹 %s：%w", folder, err)
	}
	defer os.RemoveAll(stage)
	for _, f := range files {
		if err := writeSynced(filepath.Join(stage, f.name), f.data); err != nil {
			return nil, fmt.Errorf("写不下 %s：%w", f.name, err)
		}
	}
	var undo []func()
	for _, f := range files {
		place := filepath.Join(folder, f.name)
		back, err := swap(filepath.Join(stage, f.name), place, filepath.Join(stage, "old-"+f.name))
		if err != nil {
			for _, u := range undo {
				u()
			}
			return nil, fmt.Errorf("换不了 %s，它可能正在 Excel 或 WPS 中打开，请关闭后重试：%w", place, err)
		}
		undo = append(undo, back)
		paths = append(paths, place)
	}
	return paths, nil
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

func writeSynced(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
