package reader

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

func TestNoTable(t *testing.T) {
	s := grid.FromRows("第一季度/办公室.xlsx", "Sheet1", [][]string{{"关于报送情况的说明"}, {"我室已完成各项工作。"}})
	rs, fs := gave(testReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}))
	if len(rs) != 0 || len(fs) != 1 || fs[0].Code != finding.NoTable || fs[0].Severity() != finding.Error {
		t.Errorf("%v %v", rs, fs)
	}
}

func TestEmptyReturn(t *testing.T) {
	rs, fs := gave(testReader().Read(sheetOf("第一季度/办公室.xlsx", "完成情况表", "", [][]string{{"序号", "具体要求", "完成情况"}, {"1", "加强行政执法信息公开。", ""}, {"2", "加强信息归集工作。", ""}}...)))
	if len(rs) != 1 || rs[0].Held != finding.EmptyReturn || len(fs) != 1 {
		t.Errorf("%+v %v", rs, fs)
	}
	for _, row := range rs[0].Rows {
		if row.Ignored != returns.Unanswered {
			t.Errorf("row %d: %q", row.At.Row(), row.Ignored)
		}
	}
}

func TestSeveralTablesOnASheet(t *testing.T) {
	head := []string{"具体要求", "完成情况", "状态"}
	s := grid.FromRows("第一季度/汇总.xlsx", "Sheet1", [][]string{
		{"2021年第一季度完成情况表"},
		{"填报单位：办公室"},
		head,
		{"加强行政执法信息公开。", "已公开。", "已完成"},
		head, // a page break
		{"加强信息归集工作。", "已归集。", "已完成"},
		{"注：以上为办公室。"},
		{},
		{"填报单位：市场执法股"},
		head,
		{"加强行政执法信息公开。", "公开三批。", "推进中"},
	})
	rs, fs := gave(testReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}))
	if len(rs) != 2 || len(fs) != 0 {
		t.Fatalf("%d returns, findings %v", len(rs), fs)
	}
	if rs[0].Department.Value != "办公室" || len(rs[0].Rows) != 4 || rs[1].Department.Value != "市场执法股" || len(rs[1].Rows) != 1 {
		t.Errorf("first: %s %d rows, second: %s %d rows", rs[0].Department.Value, len(rs[0].Rows), rs[1].Department.Value, len(rs[1].Rows))
	}
	if rs[1].Rows[0].At.Row() != 11 {
		t.Errorf("row %d, want 11", rs[1].Rows[0].At.Row())
	}
}

func TestOneSheetForTheWholeYear(t *testing.T) {
	rows := [][]string{
		{"具体要求", "第一季度完成情况", "", "第二季度完成情况", ""},
		{"", "进展", "状态", "进展", "状态"},
		{"加强行政执法信息公开。", "公开一批。", "推进中", "公开三批。", "已完成"},
	}
	merges := [][4]int{{1, 1, 2, 1}, {1, 2, 1, 3}, {1, 4, 1, 5}}
	year := grid.FromRows("市场执法股.xlsx", "Sheet1", rows, merges...)
	rs, fs := gave(testReader().Read(&grid.Book{File: year.File, Sheets: []*grid.Sheet{year}}))
	if len(rs) != 2 || len(fs) != 0 {
		t.Fatalf("%d returns, findings %v", len(rs), fs)
	}
	for i, want := range []string{"公开一批。", "公开三批。"} {
		if rs[i].Restates || rs[i].Quarter.Value.N != i+1 || rs[i].Rows[0].Progress.Value != want {
			t.Errorf("return %d: %v %q", i, rs[i].Quarter.Value, rs[i].Rows[0].Progress.Value)
		}
	}
	one := grid.FromRows("第二季度/市场执法股.xlsx", "Sheet1", rows, merges...)
	// What a return of the second quarter prints of the first is there too, and yields to the
	// first quarter's own return.
	rs, fs = gave(testReader().Read(&grid.Book{File: one.File, Sheets: []*grid.Sheet{one}}))
	if len(rs) != 2 || len(fs) != 0 {
		t.Fatalf("a return of the second quarter: %d returns, findings %v", len(rs), fs)
	}
	for i, want := range []status.Status{status.InProgress, status.Completed} {
		ret := rs[i]
		if ret.Quarter.Value.N != i+1 || ret.Restates != (i == 0) || ret.Held != "" || len(ret.Rows) != 1 || ret.Rows[0].Status.Value != want {
			t.Errorf("return %d: %v, restates %v, held %q, %+v", i, ret.Quarter.Value, ret.Restates, ret.Held, ret.Rows)
		}
	}
}

// grid1 is a file with one sheet.
func grid1(file string, rows [][]string, merges ...[4]int) *grid.Book {
	return &grid.Book{File: file, Sheets: []*grid.Sheet{grid.FromRows(file, "Sheet1", rows, merges...)}}
}

