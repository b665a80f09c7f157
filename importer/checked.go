package importer

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"taizhang/importer/finding"
)

// filesOf lists the files that the paths of check mean, each once, and names beside what in
// their folders is no return of its own, as build does.
func filesOf(o Options, paths []string) (files []file, beside result, err error) {
	for _, path := range paths {
		in, aside, err := filesAt(o, path)
		if err != nil {
			return nil, result{}, err
		}
		for _, f := range in {
			if !slices.ContainsFunc(files, func(o file) bool { return o.name == f.name && o.raw == f.raw }) {
				files = append(files, f)
			}
		}
		beside.merge(aside)
	}
	beside.without(files) // who names a file wants it read
	return files, beside, nil
}

// merge adds what the walk of a further folder named, each file once.
func (r *result) merge(more result) {
	known := map[string]bool{}
	for _, in := range r.inputs {
		known[in.File] = true
	}
	for _, f := range r.findings {
		known[f.Place.File()] = true
	}
	for _, in := range more.inputs {
		if !known[in.File] {
			r.inputs = append(r.inputs, in)
		}
	}
	for _, f := range more.findings {
		if !known[f.Place.File()] {
			r.findings = append(r.findings, f)
		}
	}
}

// without takes out what is said of some files.
func (r *result) without(files []file) {
	read := map[string]bool{}
	for _, f := range files {
		read[f.name] = true
	}
	kept := result{}
	for _, in := range r.inputs {
		if !read[in.File] {
			kept.inputs = append(kept.inputs, in)
		}
	}
	for _, f := range r.findings {
		if !read[f.Place.File()] {
			kept.findings = append(kept.findings, f)
		}
	}
	*r = kept
}

// filesAt lists the files that a path of check means, and what lies beside them in a folder.
// They are named from the year folder where they lie in it, else as the path was typed.
func filesAt(o Options, path string) (files []file, beside result, err error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, result{}, &UsageError{"找不到文件或文件夹：" + path, "请检查路径是否写对。"}
	}
	if err != nil {
		return nil, result{}, fmt.Errorf("打不开 %s：%w", path, err)
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, result{}, &UsageError{path + " 不是普通文件", "check 后面要写报表文件或文件夹。"}
	}
	if !info.IsDir() {
		return []file{fileIn(path, o.nameOf(path))}, result{}, nil
	}
	root, err := Options{Folder: path}.real()
	if err != nil {
		return nil, result{}, err
	}
	if files, beside, err = walk(root.Folder, o); err != nil {
		return nil, result{}, err
	}
	in := func(name string) string { return o.nameOf(filepath.Join(path, name)) }
	for i := range files {
		files[i] = fileIn(files[i].path, in(cmp.Or(files[i].raw, files[i].name)))
	}
	for i := range beside.inputs {
		at := &beside.inputs[i]
		named := fileIn("", in(cmp.Or(at.RawName, at.File)))
		at.File, at.RawName = named.name, named.raw
	}
	for i := range beside.findings {
		at := &beside.findings[i].Place
		*at = finding.In(fileIn("", in(at.File())).name, "")
	}
	return files, beside, nil
}

// nameOf returns the name of a file at a typed path: from the year folder where it lies in it,
// else as it was typed.
func (o Options) nameOf(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		if followed, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
			abs = filepath.Join(followed, filepath.Base(abs)) // a link is named where it lies
		}
		if rel, err := filepath.Rel(o.Folder, abs); err == nil && filepath.IsLocal(rel) {
			return rel
		}
	}
	return filepath.Clean(path)
}
