package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/report/letters"
	"taizhang/report/outputs"
)

// Start makes a year folder to begin with: 任务清单.xlsx with the embedded list as an
// example, and a folder a quarter. A zero year is read from the folder's name, else it is
// left to be filled in. It returns the paths of what it made.
func Start(folder string, year int, unit string) ([]string, error) {
	from := plan.Embedded(nil)
	from.Year, from.Unit = year, unit
	if year == 0 {
		from.Year = yearOf(folder)
	}
	p, _, err := plan.Read(from)
	if err != nil {
		return nil, fmt.Errorf("内置清单：%w", err) // a test reads it
	}
	p.Year = from.Year
	return begin(folder, p, nil, nil)
}

// Continue makes a year folder that goes on from an earlier one: a list with its headings
// alone, the roster, settings and words of that year, its ledger to look back on, and what the
// office decided on headings. A zero year is read from the folder's name, else it is left to be
// filled in.
func Continue(folder string, year int, unit string, from *plan.Carried, ledger, decisions []byte) ([]string, error) {
	if year == 0 {
		year = yearOf(folder)
	}
	p := &plan.Plan{Year: year, Unit: cmp.Or(unit, from.Unit), Roster: plan.Roster{Departments: from.Departments}, Sensitive: from.Sensitive}
	return begin(folder, p, from, func(stage string) error {
		if decisions != nil {
			if err := outputs.WriteFile(filepath.Join(stage, ruling.JournalName), decisions); err != nil {
				return err
			}
		}
		if ledger == nil {
			return nil
		}
		last := filepath.Join(stage, "上年")
		if err := os.Mkdir(last, 0o755); err != nil {
			return err
		}
		return outputs.WriteFile(filepath.Join(last, "台账.json"), ledger)
	})
}

// begin fills a folder with a list and the quarters, and with what more adds.
func begin(folder string, p *plan.Plan, from *plan.Carried, more func(stage string) error) ([]string, error) {
	var list bytes.Buffer
	if err := letters.Master(&list, p, from); err != nil {
		return nil, fmt.Errorf("任务清单.xlsx 写不成：%w", err)
	}
	return outputs.Fill(folder, func(stage string) error {
		for _, q := range (period.Quarter{N: 4}).Until() {
			if err := os.Mkdir(filepath.Join(stage, q.Short()), 0o755); err != nil {
				return err
			}
		}
		if more != nil {
			if err := more(stage); err != nil {
				return err
			}
		}
		return outputs.WriteFile(filepath.Join(stage, "任务清单.xlsx"), list.Bytes())
	})
}

// yearOf returns the year that a folder's name holds, 0 for none.
func yearOf(folder string) int {
	abs, err := filepath.Abs(folder)
	if err != nil {
		return 0
	}
	year, _ := strconv.Atoi(yearInName.FindString(filepath.Base(abs)))
	return year
}

var yearInName = regexp.MustCompile(`(?:19|20)\d\d`)

// Sample copies a year folder out of a file system.
func Sample(folder string, sample fs.FS) ([]string, error) {
	return outputs.Fill(folder, func(stage string) error {
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
			return outputs.WriteFile(to, data)
		})
	})
}
