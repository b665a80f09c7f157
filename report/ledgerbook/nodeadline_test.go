package ledgerbook

import (
	"strings"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx/xlsxtest"
)

// Where no deadline is set, a return whose date is known isn't said to lack one, and the column of
// days on which to remind is left out.
func TestWithoutADeadlineNoDateIsMissed(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 4)
	l.Plan.Settings.Deadline = period.Deadline{}
	dated, undated := 0, 0
	for i := range l.Coverage {
		c := &l.Coverage[i]
		c.Due, c.LateDays = period.Date{}, 0
		if c.Expected && c.Reported && c.State != ledger.Unreadable {
			if c.State = ledger.Undated; c.ReceivedOn.IsZero() {
				undated++
			} else {
				dated++
			}
		}
	}
	f := xlsxtest.Open(t, written(t, l))
	said := map[string]int{}
	for _, sheet := range []string{book.CoverageSheet, book.QuartersSheet, book.FinalSheet} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				said[cell]++
				if strings.Contains(cell, "日期不详") && !strings.Contains(cell, "日期不详的") && cell != "日期不详" {
					t.Errorf("%s: %q", sheet, cell)
				}
			}
		}
	}
	if dated == 0 || said["已报送"] != dated || said["日期不详"] != undated || said["第一季度\n（未设截止日）"] != 1 {
		t.Errorf("%d dated and %d undated, said %d and %d times", dated, undated, said["已报送"], said["日期不详"])
	}
	if shown, err := f.GetColVisible(book.RemindersSheet, "E"); err != nil || shown {
		t.Errorf("the days are shown, %v", err)
	}
	if shown, err := f.GetColVisible(book.RemindersSheet, "F"); err != nil || !shown {
		t.Errorf("the texts are not shown, %v", err)
	}
}
