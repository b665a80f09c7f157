package ledgerbook

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// A row that answers several requirements names all of them, and all its lines in 明细.
func TestARowThatAnswersSeveralNamesAll(t *testing.T) {
	p := trial.List(t, 3, 4)
	q := period.Quarter{Year: 2021, N: 1}
	dept := p.Roster.Departments[0].Name
	ret := returns.Return{File: "一.xlsx", Sheet: "表", Department: trial.Words(dept, "一.xlsx", "表", 2, 1), Quarter: grid.Read[period.Quarter]{Value: q}}
	ret.Rows = []returns.Row{{At: finding.In("一.xlsx", "表").At(4, 0), Cites: []string{p.Requirements[0].Number, p.Requirements[2].Number},
		Number:   grid.Read[string]{Said: "1、3", At: finding.In("一.xlsx", "表").At(4, 1)},
		Progress: trial.Told("一并办理", "一.xlsx", "表", 4, 4), Status: trial.Status(status.Completed, "已完成", "一.xlsx", "表", 4)}}
	l := merge.Merge(p, []returns.Return{ret}, nil, merge.Options{AsOf: q})
	if len(l.Entries) != 2 {
		t.Fatalf("%d entries, %+v", len(l.Entries), l.Rows)
	}
	f := xlsxtest.Open(t, written(t, l))
	for cell, want := range map[string]string{xlsx.Name(9, book.RowsTop): "1、3", xlsx.Name(11, book.RowsTop): "明细5、6"} {
		if got, _ := f.GetCellValue(book.RowsSheet, cell); got != want {
			t.Errorf("%s says %q, want %q", cell, got, want)
		}
	}
}
