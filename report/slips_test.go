package report

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns/reader"
	"taizhang/templates/words"
)

// The return is drawn into the slip while it is still what the ledger was made from.
func TestOnlyTheReturnThatWasReadIsDrawn(t *testing.T) {
	p, _, err := plan.Read(plan.Embedded(nil))
	if err != nil {
		t.Fatal(err)
	}
	year, name, raw := t.TempDir(), "第一季度/市场执法股.txt", "第一季度/as the system has it.txt"
	path := filepath.Join(year, filepath.FromSlash(raw))
	text := "2021年第一季度完成情况表 |\n填报单位：市场执法股 |\n具体要求 | 完成情况 | 状态 |\n4.加强行政执法信息公开。 | 公示12件。 | 看情况 |\n"
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	book, found, err := open.File(path, name)
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	got := reader.New(p, words.Default(), nil).Read(book)
	l := merge.Merge(p, got.Returns, got.Findings, merge.Options{AsOf: period.Quarter{Year: 2021, N: 1},
		Inputs: []ledger.Input{{File: name, RawName: raw, Sum: book.Sum, Format: book.Format, State: ledger.FileRead}}})
	for _, step := range []struct {
		what   string
		change func() error
		sheets int
	}{
		{"as it was", func() error { return nil }, 3}, // the list, the page, what was printed
		{"changed", func() error { return os.WriteFile(path, []byte(text+"注：另有附件 |\n"), 0o644) }, 1},
		{"gone", func() error { return os.Remove(path) }, 1},
	} {
		if err := step.change(); err != nil {
			t.Fatal(err)
		}
		sheets := 0
		for _, o := range slips(l, year, "test", time.Time{}) {
			if o.Name == "市场执法股.xlsx" {
				var b bytes.Buffer
				if err := o.Print(&b); err != nil {
					t.Fatal(err)
				}
				slip, _ := open.Parse(o.Name, b.Bytes())
				sheets = len(slip.Sheets)
			}
		}
		if sheets != step.sheets {
			t.Errorf("%s: %d sheets, want %d", step.what, sheets, step.sheets)
		}
	}
}
