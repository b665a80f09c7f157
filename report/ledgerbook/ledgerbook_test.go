package ledgerbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/report/document"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/asked"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/publish"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
	"taizhang/report/xlsx/xlsxtest"
)

func written(t testing.TB, l *ledger.Ledger) []byte {
	t.Helper()
	var b bytes.Buffer
	edition, _ := publish.Of(l)
	bulletin, err := document.Bulletin(l, edition, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(&b, l, bulletin, "..", "v0.0-test"); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSheetsStandInTheirOrder(t *testing.T) {
	f := xlsxtest.Open(t, written(t, trial.Whole(t)))
	want := []string{"总台账", "一页纸", "总台账打印", "时限", "待核对", "读法", "报送情况", "催报", "部门情况", "季度进度", "明细", "行账", "定稿核对", "说明", "印记"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	for _, sheet := range want {
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.FitToWidth != 1 || (*layout.FitToHeight == 1) != (sheet == "一页纸") {
			t.Errorf("%s: page %+v, %v", sheet, layout, err)
		}
		hf, err := f.GetHeaderFooter(sheet)
		if err != nil || !strings.Contains(hf.OddFooter, "第 &P 页，共 &N 页") || !strings.Contains(hf.OddHeader, "示例市文化广电旅游体育局") {
			t.Errorf("%s: header %+v, %v", sheet, hf, err)
		}
	}
}

func TestSameLedgerSameBytes(t *testing.T) {
	first := written(t, trial.Whole(t))
	for range 3 {
		if !bytes.Equal(first, written(t, trial.Whole(t))) {
			t.Fatal("the bytes differ")
		}
	}
	core := xlsxtest.Parts(t, first)["docProps/core.xml"]
	if n := strings.Count(core, "2021-12-31T00:00:00Z"); n != 2 {
		t.Errorf("dates of the workbook: %s", core)
	}
}

// Excel takes columns that do not ascend for damage, hidden ones included.
func TestColumnsAscend(t *testing.T) {
	xlsxtest.ColumnsAscend(t, "ledger", written(t, trial.Part(t, 3, 3, 1)))
}

func TestEveryPartIsWellFormed(t *testing.T) {
	for name, text := range xlsxtest.Parts(t, written(t, trial.Whole(t))) {
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			_, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

func TestFindingsForAction(t *testing.T) {
	l := trial.Whole(t)
	rank, last := map[string]int{"强制": 1, "核实": 2, "提示": 3, "已核定": 4}, 0
	code := book.FindingsShown + book.ColumnOf(ruling.LineHidden.Headings(), "代码")
	said := book.ColumnOf(book.FindingColumns, "说明")
	rows, err := xlsxtest.Open(t, written(t, l)).GetRows(book.FindingsSheet)
	if err != nil {
		t.Fatal(err)
	}
	inherited := 0
	for i, row := range rows[book.FindingsTop-1:] {
		if rank[row[1]] < last {
			t.Fatalf("line %d: %s after worse", i, row[1])
		}
		last = rank[row[1]]
		switch {
		case len(row) > code && row[code] == string(finding.ListInherited):
			inherited++
		case len(row) > said && strings.Contains(row[said], "同类提示还有8条"):
			inherited++
		}
	}
	if inherited != asked.SameNotes+1 {
		t.Errorf("%d lines of one kind", inherited)
	}
}

// Nothing that wraps needs more lines than its row shows; only 明细 and 行账 may hold
// texts that no row can show.
func TestNothingIsCut(t *testing.T) {
	f := xlsxtest.Open(t, written(t, trial.Whole(t)))
	for _, sheet := range f.GetSheetList() {
		merges, err := f.GetMergeCells(sheet, true)
		if err != nil {
			t.Fatal(err)
		}
		wide, down := map[string]int{}, map[string]int{}
		for _, m := range merges {
			col, row, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
			lastCol, lastRow, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
			wide[m.GetStartAxis()], down[m.GetStartAxis()] = lastCol-col, lastRow-row
			for r := row + 1; r <= lastRow; r++ {
				down[xlsx.Name(col, r)] = -1 // covered
			}
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			height, _ := f.GetRowHeight(sheet, i+1)
			for j, text := range row {
				at := xlsx.Name(j+1, i+1)
				style, _ := f.GetCellStyle(sheet, at)
				k, err := f.GetStyle(style)
				if err != nil {
					t.Fatal(err)
				}
				if text == "" || down[at] < 0 || k.Alignment == nil || !k.Alignment.WrapText || regexp.MustCompile(`^[\d.]+$`).MatchString(text) {
					continue
				}
				height, width := height, 0.0
				for r := 1; r <= down[at]; r++ {
					h, _ := f.GetRowHeight(sheet, i+1+r)
					height += h
				}
				for c := j; c <= j+wide[at]; c++ {
					w, _ := f.GetColWidth(sheet, xlsx.Letter(c+1))
					width += w
				}
				need := fit.HeightOf(fit.Lines(text, fit.Room(width, k.Font.Size)), k.Font.Size)
				if unbound := float64(fit.Lines(text, fit.Room(width, k.Font.Size)))*k.Font.Size*fit.Leading + 4; unbound > fit.MaxHeight+1 && sheet != book.EntriesSheet && sheet != book.RowsSheet {
					t.Errorf("%s!%s: no row is tall enough for %d letters", sheet, at, len([]rune(text)))
				}
				if need > height+0.01 {
					t.Errorf("%s!%s needs %.0f points and has %.0f: %.30s", sheet, at, need, height, text)
				}
			}
		}
	}
}

// A year in which nothing came, and a list of nothing, are printed too.
func TestEmptyYears(t *testing.T) {
	for _, p := range []*plan.Plan{trial.List(t, 10, 15), trial.List(t, 0, 3), {Year: 2022, Embedded: true, Source: "内置清单"}} {
		for n := 1; n <= 4; n++ {
			l := merge.Merge(p, nil, nil, merge.Options{AsOf: period.Quarter{Year: p.Year, N: n}})
			f := xlsxtest.Open(t, written(t, l))
			if rows, err := f.GetRows(book.EntriesSheet); err != nil || len(rows) != book.EntriesTop {
				t.Errorf("%d rows, %v", len(rows), err)
			}
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestAFullDiskIsAnError(t *testing.T) {
	if err := Write(broken{}, trial.Part(t, 3, 3, 1), document.Document{}, "..", ""); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("got %v", err)
	}
}

// Without a relative way to the year folder there are no links to files.
func TestNoAbsoluteLinks(t *testing.T) {
	for _, root := range []string{"/data/2021", "D:/data/2021"} {
		var b bytes.Buffer
		if err := Write(&b, trial.Part(t, 3, 3, 1), document.Document{}, root, ""); err != nil {
			t.Fatal(err)
		}
		for name, text := range xlsxtest.Parts(t, b.Bytes()) {
			if strings.Contains(text, "data/2021") {
				t.Errorf("%s holds an absolute path", name)
			}
		}
	}
}
