package ledgerbook

import (
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/checks"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// TestCausesStandFirst: each cause that explains several findings has a line before them,
// which leads to all of them and nothing else, and there is nothing to decide on it.
func TestCausesStandFirst(t *testing.T) {
	l := trial.Whole(t)
	o := openLedger(t, written(t, l))
	rows, _ := o.f.GetRows(book.FindingsSheet)
	found := map[string][]int{} // lines, by number of the cause
	var headings []int
	for row := book.FindingsTop; row <= len(rows); row++ {
		switch no := o.get(book.FindingsSheet, row, "原因"); {
		case o.get(book.FindingsSheet, row, "代码") == "" && strings.Contains(o.get(book.FindingsSheet, row, "问题"), "处"):
			headings = append(headings, row)
		case no != "":
			found[no] = append(found[no], row)
		}
	}
	if len(headings) < 3 {
		t.Fatalf("%d causes have a line", len(headings))
	}
	for _, row := range headings {
		no := o.get(book.FindingsSheet, row, "原因")
		n, _ := strconv.Atoi(no)
		c := l.Causes[n-1]
		if o.get(book.FindingsSheet, row, "说明") != c.Message || o.get(book.FindingsSheet, row, "怎么办") != c.Hint {
			t.Errorf("line %d is not cause %d", row, n)
		}
		lines := found[no]
		if len(lines) == 0 || lines[0] < row || lines[len(lines)-1]-lines[0] != len(lines)-1 {
			t.Errorf("cause %d: its findings stand in %v", n, lines)
			continue
		}
		if _, link, _ := o.f.GetCellHyperLink(book.FindingsSheet, xlsx.Name(1, row)); link != book.FindingsSheet+"!"+xlsx.Area(1, lines[0], book.FindingsShown, lines[len(lines)-1]) {
			t.Errorf("cause %d leads to %s, its findings stand in %v", n, link, lines)
		}
		if o.get(book.FindingsSheet, row, "类别") != "" {
			t.Errorf("line %d of a cause can be decided on", row)
		}
	}
}

// TestOtherTextsAreKept: what stands under a heading that nobody knows is in 明细 behind its
// heading, and nowhere in what departments have not said so.
func TestOtherTextsAreKept(t *testing.T) {
	l := trial.Whole(t)
	rows, err := xlsxtest.Open(t, written(t, l)).GetRows(book.EntriesSheet)
	if err != nil {
		t.Fatal(err)
	}
	col, n := book.ColumnOf(book.EntryColumns, "其他栏目"), 0
	for i := range l.Entries {
		want := ""
		if e := &l.Entries[i]; len(e.Row.Other) > 0 {
			n++
			want = "领导批示：已阅，请抓紧。\n2021-" + e.Quarter.Short()
		}
		if got := rows[book.EntriesTop-1+i][col]; got != want {
			t.Errorf("line %d: %q, want %q", i, got, want)
		}
	}
	if n == 0 {
		t.Error("no entry has any")
	}
}

// TestCellsOfSheets: below the rows stands what became of the cells of each sheet, and the
// run's sum above leads there.
func TestCellsOfSheets(t *testing.T) {
	l := trial.Whole(t)
	f := xlsxtest.Open(t, written(t, l))
	rows, err := f.GetRows(book.RowsSheet)
	if err != nil {
		t.Fatal(err)
	}
	var sheets []string
	for _, in := range l.Inputs {
		for _, s := range in.Sheets {
			sheets = append(sheets, in.File+" "+s.Sheet)
		}
	}
	top := book.RowsTop + len(l.Rows) + 4
	if !l.Totals.Cells.Balances() || !strings.Contains(rows[book.RowsTop-3][5], "读取"+strconv.Itoa(l.Totals.Cells.Read)+"＝") || !strings.Contains(rows[book.RowsTop-3][5], "（平衡）") {
		t.Errorf("%+v: %s", l.Totals.Cells, rows[book.RowsTop-3][5])
	}
	if _, link, _ := f.GetCellHyperLink(book.RowsSheet, xlsx.Name(6, book.RowsTop-2)); link != book.RowsSheet+"!"+xlsx.Area(1, top, len(checks.CellColumns), top+len(sheets)-1) {
		t.Errorf("the sum leads to %s", link)
	}
	if len(rows) != top-1+len(sheets) {
		t.Fatalf("%d lines, want %d", len(rows), top-1+len(sheets))
	}
	for i, want := range sheets {
		row := rows[top-1+i]
		if row[0]+" "+row[1] != want {
			t.Errorf("line %d is of %s %s, want %s", top+i, row[0], row[1], want)
		}
		sum := 0
		for _, word := range []string{"采用", "表头", "抬头", "版式", "其他", "未读"} {
			n, err := strconv.Atoi(row[book.ColumnOf(checks.CellColumns, word)])
			if err != nil {
				t.Fatal(err)
			}
			sum += n
		}
		if strconv.Itoa(sum) != row[2] {
			t.Errorf("%s: %v does not balance", want, row)
		}
	}
}

// TestUnreadableIsSaid: 报送情况 says of a return that it came and could not be read and counts
// it as reported, and 催报 has words to send.
func TestUnreadableIsSaid(t *testing.T) {
	l := trial.Whole(t)
	f, all := xlsxtest.Open(t, written(t, l)), ""
	for _, sheet := range []string{book.CoverageSheet, book.RemindersSheet} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			all += strings.Join(row, " ") + "\n"
		}
	}
	for _, want := range []string{ledger.Unreadable.Label(), "市场执法股：2021年第四季度", "报表已交，但未能读取（第四季度/市场执法股.wps："} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is missing in\n%s", want, all)
		}
	}
}
