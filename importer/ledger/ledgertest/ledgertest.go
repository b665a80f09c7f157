// Package ledgertest is the small year that the tests of the merge and of its steps speak of.
package ledgertest

import (
	"fmt"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// The tests speak of a small year: two tasks, six requirements, three sections and an
// affiliate.
var (
	Q1 = period.Quarter{Year: 2021, N: 1}
	Q2 = period.Quarter{Year: 2021, N: 2}
	Q3 = period.Quarter{Year: 2021, N: 3}
	Q4 = period.Quarter{Year: 2021, N: 4}
)

// Text is a cell of the list.
func Text(s string) grid.Read[string] {
	return grid.Read[string]{Value: s, Said: s, At: finding.In("任务清单.xlsx", "任务清单").At(2, 2)}
}

// Party names who answers for a requirement.
func Party(names ...string) []plan.Party {
	var ps []plan.Party
	for _, n := range names {
		ps = append(ps, plan.Party{Name: n})
	}
	return ps
}

// SmallPlan is the list: two tasks, six requirements, three sections and an affiliate.
func SmallPlan() *plan.Plan {
	p := &plan.Plan{Year: 2021, Unit: "示例局", Source: "任务清单.xlsx"}
	for _, n := range []string{"办公室", "财务股", "执法股"} {
		p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: n, Kind: plan.Section})
	}
	p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: "图书馆", Kind: plan.Affiliate})
	add := func(task, text1 string, duty plan.Duty, due period.Due) {
		no := len(p.Requirements) + 1
		if len(p.Tasks) == 0 || p.Tasks[len(p.Tasks)-1].Title.Value != task {
			p.Tasks = append(p.Tasks, plan.Task{No: len(p.Tasks) + 1, Title: Text(task)})
		}
		t := &p.Tasks[len(p.Tasks)-1]
		t.Requirements = append(t.Requirements, no)
		p.Requirements = append(p.Requirements, plan.Requirement{No: no, Number: fmt.Sprint(no), Key: plan.Key(task, text1),
			Task: t.No, Text: Text(text1), Duty: duty, Due: due})
	}
	add("做好规划公开", "主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", plan.Duty{Lead: Party("办公室"), Support: Party("财务股", "图书馆")}, period.Due{})
	add("做好规划公开", "做好“十一五”规划至“十三五”规划等各项规划的归集整理和主动公开工作。", plan.Duty{Lead: Party("办公室")}, period.Due{On: period.Date{Year: 2021, Month: 6, Day: 30}})
	add("做好财政公开", "积极推进部门单位财政预算、决算及相关报表公开。", plan.Duty{Joint: Party("财务股", "图书馆")}, period.Due{})
	add("做好财政公开", "持续深化地方政府债务信息公开，定期公开地方政府债务限额、余额。", plan.Duty{Joint: Party("财务股")}, period.Due{Recurring: "每年至少1次"})
	add("做好财政公开", "加强行政执法信息公开。", plan.Duty{Joint: Party("执法股")}, period.Due{})
	add("做好财政公开", "加强行政执法信息归集。", plan.Duty{Lead: Party("办公室", "执法股")}, period.Due{})
	return p
}

// Ret is a return of one department and quarter; a row is the requirement's text, the
// status and the progress.
func Ret(file, department string, q period.Quarter, rows ...returns.Row) returns.Return {
	r := returns.Return{File: file, Sheet: "Sheet1"}
	r.Department = grid.Read[string]{Value: department, Said: department}
	r.Quarter = grid.Read[period.Quarter]{Value: q, Said: q.String()}
	for i := range rows {
		rows[i].At = finding.In(file, "Sheet1").At(i+4, 0)
		r.Rows = append(r.Rows, rows[i])
	}
	return r
}

// Row is what a department writes of a requirement: its text, its status, the progress.
func Row(requirement string, stands status.Status, progress string) returns.Row {
	var r returns.Row
	at := finding.In("f", "Sheet1").At(4, 3)
	r.Text = grid.Read[string]{Value: requirement, Said: requirement, At: at}
	if stands != "" {
		r.Status = grid.Read[status.Status]{Value: stands, Said: stands.Label(), At: at}
	}
	r.Progress = grid.Words{Value: progress, At: at}
	return r
}

// Numbered is the row with a number before it.
func Numbered(number string, r returns.Row) returns.Row {
	r.Number = grid.Read[string]{Value: number, Said: number, At: finding.Place{}.At(4, 1)}
	return r
}