func TestColumnsThatLookAlike(t *testing.T) {
	for _, c := range []struct {
		name   string
		rows   [][]string
		merges [][4]int
		status status.Status
	}{
		{"last quarter's column is not this one's", [][]string{{"具体要求", "上季度完成情况", "本季度完成情况"}, {"加强行政执法信息公开。", "已完成", "推进中"}}, nil, status.InProgress},
		{"nor is last year's", [][]string{{"具体要求", "今年完成情况", "去年完成情况"}, {"加强行政执法信息公开。", "未完成", "已完成"}}, nil, status.Behind},
		{"ticks over a merged note", [][]string{{"具体要求", "进度状态", "", ""}, {"", "已完成", "推进中", "未启动"}, {"加强行政执法信息公开。", "", "", "√"}, {"注：请打勾。一栏只勾一个。"}},
			[][4]int{{1, 1, 2, 1}, {1, 2, 1, 4}, {4, 1, 4, 4}}, status.NotStarted},
		{"a heading of two rows with one known word in the first", [][]string{{"具体要求", "填报内容", ""}, {"", "落实情况", "完成状态"}, {"加强行政执法信息公开。", "已公开。", "已办结"}},
			[][4]int{{1, 1, 2, 1}, {1, 2, 1, 3}}, status.Completed},
		{"two words in one row", [][]string{{"具体要求", "进展", "完成状态"}, {"加强行政执法信息公开。", "一", "未完成"}, {"", "二", "已完成"}}, [][4]int{{2, 1, 3, 1}}, status.NoStatus},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs, fs := gave(testReader().Read(grid1("第一季度/办公室.xlsx", c.rows, c.merges...)))
			if len(rs) != 1 || len(rs[0].Rows) == 0 {
				t.Fatalf("%v %v", rs, fs)
			}
			if got := rs[0].Rows[0].Status; got.Value != c.status {
				t.Errorf("reads %q (said %q), want %q", got.Value, got.Said, c.status)
			}
		})
	}
}

func TestDeadlinesAreNoCompletionDates(t *testing.T) {
	for said, want := range map[string]string{
		"年底前": "", "12月底前": "", "2021年11月20日前": "", "全年": "", "长期": "", "": "",
		"2021年3月20日": "2021-03-20", "3月20日": "2021-03-20", "2021.3.20": "2021-03-20", "3月底": "2021-03-31",
	} {
		rs, _ := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"具体要求", "进展", "状态", "完成时间"}, {"加强行政执法信息公开。", "有", "常态化", said}, {"加强信息归集工作。", "有", "已完成", "2021年3月1日"}})))
		row := rs[0].Rows[0]
		if got := row.CompletedOn.Value.String(); got != want {
			t.Errorf("%s: %s, want %s", said, got, want)
		}
		if len(row.Findings) > 0 {
			t.Errorf("%s: %v", said, row.Findings)
		}
	}
}

func TestSharesAndPercentMixed(t *testing.T) {
	rs, _ := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"具体要求", "进展", "完成率"}, {"一一要求的内容。", "有", "0.8"}, {"二二要求的内容。", "有", "80"}, {"三三要求的内容。", "有", "80%"}})))
	rows := rs[0].Rows
	if rows[0].Percent.Given() || len(rows[0].Findings) != 1 || rows[1].Percent.Value != 80 || rows[2].Percent.Value != 80 {
		t.Errorf("%+v %+v %+v", rows[0].Percent, rows[1].Percent, rows[2].Percent)
	}
}

func TestNameThatEndsInABracket(t *testing.T) {
	rs, fs := gave(testReader().Read(grid1("第一季度/办公室汇总收件.xlsx", [][]string{{"填报单位（盖章）：广电旅游和公共服务股(行政审批服务股)"}, plainRows[0], plainRows[1]})))
	if len(rs) != 1 || rs[0].Department.Value != "广电旅游和公共服务股(行政审批服务股)" {
		t.Errorf("%+v %v", rs, fs)
	}
}

func TestInfoRowIsNoHeading(t *testing.T) {
	rs, fs := gave(testReader().Read(grid1("Q2.xlsx", [][]string{
		{"完成情况表"},
		{"填报单位", "市场执法股", "联系电话", "1234567", "填报日期", "2021年7月3日", "填报人", "某某"},
		{"序号", "具体要求", "落实情况", "完成状态"},
		{"1", "加强行政执法信息公开。", "已公开。", "已完成"},
	})))
	if len(rs) != 1 || rs[0].Department.Value != "市场执法股" || rs[0].StatedOn.Value.String() != "2021-07-03" {
		t.Errorf("%+v %v", rs, fs)
	}
}
