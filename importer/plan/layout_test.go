package plan

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// layout is a list as some office issues it, and what is to be read in it.
type layout struct {
	name   string
	rows   [][]string
	merges [][4]int
	want   string // brief
	found  string // codes with their cells, list-inherited left out
}

// brief writes a plan in short: a line a requirement, number, task (group), text, duty, due.
func brief(p *Plan) string {
	var lines []string
	for _, r := range p.Requirements {
		task := p.Tasks[r.Task-1]
		s := fmt.Sprintf("%s|%s|%s|%s", r.Number, task.Title.Value, r.Text.Value, dutyText(r.Duty))
		if task.Group != "" {
			s = fmt.Sprintf("%s|%s<%s|%s|%s", r.Number, task.Title.Value, task.Group, r.Text.Value, dutyText(r.Duty))
		}
		if due := dueText(r.Due); due != "" {
			s += "|" + due
		}
		if len(r.Inherited) > 0 {
			s += "|沿用" + strings.Join(r.Inherited, "、")
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func codes(found []finding.Finding) string {
	var parts []string
	for _, f := range found {
		if f.Code != finding.ListInherited && f.Code != finding.SettingMissing {
			parts = append(parts, string(f.Code)+" "+f.Place.Cell())
		}
	}
	return strings.Join(parts, ", ")
}

func lines(s ...string) string { return strings.Join(s, "\n") }

var layouts = []layout{
	{
		name: "1 merged cells",
		rows: [][]string{
			{"附件2"},
			{"2021年政务公开工作要点任务分解表"},
			{"工作任务", "具体要求", "责任部门"},
			{"一、做好规划公开。", "1.主动公开规划。", "办公室牵头,各股室配合"},
			{"", "2.归集历史规划。", ""},
			{"二、做好财政公开。", "3.公开预算、决算。", "计划财务股、属下单位"},
			{"注：本表由办公室负责解释。"},
		},
		merges: [][4]int{{2, 1, 2, 3}, {4, 1, 5, 1}, {4, 3, 5, 3}, {7, 1, 7, 3}},
		want: lines(
			"1|做好规划公开|主动公开规划。|牵头 办公室 | 配合 各股室*",
			"2|做好规划公开|归集历史规划。|牵头 办公室 | 配合 各股室*|沿用工作任务、责任部门",
			"3|做好财政公开|公开预算、决算。|共同 计划财务股、属下单位*"),
	},
	{
		name: "1 blank, not merged",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门"},
			{"一、做好规划公开", "1.主动公开规划。", "办公室"},
			{"", "2.归集历史规划。", ""},
			{"二、做好财政公开", "3.公开预算。", ""},
		},
		want: lines(
			"1|做好规划公开|主动公开规划。|共同 办公室",
			"2|做好规划公开|归集历史规划。|共同 办公室|沿用工作任务、责任部门",
			"3|做好财政公开|公开预算。|"), // another task: nothing says that it is the office's too
		found: "list-no-department B4",
	},
	{
		name: "1 pasted, cells dropped",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门"},
			{"一、做好规划公开。", "1.主动公开规划。", "办公室牵头,其他股室及属下单位配合。"},
			{"2.归集历史规划。"},
			{"3.及时公开意见。", "市场执法股"},
			{"二、做好财政公开。", "4.公开预算。"},
		},
		want: lines(
			"1|做好规划公开|主动公开规划。|牵头 办公室 | 配合 其他股室*、属下单位*",
			"2|做好规划公开|归集历史规划。|牵头 办公室 | 配合 其他股室*、属下单位*|沿用工作任务、责任部门",
			"3|做好规划公开|及时公开意见。|共同 市场执法股|沿用工作任务",
			"4|做好财政公开|公开预算。|共同 市场执法股|沿用责任部门"),
	},
	{
		name: "2 pasted, padded at the end",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门"},
			{"一、做好规划公开", "1.主动公开规划。", "办公室牵头,各科室配合"},
			{"2.归集历史规划。", "各科室", ""},
			{"3.及时公开意见。", "", ""},
		},
		want: lines(
			"1|做好规划公开|主动公开规划。|牵头 办公室 | 配合 各科室*",
			"2|做好规划公开|归集历史规划。|共同 各科室*|沿用工作任务",
			"3|做好规划公开|及时公开意见。|共同 各科室*|沿用工作任务、责任部门"),
	},
	{
		name: "3 line break in the heading, blocks of duties",
		rows: [][]string{
			{"工作任务", "具体要求\n", "责任单位"},
			{"一、稳定经济运行", "1.公开惠企政策。", "市财政局牵头,市民政局、市农业农村局等有关部门落实;各镇(街)参照落实"},
		},
		want:  "1|稳定经济运行|公开惠企政策。|牵头 市财政局 | 配合 市民政局、市农业农村局、各镇(街)",
		found: "list-unknown-department C2, list-unknown-department C2, list-unknown-department C2, list-unknown-department C2",
	},
	{
		name: "4 names of columns swapped, headings repeated after a page break",
		rows: [][]string{
			{"工作要求", "工作任务", "具体要求", "责任单位"},
			{"一、以公开促发展", "（一）助力规范", "1.公开法规。", "办公室"},
			{"", "", "2.公开规章。", "计划财务股"},
			{"工作要求", "工作任务", "具体要求", "责任单位"},
			{"一、以公开促发展", "（一）助力规范", "3.公开文件。", "办公室"},
			{"", "（二）助力稳定", "4.公开预算。", "计划财务股"},
			{"二、强化公开", "（三）加强管理", "5.加强审查。", "办公室"},
		},
		merges: [][4]int{{2, 1, 3, 1}, {2, 2, 3, 2}, {5, 1, 6, 1}},
		want: lines(
			"1|助力规范<以公开促发展|公开法规。|共同 办公室",
			"2|助力规范<以公开促发展|公开规章。|共同 计划财务股|沿用工作要求、工作任务",
			"3|助力规范<以公开促发展|公开文件。|共同 办公室",
			"4|助力稳定<以公开促发展|公开预算。|共同 计划财务股|沿用工作要求",
			"5|加强管理<强化公开|加强审查。|共同 办公室"),
	},
	{
		name: "5 requirements numbered （一）, padded",
		rows: [][]string{
			{"工作任务", "具体要求", "责任单位"},
			{"一、推进决策公开", "（一）公开决策。", "办公室"},
			{"（二）公开会议。", "", ""},
			{"二、推进执行公开", "（三）公开执行。", "各镇(街),市直各单位"},
			{"（四）公开督查。", "办公室", ""},
		},
		want: lines(
			"1|推进决策公开|公开决策。|共同 办公室",
			"2|推进决策公开|公开会议。|共同 办公室|沿用工作任务、责任单位",
			"3|推进执行公开|公开执行。|共同 各镇(街)、市直各单位",
			"4|推进执行公开|公开督查。|共同 办公室|沿用工作任务"),
		found: "list-unknown-department C4, list-unknown-department C4",
	},
	{
		name: "6 number in a column of its own under the requirement",
		rows: [][]string{
			{"工作任务", "具体要求", "", "责任科室", "时限要求"},
			{"推进决策公开", "1", "公开决策。", "办公室", "年底前"},
			{"", "2", "公开会议。", "计划财务科", "持续推进"},
			{"推进执行公开", "3", "公开执行。", "办公室", "6月底前完成"},
		},
		merges: [][4]int{{1, 2, 1, 3}, {2, 1, 3, 1}},
		want: lines(
			"1|推进决策公开|公开决策。|共同 办公室|2021-12-31",
			"2|推进决策公开|公开会议。|共同 计划财务股|沿用工作任务",
			"3|推进执行公开|公开执行。|共同 办公室|2021-06-30"),
	},
	{
		name: "6 the same, pasted: the rows hold one cell more than the heading",
		rows: [][]string{
			{"工作任务", "具体要求", "责任科室", "时限要求"},
			{"推进决策公开", "1", "公开决策。", "办公室", "年底前"},
			{"2", "公开会议。", "计划财务科", "持续推进"},
			{"推进执行公开", "3", "公开执行。", "办公室", "6月底前完成"},
		},
		want: lines(
			"1|推进决策公开|公开决策。|共同 办公室|2021-12-31",
			"2|推进决策公开|公开会议。|共同 计划财务股|沿用工作任务",
			"3|推进执行公开|公开执行。|共同 办公室|2021-06-30"),
	},
	{
		name: "7 lead and supporting columns, groups across the table",
		rows: [][]string{
			{"工作任务", "工作要求", "牵头单位", "责任单位"},
			{"一、聚焦高质量", "", "", ""},
			{"（一）公开规划", "1.公开规划纲要。", "办公室", "各股室"},
			{"", "2.归集历史规划。", "办公室", ""},
			{"二、聚焦民生", "", "", ""},
			{"（二）公开财政", "3.公开预算。", "计划财务股", "文化馆、图书馆"},
		},
		merges: [][4]int{{2, 1, 2, 4}, {3, 1, 4, 1}, {5, 1, 5, 4}},
		want: lines(
			"1|公开规划<聚焦高质量|公开规划纲要。|牵头 办公室 | 配合 各股室*",
			"2|公开规划<聚焦高质量|归集历史规划。|牵头 办公室|沿用工作任务",
			"3|公开财政<聚焦民生|公开预算。|牵头 计划财务股 | 配合 文化馆、市图书馆"),
	},
	{
		name: "8 two task columns under one heading, number and text",
		rows: [][]string{
			{"任务", "", "序号", "具体要求", "责任单位", "时限要求"},
			{"一、强化公开", "（一）公开规划", "1", "公开规划纲要。", "办公室牵头,计划财务股等政府各有关部门配合", "2021年底前"},
			{"", "", "2", "归集历史规划。", "办公室负责落实", "全年"},
			{"", "（二）公开财政", "3", "公开预算。", "计划财务股", "尽快"},
		},
		merges: [][4]int{{1, 1, 1, 2}, {2, 1, 4, 1}, {2, 2, 3, 2}},
		want: lines(
			"1|公开规划<强化公开|公开规划纲要。|牵头 办公室 | 配合 计划财务股|2021-12-31",
			"2|公开规划<强化公开|归集历史规划。|共同 办公室|沿用任务、任务",
			"3|公开财政<强化公开|公开预算。|共同 计划财务股|沿用任务"),
		found: "list-due-unreadable F4",
	},
	{
		name: "9 spaces in headings, deadline in the remarks, points inside a cell",
		rows: [][]string{
			{"工作任务", "具 体 要 求", "责任单位", "完成情况", "备注"},
			{"一、年底前专项工作任务"},
			{"1.规范专栏", "1.核对栏目。2.补齐信息。3.清理空栏。", "办公室", "推进中", "11月底前完成"},
			{"2.公开预算", "公开预算，同步公开解读。", "计划财务股", "", "请对照整改"},
		},
		merges: [][4]int{{2, 1, 2, 5}},
		want: lines(
			"|规范专栏<年底前专项工作任务|1.核对栏目。2.补齐信息。3.清理空栏。|共同 办公室|2021-11-30",
			"|公开预算<年底前专项工作任务|公开预算，同步公开解读。|共同 计划财务股"),
	},
	{
		name: "11 published annex, several leads, requirement merged away",
		rows: [][]string{
			{"工作任务", "工作要求", "牵头单位", "责任单位", "落实情况"},
			{"一、推进公开", "", "", "", ""},
			{"4.公开规划", "明确时限，分步公开。", "办公室 计划财务股", "文化馆", "已完成"},
			{"5.公开财政", "计划财务股", "文化馆", "已完成", ""},
		},
		want: lines(
			"|公开规划<推进公开|明确时限，分步公开。|牵头 办公室、计划财务股 | 配合 文化馆",
			"|公开财政<推进公开|明确时限，分步公开。|牵头 计划财务股 | 配合 文化馆|沿用工作要求"),
	},
	{
		name: "12 no requirement column, groups between the numbers",
		rows: [][]string{
			{"2021年政务公开重点任务"},
			{"序号", "工作任务", "责任单位", "时限"},
			{"一、围绕中心工作", "", "", ""},
			{"1", "公开规划；同步解读。", "办公室牵头,各科室、局属各单位具体落实", "全年"},
			{"2", "公开预算。", "计划财务股", "10月底前"},
			{"二、围绕民生", "", "", ""},
			{"3", "公开场馆信息。", "文化馆", "每季度末"},
		},
		merges: [][4]int{{1, 1, 1, 4}, {3, 1, 3, 4}, {6, 1, 6, 4}},
		want: lines(
			"1|围绕中心工作|公开规划；同步解读。|牵头 办公室 | 配合 各科室*、局属各单位*",
			"2|围绕中心工作|公开预算。|共同 计划财务股|2021-10-31",
			"3|围绕民生|公开场馆信息。|共同 文化馆|每季度末"),
	},
	{
		name: "13 one text column, a path inside the cell",
		rows: [][]string{
			{"2021年政务公开要点分工"},
			{"贯彻举措", "牵头单位", "责任单位"},
			{"1 .公开规划。公开路径:1.政府网站。2.公众号。", "办公室", "各股室"},
			{"2 .公开预算。公开路径:1.政府网站。2.公众号。", "计划财务股", ""},
		},
		want: lines(
			"|2021年政务公开要点分工|1 .公开规划。公开路径:1.政府网站。2.公众号。|牵头 办公室 | 配合 各股室*",
			"2|2021年政务公开要点分工|公开预算。公开路径:1.政府网站。2.公众号。|牵头 计划财务股"),
	},
	{
		name: "14 requirements without numbers, heading broken over two lines",
		rows: [][]string{
			{"目标\n任务", "主要内容", "责任单位"},
			{"一、推进决策公开", "公开决策草案、依据和说明。", "办公室、计划财务股分别牵头落实"},
			{"公开会议议题。", "办公室"},
			{"二、推进执行公开", "公开执行进展。", "计划财务股"},
		},
		want: lines(
			"|推进决策公开|公开决策草案、依据和说明。|牵头 办公室、计划财务股",
			"|推进决策公开|公开会议议题。|共同 办公室|沿用目标任务",
			"|推进执行公开|公开执行进展。|共同 计划财务股"),
	},
	{
		name: "22 categories, contents and leaders",
		rows: [][]string{
			{"类别", "任务内容", "牵头领导", "责任单位"},
			{"决策", "公开决策草案。", "张某某", "办公室"},
			{"", "公开会议议题。", "李某某", "计划财务股"},
			{"执行", "公开执行进展。", "张某某", "办公室"},
		},
		merges: [][4]int{{2, 1, 3, 1}},
		want: lines(
			"|决策|公开决策草案。|共同 办公室",
			"|决策|公开会议议题。|共同 计划财务股|沿用类别",
			"|执行|公开执行进展。|共同 办公室"),
	},
	{
		name: "23 lead, supporting units and deadline under two heading rows",
		rows: [][]string{
			{"序号", "重点任务", "具体举措", "责任分工", "", "完成时限"},
			{"", "", "", "牵头单位", "配合单位", ""},
			{"1", "公开规划", "公开规划纲要。", "办公室", "各股室", "2021年6月底前"},
			{"2", "", "归集历史规划。", "办公室", "", "2021年9月"},
			{"小计", "2项"},
			{"填报人：某某", "", "审核人：某某"},
		},
		merges: [][4]int{{1, 1, 2, 1}, {1, 2, 2, 2}, {1, 3, 2, 3}, {1, 4, 1, 5}, {1, 6, 2, 6}, {3, 2, 4, 2}},
		want: lines(
			"1|公开规划|公开规划纲要。|牵头 办公室 | 配合 各股室*|2021-06-30",
			"2|公开规划|归集历史规划。|牵头 办公室|2021-09-30|沿用重点任务"),
	},
	{
		name: "15 no table: responsibility at the end of the paragraph",
		rows: [][]string{
			{"2021年政务公开工作方案"},
			{"一、推进决策公开"},
			{"1.公开决策草案（征求意见稿）。（责任单位：办公室、计划财务股，文化馆。）"},
			{"2.公开会议议题。（办公室、计划财务股分别负责落实）"},
			{"二、推进执行公开"},
			{"3.公开执行进展。〔牵头单位：办公室；责任单位：文化馆、图书馆,6月底完成〕"},
		},
		want: lines(
			"1|推进决策公开|公开决策草案（征求意见稿）。|共同 办公室、计划财务股、文化馆",
			"2|推进决策公开|公开会议议题。|共同 办公室、计划财务股",
			"3|推进执行公开|公开执行进展。|牵头 办公室 | 配合 文化馆、市图书馆|2021-06-30"),
	},
	{
		name: "20 no table: responsibility on lines of its own",
		rows: [][]string{
			{"（一）推进决策公开"},
			{"1.公开决策草案。"},
			{"同步公开说明。"},
			{"牵头领导：张某某"},
			{"牵头单位：办公室"},
			{"责任单位：各股室"},
			{"2.公开会议议题。"},
			{"责任单位:计划财务股"},
			{"联系人：某某"},
		},
		want: lines(
			"1|推进决策公开|公开决策草案。\n同步公开说明。|牵头 办公室 | 配合 各股室*",
			"2|推进决策公开|公开会议议题。|共同 计划财务股"),
	},
	{
		name: "a requirement over several lines of departments",
		rows: [][]string{
			{"序号", "工作任务", "具体要求", "责任部门"},
			{"1", "公开规划", "1.公开规划纲要。", "办公室"},
			{"", "", "", "计划财务股"},
			{"", "", "2.归集历史规划。", "文化馆"},
			{"2", "公开财政", "3.公开预算。", "计划财务股"},
		},
		merges: [][4]int{{2, 1, 4, 1}, {2, 2, 4, 2}, {2, 3, 3, 3}},
		want: lines(
			"1|公开规划|公开规划纲要。|共同 办公室、计划财务股",
			"2|公开规划|归集历史规划。|共同 文化馆|沿用工作任务",
			"3|公开财政|公开预算。|共同 计划财务股"),
	},
	{
		name: "responsible and supporting departments",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门", "配合部门"},
			{"一、公开规划", "1.公开规划纲要。", "办公室", "其他股室"},
			{"", "2.归集历史规划。", "计划财务股", ""},
		},
		merges: [][4]int{{2, 1, 3, 1}},
		want: lines(
			"1|公开规划|公开规划纲要。|牵头 办公室 | 配合 其他股室*",
			"2|公开规划|归集历史规划。|共同 计划财务股|沿用工作任务"),
	},
	{
		name: "gaps, duplicates, names that nobody knows",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门"},
			{"一、公开规划", "1.公开规划纲要。", "办公室"},
			{"", "2.归集历史规划。", "计划财统股"},
			{"", "2.公开解读。", "计划财统股"},
			{"二、公开财政", "5.公开预算。", "办公室"},
			{"", "8.公开决算。", "办公室"},
		},
		merges: [][4]int{{2, 1, 4, 1}, {5, 1, 6, 1}},
		want: lines(
			"1|公开规划|公开规划纲要。|共同 办公室",
			"2|公开规划|归集历史规划。|共同 计划财统股|沿用工作任务",
			"2|公开规划|公开解读。|共同 计划财统股|沿用工作任务",
			"5|公开财政|公开预算。|共同 办公室",
			"8|公开财政|公开决算。|共同 办公室|沿用工作任务"),
		found: "list-unknown-department C3, list-number-duplicate B4, list-number-gap B5, list-number-gap B6",
	},
	{
		name: "numbers that start anew in each task",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门"},
			{"一、公开规划", "1.公开规划纲要。", "办公室"},
			{"", "2.归集历史规划。", "办公室"},
			{"二、公开财政", "1.公开预算。", "办公室"},
			{"", "2.公开决算。", "办公室"},
		},
		merges: [][4]int{{2, 1, 3, 1}, {4, 1, 5, 1}},
		want: lines(
			"1|公开规划|公开规划纲要。|共同 办公室",
			"2|公开规划|归集历史规划。|共同 办公室|沿用工作任务",
			"1|公开财政|公开预算。|共同 办公室",
			"2|公开财政|公开决算。|共同 办公室|沿用工作任务"),
	},
	{
		name: "numbers that count the tasks, rows numbered in advance",
		rows: [][]string{
			{"序号", "工作任务", "具体要求", "责任部门"},
			{"1", "公开规划", "公开规划纲要。", "办公室"},
			{"", "", "归集历史规划。", "办公室"},
			{"2", "公开财政", "公开预算。", "办公室"},
			{"3", "", "", ""},
			{"4", "", "5.", ""},
		},
		want: lines(
			"|公开规划|公开规划纲要。|共同 办公室",
			"|公开规划|归集历史规划。|共同 办公室|沿用工作任务",
			"|公开财政|公开预算。|共同 办公室"),
	},
	{
		name: "a task without requirements is its own",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门"},
			{"一、公开规划", "1.公开规划纲要。", "办公室"},
			{"二、公开财政信息", "", "计划财务股"},
			{"三、公开场馆", "2.公开开放时间。", "文化馆"},
		},
		want: lines(
			"1|公开规划|公开规划纲要。|共同 办公室",
			"|公开财政信息|公开财政信息|共同 计划财务股",
			"2|公开场馆|公开开放时间。|共同 文化馆"),
	},
}

