package merge

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// TestWhatCouldBeTheDepartmentsIsNotMissing: nobody is told that it sent nothing while a file lies there that holds
// text and could be its own, and everybody else still is.
func TestWhatCouldBeTheDepartmentsIsNotMissing(t *testing.T) {
	unread := func(file, sheet string, texts ...string) []ledger.Input {
		return []ledger.Input{{File: file, State: ledger.FileRead, Sheets: []returns.SheetAccount{
			{Sheet: sheet, State: table.IsUnread, Unread: texts, Cells: table.Cells{Read: len(texts), Unread: len(texts)}}}}}
	}
	row := ledgertest.Row("某件事", status.InProgress, "借还两千册")
	held := func(file, department string, code finding.Code, edit func(*returns.Return)) []returns.Return {
		ret := ledgertest.Ret(file, department, ledgertest.Q2, row)
		ret.Held = code
		edit(&ret)
		return []returns.Return{ret}
	}
	for _, c := range []struct {
		name    string
		inputs  []ledger.Input
		rs      []returns.Return
		missing []string // quarters of 图书馆 that are called missing
	}{
		{"nothing came", nil, nil, []string{"2021Q1", "2021Q2"}},
		{"a cell of a sheet that nobody understood", unread("第二季度/牵头事项.xlsx", "事项二", "谁做", "如何", "图书馆", "借还两千册"), nil, []string{"2021Q1"}},
		{"the title of such a sheet, of half a year", unread("汇集/甲.xlsx", "表一", "图书馆2021年上半年报账", "借还两千册"), nil, nil},
		{"the file's name, its folder a quarter", unread("第一季度/图书馆（手填）.docx", "表1", "借还两千册", "收新书八十本"), nil, []string{"2021Q2"}},
		{"who signs it, of no quarter", unread("汇集/乙.txt", "表1", "借还两千册", "收新书八十本", "图书馆"), nil, nil},
		{"it goes to the department and is not its own", unread("汇集/丙.txt", "表1", "图书馆：", "请来人领表"), nil, []string{"2021Q1", "2021Q2"}},
		{"a note of who rang up", unread("第二季度/值班本.txt", "表1", "值班记录", "甲", "乙", "6月20日下午，图书馆老陈打来电话：借还两千册", "丙", "丁", "完"), nil, []string{"2021Q1"}},
		{"of another year", unread("图书馆2019年第二季度.xlsx", "表1", "借还两千册"), nil, []string{"2021Q1", "2021Q2"}},
		{"it only stands in a long sentence", unread("第二季度/丁.docx", "表1", "办公室牵头，会同财务股、图书馆等单位前往三个乡镇开展调研，梳理出问题二十一个，提出对策十五条，形成报告一份报县里", "甲", "乙", "丙"), nil, []string{"2021Q1", "2021Q2"}},
		{"a return of nobody, its file named after it", nil, held("第二季度/图书馆.xlsx", "", finding.DepartmentConflict, func(*returns.Return) {}), []string{"2021Q1"}},
		{"a row of nobody that names it among others", nil, held("第二季度/汇集.xlsx", "", finding.DepartmentUnknown, func(r *returns.Return) { r.Rows[0].Departments.Value = "图书馆、信息股" }), []string{"2021Q1"}},
		{"a return of nobody whose writer names himself", nil, held("第二季度/转发.txt", "", finding.DepartmentUnknown, func(r *returns.Return) {
			r.Rows[0].Progress.Value = "另：图书馆还办了读书会，来了很多人，清单上没有，供参考，是否列入明年的清单请局里定"
		}), []string{"2021Q1"}},
		{"its own return of no quarter", nil, held("汇集/图书馆.xlsx", "图书馆", finding.QuarterUnknown, func(r *returns.Return) { r.Quarter.Value.N, r.Quarter.Value.Year = 0, 0 }), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := Merge(ledgertest.SmallPlan(), c.rs, nil, Options{AsOf: ledgertest.Q2, Inputs: c.inputs})
			var got, others []string
			for _, f := range l.Findings {
				switch {
				case f.Code == finding.ReturnMissing && f.Department == "图书馆":
					got = append(got, f.Quarter)
				case f.Code == finding.ReturnMissing && f.Department == "执法股":
					others = append(others, f.Quarter)
				}
			}
			if len(got) != len(c.missing) {
				t.Errorf("missing %v, want %v", got, c.missing)
			}
			for i := range got {
				if i < len(c.missing) && got[i] != c.missing[i] {
					t.Errorf("missing %v, want %v", got, c.missing)
				}
			}
			if len(others) != 2 {
				t.Errorf("another department: %v", others)
			}
		})
	}
}
