package report

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/report/book"
)

// Start makes a year folder to begin with: 任务清单.xlsx with the embedded list as an
// example, and a folder a quarter. A zero year is read from the folder's name, else it is
// the embedded list's. It returns the paths of what it made.
func Start(folder string, year int, unit string) ([]string, error) {
	from := plan.Embedded(nil)
	from.Year, from.Unit = year, unit
	if abs, err := filepath.Abs(folder); year == 0 && err == nil {
		from.Year, _ = strconv.Atoi(yearInName.FindString(filepath.Base(abs)))
	}
	p, _, err := plan.Read(from)
	if err != nil {
		return nil, fmt.Errorf("内置清单：%w", err) // a test reads it
	}
	var list bytes.Buffer
	if err := book.Master(&list, p); err != nil {
		return nil, fmt.Errorf("任务清单.xlsx 写不成：%w", err)
	}
	return fillFolder(folder, func(stage string) error {
		for _, q := range (period.Quarter{Year: p.Year, N: 4}).Until() {
			if err := os.Mkdir(filepath.Join(stage, q.Short()), 0o755); err != nil {
				return err
			}
		}
		return writeSynced(filepath.Join(stage, "任务清单.xlsx"), list.Bytes())
	})
}

var yearInName = regexp.MustCompile(`(?:19|20)\d\d`)

// Sample copies a year folder out of a file system.
func Sample(folder string, sample fs.FS) ([]string, error) {
	return fillFolder(folder, func(stage string) error {
		return fs.WalkDir(sample, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || path == "." {
				return err
			}
			to := filepath.Join(stage, filepath.FromSlash(path))
			if d.IsDir() {
				return os.Mkdir(to, 0o755)
			}
			data, err := fs.ReadFile(sample, path)
			if err != nil {
				return err
			}
			return writeSynced(to, data)
		})
	})
}

// quarterOf orders the folders of the quarters as a year has them, not as their names
// compare; 0 for anything else, which comes first.
func quarterOf(e os.DirEntry) int {
	q, ok := period.ParseQuarter(e.Name())
	if !ok {
		return 0
	}
	return q.N
}
