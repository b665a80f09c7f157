package inbox

import (
	"fmt"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"taizhang/importer/period"
	"taizhang/report/internal/filename"
)

// longestName is how many bytes of a file name are kept; file systems allow 255.
const longestName = 180

// CleanName makes the name of a file out of what a browser or a zip says: it names no folder, it
// can be stored everywhere, and it is not one that the year folder keeps for itself.
func CleanName(said string) string {
	said = strings.ToValidUTF8(said, "_")
	said = path.Base(strings.ReplaceAll(said, `\`, "/"))
	name := filename.Letters(said)
	name = strings.TrimRight(strings.TrimLeft(name, " .~$"), " .")
	if filename.Reserved(name) {
		name = "文件" + name
	}
	ext := path.Ext(name)
	if len(ext) > 12 {
		ext = ""
	}
	stem := strings.TrimSuffix(name, ext)
	for len(stem) > longestName-len(ext) {
		_, n := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-n]
	}
	return stem + ext
}

// copyName is the name of the nth file that is called so: 办公室（第2份）.xlsx.
func copyName(name string, n int) string {
	if n < 2 {
		return name
	}
	ext := path.Ext(name)
	return fmt.Sprintf("%s（第%d份）%s", strings.TrimSuffix(name, ext), n, ext)
}

// quarterFolder is the folder of a year in which the returns of a quarter lie, whatever it is
// called; one that is still to be made is called 第一季度.
func quarterFolder(year *os.Root, q period.Quarter) string {
	dir, err := year.Open(".")
	if err != nil {
		return q.Short()
	}
	defer dir.Close()
	entries, _ := dir.ReadDir(-1)
	for _, e := range entries {
		if e.Name() == q.Short() {
			return q.Short()
		}
	}
	for _, e := range entries {
		if in, ok := period.ParseQuarter(e.Name()); ok && e.IsDir() && in.N == q.N && (in.Year == 0 || in.Year == q.Year) {
			return e.Name()
		}
	}
	return q.Short()
}
