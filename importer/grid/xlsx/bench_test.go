package xlsx_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/grid/open"
)

// benchReturn is a return of 30 rows by 10 columns, as excelize writes it.
func benchReturn(tb testing.TB) []byte {
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		if err != nil {
			tb.Helper()
			tb.Fatal(err)
		}
	}
	const sheet = "Sheet1"
	must(f.SetCellValue(sheet, "A1", "2021年第三季度政务公开工作完成情况表"))
	must(f.MergeCell(sheet, "A1", "J1"))
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	must(err)
	for row := 2; row <= 31; row++ {
		values := []any{row - 1, "做好各类规划主动公开。", fmt.Sprintf("%d.主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", row), "已完成", 0.855, 44467 + row,
			fmt.Sprintf("已在市政府网站公开第 %d 批信息，共计 %d 条。", row, row*3), "http://www.example.gov.cn/zwgk/post.html", "无", fmt.Sprintf("第 %d 行备注", row)}
		must(f.SetSheetRow(sheet, fmt.Sprintf("A%d", row), &values))
		must(f.SetCellStyle(sheet, fmt.Sprintf("E%d", row), fmt.Sprintf("E%d", row), percent))
		if row%5 == 2 {
			must(f.MergeCell(sheet, fmt.Sprintf("B%d", row), fmt.Sprintf("B%d", min(row+4, 31))))
		}
	}
	var b bytes.Buffer
	_, err = f.WriteTo(&b)
	must(err)
	return b.Bytes()
}

// One iteration reads the returns of a year of a large office: 1,000 files.
const benchFiles = 1000

func BenchmarkParse(b *testing.B) {
	data := benchReturn(b)
	b.ReportAllocs()
	for b.Loop() {
		for range benchFiles {
			if book, _ := open.Parse("a.xlsx", data); book == nil || book.Sheets[0].LastRow() != 31 {
				b.Fatal("not read")
			}
		}
	}
}

// BenchmarkExcelize is the measure: the same cells and merges from the library.
func BenchmarkExcelize(b *testing.B) {
	data := benchReturn(b)
	b.ReportAllocs()
	for b.Loop() {
		for range benchFiles {
			f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			rows, err := f.GetRows("Sheet1")
			if err != nil || len(rows) != 31 {
				b.Fatal(err, len(rows))
			}
			if _, err := f.GetMergeCells("Sheet1"); err != nil {
				b.Fatal(err)
			}
			f.Close()
		}
	}
}
