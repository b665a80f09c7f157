package letters

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	known "taizhang/importer/ours"
	"taizhang/report/internal/trial"
)

// A slip is known again as what this program wrote, a form that comes back is a return.
func TestSlipsAreKnownAsOursAndFormsAreNot(t *testing.T) {
	l, messy := mended(t)
	slip, _ := open.Parse("退回单.xlsx", slipOf(t, l, "文化馆", func(string) *grid.Book { return messy }))
	if what, own := known.Sheets(slip); what != known.Slip || len(own) != 1 || own[0] != slip.Sheets[0] {
		t.Errorf("slip: %q, %v", what, own)
	}
	form, _ := open.Parse("报送表.xlsx", formOf(t, trial.Part(t, 3, 3, 2), "办公室", 3))
	for _, book := range []*grid.Book{messy, form} {
		if what, own := known.Sheets(book); what != "" || len(own) > 0 {
			t.Errorf("%s is taken for %q", book.File, what)
		}
	}
}
