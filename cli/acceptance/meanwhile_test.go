package acceptance

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer"
	"taizhang/importer/period"
	"taizhang/report"
	"taizhang/report/face"
)

// TestReturnsThatChangeBeforeTheSlips: what was read is what is written, whatever becomes of
// the returns before the slips are drawn from them, and the slip says why it shows no sheet.
func TestReturnsThatChangeBeforeTheSlips(t *testing.T) {
	for what, change := range map[string]func(string) error{
		"changed": func(path string) error {
			return os.WriteFile(path, []byte("具体要求,完成情况\n别的,做了\n"), 0o644)
		},
		"gone":            os.Remove,
		"a folder":        func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o755)) },
		"the folder gone": func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
	} {
		t.Run(what, func(t *testing.T) {
			d := newDesk(t)
			l, err := importer.Load(context.Background(), importer.Options{Folder: d.year, Year: 2021, AsOf: period.Quarter{Year: 2021, N: 1}})
			if err != nil {
				t.Fatal(err)
			}
			if err := change(filepath.Join(d.year, "第一季度", "财务股.csv")); err != nil {
				t.Fatal(err)
			}
			fonts, _ := face.Find("", d.year, nil)
			done, err := report.Write(t.Context(), l, fonts, report.Place{Year: d.year, Out: filepath.Join(d.year, "成果")})
			if err != nil {
				t.Fatal(err)
			}
			if len(done.Ledger.Entries) != len(l.Entries) {
				t.Errorf("%d entries of %d", len(done.Ledger.Entries), len(l.Entries))
			}
			slip, err := excelize.OpenFile(filepath.Join(d.year, "成果", "退回单", "财务股.xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			defer slip.Close()
			var text strings.Builder
			for _, sheet := range slip.GetSheetList() {
				rows, err := slip.GetRows(sheet)
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range rows {
					text.WriteString(strings.Join(row, " ") + "\n")
				}
			}
			if !strings.Contains(text.String(), "原文件打不开或已有改动") || !strings.Contains(text.String(), "已上会") {
				t.Errorf("the slip does not say that the return is another one now:\n%s", text.String())
			}
		})
	}
}
