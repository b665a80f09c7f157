package report

import (
	"context"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/letters"
	"taizhang/report/outputs"
)

// Forms writes a form for each department that is expected to report in the quarter, all
// of them or none, and returns their paths; none where nobody is expected. A form that is
// replaced and differs is kept in 历史: somebody may have filled it in where it lay.
func Forms(l *ledger.Ledger, q period.Quarter, folder string) ([]string, error) {
	var files []outputs.Output
	names := fileNames{}
	for _, f := range letters.Forms(l, q) {
		files = append(files, outputs.Output{Name: names.of(f.Department), Print: f.Write, Keeps: true})
	}
	if len(files) == 0 {
		return nil, nil
	}
	return outputs.Write(context.Background(), folder, files, nil, nil)
}
