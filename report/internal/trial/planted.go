package trial

import (
	"fmt"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// Planted must not go out, each with the part of it that would betray it.
var Planted = []struct{ Text, Trace string }{
	{"联系电话13800138000", "13800138000"},
	{"身份证号440781199001011234", "440781199001011234"},
	{"【内部资料】", "内部资料"},
	{"联系人：欧阳锋", "欧阳锋"},
	{"邮箱zhangsan@qq.com", "zhangsan"},
	{"某某事件", "某某事件"},
	{"机密★一年", "机密"},
	{"6222021234567890128", "6222021234567890128"},
}

// PlantedYear merges a year in which one thing that must not go out stands in every field:
// in the list, in the roster, in the settings, in every column of a return.
func PlantedYear(bad string) *ledger.Ledger {
	at := func(col int) finding.Place { return finding.In(bad+".xlsx", bad).At(7, col) }
	read := func(s string, col int) grid.Read[string] { return grid.Read[string]{Value: s, Said: s, At: at(col)} }
	words := func(s string, col int) grid.Words { return grid.Words{Value: s, At: at(col)} }
	q := period.Quarter{Year: 2021, N: 1}
	p := &plan.Plan{Year: 2021, Unit: "示例局。" + bad + "。", Source: bad,
		Tasks: []plan.Task{{No: 1, Group: "总体。" + bad + "。", Title: read("做好公开。"+bad+"。", 1), Requirements: []int{1, 2}}}}
	p.Settings.Phone = "0750-5512345"
	p.Sensitive = []string{"某某事件"}
	p.Roster.Departments = []plan.Department{
		{Name: "办公室", Kind: plan.Section, Aliases: []string{"局办", bad}, At: at(1)},
		{Name: "督查室。" + bad, Kind: plan.Section, At: at(1)},
	}
	for no := 1; no <= 2; no++ {
		req := plan.Requirement{No: no, Number: fmt.Sprint(no), Key: fmt.Sprint("key", no), Task: 1, Text: read(fmt.Sprintf("公开第%d项规划。%s。", no, bad), 2)}
		req.Duty.Lead = []plan.Party{{Name: p.Roster.Departments[no-1].Name}}
		req.Due.Recurring = "每年一次。" + bad
		req.Active.Note = bad
		p.Requirements = append(p.Requirements, req)
	}
	var sent []returns.Return
	for _, d := range p.Roster.Departments {
		r := returns.Return{File: bad + d.Name + ".xlsx", Sheet: bad, Department: grid.Read[string]{Value: d.Name, Said: d.Name},
			Quarter: grid.Read[period.Quarter]{Value: q, Said: q.String()}}
		for _, req := range p.Requirements {
			r.Rows = append(r.Rows, returns.Row{At: at(0), Key: grid.Read[string]{Value: req.Key, Said: req.Key}, Text: req.Text,
				Status:   grid.Read[status.Status]{Value: status.Behind, Said: "滞后" + bad, At: at(3)},
				Progress: words("已接听12345热线和0750-5512345来电。"+bad+"。已公开规划3份。", 4),
				Other:    []returns.Other{{Heading: "亮点甲" + bad, Text: "亮点乙。" + bad, At: at(8)}},
				Problems: words("人手不足。"+bad, 5), NextSteps: words("加快推进。"+bad+"。", 6),
				Evidence: []grid.Read[string]{read("http://www.example.gov.cn/"+bad, 7)}})
		}
		sent = append(sent, r)
	}
	return merge.Merge(p, sent, nil, merge.Options{AsOf: q})
}
