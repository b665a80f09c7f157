package trial

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// Said are words of the departments: plain ones, long ones, and some that would like to be formulas.
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

// Status is a status and the word it was read from, in the third column.
func Status(s status.Status, word, file, sheet string, row int) grid.Read[status.Status] {
	return grid.Read[status.Status]{Value: s, Said: word, At: finding.In(file, sheet).At(row, 3)}
}

// Answer is what department d, counting from 0, says in a quarter of requirement i.
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
