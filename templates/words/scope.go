package words

import (
	"path"
	"strings"

	"taizhang/importer/fold"
)

// Scope is where the office's word holds: everywhere, for one department, or in one file.
type Scope struct {
	Department string // roster name
	File       string // from the year folder where it begins with /, else a file's bare name, with or without its ending
}

// All reports whether the word holds everywhere.
func (s Scope) All() bool { return s == Scope{} }

// In returns the scope of one file, named from the year folder.
func In(file string) Scope { return Scope{File: "/" + strings.TrimLeft(file, "/")} }

// How narrow a scope is.
const (
	everywhere = 1 + iota
	ofDepartment
	ofFile
)

// Narrow returns how narrow the scope is where it holds for a department's file: 1 for
// everywhere, 2 for the department, 3 for the file; 0 where it does not hold.
func (s Scope) Narrow(department, file string) int {
	switch {
	case s.File != "":
		if s.names(file) {
			return ofFile
		}
		return 0
	case s.Department != "":
		if s.Department == department {
			return ofDepartment
		}
		return 0
	}
	return everywhere
}

// names reports whether the scope's file is this one.
func (s Scope) names(file string) bool {
	if file == "" {
		return false
	}
	if whole, ok := strings.CutPrefix(s.File, "/"); ok {
		return whole == file
	}
	base := path.Base(file)
	said := fold.Key(s.File)
	return said == fold.Key(base) || said == fold.Key(strings.TrimSuffix(base, path.Ext(base)))
}

// String returns the scope as the office reads it.
func (s Scope) String() string {
	switch {
	case s.File != "":
		return strings.TrimPrefix(s.File, "/")
	case s.Department != "":
		return s.Department
	}
	return "全部"
}
