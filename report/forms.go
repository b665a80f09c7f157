package report

import (
	"context"
	"fmt"
	"path/filepath"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/letters"
	"taizhang/report/outputs"
)

// Forms writes a form for each department that is expected to report in the quarter, all
// of them or none, into the quarter's folder (第二季度/办公室-2026第二季度.xlsx), and returns their
// paths; none where nobody is expected. A form that is replaced and differs is kept in 历史:
// somebody may have filled it in where it lay.
func Forms(l *ledger.Ledger, q period.Quarter, folder string) ([]string, error) {
	var files []outputs.Output
	names := fileNames{}
	for _, f := range letters.Forms(l, q) {
		files = append(files, outputs.Output{Name: names.with(f.Department, fmt.Sprintf("-%d%s", q.Year, q.Short())), Print: f.Write, Keeps: true})
	}
	if len(files) == 0 {
		return nil, nil
	}
	return outputs.Write(context.Background(), filepath.Join(folder, q.Short()), files, nil, nil)
}
