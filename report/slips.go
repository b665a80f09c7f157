package report

import (
	"bytes"
	"fmt"
	"path/filepath"

	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/report/book"
)

// slips prints the slips of all departments that have something to mend. A department's
// returns are read once more while its slip is made, one file at a time: the grids of a
// whole year would not fit into memory.
func slips(l *ledger.Ledger, year string) ([]output, error) {
	sums := map[string]string{}
	for _, in := range l.Inputs {
		sums[in.File] = in.Sum
	}
	open := func(file string) *grid.Book {
		sum, ok := sums[file]
		if !ok || sum == "" {
			return nil
		}
		b, _, err := grid.Open(filepath.Join(year, filepath.FromSlash(file)), file)
		if err != nil || b == nil || b.Sum != sum {
			return nil // gone or changed since; the slip says so
		}
		return b
	}
	var files []output
	names := fileNames{}
	for _, s := range book.Slips(l) {
		var b bytes.Buffer
		if err := s.Write(&b, open); err != nil {
			return nil, fmt.Errorf("%s的退回单写不成：%w", s.Department, err)
		}
		files = append(files, output{name: names.of(s.Department), data: b.Bytes()})
	}
	return files, nil
}
