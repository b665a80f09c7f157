package ledgerbook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/grid/open"
	"taizhang/importer/ruling"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/people"
	"taizhang/report/ledgerbook/progress"
	"taizhang/report/xlsx/xlsxtest"
)

// editsOf reads a ledger as the next run does and lists what was changed in it.
func editsOf(t *testing.T, b []byte) (list []string) {
	t.Helper()
	g, found := open.Parse("台账.xlsx", b)
	if g == nil {
		t.Fatal(found)
	}
	for _, e := range ruling.Edits(g) {
		list = append(list, e.At.Sheet()+" "+e.At.Cell()+" "+e.What)
	}
	return list
}

func TestNothingChangedIsNoEdit(t *testing.T) {
	b := written(t, trial.Whole(t))
	if got := editsOf(t, b); len(got) > 0 {
		t.Errorf("as printed: %q", got)
	}
	o := openLedger(t, b)
	o.types(book.FindingsSheet, book.FindingsTop+2, "核定", "认可", "核定理由", "属实")
	o.types(book.OverviewSheet, progress.OverviewTop+4, "采用状态", "已完成")
	if got := editsOf(t, o.saved()); len(got) > 0 {
		t.Errorf("after decisions: %q", got)
	}
}

func TestEveryEditIsNamed(t *testing.T) {
	b := written(t, trial.Whole(t))
	for _, c := range []struct {
		name string
		edit func(f *excelize.File) error
		want string
	}{
		{"a progress", func(f *excelize.File) error { return f.SetCellStr(book.EntriesSheet, "J5", "改好的进展") }, book.EntriesSheet + " J5 改成了“改好的进展”"},
		{"a number", func(f *excelize.File) error { return f.SetCellInt(book.EntriesSheet, "A7", 99) }, book.EntriesSheet + " A7 改成了“99”"},
		{"cleared", func(f *excelize.File) error {
			return f.SetCellStr(book.OverviewSheet, fmt.Sprint("C", progress.OverviewTop+1), "")
		},
			book.OverviewSheet + fmt.Sprint(" C", progress.OverviewTop+1) + " 内容被清空了"},
		{"a sheet", func(f *excelize.File) error { _, err := f.NewSheet("备忘"); return err }, "备忘  新加了工作表“备忘”"},
		{"a column", func(f *excelize.File) error { return f.SetCellStr(book.CoverageSheet, "Z4", "联系人") }, book.CoverageSheet + " Z4 新加了一列“联系人”"},
		{"a sheet less", func(f *excelize.File) error { return f.DeleteSheet(book.QuartersSheet) }, book.QuartersSheet + "  删去了工作表“季度进度”"},
		{"a row less", func(f *excelize.File) error { return f.RemoveRow(book.CoverageSheet, people.CoverageTop+1) }, book.CoverageSheet + "  删去了1行"},
		{"a row more", func(f *excelize.File) error { return f.SetCellStr(book.EntriesSheet, "B9000", "自己加的一行") }, book.EntriesSheet + " A9000 新加了一行"},
	} {
		f := xlsxtest.Open(t, b)
		if err := c.edit(f); err != nil {
			t.Fatal(err)
		}
		var saved bytes.Buffer
		if err := f.Write(&saved); err != nil {
			t.Fatal(err)
		}
		if got := editsOf(t, saved.Bytes()); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %q, want %q", c.name, strings.Join(got, "; "), c.want)
		}
	}
}
