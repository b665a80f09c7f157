package report

import (
	"cmp"
	"io"
	"path/filepath"
	"time"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/report/letters"
	"taizhang/report/outputs"
)

// slips are the slips of all departments that have something to mend. A department's
// returns are read once more while its slip is made, one file at a time: the grids of a
// whole year would not fit into memory. A slip that this program has written before stays;
// program is when that was installed or built, zero where it isn't known.
func slips(l *ledger.Ledger, year string, version string, program time.Time) []outputs.Output {
	inputs := map[string]ledger.Input{}
	for _, in := range l.Inputs {
		inputs[in.File] = in
	}
	open := func(file string) *grid.Book {
		in := inputs[file]
		if in.Sum == "" {
			return nil
		}
		b, _, err := open.File(filepath.Join(year, filepath.FromSlash(cmp.Or(in.RawName, in.File))), file)
		if err != nil || b == nil || b.Sum != in.Sum {
			return nil // gone or changed since; the slip says so
		}
		return b
	}
	var files []outputs.Output
	names := fileNames{}
	for _, s := range letters.Slips(l, version) {
		files = append(files, outputs.Output{Name: names.of(s.Department),
			Print: func(w io.Writer) error { return s.Write(w, open) },
			Same: func(path string, written time.Time) bool {
				return !program.IsZero() && written.After(program) && s.Written(path)
			}})
	}
	return files
}
