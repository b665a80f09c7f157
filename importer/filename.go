package importer

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid/charset"
)

// legible returns a path as people read it. Where a name is not UTF-8, an archive that was
// packed under Windows has been unpacked elsewhere, and the name is in GBK.
func legible(path string) string {
	return eachName(path, func(name string) string {
		if text, ok := charset.DecodeGB18030([]byte(name)); ok {
			return text
		}
		return escaped(name)
	})
}

// eachName puts another in place of each name of the path that is not UTF-8.
func eachName(path string, other func(string) string) string {
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

// escaped shows bytes as %B5, so that two names stay two, but for Chinese characters among
// them; shorter ones are mostly chance.
func escaped(name string) string {
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

// apart tells files that read alike from each other: where one is named in UTF-8 and one
// in GBK, the latter is shown with its bytes.
func apart(files []file) {
	named := map[string]int{}
	for _, f := range files {
		named[f.name]++
	}
	for i := range files {
		if f := &files[i]; f.raw != "" && named[f.name] > 1 {
			f.name = eachName(f.raw, escaped)
		}
	}
}
