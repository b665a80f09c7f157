package draw

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/grid/open"
)

// A title that is not merged runs on over the empty cells beside it, and a column is marked from its
// heading down.
func TestATitleRunsOn(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"示例市文化广电旅游体育局办公室2021年第二季度政务公开工作要点落实情况统计表"},
		{"填报单位：办公室", nil, "日期：7月2日"},
		{"序号", "具体要求", "完成情况", "完成状态"},
		{1, "印发工作方案。", "已印发。", "已完成"},
		{2, "开展两次检查。", "检查一次。", "推进中"},
	} {
		f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, _ := open.Parse("办公室.xlsx", b.Bytes())
	s := around(book.Sheets[0], finding.In("办公室.xlsx", "Sheet1").At(3, 3), true, nil, false)
	for i, want := range []int{1, 4, 4, 4, 4} {
		row := s.Rows[i]
		if len(row.Cells) != want {
			t.Fatalf("row %d has %d cells", row.No, len(row.Cells))
		}
		if marked := want == 4 && row.Cells[2].Marked; marked != (row.No >= 3) {
			t.Errorf("row %d is marked: %v", row.No, marked)
		}
	}
	if title := s.Rows[0].Cells[0]; title.Cols != 4 {
		t.Errorf("the title is %d columns wide", title.Cols)
	}
}

// A text that stands alone and is asked about has the width of the table too.
func TestATextThatIsAskedAboutRunsOn(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{{"安全生产方面，二季度会同县应急局对三个在建工地开展检查。"}, {"序号", "具体要求", "完成情况"}, {1, "印发工作方案。", "已印发。"}} {
		f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, _ := open.Parse("办公室.xlsx", b.Bytes())
	for col, want := range map[int]int{1: 3, 2: 1} {
		s := around(book.Sheets[0], finding.In("办公室.xlsx", "Sheet1").At(1, col), false, nil, false)
		if cell := s.Rows[0].Cells[0]; cell.Cols != want || cell.Marked != (col == 1) {
			t.Errorf("asked about column %d it is %d wide, marked %v", col, cell.Cols, cell.Marked)
		}
	}
}

// Of the row that is asked about it is told whether its department hid it or struck all that it says.
func TestTheAskedRowIsHiddenOrStruck(t *testing.T) {
	row := func(hidden bool, cells ...drawnCell) *Sheet {
		return &Sheet{Rows: []drawnRow{{Cells: []drawnCell{{Text: "别的行"}}}, {Hidden: hidden, Marked: true, Cells: cells}}}
	}
	for _, c := range []struct {
		sheet          *Sheet
		hidden, struck bool
	}{
		{row(true, drawnCell{Text: "演练"}), true, false},
		{row(false, drawnCell{Text: "3", Number: true}, drawnCell{Struck: "演练"}, drawnCell{}), false, true},
		{row(false, drawnCell{Struck: "5次", Text: "7次"}), false, false},
		{row(false), false, false},
		{nil, false, false},
	} {
		if hidden, struck := c.sheet.Asked(); hidden != c.hidden || struck != c.struck {
			t.Errorf("%+v: hidden %v, struck %v", c.sheet, hidden, struck)
		}
	}
}
