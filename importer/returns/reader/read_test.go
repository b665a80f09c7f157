package reader

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// furnished is a return as offices send them: title, info row, heading, merged task cells,
// a repeated heading, a total, a pre-numbered empty row, a note and a signature.
func furnished() *grid.Book {
	s := grid.FromRows("第三季度/计财股.xlsx", "Sheet1", [][]string{
		{"附件2"},
		{"2021年第三季度政务公开重点工作任务完成情况表", "", "", "", "", "", ""},
		{"填报单位：计划财务股（盖章）      填报日期：2021年10月8日", "", "", "", "", "", ""},
		{"序号", "工作任务", "具 体\n要 求", "完成情况", "完成\n状态", "完成比例（%）", "佐证材料"},
		{"1", "三、做好财政信息公开。", "5.积极推进部门单位财政预算、决算公开。", "已公开预算表12张。", "按序时推进", "75", "https://www.example.gov.cn/a ；https://www.example.gov.cn/b"},
		{"2", "", "6.持续深化地方政府债务信息公开。", "已全部公开。", "已完成", "100", "财函〔2021〕3号"},
		{"序号", "工作任务", "具 体\n要 求", "完成情况", "完成\n状态", "完成比例（%）", "佐证材料"},
		{"3", "四、做好专栏信息公开。", "7.每年至少更新一次数据集。", "同上", "", "", ""},
		{"4"},
		{"", "合计", "", "3项"},
		{"注：1.完成情况请写明数字。"},
		{"2.请于次月8日前报送。"},
		{"填报人：（签名）      审核人：（签名）"},
	}, [4]int{2, 1, 2, 7}, [4]int{3, 1, 3, 7}, [4]int{5, 2, 6, 2})
	return &grid.Book{File: s.File, Sum: "00", Format: "xlsx", Sheets: []*grid.Sheet{s}}
}

func TestReadFurnished(t *testing.T) {
	rs, fs := gave(testReader().Read(furnished()))
	if len(rs) != 1 || len(fs) != 0 {
		t.Fatalf("%d returns, findings %v", len(rs), fs)
	}
	r := rs[0]
	if r.Department.Value != "计划财务股" || r.Department.At.Cell() != "A3" {
		t.Errorf("department %q from %s", r.Department.Value, r.Department.At)
	}
	if r.Quarter.Value != (period.Quarter{Year: 2021, N: 3}) || r.Quarter.At.Cell() != "A2" {
		t.Errorf("quarter %v from %s", r.Quarter.Value, r.Quarter.At)
	}
	if r.StatedOn.Value != (period.Date{Year: 2021, Month: 10, Day: 8}) {
		t.Errorf("stated on %v", r.StatedOn.Value)
	}
	want := []returns.Reason{"", "", returns.RepeatedHeading, returns.Unanswered, returns.EmptyNumbered, returns.Total, returns.Note, returns.Note, returns.Signature}
	if len(r.Rows) != len(want) {
		t.Fatalf("%d rows, want %d", len(r.Rows), len(want))
	}
	for i, row := range r.Rows {
		if row.Ignored != want[i] {
			t.Errorf("row %d is ignored as %q, want %q", row.At.Row(), row.Ignored, want[i])
		}
	}
	second := r.Rows[1]
	if second.Task.Value != "做好财政信息公开" || second.Number.Value != "6" || second.Text.Value != "持续深化地方政府债务信息公开。" {
		t.Errorf("second row: task %q number %q text %q", second.Task.Value, second.Number.Value, second.Text.Value)
	}
	if second.Status.Value != status.Completed || second.Percent.Value != 100 || second.Status.At.Cell() != "E6" || second.Progress.At.Cell() != "D6" {
		t.Errorf("second row: %+v", second)
	}
	first := r.Rows[0]
	if len(first.Evidence) != 2 || first.Evidence[1].Value != "https://www.example.gov.cn/b" || first.Percent.Value != 75 {
		t.Errorf("first row: evidence %v percent %v", first.Evidence, first.Percent.Value)
	}
}

