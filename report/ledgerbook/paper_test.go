package ledgerbook

import (
	"testing"

	"taizhang/importer/ledger"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx/xlsxtest"
)

// Nothing prints in letters under 8 points on A4, whatever the year: one of everything, one of
// thirty departments, one without a return.
func TestPrintCanBeRead(t *testing.T) {
	for name, l := range map[string]*ledger.Ledger{"whole": trial.Whole(t), "wide": trial.Wide(t, 30), "with last year": after(trial.Part(t, 4, 5, 4)), "first quarter": trial.Part(t, 3, 3, 1)} {
		pages := 0
		for _, p := range xlsxtest.OnPaper(t, written(t, l)) {
			pages += p.Pages
			if p.Points < 8 {
				t.Errorf("%s, %s: %.1f points: %.40s", name, p.Sheet, p.Points, p.Text)
			}
			if p.Sheet == book.OnePageSheet && p.Pages != 1 {
				t.Errorf("%s: %s takes %d pages", name, p.Sheet, p.Pages)
			}
			t.Logf("%s, %s: %.1f points, %d pages", name, p.Sheet, p.Points, p.Pages)
		}
		t.Logf("%s: %d pages", name, pages)
	}
}

// What is for the screen prints a line that says so.
func TestScreensSayThatTheyAre(t *testing.T) {
	for _, p := range xlsxtest.OnPaper(t, written(t, trial.Whole(t))) {
		screen := p.Sheet == book.OverviewSheet || p.Sheet == book.EntriesSheet || p.Sheet == book.RowsSheet
		if p.ForPaper == screen {
			t.Errorf("%s: for paper %v, %d pages", p.Sheet, p.ForPaper, p.Pages)
		}
	}
}
