package decisions

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/disk"
	"taizhang/importer/ruling"
)

// earlier writes a workbook as the last run may have left it, with the headings that each
// sheet is given.
func earlierLedger(t *testing.T, sheets map[string][]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for sheet, headings := range sheets {
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow(sheet, "A3", &headings); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestALedgerThatCantBeReadStopsTheRun(t *testing.T) {
	whole := append(ruling.WholeTyped.Headings(), ruling.WholeHidden.Headings()...)
	lines := append(ruling.LineTyped.Headings(), ruling.LineHidden.Headings()...)
	ours := earlierLedger(t, map[string][]string{ruling.OverviewSheet: whole, ruling.FindingsSheet: lines})
	for _, c := range []struct {
		name string
		data []byte
		says string // "" where it can be read
	}{
		{"ours", ours, ""},
		{"columns moved", earlierLedger(t, map[string][]string{ruling.OverviewSheet: append([]string{"", "x"}, whole...), ruling.FindingsSheet: append([]string{"新加的一列"}, lines...)}), ""},
		{"cut short", ours[:len(ours)/2], "文件不完整"},
		{"no workbook", []byte("核定"), "没有“总台账”表"},
		{"empty", nil, "空"},
		{"a sheet deleted", earlierLedger(t, map[string][]string{ruling.OverviewSheet: whole}), "没有“待核对”表"},
		{"the keys deleted", earlierLedger(t, map[string][]string{ruling.OverviewSheet: whole, ruling.FindingsSheet: ruling.LineTyped.Headings()}), "“行键”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := t.TempDir()
			path := filepath.Join(out, disk.LedgerName)
			if err := os.WriteFile(path, c.data, 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := Read(t.TempDir(), out)
			if c.says == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "。。") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestNoLedgerIsNoRulings(t *testing.T) {
	for _, out := range []string{"", t.TempDir(), filepath.Join(t.TempDir(), "没有")} {
		if office, err := Read(t.TempDir(), out); err != nil || len(office.Rulings) != 0 {
			t.Errorf("%q: %v, %v", out, office, err)
		}
	}
	out := t.TempDir()
	if err := os.Mkdir(filepath.Join(out, disk.LedgerName), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(t.TempDir(), out); err == nil {
		t.Error("a folder in the ledger's place is read")
	}
}

// A ledger saved as .xls holds rulings that would be passed over: the run says so.
func TestALedgerSavedInAnotherFormatEndsTheRun(t *testing.T) {
	out := t.TempDir()
	if office, err := Read(t.TempDir(), out); err != nil || len(office.Rulings) != 0 {
		t.Fatalf("no ledger yet: %v %v", office, err)
	}
	if err := os.WriteFile(filepath.Join(out, "台账.xls"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(t.TempDir(), out); err == nil || !strings.Contains(err.Error(), "台账.xls") {
		t.Errorf("error %v", err)
	}
}