// sheetOf is a plain return: a title, an info row, the given heading and rows.
func sheetOf(file, title, info string, rows ...[]string) *grid.Book {
	all := append([][]string{{title}, {info}}, rows...)
	return &grid.Book{File: file, Sheets: []*grid.Sheet{grid.FromRows(file, "Sheet1", all)}}
}

var plainRows = [][]string{{"具体要求", "完成情况", "状态"}, {"加强行政执法信息公开。", "已公开三批。", "已完成"}}

func TestWhoseAndWhen(t *testing.T) {
	for _, c := range []struct {
		name, file, title, info string
		department, quarter     string
		held                    finding.Code
		codes                   []finding.Code
	}{
		{"all agree", "第一季度/市场执法股.xlsx", "2021年第一季度完成情况表", "填报单位：市场执法股", "市场执法股", "2021Q1", "", nil},
		{"the file name alone", "市场执法股2021年第二季度.xlsx", "完成情况表", "", "市场执法股", "2021Q2", "", nil},
		{"folder and info row", "Q3/a.xlsx", "完成情况表", "填报单位：图书馆", "示例市图书馆", "2021Q3", "", nil},
		{"the info row goes before the file name", "第一季度/办公室.xlsx", "一季度完成情况表", "填报单位：市场执法股", "市场执法股", "2021Q1", "", []finding.Code{finding.DepartmentConflict}},
		{"a title of another quarter than the folder's", "第一季度/办公室.xlsx", "2021年第二季度完成情况表", "", "办公室", "2021Q2", finding.ReturnMisfiled, []finding.Code{finding.ReturnMisfiled}},
		{"a span in a name contradicts nothing", "上半年/办公室.xlsx", "2021年第一季度完成情况表", "", "办公室", "2021Q1", "", nil},
		{"a span alone ends with its quarter", "上半年/办公室.xlsx", "完成情况表", "", "办公室", "2021Q2", "", nil},
		{"unknown department", "第一季度/a.xlsx", "完成情况表", "填报单位：规划建设股", "", "2021Q1", finding.DepartmentUnknown, []finding.Code{finding.DepartmentUnknown}},
		{"an unknown name is not talked away by the file name", "第一季度/办公室.xlsx", "完成情况表", "填报单位：规划建设股", "", "2021Q1", finding.DepartmentUnknown, []finding.Code{finding.DepartmentUnknown}},
		{"nobody says whose", "第一季度/a.xlsx", "完成情况表", "", "", "2021Q1", finding.DepartmentUnknown, []finding.Code{finding.DepartmentUnknown}},
		{"nobody says when", "办公室.xlsx", "完成情况表", "", "办公室", "", finding.QuarterUnknown, []finding.Code{finding.QuarterUnknown}},
		{"another year", "办公室.xlsx", "2020年第四季度完成情况表", "", "办公室", "2020Q4", finding.QuarterUnknown, []finding.Code{finding.QuarterUnknown}},
		{"one cell names two departments", "第一季度/a.xlsx", "完成情况表", "填报单位：办公室、市场执法股", "", "2021Q1", finding.DepartmentConflict, []finding.Code{finding.DepartmentConflict}},
		{"one title names two quarters", "办公室.xlsx", "2021年第一季度和第二季度完成情况表", "", "办公室", "2021Q1", finding.QuarterConflict, []finding.Code{finding.QuarterConflict}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs, fs := gave(testReader().Read(sheetOf(c.file, c.title, c.info, plainRows...)))
			if len(rs) != 1 {
				t.Fatalf("%d returns, findings %v", len(rs), fs)
			}
			r := rs[0]
			if r.Department.Value != c.department || r.Quarter.Value.String() != c.quarter || r.Held != c.held {
				t.Errorf("%q %q held %q, want %q %q %q", r.Department.Value, r.Quarter.Value, r.Held, c.department, c.quarter, c.held)
			}
			var got []finding.Code
			for _, f := range fs {
				got = append(got, f.Code)
				if f.Severity() == finding.Error && r.Held == "" {
					t.Errorf("an error that holds nothing: %v", f)
				}
			}
			if len(got) != len(c.codes) || len(got) > 0 && got[0] != c.codes[0] {
				t.Errorf("findings %v, want %v", got, c.codes)
			}
		})
	}
}

