package ledgerbook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/grid/open"
	"taizhang/importer/ruling"
	"taizhang/report/internal/trial"
	"taizhang/report/xlsx/xlsxtest"

	"github.com/xuri/excelize/v2"
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
	o.types(findingsSheet, findingsTop+2, "核定", "认可", "核定理由", "属实")
	o.types(overviewSheet, overviewTop+4, "采用状态", "已完成")
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
		{"a progress", func(f *excelize.File) error { return f.SetCellStr(entriesSheet, "J5", "改好的进展") }, entriesSheet + " J5 改成了“改好的进展”"},
		{"a number", func(f *excelize.File) error { return f.SetCellInt(entriesSheet, "A7", 99) }, entriesSheet + " A7 改成了“99”"},
		{"cleared", func(f *excelize.File) error { return f.SetCellStr(overviewSheet, fmt.Sprint("C", overviewTop+1), "") },
			overviewSheet + fmt.Sprint(" C", overviewTop+1) + " 内容被清空了"},
		{"a sheet", func(f *excelize.File) error { _, err := f.NewSheet("备忘"); return err }, "备忘  新加了工作表“备忘”"},
		{"a column", func(f *excelize.File) error { return f.SetCellStr(coverageSheet, "Z4", "联系人") }, coverageSheet + " Z4 新加了一列“联系人”"},
		{"a sheet less", func(f *excelize.File) error { return f.DeleteSheet(quartersSheet) }, quartersSheet + "  删去了工作表“季度进度”"},
		{"a row less", func(f *excelize.File) error { return f.RemoveRow(coverageSheet, coverageTop+1) }, coverageSheet + "  删去了1行"},
		{"a row more", func(f *excelize.File) error { return f.SetCellStr(entriesSheet, "B9000", "自己加的一行") }, entriesSheet + " A9000 新加了一行"},
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
