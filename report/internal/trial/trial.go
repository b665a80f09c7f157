// Package trial makes the ledger of a made-up year for the tests of workbooks: the list of 2021,
// ten departments, four quarters, and what goes wrong in them.
package trial

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/seeds"
)

var Departments = []plan.Department{
	{Name: "办公室", Kind: plan.Section}, {Name: "人事股", Kind: plan.Section}, {Name: "计划财务股", Kind: plan.Section},
	{Name: "市场执法股", Kind: plan.Section}, {Name: "广电旅游和公共服务股（行政审批服务股）", Kind: plan.Section},
	{Name: "文化艺术股", Kind: plan.Section}, {Name: "文化馆", Kind: plan.Affiliate}, {Name: "图书馆", Kind: plan.Affiliate},
	{Name: "博物馆", Kind: plan.Affiliate}, {Name: "体育中心", Kind: plan.Affiliate},
}

func Words(s, file, sheet string, row, col int) grid.Read[string] {
	return grid.Read[string]{Value: s, Said: s, At: finding.In(file, sheet).At(row, col)}
}

func Told(s, file, sheet string, row, col int) grid.Words {
	return grid.Words{Value: s, At: finding.In(file, sheet).At(row, col)}
}

// List reads the list in its plain shape; the parser has its own tests.
func List(t testing.TB, departments, tasks int) *plan.Plan {
	t.Helper()
	p := &plan.Plan{Year: 2021, Unit: "示例市文化广电旅游体育局", Source: "任务清单.xlsx",
		Roster: plan.Roster{Departments: Departments[:departments]}}
	p.Settings.Phone = "0750-1234567"
	var ok bool
	if p.Settings.Deadline, ok = period.ParseDeadline("次月8日", 2021); !ok {
		t.Fatal("deadline")
	}
	duty := ""
	for i, line := range strings.Split(strings.TrimSpace(string(seeds.List.Data)), "\n")[1:] {
		cells := strings.Split(strings.TrimSuffix(strings.TrimSpace(line), " |"), " | ")
		if len(cells) == 3 {
			if len(p.Tasks) == tasks {
				break
			}
			_, title, _ := strings.Cut(strings.TrimSuffix(cells[0], "。"), "、")
			p.Tasks = append(p.Tasks, plan.Task{No: len(p.Tasks) + 1, Title: Words(title, p.Source, "任务清单", i+3, 1)})
			cells = cells[1:]
		}
		if len(cells) == 2 {
			duty = strings.TrimSuffix(cells[1], "。")
		}
		number, text, _ := strings.Cut(cells[0], ".")
		task := &p.Tasks[len(p.Tasks)-1]
		no := len(p.Requirements) + 1
		task.Requirements = append(task.Requirements, no)
		p.Requirements = append(p.Requirements, plan.Requirement{No: no, Number: number, Task: task.No,
			Key: plan.Key(task.Title.Value, text), Text: Words(text, p.Source, "任务清单", i+3, 2),
			Due: period.FindDue(text, 2021), Duty: answers(duty)})
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

// words of the departments: plain ones, long ones, and some that would like to be formulas.
var Said = []string{
	"已在门户网站专栏公开“十四五”规划纲要及政策解读共12篇，点击量3.2万次。",
	"本季度组织培训2场，参训86人次；修订信息公开指南1份，新增公开目录15条，完成既定目标。\n下一步继续做好动态更新。",
	"=HYPERLINK(\"http://example.invalid\",\"点我\")",
	"+86 专线已开通，按要求公开。",
	"-持续推进各项工作，均按序时进度完成",
	"@各股室 请按要求报送\x07\x0b（含控制字符）",
	"按照《江门市政府系统政策解读工作细则（试行）》要求，健全解读机制，" + "做到解读方案、解读材料与政策文件同步组织、同步审签、同步部署；" +
		"全年发布解读材料24件，其中图解10件、视频4件、负责人访谈10件，详见 https://www.example.gov.cn/zwgk/jiedu/2021/index.html?from=list&page=3 。",
}

// Whole is the whole of it.
func Whole(t testing.TB) *ledger.Ledger { return Part(t, len(Departments), 15, 4) }

// Part is the year with the first departments, tasks and quarters only.
func Part(t testing.TB, departments, tasks, quarters int) *ledger.Ledger {
	t.Helper()
	return Ruled(t, departments, tasks, quarters, nil)
}

// Ruled is the same with what the office decided.
func Ruled(t testing.TB, departments, tasks, quarters int, rulings []ruling.Ruling) *ledger.Ledger {
	t.Helper()
	p := List(t, departments, tasks)
	last := period.Quarter{Year: 2021, N: quarters}
	var rs []returns.Return
	for n := 1; n <= quarters; n++ {
		for d, dept := range p.Roster.Departments {
			if n == quarters && (d == 3 || d == 8) || n == 2 && d == 9 {
				continue // not sent
			}
			rs = append(rs, Sent(p, dept.Name, d, period.Quarter{Year: 2021, N: n}))
		}
	}
	var inputs []ledger.Input
	for i, r := range rs {
		in := ledger.Input{File: r.File, Sum: r.Sum, Format: "xlsx", State: ledger.FileRead,
			Sheets: []returns.SheetAccount{{Sheet: r.Sheet, State: table.IsTable, Cells: table.Cells{Read: 30 + i, Used: 12 + i, Heading: 8, Info: 5, Furniture: 3, Other: 2}}}}
		if i == 1 {
			in.Sheets = append(in.Sheets, returns.SheetAccount{Sheet: "随手记", State: table.IsUnread, Reason: "看不出是什么表", Cells: table.Cells{Read: 4, Unread: 4}})
		}
		inputs = append(inputs, in)
	}
	inputs = append(inputs, ledger.Input{File: last.Short() + "/市场执法股.wps", State: ledger.FileFailed, Reason: "这种文件读不了。", Department: "市场执法股", Quarter: last})
	inputs = append(inputs, ledger.Input{File: "第二季度/扫描件 100%#1.pdf", Sum: strings.Repeat("0f", 32), Format: "pdf", State: ledger.FileAttachment})
	found := []finding.Finding{
		finding.New(finding.PasswordProtected, finding.In("第四季度/加密.xlsx", ""), "", ""),
		finding.New(finding.Attachment, finding.In("第二季度/扫描件 100%#1.pdf", ""), "", ""),
	}
	for i := range 18 {
		found = append(found, finding.New(finding.ListInherited, finding.In(p.Source, "任务清单").At(4+i, 3), "责任部门", "办公室、各股室、属下单位"))
	}
	return ledger.Merge(p, rs, found, ledger.Options{AsOf: last, Inputs: inputs, Rulings: rulings})
}

// Sent is what a department sends for a quarter: its own requirements, one row each, and
// a few rows that don't answer.
func Sent(p *plan.Plan, dept string, d int, q period.Quarter) returns.Return {
	file := fmt.Sprintf("%s/%s（%d）.xlsx", q.Short(), dept, q.N)
	r := returns.Return{File: file, Sheet: "Sheet1 'A'", Sum: fmt.Sprintf("%064x", d*10+q.N), Evidence: true,
		Department: Words(dept, file, "Sheet1 'A'", 2, 1)}
	r.Quarter = grid.Read[period.Quarter]{Value: q, Said: q.Short()}
	on := p.Settings.Deadline.For(q)
	if d == 5 {
		on.Day += q.N - 1 // later every quarter
	}
	if d != 1 || q.N != 1 {
		r.StatedOn = grid.Read[period.Date]{Value: on, Said: on.Label()}
	}
	row := 5
	for i := range p.Requirements {
		req := &p.Requirements[i]
		if !contains(p.Assigned(req, q).All(), dept) || (i+d+q.N)%11 == 0 {
			continue
		}
		r.Rows = append(r.Rows, Answer(file, row, req, i, d, q))
		row++
	}
	r.Rows = append(r.Rows,
		returns.Row{At: finding.In(file, r.Sheet).At(row, 0), Ignored: returns.Total, Text: Words("合计", file, r.Sheet, row, 2)},
		returns.Row{At: finding.In(file, r.Sheet).At(row+1, 0), Text: Words("做好与清单毫不相干的另一件事情", file, r.Sheet, row+1, 2),
			Progress: Told("已办理", file, r.Sheet, row+1, 4), Status: Status(status.Completed, "已完成", file, r.Sheet, row+1)})
	return r
}

func contains(list []string, name string) bool {
	for _, s := range list {
		if s == name {
			return true
		}
	}
	return false
}

func Status(s status.Status, word, file, sheet string, row int) grid.Read[status.Status] {
	return grid.Read[status.Status]{Value: s, Said: word, At: finding.In(file, sheet).At(row, 3)}
}

func Answer(file string, row int, req *plan.Requirement, i, d int, q period.Quarter) returns.Row {
	const sheet = "Sheet1 'A'"
	words := []struct {
		s    status.Status
		word string
	}{{status.InProgress, "按序时推进"}, {status.InProgress, "推进中"}, {status.Ongoing, "常态化开展"}, {status.Behind, "滞后"},
		{status.NotStarted, "未启动"}, {status.NotApplicable, "不涉及"}, {status.NoStatus, "看情况"}, {status.Completed, "已完成"}}
	w := words[(i*3+d)%len(words)]
	if (i+d)%3 < q.N-1 {
		w = words[7]
	}
	text := Said[(i+2*d+q.N)%len(Said)]
	if i == 15 && q.N == 3 {
		text = fmt.Sprintf("%s：%s", file, strings.Repeat("密切关注涉及疫情防控、安全生产等方面的舆情并及时作出回应，", 14))
	}
	if i == 23 && q.N == 4 {
		text = strings.Repeat("主动公开基层政务公开标准目录，统一在政府信息公开平台对外发布。", 60)
	}
	if i == 4 && d == 2 && q.N == 3 {
		text = strings.Repeat("预算、决算及相关报表公开情况。", 2300)
	}
	r := returns.Row{At: finding.In(file, sheet).At(row, 0),
		Number: Words(req.Number, file, sheet, row, 1), Text: Words(req.Text.Value, file, sheet, row, 2),
		Status: Status(w.s, w.word, file, sheet, row), Progress: Told(text, file, sheet, row, 4)}
	if i%4 == 0 {
		r.Evidence = []grid.Read[string]{Words(fmt.Sprintf("https://www.example.gov.cn/zwgk/2021/%d.html?a=1&b=二", i), file, sheet, row, 6)}
		r.Percent = grid.Read[float64]{Value: float64(60 + i), Said: "x"}
	}
	if w.s == status.Completed {
		on := q.Last()
		r.CompletedOn = grid.Read[period.Date]{Value: on, Said: on.Label()}
	}
	if i%5 == 1 {
		r.Other = []returns.Other{{Heading: "领导\n批示", Text: "已阅，请抓紧。", At: finding.In(file, sheet).At(row, 9)}, {Text: "2021-" + q.Short(), At: finding.In(file, sheet).At(row, 10)}}
	}
	if w.s == status.Behind {
		r.Problems, r.NextSteps = Told("人手不足，公开目录需逐条核对。", file, sheet, row, 7), Told("十二月底前完成。", file, sheet, row, 8)
	}
	return r
}

// Wide is the year of a bureau with so many departments.
func Wide(t testing.TB, departments int) *ledger.Ledger {
	t.Helper()
	p := List(t, len(Departments), 15)
	for i := len(Departments); i < departments; i++ {
		p.Roster.Departments = append(p.Roster.Departments[:i:i], plan.Department{Name: fmt.Sprintf("第%d文化站", i), Kind: plan.Affiliate})
	}
	var rs []returns.Return
	var inputs []ledger.Input
	for n := 1; n <= 4; n++ {
		for d, dept := range p.Roster.Departments {
			r := Sent(p, dept.Name, d, period.Quarter{Year: 2021, N: n})
			rs = append(rs, r)
			inputs = append(inputs, ledger.Input{File: r.File, Sum: r.Sum, Format: "xlsx", State: ledger.FileRead})
		}
	}
	return ledger.Merge(p, rs, nil, ledger.Options{AsOf: period.Quarter{Year: 2021, N: 4}, Inputs: inputs})
}
