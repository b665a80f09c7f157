package disk

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid/charset"
)

// Legible returns a path as people read it. Where a name is not UTF-8, an archive that was
// packed under Windows has been unpacked elsewhere, and the name is in GBK.
func Legible(path string) string {
	return EachName(path, func(name string) string {
		if text, ok := charset.DecodeGB18030([]byte(name)); ok {
			return text
		}
		return Escaped(name)
	})
}

// EachName puts another in place of each name of the path that is not UTF-8.
func EachName(path string, other func(string) string) string {
	if utf8.ValidString(path) {
		return path
	}
	names := strings.Split(path, "/")
	for i, name := range names {
		if !utf8.ValidString(name) {
			names[i] = other(name)
		}
	}
	return strings.Join(names, "/")
}

// Escaped shows bytes as %B5, so that two names stay two, but for Chinese characters among
// them; shorter ones are mostly chance.
func Escaped(name string) string {
	var b strings.Builder
	for name != "" {
		_, n := utf8.DecodeRuneInString(name)
		if n == 2 || n == 1 && name[0] >= utf8.RuneSelf {
			n = 1
			fmt.Fprintf(&b, "%%%02X", name[0])
		} else {
			b.WriteString(name[:n])
		}
		name = name[n:]
	}
	return b.String()
}

// NameIn is how findings name a file: from the year folder where it lies in it, else
// without its way.
func NameIn(folder, path string) string {
	if rel, err := filepath.Rel(folder, path); err == nil && filepath.IsLocal(rel) {
		return Legible(filepath.ToSlash(rel))
	}
	return Legible(filepath.Base(path))
}
