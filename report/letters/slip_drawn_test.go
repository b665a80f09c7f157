package letters

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/returns/reader"
	"taizhang/report/internal/trial"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
	"taizhang/templates/words"

	"github.com/xuri/excelize/v2"
)

// The sheet is drawn at its own addresses and in its own values: sent back as it is, it
// says what the return said. The list of problems is not taken for a return.
func TestASlipReadsBackAsTheReturn(t *testing.T) {
	l, book := mended(t)
	data := slipOf(t, l, "文化馆", func(string) *grid.Book { return book })
	slip, found := open.Parse("文化馆（修订）.xlsx", data)
	if slip == nil || len(found) > 0 {
		t.Fatal(found)
	}
	r := reader.New(l.Plan, words.Default(), nil)
	before := r.Read(book).Returns
	got := r.Read(slip)
	after, found := got.Returns, got.Findings
	if len(before) != 1 || len(after) != 1 || after[0].Sheet != "原表" {
		t.Fatalf("%d and %d returns, %v", len(before), len(after), found)
	}
	if len(before[0].Rows) != len(after[0].Rows) || len(after[0].Rows) != 4 {
		t.Fatalf("%d and %d rows", len(before[0].Rows), len(after[0].Rows))
	}
	for i, a := range before[0].Rows {
		if b := after[0].Rows[i]; !a.SaysSame(b) || a.At.Row() != b.At.Row() || a.Text.Value != b.Text.Value || a.Percent.Value != b.Percent.Value || a.Remarks.Value != b.Remarks.Value {
			t.Errorf("row %d\n%+v\nwas\n%+v", a.At.Row(), b, a)
		}
	}
	if before[0].Quarter.Value != after[0].Quarter.Value || before[0].Department.Value != after[0].Department.Value || before[0].StatedOn.Value != after[0].StatedOn.Value {
		t.Errorf("%+v, was %+v", after[0], before[0])
	}
}

func TestASlipMarksAndComments(t *testing.T) {
	l, book := mended(t)
	f := xlsxtest.Open(t, slipOf(t, l, "文化馆", func(string) *grid.Book { return book }))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"退回单", "原表", "印记"}) {
		t.Fatal(got)
	}
	comments, err := f.GetComments("原表")
	if err != nil {
		t.Fatal(err)
	}
	marked := map[string]string{}
	for _, c := range comments {
		marked[c.Cell] = c.Text
	}
	for at, word := range map[string]string{"C9": "秋季登山", "E5": "看情况", "E6": "佐证", "G8": "2021年10月31日"} {
		if !strings.Contains(marked[at], word) || !strings.Contains(marked[at], "请这样改：") || strings.ContainsAny(marked[at], "{}") {
			t.Errorf("%s says %q", at, marked[at])
		}
		id, _ := f.GetCellStyle("原表", at)
		if k, err := f.GetStyle(id); err != nil || len(k.Fill.Color) == 0 {
			t.Errorf("%s is not coloured, %v", at, err)
		}
	}
	if len(marked) != 4 {
		t.Errorf("marked %v", marked)
	}
	if v, _ := f.GetColVisible("原表", "I"); !v {
		t.Error("what the return hides is hidden still")
	}
	rows, err := f.GetRows("退回单")
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprint(rows)
	for _, want := range []string{"部门：文化馆", "必须改", "请核实", "整张表", "收到本单后3个工作日内", "文化馆（修订）.xlsx", "条要求没有填：\n第7条“"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if strings.ContainsAny(text, "{}") {
		t.Errorf("something was not filled in: %s", text)
	}
}

