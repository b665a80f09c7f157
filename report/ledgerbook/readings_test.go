package ledgerbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/asked"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/checks"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
	"taizhang/templates/words"
)

// readColumn is a column as a reader that knows nothing of the office leaves it.
func readColumn(heading string, role words.Role, by table.By, sure float64, next words.Role, samples ...string) table.Column {
	return table.Column{Heading: heading, Role: role, By: by, Sure: sure, Next: next, Filled: len(samples) + 2, Samples: samples}
}

// pointedYear is a year whose returns have columns, read with what the office said.
func pointedYear(t testing.TB, rulings []ruling.Ruling, taught words.Taught, headings ...string) *ledger.Ledger {
	t.Helper()
	p := trial.List(t, 4, 4)
	p.Taught = taught
	door := ruling.NewReadings(p, rulings)
	var rs []returns.Return
	for d, dept := range p.Roster.Departments {
		r := trial.Sent(p, dept.Name, d, period.Quarter{Year: 2021, N: 1})
		columns := []table.Column{
			readColumn("序号", words.Number, table.ByHeading, 0.9, "", "1", "2", "3"),
			readColumn("具体要求", words.Requirement, table.ByHeading, 0.62, words.Task, "主动公开规划", "归集整理旧规划"),
			readColumn("本季\n办得如何", words.Progress, table.ByContent, 0.21, words.Problems, "已在门户网站公开12篇，解读材料同步发布，点击量三万次，反响良好。", "正在归集"),
			readColumn("到哪一步", words.Status, table.ByContent, 0.05, words.Progress, "已完成", "推进中"),
			readColumn("难处", words.Problems, table.ByHeading, 0.5, words.NextSteps, "人手不足"),
		}
		if d == 1 {
			columns[2].Role, columns[2].Sure = words.OtherText, 0
			columns = append(columns, readColumn("内部编码", words.OtherText, table.ByContent, 0, "", "NB-007", "NB-008"))
		}
		if d == 2 {
			columns = append(columns, readColumn("情况", words.Progress, table.ByPart, 0.3, words.Status, "办了一半"), readColumn("时间", words.Completed, table.ByHeading, 0.4, ""),
				readColumn("情况", words.OtherText, table.ByContent, 0, words.Remarks, "=1+1"))
		}
		columns = slices.DeleteFunc(columns, func(c table.Column) bool { return len(headings) > 0 && !slices.Contains(headings, c.Heading) })
		for i := range columns {
			c := &columns[i]
			c.Col, c.At = i+1, finding.In(r.File, r.Sheet).At(4, i+1)
			asked := table.Asked{Heading: c.Heading, File: r.File, Department: dept.Name}
			if i > 0 {
				asked.Neighbours[0] = columns[i-1].Heading
			}
			if i+1 < len(columns) {
				asked.Neighbours[1] = columns[i+1].Heading
			}
			if role, said := door.Office(asked); said {
				c.Role, c.By, c.Sure, c.Next = role, table.ByOffice, 1, ""
			}
		}
		r.Columns = columns
		rs = append(rs, r)
	}
	return merge.Merge(p, rs, nil, merge.Options{AsOf: period.Quarter{Year: 2021, N: 1}, Rulings: rulings})
}

// told reads 读法 as a line a text: what the office has to do, heading, role, by, files, cells,
// outcome.
func told(t *testing.T, b []byte) (lines []string, rows map[string]int) {
	t.Helper()
	all, err := xlsxtest.Open(t, b).GetRows(book.ReadingsSheet)
	if err != nil {
		t.Fatal(err)
	}
	rows = map[string]int{}
	for i, row := range all[checks.ReadingsTop-1:] {
		row = append(row, make([]string, 40)...)
		line := strings.Join([]string{row[0], row[1], strings.ReplaceAll(row[2], "\n", "、"), row[3], row[11], row[12], row[checks.ReadingsShown-1]}, "|")
		lines = append(lines, line)
		rows[row[1]] = checks.ReadingsTop + i
	}
	return lines, rows
}

