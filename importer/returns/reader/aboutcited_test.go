package reader

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/grid"
)

// A paragraph says what it is about by a name and the list's number, and numbers may be cited one by one.
func TestCitedInFull(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]string
		want []string
	}{
		{"关于, a name with marks in it, the number behind", [][]string{
			{"计划财务股三季度情况"},
			{"关于完成老旧路灯节能改造六百盏、建立巡检制度（第1项）。已完成。9月5日通电，百姓叫好。"},
			{"关于增设共享雨伞架（第2项，配合）。推进中。伞架到货四十组，装好十二组。"},
		}, []string{"计划财务股 2021Q3 1 completed|已完成。9月5日通电，百姓叫好。", "计划财务股 2021Q3 2 in_progress|推进中。伞架到货四十组，装好十二组。"}},
		{"the writer's part beside the name", [][]string{
			{"计划财务股三季度情况"},
			{"第2项（共享雨伞架，我股配合）：尚未启动，等市场执法股定点位。"},
			{"第1项（老旧路灯节能改造）：换灯三百盏，正在推进。"},
		}, []string{"计划财务股 2021Q3 1 in_progress|换灯三百盏，正在推进。", "计划财务股 2021Q3 2 not_started|尚未启动，等市场执法股定点位。"}},
		{"a name in quotes and a status in a bracket", [][]string{
			{"计划财务股三季度情况"},
			{"第1项“路灯、巡检两件”（已完成）：六百盏灯通电，制度挂墙。"},
			{"第2项“伞架三广场”（推进中）：伞架到货四十组，装好十二组。"},
		}, []string{"计划财务股 2021Q3 1 completed|六百盏灯通电，制度挂墙。", "计划财务股 2021Q3 2 in_progress|伞架到货四十组，装好十二组。"}},
		{"signs before the numbers, their meaning below", [][]string{
			{"计划财务股三季度情况"},
			{"○ 1. 老旧路灯节能改造：灯具九月到货，尚未安装"},
			{"★ 2. 共享雨伞架：专人每日保洁两次"},
			{"● 已完成  ◐ 推进中  ○ 未启动  ★ 常态化  ▲ 滞后"},
		}, []string{"计划财务股 2021Q3 1 not_started|灯具九月到货，尚未安装", "计划财务股 2021Q3 2 ongoing|专人每日保洁两次"}},
		{"names in brackets, one that the list has not, and the rest of the list", [][]string{
			{"计划财务股三季度情况"},
			{"【老旧路灯节能改造】已完成。六百盏灯通电，制度挂墙。"},
			{"【共享雨伞架】推进中。伞架到货四十组，装好十二组。"},
			{"【结对共建】到双溪社区讲党课三次。"},
			{"其余各项本季度无进展。"},
		}, []string{"计划财务股 2021Q3  |其余各项本季度无进展。", "计划财务股 2021Q3  |到双溪社区讲党课三次。", "计划财务股 2021Q3 1 completed|已完成。六百盏灯通电，制度挂墙。", "计划财务股 2021Q3 2 in_progress|推进中。伞架到货四十组，装好十二组。"}},
		{"each number with its own 第 and 项", [][]string{
			{"计划财务股三季度情况", "", ""}, {"对应项", "本季所做", "目前状态"},
			{"第1项、第2项", "灯具和伞架一并招标，中标价61.2万元", "推进中"},
		}, []string{"计划财务股 2021Q3 1+2 in_progress|灯具和伞架一并招标，中标价61.2万元"}},
	} {
		r := greenYear()
		s := grid.FromRows("第三季度/计划财务股.xlsx", "表", c.rows)
		var got []string
		for _, ret := range r.Read(&grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}}).Returns {
			for _, row := range ret.Rows {
				if row.Ignored == "" {
					got = append(got, strings.Join([]string{ret.Department.Value, ret.Quarter.Value.String(), numbersOf(r, row.Cites, row.Text.Value), string(row.Status.Value) + "|" + row.Progress.Value}, " "))
				}
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: read\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// numbersOf are the numbers that a row cites, else that of its text.
func numbersOf(r *Reader, cites []string, text string) string {
	if len(cites) > 0 {
		return strings.Join(cites, "+")
	}
	if no, _ := r.facts.Tables.Requirement(text); no > 0 {
		return r.facts.Plan.Requirements[no-1].Number
	}
	return ""
}

// A paragraph may open with the list's number and a dash, and a small table stand under the name of what it answers.
func TestNumberedBySigns(t *testing.T) {
	r := greenYear()
	text := grid.FromRows("第三季度/计划财务股.txt", "表1", [][]string{{"计划财务股三季度"}, {"2—伞架到货四十组，装好十二组。【推进中】"}, {"1—换灯六百盏全部亮起。【已完成】"}})
	var small []*grid.Sheet
	for i, rows := range [][][]string{
		{{"计划财务股2021年三季度对账"}, {"◆ 1 老旧路灯节能改造"}, {"做成了什么", "换灯六百盏全部亮起，欠费结清"}, {"自己打个分", "已完成"}},
		{{"◆ 2 广场共享雨伞架"}, {"做成了什么", "伞架到货四十组，装好十二组"}, {"自己打个分", "推进中"}},
	} {
		small = append(small, grid.FromRows("第三季度/计划财务股.docx", "表"+string(rune('1'+i)), rows))
	}
	for _, book := range []*grid.Book{{File: text.File, Format: "txt", Sheets: []*grid.Sheet{text}}, {File: small[0].File, Format: "docx", Sheets: small}} {
		got := map[string]string{}
		for _, ret := range r.Read(book).Returns {
			for _, row := range ret.Rows {
				if row.Ignored == "" {
					number := row.Number.Value
					if number == "" {
						number = numbersOf(r, row.Cites, row.Text.Value)
					}
					got[number] = string(row.Status.Value)
				}
			}
		}
		if len(got) != 2 || got["1"] != "completed" || got["2"] != "in_progress" {
			t.Errorf("%s: %v", book.File, got)
		}
	}
}
