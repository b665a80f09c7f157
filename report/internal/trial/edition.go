package trial

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// Lines makes a list of n requirements, three to a task.
func Lines(n int) []Line {
	var list []Line
	for i := range n {
		list = append(list, Line{
			Task: fmt.Sprintf("第%d类政府信息主动公开", i/3+1),
			Text: fmt.Sprintf("按照有关规定做好第%d项信息的归集整理和主动公开工作。", i+1),
			Duty: "办公室牵头，其他股室配合",
		})
	}
	return list
}

var pattern = []status.Status{
	status.Completed, status.Completed, status.InProgress, status.Completed, status.Ongoing, status.Completed, status.Behind,
	status.Completed, status.NotReported, status.Completed, status.NotStarted, status.Completed, status.NotApplicable,
}

// Year makes a public edition of the list with so many departments. Standings repeat a pattern
// that has each of them; with calm, all are completed.
func Year(list []Line, departments int, calm bool) publish.Edition {
	asOf := period.Quarter{Year: 2021, N: 4}
	e := publish.Edition{Name: "政务公开工作要点", Year: 2021, Unit: "台山市文化广电旅游体育局", AsOf: asOf, CutOff: asOf.Last(), Elapsed: 100, Phone: "0750-12345678", Returns: true}
	for i, l := range list {
		no := i + 1
		if i == 0 || l.Task != list[i-1].Task {
			e.Tasks = append(e.Tasks, publish.Task{No: len(e.Tasks) + 1, Title: l.Task})
		}
		task := &e.Tasks[len(e.Tasks)-1]
		task.Requirements = append(task.Requirements, no)
		stands := pattern[i%len(pattern)]
		if calm {
			stands = status.Completed
		}
		e.Requirements = append(e.Requirements, requirement(no, task.No, l, stands))
	}
	for i := range e.Tasks {
		var of []publish.Requirement
		for _, no := range e.Tasks[i].Requirements {
			of = append(of, e.Requirements[no-1])
		}
		e.Tasks[i].Tally = tally(of, 4)
	}
	for _, q := range asOf.Until() {
		e.Quarters = append(e.Quarters, ledger.QuarterTally{Quarter: q, Tally: tally(e.Requirements, q.N), Returns: receipts(departments)})
	}
	for i := range e.Tasks {
		t := &e.Tasks[i]
		for _, q := range asOf.Until() {
			var of []publish.Requirement
			for _, no := range t.Requirements {
				of = append(of, e.Requirements[no-1])
			}
			sum := tally(of, q.N)
			t.Quarters = append(t.Quarters, publish.Progress{Quarter: q, Active: sum.Of, Of: sum.RateOf, Done: sum.Counts[status.Completed]})
		}
	}
	for i := range departments {
		name := fmt.Sprintf("第%d业务股", i+1)
		if named := []string{"办公室", "计划财务股", "市场执法股", "广电旅游和公共服务股（行政审批服务股）", "文化艺术股", "体育股", "图书馆", "博物馆"}; i < len(named) {
			name = named[i]
		}
		sum := tally(e.Requirements, 4)
		e.Departments = append(e.Departments, publish.Department{
			Name: name, Kind: plan.Section, Tally: sum, Leads: sum.Of / 2, Joins: sum.Of - sum.Of/2,
			Returns:  ledger.Receipts{Expected: 4, Reported: 3, OnTime: 2, Late: 1, Missing: 1},
			Coverage: []ledger.CoverageState{ledger.OnTime, ledger.Late, ledger.Missing, ledger.OnTime},
		})
	}
	return e
}

func receipts(departments int) ledger.Receipts {
	late := departments / 3
	return ledger.Receipts{Expected: departments, Reported: departments, OnTime: departments - late, Late: late}
}

func requirement(no, task int, l Line, stands status.Status) publish.Requirement {
	r := publish.Requirement{
		No: no, Number: fmt.Sprint(no), Task: task, Text: l.Text, Duty: l.Duty, Active: true, Status: stands, Label: stands.Label(),
		Deciders: 1, Heard: 1, Done: done(no, stands), Overdue: stands == status.Behind,
	}
	for duty := range strings.SplitSeq(l.Duty, "，") {
		switch names, leads := strings.CutSuffix(duty, "牵头"); {
		case leads:
			r.Lead = strings.Split(names, "、")
		case strings.HasSuffix(duty, "配合"):
			r.Support = strings.Split(strings.TrimSuffix(duty, "配合"), "、")
		default:
			r.Joint = strings.Split(duty, "、")
		}
	}
	for n := 1; n <= 4; n++ {
		at := stands
		if stands == status.Completed && n < no%4+1 {
			at = status.InProgress
		}
		r.History = append(r.History, at)
	}
	if stands != status.NotReported && stands != status.NotApplicable {
		if r.Weight = no % 5; r.Weight > 0 {
			r.Gist = r.Done
		}
	}
	switch stands {
	case status.NotReported, status.NotApplicable:
		r.Neutral = true
	case status.Behind:
		r.Due = period.Date{Year: 2021, Month: 11, Day: 20}
		r.Lack = "另有3项尚未公开。"
		r.Next = "倒排工期，明确专人负责，力争2022年第一季度完成。"
	case status.Ongoing:
		r.Recurring = "每年至少更新一次"
	}
	return r
}

func done(no int, stands status.Status) string {
	switch stands {
	case status.NotReported:
		return "暂无进展信息。"
	case status.NotApplicable:
		return "本年度不涉及此项工作。"
	case status.NotStarted:
		return "尚未启动，待上级文件印发后开展。"
	}
	texts := []string{
		"在局政府信息公开专栏发布“十四五”文化和旅游发展规划1份、政策解读3篇，详见http://www.cnts.gov.cn/tswgltj/gkmlpt/content/2/2456/post_2456789.html#2345。",
		"全年共发布政务信息1286条，其中主动公开356条，办结“12345”热线工单88件，办结率100%。",
		"已印发《台山市文化广电旅游体育局政府信息公开指南（2021年修订）》（台文广旅体〔2021〕60号），明确对外告知政府信息公开渠道。",
		"8个责任部门中，5个已完成，3个正在推进。办公室：组织开展政务公开业务培训2期，培训86人次。图书馆：及时更新数字资源目录，全年更新12次。",
		"完成。",
	}
	return texts[no%len(texts)]
}

// tally counts requirements as they stood in a quarter.
func tally(of []publish.Requirement, quarter int) ledger.Tally {
	counts, overdue := map[status.Status]int{}, 0
	for _, r := range of {
		counts[r.History[quarter-1]]++
		if r.Overdue && quarter == 4 {
			overdue++
		}
	}
	return ledger.TallyOf(counts, overdue)
}
