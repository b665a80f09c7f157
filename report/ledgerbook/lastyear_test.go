package ledgerbook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/ledger"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/progress"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// after puts an earlier year before a ledger.
func after(l *ledger.Ledger) *ledger.Ledger {
	was := func(no int, text string, fate ledger.FateOfOpen, now int) ledger.Unfinished {
		return ledger.Unfinished{Requirement: lookback.Requirement{No: no, Text: text}, Status: status.Behind, Fate: fate, Now: now}
	}
	tally := func(of, done int) ledger.Tally {
		return ledger.TallyOf(map[status.Status]int{status.Completed: done, status.Behind: of - done}, 0)
	}
	more := *l
	more.LastYear = &ledger.LastYear{File: "上年/台账.json", Sum: strings.Repeat("ab", 32), Year: 2020, Unit: "示例局", AsOf: period.Quarter{Year: 2020, N: 4},
		Tally: tally(30, 26), SameAt: period.Quarter{Year: 2020, N: l.AsOf.N}, Same: tally(30, 26), Compared: true, Change: -1.2,
		Carried: 25, New: 7, Left: 1, Ended: 4,
		Open: []ledger.Unfinished{was(1, l.Requirement(1).Text.Value, ledger.Continued, 1), was(3, "=1+1", ledger.Dropped, 0), was(4, l.Requirement(4).Text.Value, ledger.Suspended, 4)}}
	return &more
}

func TestLastYear(t *testing.T) {
	l := after(trial.Part(t, 2, 3, 4))
	f := xlsxtest.Open(t, written(t, l))
	cell := func(sheet, at string) string {
		v, err := f.GetCellValue(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	want := "与2020年（截至2020年第四季度）相比：2020年具体要求30条，已完成26条，完成率86.7%（分母30条）；2021年第四季度末的完成率下降1.2个百分点。" +
		"延续25条，新增7条，未再按原内容列入4条，年内清单调整不计1条。2020年未完成的3条，逐条见“季度进度”。"
	if got := cell(book.OverviewSheet, "A4"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if cell(book.OverviewSheet, "A5") != "项次" || cell(book.OverviewSheet, "A7") != "1" {
		t.Errorf("the heading does not stand below the line: %s, %s", cell(book.OverviewSheet, "A5"), cell(book.OverviewSheet, "A7"))
	}
	text := sheetText(t, f, book.QuartersSheet) + sheetText(t, f, book.NotesSheet)
	for _, want := range []string{
		"表4　与2020年相比", "完成率与2020年第四季度末相比下降1.2个百分点。", "表5　2020年未完成的要求回头看",
		"继续列入，第1项", "未再按原内容列入", "列入第4项，年内清单调整不计", "回头看", "上年/台账.json，示例局2020年，截至2020年第四季度，校验值（SHA-256）abab",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the workbook lacks %q", want)
		}
	}
	before := xlsxtest.Open(t, written(t, trial.Part(t, 2, 3, 2)))
	if text := sheetText(t, before, book.QuartersSheet) + sheetText(t, before, book.NotesSheet); strings.Contains(text, "回头看") || strings.Contains(text, "上年台账") {
		t.Error("a workbook without a last year speaks of it")
	}
}

func sheetText(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(rows)
}

// The line above the heading moves it, and what the office decides is found all the same.
func TestRulingsBelowTheLineOnLastYear(t *testing.T) {
	f := xlsxtest.Open(t, written(t, after(trial.Part(t, 2, 3, 4))))
	rows, err := f.GetRows(book.OverviewSheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, word := range rows[progress.OverviewTop-1] {
		if word != "采用状态" {
			continue
		}
		if err := f.SetCellValue(book.OverviewSheet, xlsx.Name(i+1, progress.OverviewTop+1), "已完成"); err != nil {
			t.Fatal(err)
		}
		rs := readBack(t, saved(t, f))
		if len(rs) != 1 || rs[0].Status != status.Completed {
			t.Errorf("read back: %+v", rs)
		}
		return
	}
	t.Errorf("no ruling columns in %v", rows[progress.OverviewTop-1])
}

func saved(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(fmt.Errorf("saving: %w", err))
	}
	return b.Bytes()
}
