package acceptance

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"taizhang/cli"
	"taizhang/report/xlsx/xlsxtest"
)

// The ledger of the sample, printed whole, takes at most forty pages of A4, none of them in
// letters under 8 points; 一页纸 takes one.
func TestSampleLedgerOnPaper(t *testing.T) {
	const mostPages, leastPoints = 40, 8
	year := filepath.Join(t.TempDir(), "2021")
	if err := os.CopyFS(year, os.DirFS(os.Getenv(sampleVar))); err != nil {
		t.Fatal(err)
	}
	if code := run(context.Background(), []string{"build", year, "--quiet"}, io.Discard, io.Discard); code != cli.ExitDone {
		t.Fatalf("exit %d", code)
	}
	data, err := os.ReadFile(filepath.Join(year, "成果", "台账.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for _, p := range xlsxtest.OnPaper(t, data) {
		pages += p.Pages
		if p.Points < leastPoints {
			t.Errorf("%s: %.1f points: %.40s", p.Sheet, p.Points, p.Text)
		}
		if p.Sheet == "一页纸" && p.Pages != 1 {
			t.Errorf("一页纸 takes %d pages", p.Pages)
		}
	}
	if pages > mostPages {
		t.Errorf("%d pages", pages)
	}
	t.Logf("%d pages", pages)
}
