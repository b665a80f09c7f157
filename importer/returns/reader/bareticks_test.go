package reader

import (
	"slices"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
)

// Of several columns of ticks whose headings were not found nobody knows what each ticks; a line of a signature
// answers no row that was left empty; columns of quarters are read alike.
func TestTicksUnderNothing(t *testing.T) {
	ticks := grid.FromRows("第三季度/办公室.xlsx", "表", [][]string{{"办公室三季度进展"}, {"说明：√打在对应栏；“完”=已完成，“做”=正在推进，“慢”=进度滞后，“无”=不涉及"},
		{"完", "做", "慢", "无", "", "我们做了什么", "清单原文"},
		{"", "√", "", "", "", "目录清到第三批，补缺十一条", asked[0]}, {"", "", "", "√", "", "资产清查方案还未下发给各单位", asked[1]},
		{"√", "", "", "", "", "预算评审通过，核减9.4万元", asked[2]}, {"", "", "", "", "", "", asked[3]}, {"办公室 三楼302"}})
	year := grid.FromRows("办公室全年.xlsx", "表", [][]string{{"具体要求", "一季度", "二季度", "三季度"},
		{asked[0], "【推进中】目录清到第三批", "【已完成】6月21日目录全部上网公布，访问两万次", ""}, {asked[1], "【未启动】等文件", "【推进中】公开处罚结果十二条，回复来信四件", "【推进中】公开处罚结果十九条，回复来信七件"}})
	for _, c := range []struct {
		sheet *grid.Sheet
		want  []string
	}{
		{ticks, []string{" 目录清到第三批，补缺十一条", " 资产清查方案还未下发给各单位", " 预算评审通过，核减9.4万元"}},
		{year, []string{"completed 【已完成】6月21日目录全部上网公布，访问两万次", "in_progress 【推进中】公开处罚结果十九条，回复来信七件", "in_progress 【推进中】公开处罚结果十二条，回复来信四件", "in_progress 【推进中】目录清到第三批", "not_started 【未启动】等文件"}},
	} {
		var got []string
		for _, ret := range formReader().Read(&grid.Book{File: c.sheet.File, Sheets: []*grid.Sheet{c.sheet}}).Returns {
			for _, row := range ret.Rows {
				if row.Ignored == "" && row.Progress.Given() && row.Progress.Value != "我们做了什么" {
					got = append(got, string(row.Status.Value)+" "+row.Progress.Value)
				}
				if row.Text.Value == asked[3] && row.Ignored != returns.Unanswered {
					t.Errorf("%s: the empty row is %q, with %v", c.sheet.File, row.Ignored, row.Other)
				}
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: read %q, want %q", c.sheet.File, got, c.want)
		}
	}
}
