package letters

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/report/internal/trial"
	"taizhang/report/xlsx/xlsxtest"
)

// Excel takes columns that do not ascend for damage, hidden ones included.
func TestColumnsOfLettersAscend(t *testing.T) {
	l, sheet := mended(t)
	xlsxtest.ColumnsAscend(t, "slip", slipOf(t, l, "文化馆", func(string) *grid.Book { return sheet }))
	xlsxtest.ColumnsAscend(t, "form", formOf(t, trial.Part(t, len(trial.Departments), 15, 2), trial.Departments[0].Name, 3))
}