func TestReadingsSheet(t *testing.T) {
	got, _ := told(t, written(t, pointedYear(t, nil, words.Taught{{Kind: words.OfColumn, Word: "难处", Role: words.Problems}})))
	want := []string{
		"请看|到哪一步|状态|内容|4|16|",
		"请看|本季 办得如何|进展（3处）、其他栏目（1处）|内容|4|16|",
		"请看|内部编码|其他栏目|内容|1|4|",
		"请看|情况|其他栏目|内容|1|3|",
		"词表|难处|存在问题|词表|4|12|",
		"推断|情况|进展|部分|1|3|",
		"清楚|序号|序号|表头|4|20|",
		"清楚|具体要求|具体要求|表头|4|16|",
		"清楚|时间|完成时间|表头|1|2|",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The office answers, the next run goes by it, prints it again, and reads the same from that;
// also when no file has the heading any more. What is cleared is gone.
func TestTheOfficePointsAtHeadings(t *testing.T) {
	first := pointedYear(t, nil, nil)
	b := written(t, first)
	_, rows := told(t, b)
	o := openLedger(t, b)
	o.head[book.ReadingsSheet] = checks.ReadingsTop - 1
	o.cols[book.ReadingsSheet] = map[string]int{}
	all, _ := o.f.GetRows(book.ReadingsSheet)
	for i, word := range all[checks.ReadingsTop-2] {
		o.cols[book.ReadingsSheet][word] = i + 1
	}
	o.types(book.ReadingsSheet, rows["本季 办得如何"], "核定内容", "进展", "核定人", "王某", "核定日期", "2021年4月9日", "核定理由", "=电话问过")
	o.types(book.ReadingsSheet, rows["到哪一步"], "核定内容", "备注", "适用", "部门")
	o.types(book.ReadingsSheet, rows["内部编码"], "核定内容", "不读")
	o.types(book.ReadingsSheet, rows["情况"], "核定内容", "存在问题")
	o.types(book.ReadingsSheet, rows["难处"], "核定内容", "没想好")
	rs := readBack(t, o.saved())
	if len(rs) != 5 {
		t.Fatalf("%d rulings: %+v", len(rs), rs)
	}
	l := pointedYear(t, rs, nil)
	b = written(t, l)
	got, _ := told(t, b)
	want := []string{
		"请改|难处|||||未执行：“没想好”不是可选的读法",
		"请看|到哪一步|状态|内容|3|12|",
		"请看|情况|其他栏目|内容|1|3|",
		"已核定|本季 办得如何|进展|办公室核定|4|16|已执行",
		"已核定|内部编码|不读|办公室核定|1|4|已执行",
		"已核定|到哪一步|备注|办公室核定|1|4|已执行",
		"已核定|情况|存在问题|办公室核定|1|3|已执行",
		"清楚|序号|序号|表头|4|20|",
		"清楚|具体要求|具体要求|表头|4|16|",
		"清楚|难处|存在问题|表头|4|12|",
		"清楚|时间|完成时间|表头|1|2|",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if again := written(t, pointedYear(t, readBack(t, b), nil)); !bytes.Equal(b, again) {
		t.Error("the next run writes other bytes")
	}
	orphans := 0
	for _, f := range l.Findings {
		if f.Code == finding.RulingOrphaned {
			orphans++
		}
	}
	if orphans != 1 {
		t.Errorf("%d answers reported, want the one that is not understood", orphans)
	}

	// Departments change their forms, and come back to them.
	gone := written(t, pointedYear(t, readBack(t, b), nil, "序号", "具体要求"))
	lines, _ := told(t, gone)
	if n := strings.Count(strings.Join(lines, "\n"), "|现在没有这个表头"); n != 4 {
		t.Errorf("%d answers wait:\n%s", n, strings.Join(lines, "\n"))
	}
	if back := written(t, pointedYear(t, readBack(t, gone), nil)); !bytes.Equal(b, back) {
		t.Error("what came back is not read as before")
	}

	o = openLedger(t, b)
	f := o.f
	for row := checks.ReadingsTop; row < checks.ReadingsTop+len(got); row++ {
		for col := checks.ReadingsTyped; col < checks.ReadingsTyped+len(ruling.HeadingTyped); col++ {
			if err := f.SetCellValue(book.ReadingsSheet, xlsx.Name(col, row), nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	if rs := readBack(t, o.saved()); len(rs) != 0 {
		t.Errorf("withdrawn, and still there: %+v", rs)
	}
}

// A column that a file left empty is no example of what stands below its heading, however unsure it was.
func TestAnExampleHoldsSomething(t *testing.T) {
	l := pointedYear(t, nil, nil)
	for k := range l.Returns[0].Columns {
		if c := &l.Returns[0].Columns[k]; c.Heading == "具体要求" {
			c.Samples, c.Sure = nil, 0.3
		}
	}
	for _, line := range asked.ReadingLines(l) {
		if line.Heading == "具体要求" && (len(line.Met) < 2 || len(line.Met[0].Column.Samples) == 0) {
			t.Errorf("the example is %+v", line.Met[0])
		}
	}
}
