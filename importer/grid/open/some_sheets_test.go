package open

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
)

// A workbook can be asked for some sheets; damage in them is found, and the others
// are left alone.
func TestOpenSheets(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range []string{"甲", "乙", "丙"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStr(name, "B2", "在"+name); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	put := func(data []byte) {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put(b.Bytes())
	book, _, err := Sheets(path, "台账.xlsx", "丙", "没有的")
	if err != nil || book == nil || len(book.Sheets) != 1 || book.Sheets[0].Cell(2, 2).Text != "在丙" {
		t.Fatalf("%+v, %v", book, err)
	}
	if all, _, err := File(path, "台账.xlsx"); err != nil || len(all.Sheets) != 4 {
		t.Errorf("all: %+v, %v", all, err)
	}
	damaged := bytes.Clone(b.Bytes())
	part := bytes.Index(damaged, []byte("xl/worksheets/sheet2.xml")) // 甲
	damaged[part+60] ^= 0x10
	put(damaged)
	if book, found, err := Sheets(path, "台账.xlsx", "甲"); err != nil || book != nil || len(found) != 1 {
		t.Errorf("damaged: %+v, %v, %v", book, found, err)
	}
	if book, found, err := Sheets(path, "台账.xlsx", "丙"); err != nil || book == nil || len(found) != 0 {
		t.Errorf("beside a damaged one: %+v, %v, %v", book, found, err)
	}
}

// The texts of a ledger are many, and each is worked out only when a cell asks for it: the
// same as in a book that is read whole.
func TestOpenSheetsReadsSharedTexts(t *testing.T) {
	for _, name := range []string{"libreoffice.xlsx", "openpyxl.xlsx"} {
		path := filepath.Join("..", "testdata", "return", name)
		all, _, err := File(path, name)
		if err != nil || all == nil {
			t.Fatal(name, err)
		}
		for _, sheet := range all.Sheets {
			some, _, err := Sheets(path, name, sheet.Name)
			if err != nil || some == nil || len(some.Sheets) != 1 {
				t.Fatal(name, sheet.Name, err)
			}
			if diff := cmp.Diff(textsOf(sheet), textsOf(some.Sheets[0])); diff != "" {
				t.Errorf("%s %s: read whole (-) and alone (+):\n%s", name, sheet.Name, diff)
			}
		}
	}
}

func textsOf(s *grid.Sheet) (texts []string) {
	for row := 1; row <= s.LastRow(); row++ {
		for col := 1; col <= s.Width(); col++ {
			texts = append(texts, s.Cell(row, col).Text)
		}
	}
	return texts
}

// The program's own ledger of thousands of returns is larger than any return may be.
func TestOpenSheetsOfALargeLedger(t *testing.T) {
	own := limit(&grid.Reading{Only: []string{"待核对"}}, grid.MaxUnzippedBytes)
	if _, bad := archive.Open(claims(t, grid.MaxUnzippedBytes+1), own, nil); bad == nil || !strings.Contains(bad.Found, "200 倍") { // only packed too well
		t.Errorf("beyond a return: %+v", bad)
	}
	if _, bad := archive.Open(claims(t, own+1), own, nil); bad == nil || !strings.Contains(bad.Found, "2048.0 兆") {
		t.Errorf("beyond a ledger: %+v", bad)
	}
}
