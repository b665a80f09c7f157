package report

import (
	"fmt"
	"os"
	"path/filepath"
)

// output is a file to be written, or a folder to be replaced as a whole: its name in the
// output folder and what it holds.
type output struct {
	name   string
	data   []byte
	keeps  bool     // the file before it, where its bytes differ, goes to 历史
	folder bool     // files is what it holds; without any, the folder goes
	files  []output // of a folder
}

// writeAll writes the outputs beside their places, syncs them, and renames them together.
// Where one can't be renamed, those already renamed are put back. It returns what now
// lies there, a folder by its own path, and what was put aside in 历史.
func writeAll(folder string, outputs []output) (paths []string, err error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("建不了文件夹 %s：%w", folder, err)
	}
	for _, o := range outputs {
		if lock := lockOf(folder, o.name); lock != "" && !o.folder {
			return nil, fmt.Errorf("%s 正在 Excel 或 WPS 中打开，请保存并关闭后重试；确实没有打开的，请删除 %s", filepath.Join(folder, o.name), lock)
		}
	}
	stage, err := os.MkdirTemp(folder, ".taizhang-")
	if err != nil {
		return nil, fmt.Errorf("写不进文件夹 %s：%w", folder, err)
	}
	defer os.RemoveAll(stage)
	w := &whole{folder: folder, stage: stage}
	for _, o := range outputs {
		if err := w.prepare(o); err != nil {
			return nil, fmt.Errorf("写不下 %s：%w", o.name, err)
		}
	}
	for _, o := range outputs {
		if err := w.place(o); err != nil {
			w.undo()
			return nil, fmt.Errorf("换不了 %s，它可能正在 Excel 或 WPS 中打开，请关闭后重试：%w", filepath.Join(folder, o.name), err)
		}
	}
	return append(w.paths, w.kept...), nil
}

// whole is a set of outputs on its way to its place.
type whole struct {
	folder, stage string
	paths, kept   []string
	back          []func() // how to undo what was done so far
}

func (w *whole) fresh(name string) string { return filepath.Join(w.stage, "new", name) }
func (w *whole) aside(name string) string { return filepath.Join(w.stage, "old", name) }

// prepare writes an output into the stage.
func (w *whole) prepare(o output) error {
	for _, dir := range []string{w.fresh(""), w.aside("")} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	if !o.folder {
		return writeSynced(w.fresh(o.name), o.data)
	}
	if len(o.files) == 0 {
		return nil
	}
	if err := os.Mkdir(w.fresh(o.name), 0o755); err != nil {
		return err
	}
	for _, f := range o.files {
		if err := writeSynced(filepath.Join(w.fresh(o.name), f.name), f.data); err != nil {
			return err
		}
	}
	return nil
}

// place puts an output where it belongs.
func (w *whole) place(o output) error {
	at := filepath.Join(w.folder, o.name)
	if o.folder {
		if err := w.swapFolder(o, at); err != nil {
			return err
		}
		if len(o.files) > 0 {
			w.paths = append(w.paths, at)
		}
		return nil
	}
	kept, err := w.keep(o, at)
	if err != nil {
		return err
	}
	back, err := swap(w.fresh(o.name), at, w.aside(o.name))
	if err != nil {
		return err
	}
	w.back, w.paths = append(w.back, back), append(w.paths, at)
	if kept != "" {
		w.kept = append(w.kept, kept)
	}
	return nil
}

func (w *whole) undo() {
	for i := len(w.back) - 1; i >= 0; i-- {
		w.back[i]()
	}
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
