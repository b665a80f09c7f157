package reader

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
)

// What a line, a sheet or a paragraph names is answered by what stands below it, whatever lies between.
func TestAnswersBelowTheirNames(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]string
		want []string
	}{
		{"a sign before each name, the answer on the next line", [][]string{
			{"计划财务股三季度", "", ""},
			{"◆老旧路灯节能改造", "", ""}, {"", "换灯300盏，巡检制度送审", "推进中"},
			{"◆共享雨伞架", "", ""}, {"", "伞架40组全部装好并验收", "已完成"},
			{"◆别的那块", "", ""}, {"", "陪省里专家看了2条街", "推进中"},
		}, []string{"计划财务股 2021Q3 0 in_progress|陪省里专家看了2条街", "计划财务股 2021Q3 1 in_progress|换灯300盏，巡检制度送审", "计划财务股 2021Q3 2 completed|伞架40组全部装好并验收"}},
		{"a log below the requirement and its status", [][]string{
			{"计划财务股三季度流水", "", ""}, {"任务：完成老旧路灯节能改造六百盏并建立巡检制度。", "", ""}, {"状态：推进中", "", ""}, {"", "", ""},
			{"时间", "做的事", "附记"}, {"7月", "灯具采购公告挂网两周", ""}, {"8月", "换下旧灯三百盏", "堆在东库"},
		}, []string{"计划财务股 2021Q3 1 in_progress|灯具采购公告挂网两周\n换下旧灯三百盏"}},
		{"labels with their values below a log", [][]string{
			{"计划财务股三季度", "", ""}, {"任务：完成老旧路灯节能改造六百盏并建立巡检制度。", "", ""},
			{"月份", "计划做到", "实际做到"}, {"7月", "挂网", "灯具采购公告挂网两周"}, {"8月", "换一半", "换下旧灯300盏"}, {"目前状态", "推进中", ""}, {"下一步", "十月收尾", ""},
		}, []string{"计划财务股 2021Q3 1 in_progress|灯具采购公告挂网两周\n换下旧灯300盏"}},
		{"a status beside the list's number", [][]string{
			{"计划财务股第三季度情况汇报"},
			{"（一）路灯改造和巡检（任务清单第1条，已完成）"}, {"六百盏灯全部亮起，制度挂墙。"},
			{"（二）雨伞架（任务清单第2条，常态化）"}, {"专人每日保洁两次。"},
		}, []string{"计划财务股 2021Q3 1 completed|六百盏灯全部亮起，制度挂墙。", "计划财务股 2021Q3 2 ongoing|专人每日保洁两次。"}},
		{"a few words alone that the list has not, above how things stand", [][]string{
			{"计划财务股三季度小结"},
			{"老旧路灯节能改造"}, {"已完成。六百盏灯全部亮起。"},
			{"“双节”值守加班"}, {"已完成。值守八天，接电话41个。"},
			{"共享雨伞架"}, {"推进中。伞架装好三十组。"},
		}, []string{"计划财务股 2021Q3 0 completed|已完成。值守八天，接电话41个。", "计划财务股 2021Q3 1 completed|已完成。六百盏灯全部亮起。", "计划财务股 2021Q3 2 in_progress|推进中。伞架装好三十组。"}},
		{"a row that the list has not, below one that goes on", [][]string{
			{"干什么", "弄得咋样", "欠账"},
			{"老旧路灯节能改造", "换灯三百盏，余下等货", "东街缺灯杆"}, {"", "其中背街小巷一百盏先行验收", ""},
			{"迎检资料归整", "资料分作大类小项,各股室认领", ""},
			{"共享雨伞架", "伞架装好三十组", "保洁的人还没有定"}, {"", "广场西口那一组挪了位置", ""},
		}, []string{"计划财务股 2021Q3 0 |资料分作大类小项,各股室认领", "计划财务股 2021Q3 1 |换灯三百盏，余下等货\n其中背街小巷一百盏先行验收", "计划财务股 2021Q3 2 |伞架装好三十组\n广场西口那一组挪了位置"}},
		{"a name before a comma, and all that stands behind it", [][]string{
			{"计划财务股"}, {"现将三季度有关情况函报如下。"},
			{"关于路灯节能改造，节能路灯完成86%，其余灯杆到货。总体推进中。"},
			{"共享雨伞架方面，装好十二组。我股承担部分已完成。"},
		}, []string{"计划财务股 2021Q3 1 in_progress|节能路灯完成86%，其余灯杆到货。总体推进中。", "计划财务股 2021Q3 2 completed|装好十二组。我股承担部分已完成。"}},
		{"a last sentence that says that work goes on, and a line that ends the report", [][]string{
			{"计划财务股报三季度，编号对应局里的任务清单："},
			{"2. 专人每日保洁两次。长期做。"}, {"1. 换下旧灯300盏。推进中。"}, {"报告完毕，郑小红 10月1日"},
		}, []string{"计划财务股 2021Q3 1 in_progress|换下旧灯300盏。推进中。", "计划财务股 2021Q3 2 ongoing|专人每日保洁两次。长期做。"}},
	} {
		r := greenYear()
		s := grid.FromRows("第三季度/计划财务股.xlsx", "表", c.rows)
		g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
		if got := told(g.Returns, r); !slices.Equal(got, c.want) {
			t.Errorf("%s: read\n%s\nwant\n%s\n%v", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"), g.Findings)
		}
	}
}

