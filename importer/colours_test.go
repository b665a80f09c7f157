package importer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/status"
)

// TestColoursSideBySide reads a table whose fills say how far things are, with a line below it that puts a word
// into each colour. The line is no row, a word that nobody knows is asked about by itself, and 词表 may teach it.
func TestColoursSideBySide(t *testing.T) {
	for _, c := range []struct {
		taught []any
		want   [4]status.Status
		asked  int
	}{
		{nil, [4]status.Status{status.Completed, status.InProgress, status.Behind, status.NoStatus}, 1},
		{[]any{"状态", "今季没活儿", "不适用"}, [4]status.Status{status.Completed, status.InProgress, status.Behind, status.NotApplicable}, 0},
	} {
		folder := t.TempDir()
		year := excelize.NewFile()
		for name, rows := range map[string][][]any{
			"任务清单": {{"序号", "任务", "责任部门"}, {"1", "修缮展厅两处", "文化馆"}, {"2", "新建书房四间", "文化馆"}, {"3", "更换书架六组", "文化馆"}, {"4", "协助举办灯会", "文化馆"}},
			"部门名录": {{"部门名称", "类别"}, {"文化馆", "属下单位"}, {"办公室", "股室"}},
			"词表":   {{"类别", "写法", "作为", "适用"}, c.taught},
		} {
			if _, err := year.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				year.SetSheetRow(name, "A"+string(rune('1'+i)), &row)
			}
		}
		if err := errors.Join(year.DeleteSheet("Sheet1"), year.SaveAs(filepath.Join(folder, "任务清单.xlsx"))); err != nil {
			t.Fatal(err)
		}
		colours := []string{"92D050", "FFFF00", "FF7C80", "BFBFBF"}
		x := excelize.NewFile()
		fill := func(cell, colour string) {
			style, err := x.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
			if err == nil {
				err = x.SetCellStyle("Sheet1", cell, cell, style)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		x.SetSheetRow("Sheet1", "A1", &[]any{"文化馆第二季度工作进展"})
		x.SetSheetRow("Sheet1", "A2", &[]any{"具体要求", "进展情况", "经办人"})
		for i, row := range [][]any{{"修缮展厅两处", "两处展厅的地面与灯光都换过了。"}, {"新建书房四间", "两间在铺地板，另两间还在选址。"}, {"更换书架六组", "厂家供货晚了三周，只到两组。"}, {"协助举办灯会", "灯会要到秋天。"}} {
			at := string(rune('3' + i))
			x.SetSheetRow("Sheet1", "A"+at, &row)
			fill("A"+at, colours[i])
			fill("B"+at, colours[i])
		}
		x.SetSheetRow("Sheet1", "A8", &[]any{"颜色说明：", "已办结", "在办", "落后", "今季没活儿"})
		for i, colour := range colours {
			fill(string(rune('B'+i))+"8", colour)
		}
		if err := os.Mkdir(filepath.Join(folder, "第二季度"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := x.SaveAs(filepath.Join(folder, "第二季度", "文化馆.xlsx")); err != nil {
			t.Fatal(err)
		}
		l, err := Load(context.Background(), Options{Folder: folder, Out: filepath.Join(folder, "成果"), Year: 2021})
		if err != nil {
			t.Fatal(err)
		}
		if len(l.Entries) != 4 || l.Totals.Rows.Held != 0 {
			t.Fatalf("%d entries, %d held: %v", len(l.Entries), l.Totals.Rows.Held, l.Findings)
		}
		for i, e := range l.Entries {
			if e.Row.Status.Value != c.want[i] {
				t.Errorf("%s reads %q, %q is meant", e.Row.Text.Value, e.Row.Status.Value, c.want[i])
			}
		}
		asked := 0
		for _, f := range l.Findings {
			if f.Code == finding.StatusUnknown {
				if asked++; f.Found != "今季没活儿" {
					t.Errorf("asked: %s", f.Message)
				}
			}
		}
		if asked != c.asked {
			t.Errorf("%d words are asked, want %d", asked, c.asked)
		}
	}
}
