package draw

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/grid/open"
)

// A fill is drawn by the nearest of the colours of the style sheet, a merge by that of its first cell. Where colours
// say where a row stands, each row says in a word what it is filled with, once a colour.
func TestFillsAreDrawn(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{{"序号", "具体要求", "完成情况"}, {1, "印发工作方案。", "已印发。"}, {2, "开展两次检查。", "检查一次。"}, {3, "公开目录。", "写了初稿。"}} {
		f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row)
	}
	for at, fill := range map[string]string{"A1": "1F4E79", "A2": "92D050", "B2": "92D050", "C2": "FFFF99", "B3": "FF0000", "C4": "FEFEFE"} {
		style, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}})
		if err != nil {
			t.Fatal(err)
		}
		f.SetCellStyle("Sheet1", at, at, style)
	}
	f.MergeCell("Sheet1", "B3", "B4")
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, _ := open.Parse("办公室.xlsx", b.Bytes())
	at := finding.In("办公室.xlsx", "Sheet1").At(3, 3)
	s := around(book.Sheets[0], at, false, nil, true)
	for _, want := range []struct {
		row, cell         int
		class, name, said string
	}{
		{row: 0, cell: 0, class: "fill blue", name: "深蓝"},
		{row: 1, cell: 0, class: "fill green", name: "绿", said: "填充：绿"},
		{row: 1, cell: 1, class: "fill green", name: "绿"},
		{row: 1, cell: 2, class: "fill yellow pale", name: "浅黄", said: "填充：浅黄"},
		{row: 2, cell: 1, class: "fill red", name: "红", said: "填充：红"},
		{row: 3, cell: 1},
	} {
		c := s.Rows[want.row].Cells[want.cell]
		if c.Fill != want.class || c.Filled != want.name || c.Colour != want.said {
			t.Errorf("row %d, cell %d: %q %q %q", want.row, want.cell, c.Fill, c.Filled, c.Colour)
		}
	}
	if c := around(book.Sheets[0], at, false, nil, false).Rows[1].Cells[0]; c.Fill != "fill green" || c.Colour != "" {
		t.Errorf("where colours say nothing, a cell says %q %q", c.Fill, c.Colour)
	}
}
