package layouts

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/plan/roster/rostertest"
)

// kept are lists of which a text would be lost without a word if a row were misread.
var kept = []layout{
	{
		name: "columns for later changes stand empty, the last row begins as a rhythm",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门", "启用", "停用", "调整说明"},
			{"一、耕地保护", "编制耕地保护规划", "办公室"},
			{"一、耕地保护", "按季公开补贴", "计划财务股"},
			{"二、农机", "推广插秧技术", "文化馆"},
			{"二、农机", "每年至少组织一次应急演练", "文化馆"},
		},
		want: lines(
			"|耕地保护|编制耕地保护规划|共同 办公室",
			"|耕地保护|按季公开补贴|共同 计划财务股",
			"|农机|推广插秧技术|共同 文化馆",
			"|农机|每年至少组织一次应急演练|共同 文化馆|每年至少组织一次"),
	},
	{
		name: "a deadline column before the empty ones, tasks without a number",
		rows: [][]string{
			{"序号", "工作任务", "具体要求", "完成时限", "责任部门", "启用", "停用"},
			{"1", "耕地保护", "编制耕地保护规划", "10月底", "办公室"},
			{"2", "耕地保护", "每季度公开预算执行情况", "12月底", "计划财务股"},
			{"3", "农机", "及时公布插秧进度和机具数量", "9月底", "文化馆"},
		},
		want: lines(
			"1|耕地保护|编制耕地保护规划|共同 办公室|2021-10-31",
			"2|耕地保护|每季度公开预算执行情况|共同 计划财务股|2021-12-31",
			"3|农机|及时公布插秧进度和机具数量|共同 文化馆|2021-09-30"),
	},
	{
		name: "tasks that nothing follows, a remark below the list, deadlines of further lines",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门", "完成时限"},
			{"一、公开规划", "1.公开规划纲要。", "办公室", "年底前"},
			{"", "", "计划财务股", "10月底"},
			{"二、公开财政", "", "", ""},
			{"三、公开场馆", "2.公开开放时间。", "文化馆", "年底前"},
			{"四、公开采购", "", "", "年底前"},
			{"五、公开应急演练", "", "", ""},
		},
		want: lines(
			"1|公开规划|公开规划纲要。|共同 办公室、计划财务股|2021-12-31",
			"2|公开场馆|公开开放时间。|共同 文化馆|2021-12-31"),
		found: "sheet-unread D3, sheet-unread A4, sheet-unread A6",
	},
	{
		name: "columns that nobody reads, with a heading and without",
		rows: [][]string{
			{"工作任务", "具体要求", "责任部门", "目标值", ""},
			{"一、公开规划", "1.公开规划纲要。", "办公室", "不少于三次", ""},
			{"一、公开规划", "2.归集历史规划。", "计划财务股", "全部", "由主任把关"},
		},
		want: lines(
			"1|公开规划|公开规划纲要。|共同 办公室",
			"2|公开规划|归集历史规划。|共同 计划财务股"),
		found: "column-unused D2, column-unused E3",
	},
}

func TestNoRowOfAListIsLost(t *testing.T) {
	for _, l := range kept {
		t.Run(l.name, func(t *testing.T) {
			p, found := readLayout(t, l)
			if got := brief(p); got != l.want {
				t.Errorf("got\n%s\nwant\n%s", got, l.want)
			}
			if got := rostertest.Codes(found); got != l.found {
				t.Errorf("found %q, want %q", got, l.found)
			}
		})
	}
}

// Whatever a list says stands in its requirements and their tasks, or a finding quotes it.
func TestEveryTextOfAListIsSomewhere(t *testing.T) {
	for _, text := range []string{"每年至少组织一次应急演练", "每季度公开预算执行情况", "按季公开补贴", "按时报送", "年底前建成水厂", "长期", "10月底", "办公室牵头抓好落实", "备注", "其他", "2021年", "7"} {
		l := layout{rows: [][]string{
			{"工作任务", "具体要求", "责任部门", "启用", "停用", "调整说明"},
			{"一、耕地保护", "编制耕地保护规划", "办公室"},
			{"二、农机", "推广插秧技术", "文化馆"},
			{"三、水利", text, "计划财务股"},
		}}
		p, found := readLayout(t, l)
		said := brief(p)
		quoted := slices.ContainsFunc(found, func(f finding.Finding) bool { return strings.Contains(f.Message, text) })
		if !strings.Contains(said, text) && !quoted {
			t.Errorf("%s is lost in\n%s\n%s", text, said, rostertest.Codes(found))
		}
	}
}