// Figures right before as many names are numbers of the list; before anything else they may count.
func TestSeveralNumbersBeforeNames(t *testing.T) {
	for said, want := range map[string][]string{
		"1、2路灯改造和雨伞架": {"1", "2"}, "1、2路灯改造": nil, "1、9路灯改造和雨伞架": nil,
	} {
		r := greenYear()
		s := grid.FromRows("第三季度/计划财务股.xlsx", "表", [][]string{{"具体要求", "进展", "状态"}, {said, "换灯三百盏，伞架到货", "推进中"}, {"2 共享雨伞架", "专人每日保洁两次", "常态化"}})
		g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
		if got := g.Returns[0].Rows[0].Cites; !slices.Equal(got, want) {
			t.Errorf("%s cites %v, want %v", said, got, want)
		}
	}
}

// A column headed 时间 tells when a matter was completed only beside what was done, and of rows that are
// completed; the day stays beside the row in any case.
func TestDaysUnderNoName(t *testing.T) {
	const lamps, racks = "完成老旧路灯节能改造六百盏并建立巡检制度。", "在三个广场增设共享雨伞架并落实专人保洁。"
	for _, c := range []struct {
		name string
		rows [][]string
		want []string
	}{
		{"behind single actions", [][]string{
			{"要干的", "分解动作", "时间", "效果", "总的状况"},
			{lamps, "灯具到货验收", "8月5日", "六百盏灯全部亮起", "已完成"}, {racks, "点位勘察", "7月6日", "装好十二组", "推进中"},
		}, []string{"", ""}},
		{"behind a plan", [][]string{
			{"要干的", "年初打算", "何时", "实际做到", "评价"},
			{lamps, "全部换完", "9月底", "六百盏灯全部亮起", "已完成"}, {racks, "装二十组", "8月", "装好十二组", "推进中"},
		}, []string{"", ""}},
		{"behind where it stands", [][]string{
			{"要干的", "效果", "总的状况", "时间"},
			{lamps, "六百盏灯全部亮起", "已完成", "8月5日"}, {racks, "装好十二组", "推进中", "7月6日"},
		}, []string{"2021-08-05", ""}},
		{"under a heading that says so", [][]string{
			{"要干的", "分解动作", "何时办完", "效果", "总的状况"},
			{lamps, "灯具到货验收", "8月5日", "六百盏灯全部亮起", "已完成"}, {racks, "点位勘察", "", "装好十二组", "推进中"},
		}, []string{"2021-08-05", ""}},
	} {
		r := greenYear()
		s := grid.FromRows("第三季度/计划财务股.xlsx", "表", c.rows)
		g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
		if len(g.Returns) != 1 || len(g.Returns[0].Rows) != 2 {
			t.Fatalf("%s: %v", c.name, told(g.Returns, r))
		}
		for i, row := range g.Returns[0].Rows {
			got := ""
			if row.CompletedOn.Given() {
				got = row.CompletedOn.Value.String()
			}
			if got != c.want[i] {
				t.Errorf("%s: row %d completed on %q, want %q", c.name, i, got, c.want[i])
			}
			if day := c.rows[i+1][slices.IndexFunc(c.rows[0], func(h string) bool { return h == "时间" || h == "何时" || h == "何时办完" })]; got == "" && day != "" &&
				!slices.ContainsFunc(row.Other, func(o returns.Other) bool { return o.Text == day }) {
				t.Errorf("%s: row %d lost %s", c.name, i, day)
			}
		}
	}
}

// Below the question whether all is done stand yes, in part, and what explains them.
func TestWhetherAllIsDone(t *testing.T) {
	r := greenYear()
	s := grid.FromRows("第三季度/计划财务股.xlsx", "表", [][]string{
		{"任务（清单编号）", "三季度做法", "是否全部完成", "完成于"},
		{"1 路灯节能改造", "六百盏灯全部亮起", "是", "2021.8.5"}, {"2 共享雨伞架", "装好十二组", "部分", ""}, {"4 少儿绘本巡讲", "讲了三场", "不适用，长期工作", ""},
	})
	g := r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}})
	want := []string{"计划财务股 2021Q3 1 completed|六百盏灯全部亮起", "计划财务股 2021Q3 2 in_progress|装好十二组", "计划财务股 2021Q3 4 ongoing|讲了三场"}
	if got := told(g.Returns, r); !slices.Equal(got, want) {
		t.Errorf("read\n%s\n%v", strings.Join(got, "\n"), g.Findings)
	}
}