func TestDepartmentColumnSplitsTheSheet(t *testing.T) {
	book := sheetOf("第一季度/汇总.xlsx", "完成情况表", "", [][]string{
		{"具体要求", "责任部门", "完成情况", "状态"},
		{"加强行政执法信息公开。", "市场执法股", "已公开。", "已完成"},
		{"加强信息归集工作。", "办公室", "已归集。", "已完成"},
		{"做好其他工作安排。", "各股室", "已做好。", "已完成"},
	}...)
	rs, _ := gave(testReader().Read(book))
	got := map[string]int{}
	for _, r := range rs {
		got[r.Department.Value] += len(r.Rows)
		if (r.Held == "") != (r.Department.Value != "") {
			t.Errorf("%q held %q", r.Department.Value, r.Held)
		}
	}
	if len(rs) != 3 || got["市场执法股"] != 1 || got["办公室"] != 1 || got[""] != 1 {
		t.Errorf("returns by department: %v", got)
	}
}

func TestRequirementMergedOverLinesIsOneRow(t *testing.T) {
	s := grid.FromRows("第一季度/办公室.xlsx", "Sheet1", [][]string{
		{"具体要求", "完成情况", "状态"},
		{"加强行政执法信息公开。", "一是公开第一批。", "已完成"},
		{"", "二是公开第二批。", ""},
		{"加强信息归集工作。", "已归集。", "推进中"},
	}, [4]int{2, 1, 3, 1})
	rs, _ := gave(testReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}))
	rows := rs[0].Rows
	if len(rows) != 2 || rows[0].Progress.Value != "一是公开第一批。\n二是公开第二批。" || rows[1].At.Row() != 4 {
		t.Errorf("rows %+v", rows)
	}
}

func TestTickColumns(t *testing.T) {
	s := grid.FromRows("第一季度/办公室.xlsx", "Sheet1", [][]string{
		{"具体要求", "完成情况", "", "", "备注"},
		{"", "已完成", "推进中", "未启动", ""},
		{"加强行政执法信息公开。", "", "√", "", ""},
		{"加强信息归集工作。", "√", "", "", ""},
	}, [4]int{1, 1, 2, 1}, [4]int{1, 2, 1, 4}, [4]int{1, 5, 2, 5})
	rs, fs := gave(testReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}))
	if len(rs) != 1 || len(rs[0].Rows) != 2 {
		t.Fatalf("%v %v", rs, fs)
	}
	if a, b := rs[0].Rows[0].Status, rs[0].Rows[1].Status; a.Value != status.InProgress || b.Value != status.Completed || a.At.Cell() != "C3" {
		t.Errorf("ticks read %+v and %+v", a, b)
	}
}

func TestPercentSpeaksWhereNoWordDoes(t *testing.T) {
	book := sheetOf("第一季度/办公室.xlsx", "完成情况表", "", [][]string{
		{"具体要求", "工作进展", "完成比例"},
		{"一要求的文字内容", "有进展", "0.85"},
		{"二要求的文字内容", "没有动", "0"},
		{"三要求的文字内容", "都做了", "1"},
		{"四要求的文字内容", "做了些", "说不准"},
	}...)
	rs, _ := gave(testReader().Read(book))
	rows := rs[0].Rows
	for i, want := range []status.Status{status.InProgress, status.NotStarted, status.Completed, status.NoStatus} {
		if rows[i].Status.Value != want {
			t.Errorf("row %d: %q, want %q", i, rows[i].Status.Value, want)
		}
	}
	if rows[0].Percent.Value != 85 || len(rows[3].Findings) != 1 || rows[3].Findings[0].Code != finding.PercentUnreadable {
		t.Errorf("percent %v, findings %v", rows[0].Percent, rows[3].Findings)
	}
}