// A sheet on which colours say how far things are keeps them, marked cells too: it is mended and sent back, and a
// colour of ours would be read as the department's.
func TestASlipKeepsTheColoursOfItsSheet(t *testing.T) {
	_, book := mended(t)
	sheet := book.Sheets[0]
	for _, coloured := range []bool{false, true} {
		o := Slip{}.original(sheet)
		o.speaks = coloured
		row, col := o.under+1, 1
		o.marks[[2]int{row, col}] = []problem{{}}
		want := "FFEB9C"
		if coloured {
			want = sheet.Cell(row, col).Fill()
		}
		if got := o.cell(row, col).Style; got.Fill != want || !got.Bold {
			t.Errorf("coloured %v: the mark is filled %q", coloured, got.Fill)
		}
	}
	f := excelize.NewFile()
	for i, r := range [][]any{{"具体要求", "完成情况", "完成状态"}, {"印发方案。", "印了。", "已完成"}, {"检查两次。", "一次。", "推进中"}, {"公开目录。", "没有。", "未启动"}} {
		f.SetSheetRow("Sheet1", xlsx.Name(1, i+1), &r)
	}
	green, _ := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"92D050"}}})
	f.SetCellStyle("Sheet1", "B2", "B2", green)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	own, _ := open.Parse("文化馆.xlsx", b.Bytes())
	o := Slip{}.original(own.Sheets[0])
	o.marks[[2]int{2, 2}] = []problem{{}}
	for at, want := range map[[2]int]string{{2, 2}: "92D050", {3, 2}: ""} {
		if got := o.cell(at[0], at[1]).Style.Fill; got != want {
			t.Errorf("%v is filled %q, want %q", at, got, want)
		}
	}
}

// A file that is gone, or is another one now, is not drawn, and the slip says so.
func TestASlipWithoutTheReturn(t *testing.T) {
	l, _ := mended(t)
	for department, want := range map[string]string{"文化馆": "这里没有画出原表", "图书馆": "没有收到该部门第三季度的报表"} {
		f := xlsxtest.Open(t, slipOf(t, l, department, func(string) *grid.Book { return nil }))
		rows, err := f.GetRows("退回单")
		if err != nil || len(f.GetSheetList()) != 1 || !strings.Contains(fmt.Sprint(rows), want) || strings.Contains(fmt.Sprint(rows), "“原表”页") {
			t.Errorf("%s: %v, %v", department, rows, err)
		}
	}
}

func TestSameSlipSameBytes(t *testing.T) {
	l, book := mended(t)
	first := slipOf(t, l, "文化馆", func(string) *grid.Book { return book })
	for range 3 {
		if !bytes.Equal(first, slipOf(t, l, "文化馆", func(string) *grid.Book { return book })) {
			t.Fatal("the bytes differ")
		}
	}
}

// The keys of a form stay hidden in the sheet that is drawn of it, and hold.
func TestASlipOfAFormKeepsItsKeys(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 2)
	data := fill(t, formOf(t, l, "文化馆", 3), func(f *excelize.File, _ int) {
		if err := f.SetCellValue("报送表", xlsx.Name(formStatus, formTop), "看情况"); err != nil {
			t.Fatal(err)
		}
	})
	book, _ := open.Parse("第三季度/文化馆.xlsx", data)
	r := reader.New(l.Plan, words.Default(), nil)
	got := r.Read(book)
	rs := got.Returns
	third := merge.Merge(l.Plan, rs, got.Findings, merge.Options{AsOf: period.Quarter{Year: 2021, N: 3}})
	slip, _ := open.Parse("文化馆（修订）.xlsx", slipOf(t, third, "文化馆", func(string) *grid.Book { return book }))
	sent := *slip
	sent.Sheets = slip.Sheets[1:2] // the list of problems and what was printed are known as such before anything is read
	got = r.Read(&sent)
	again, found := got.Returns, got.Findings
	if len(again) != 1 || len(found) != 0 || len(again[0].Rows) != len(rs[0].Rows) {
		t.Fatalf("%d returns, %v", len(again), found)
	}
	for i, row := range again[0].Rows {
		if row.Key.Value != rs[0].Rows[i].Key.Value || !row.SaysSame(rs[0].Rows[i]) {
			t.Errorf("row %d: %+v, was %+v", row.At.Row(), row, rs[0].Rows[i])
		}
	}
	drawn := slip.Sheets[1]
	if !drawn.HiddenCol(formKey) {
		t.Error("the keys can be seen")
	}
}
