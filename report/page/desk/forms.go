package desk

import (
	"context"
	"path/filepath"

	"taizhang/importer"
	"taizhang/importer/period"
	"taizhang/report"
	"taizhang/report/outputs"
)

func (y *Year) WriteForms(ctx context.Context, n int) ([]string, period.Quarter, error) {
	q := period.Quarter{N: n}
	if err := outputs.Recover(y.Out, y.Folder); err != nil {
		return nil, q, err
	}
	l, err := importer.Load(ctx, importer.Options{Folder: y.Folder, Out: y.Out, AsOf: period.Quarter{N: max(n-1, 1)}})
	if err != nil {
		return nil, q, err
	}
	q.Year = l.Year
	paths, err := report.Forms(l, q, filepath.Join(y.Folder, "下发"))
	return paths, q, err
}