func TestLayouts(t *testing.T) {
	for _, l := range layouts {
		t.Run(l.name, func(t *testing.T) {
			p, found := readLayout(t, l)
			if got := brief(p); got != l.want {
				t.Errorf("got\n%s\nwant\n%s", got, l.want)
			}
			if got := codes(found); got != l.found {
				t.Errorf("found %q, want %q", got, l.found)
			}
		})
	}
}

func readLayout(t *testing.T, l layout) (*Plan, []finding.Finding) {
	t.Helper()
	book := &grid.Book{File: "任务清单.xlsx", Sheets: []*grid.Sheet{
		grid.FromRows("任务清单.xlsx", "Sheet1", l.rows, l.merges...), rosterOf(bureau())}}
	p, found, err := Read(Sources{List: book, Year: 2021, Unit: bureau().Unit})
	if err != nil {
		t.Fatal(err)
	}
	return p, found
}

// rosterOf writes a roster as its sheet.
func rosterOf(r *Roster) *grid.Sheet {
	rows := [][]string{{"部门名称", "类别", "别名", "启用", "停用"}}
	for _, d := range r.Departments {
		rows = append(rows, []string{d.Name, string(d.Kind), strings.Join(d.Aliases, "、"), d.Active.From.String(), d.Active.Until.String()})
	}
	return grid.FromRows("任务清单.xlsx", "部门名录", rows)
}
