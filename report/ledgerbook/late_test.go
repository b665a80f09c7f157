package ledgerbook

import (
	"strings"
	"testing"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx/xlsxtest"
)

// What was completed after its deadline is told where the requirement stands, and a month is printed as a month.
func TestFinishedLateIsTold(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 4)
	day, other := period.Date{Year: l.Year, Month: 3, Day: 8}, period.Date{Year: l.Year, Month: 3, Day: 31}
	late := 0
	for i := range l.Plan.Requirements {
		if st := l.Standing(i+1, l.AsOf); st.Active && !st.Ruled && st.Status == status.Completed {
			l.Plan.Requirements[i].Due = plan.Requirement{}.Due
			l.Plan.Requirements[i].Due.On = day.Plus(-3)
			late++
		}
	}
	for i := range l.Entries {
		row := *l.Entries[i].Row
		row.CompletedOn.Value, row.CompletedOn.Said = day, day.Label()
		if row.Status.Value != status.Completed {
			row.CompletedOn.Value, row.CompletedOn.Said = other, "已完成（3月）"
		}
		l.Entries[i].Row = &row
	}
	f := xlsxtest.Open(t, written(t, l))
	told := func(sheet, word string) (n int) {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell == word || strings.HasSuffix(cell, "："+word) {
					n++
				}
			}
		}
		return n
	}
	if a, b := told(book.OverviewSheet, "逾期完成"), told(book.DueSheet, "逾期完成（"+day.Label()+"）"); late == 0 || a != late || b != late {
		t.Errorf("%d are late, told %d and %d times", late, a, b)
	}
	if told(book.EntriesSheet, "3月") == 0 || told(book.EntriesSheet, other.String()) != 0 {
		t.Error("a month is printed as a day")
	}
}
