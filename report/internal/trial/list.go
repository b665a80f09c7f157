package trial

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/seeds"
)

// Departments are those of the roster.
var Departments = []plan.Department{
	{Name: "办公室", Kind: plan.Section}, {Name: "人事股", Kind: plan.Section}, {Name: "计划财务股", Kind: plan.Section},
	{Name: "市场执法股", Kind: plan.Section}, {Name: "广电旅游和公共服务股（行政审批服务股）", Kind: plan.Section},
	{Name: "文化艺术股", Kind: plan.Section}, {Name: "文化馆", Kind: plan.Affiliate}, {Name: "图书馆", Kind: plan.Affiliate},
	{Name: "博物馆", Kind: plan.Affiliate}, {Name: "体育中心", Kind: plan.Affiliate},
}

// Words is a text as it was read from a cell; rows and columns count from 1.
func Words(s, file, sheet string, row, col int) grid.Read[string] {
	return grid.Read[string]{Value: s, Said: s, At: finding.In(file, sheet).At(row, col)}
}

// Told is the same of a text that is its own words.
func Told(s, file, sheet string, row, col int) grid.Words {
	return grid.Words{Value: s, At: finding.In(file, sheet).At(row, col)}
}

// List makes a plan of the list's first tasks with the first departments; the parser of lists has its own tests.
func List(t testing.TB, departments, tasks int) *plan.Plan {
	t.Helper()
	p := &plan.Plan{Year: 2021, Unit: "示例市文化广电旅游体育局", Source: "任务清单.xlsx",
		Roster: plan.Roster{Departments: Departments[:departments]}}
	p.Settings.Phone = "0750-1234567"
	var ok bool
	if p.Settings.Deadline, ok = period.ParseDeadline("次月8日", 2021); !ok {
		t.Fatal("deadline")
	}
	for i, l := range seeded() {
		if len(p.Tasks) == 0 || l.Task != p.Tasks[len(p.Tasks)-1].Title.Value {
			if len(p.Tasks) == tasks {
				break
			}
			p.Tasks = append(p.Tasks, plan.Task{No: len(p.Tasks) + 1, Title: Words(l.Task, p.Source, "任务清单", i+3, 1)})
		}
		task := &p.Tasks[len(p.Tasks)-1]
		no := len(p.Requirements) + 1
		task.Requirements = append(task.Requirements, no)
		p.Requirements = append(p.Requirements, plan.Requirement{No: no, Number: l.number, Task: task.No,
			Key: plan.Key(task.Title.Value, l.Text), Text: Words(l.Text, p.Source, "任务清单", i+3, 2),
			Due: period.FindDue(l.Text, 2021), Duty: answers(l.Duty)})
	}
	if len(p.Tasks) > 4 { // a long title over a single line
		p.Tasks[4].Title.Value = strings.Repeat(p.Tasks[4].Title.Value+"，", 12)
	}
	p.Requirements[3].Active = plan.Active{Until: period.Quarter{Year: 2021, N: 3}, Note: "机构改革，第三季度起划出"}
	return p
}

func answers(duty string) plan.Duty {
	var d plan.Duty
	for part := range strings.SplitSeq(duty, ",") {
		list := &d.Joint
		if lead, ok := strings.CutSuffix(part, "牵头"); ok {
			part, list = lead, &d.Lead
		} else if support, ok := strings.CutSuffix(part, "配合"); ok {
			part, list = support, &d.Support
		}
		for _, name := range strings.FieldsFunc(part, func(r rune) bool { return r == '、' || r == '及' }) {
			name = strings.NewReplacer("(", "（", ")", "）").Replace(name)
			party := plan.Party{Name: name}
			switch c := plan.Collective(name); c {
			case plan.AllSections, plan.OtherSections, plan.Affiliates:
				party.Collective = c
			}
			*list = append(*list, party)
		}
	}
	return d
}

// Line is one requirement of a list.
type Line struct {
	Task, Text, Duty string
	number           string // what the list prints
}

// seeded reads the embedded list of 2021 as it is written.
func seeded() []Line {
	var list []Line
	var last Line
	for line := range strings.Lines(strings.TrimSpace(string(seeds.List.Data))) {
		cells := strings.Split(strings.TrimSuffix(strings.TrimSpace(line), " |"), " | ")
		if cells[0] == "工作任务" {
			continue
		}
		if len(cells) == 3 {
			_, last.Task, _ = strings.Cut(strings.TrimSuffix(cells[0], "。"), "、")
			cells = cells[1:]
		}
		if len(cells) == 2 {
			last.Duty = strings.TrimSuffix(cells[1], "。")
		}
		last.number, last.Text, _ = strings.Cut(cells[0], ".")
		list = append(list, last)
	}
	return list
}

// Seed is the embedded list of 2021 in full-width marks, as a document prints it.
func Seed() []Line {
	full := strings.NewReplacer(",", "，", "(", "（", ")", "）", ":", "：", ";", "；")
	list := seeded()
	for i := range list {
		l := &list[i]
		l.Task, l.Text, l.Duty = full.Replace(l.Task), full.Replace(l.Text), full.Replace(l.Duty)
	}
	return list
}
