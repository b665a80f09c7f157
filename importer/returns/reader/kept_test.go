package reader

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// Small sheets on which a text is easily lost, put into another row or taken for something else.
func TestNothingIsLostOnTheWay(t *testing.T) {
	row := func(g returns.Reading, i int) *returns.Row {
		n := 0
		for r := range g.Returns {
			for j := range g.Returns[r].Rows {
				if n == i {
					return &g.Returns[r].Rows[j]
				}
				n++
			}
		}
		return &returns.Row{}
	}
	for _, c := range []struct {
		name  string
		rows  [][]string
		right func(returns.Reading) bool
	}{
		{"a date in a sentence with 计划", [][]string{{"具体要求", "完成情况", "完成状态", "完成时间"}, {asked[0], "公开3批。", "已完成", "已按计划于9月5日办结"}, {asked[1], "公开2批。", "已完成", "2021年8月3日"}},
			func(g returns.Reading) bool { return row(g, 0).CompletedOn.Given() || len(row(g, 0).Findings) > 0 }},
		{"a deadline beside a date under 完成时间", [][]string{{"具体要求", "完成情况", "完成状态", "完成时间"}, {asked[0], "公开3批。", "推进中", "年底前"}, {asked[1], "公开2批。", "已完成", "2021年8月3日"}},
			func(g returns.Reading) bool { return row(g, 1).CompletedOn.Given() || len(g.Findings) > 0 }},
		{"another number than the one in the first column", [][]string{{"序号", "具体要求", "完成情况"}, {"3", "第2项", "公开3批。"}, {"4", asked[3], "公开2批。"}},
			func(g returns.Reading) bool {
				return row(g, 0).Number.Value == "2" || len(row(g, 0).Findings)+len(g.Findings) > 0
			}},
		{"a line that holds a number alone", [][]string{{"具体要求", "完成情况"}, {"44", ""}, {asked[0], "公开3批。"}, {asked[1], "公开2批。"}},
			func(g returns.Reading) bool {
				return row(g, 1).Text.Value == asked[0] && row(g, 1).Progress.Value == "公开3批。"
			}},
		{"two lines of one requirement with a task each", [][]string{{"具体要求", "工作任务", "完成情况"}, {asked[0], "做好规划公开", "公开3批。"}, {"", "做好解读", "解读5件。"}, {asked[1], "", "公开2批。"}},
			func(g returns.Reading) bool {
				return row(g, 0).Text.Value == asked[0] && row(g, 0).Progress.Given() && len(g.Returns[0].Rows) >= 2
			}},
		{"the list's own texts under a heading that says something else", [][]string{{"主要举措", "工作进展"}, {asked[0], "公开3批。"}, {asked[1], "公开2批。"}, {asked[2], "公开预算15家。"}},
			func(g returns.Reading) bool {
				return row(g, 0).Text.Value == asked[0] && row(g, 0).Progress.Value == "公开3批。"
			}},
		{"the list's own texts under 反馈问题", [][]string{{"反馈问题", "整改进展"}, {asked[0], "公开3批。"}, {asked[1], "公开2批。"}, {asked[2], "公开预算15家。"}},
			func(g returns.Reading) bool {
				return row(g, 0).Text.Value == asked[0] && row(g, 0).Progress.Value == "公开3批。"
			}},
		{"numbers under No", [][]string{{"No", "具体要求", "完成情况", "完成状态"}, {"1", asked[0], "公开3批。", "推进中"}, {"2", asked[1], "公开2批。", "已完成"}},
			func(g returns.Reading) bool {
				return row(g, 0).Number.Value == "1" && row(g, 0).Status.Value == "in_progress"
			}},
		{"a document number under a group of answers", [][]string{{"具体要求", "落实情况", "", ""}, {"", "进展", "状态", "印发文件"}, {asked[0], "公开3批。", "推进中", "政办〔2021〕3号"}, {asked[1], "公开2批。", "已完成", "政办〔2021〕5号"}},
			func(g returns.Reading) bool {
				return row(g, 0).Progress.Value == "公开3批。" && len(row(g, 0).Evidence) == 1 && row(g, 0).Evidence[0].Value == "政办〔2021〕3号"
			}},
		{"what was not done, under a heading that only asks for it", [][]string{{"具体要求", "落实做了的", "落实没做的"}, {asked[0], "公开3批。", "平板柜不足。"}, {asked[1], "公开2批。", "设备晚到。"}},
			func(g returns.Reading) bool {
				return row(g, 0).Progress.Value == "公开3批。" && row(g, 0).Problems.Value == "平板柜不足。"
			}},
		{"what is in the way and what is to be done, in one column", [][]string{{"具体要求", "完成情况", "困难和建议"}, {asked[0], "公开3批。", "平板柜不足，建议追加预算。"}, {asked[1], "公开2批。", "设备晚到。"}},
			func(g returns.Reading) bool {
				return !row(g, 0).NextSteps.Given() && row(g, 0).Problems.Value == "平板柜不足，建议追加预算。"
			}},
		{"two answers under one group heading", [][]string{{"具体要求", "推进情况", ""}, {"", "本季进展", "累计进展"}, {asked[0], "公开3批。", "共公开9批。"}, {asked[1], "公开2批。", "共公开5批。"}},
			func(g returns.Reading) bool {
				return row(g, 0).Progress.Value == "公开3批。\n累计进展：共公开9批。"
			}},
		{"a cell merged over both lines of a row", [][]string{{"序号", "具体要求", "工作进展", "备注"}, {"1", asked[0], "公开3批。", "甲处先报。"}, {"", "", "^", "乙处后报。"}},
			func(g returns.Reading) bool {
				return row(g, 0).Progress.Value == "公开3批。" && row(g, 0).Remarks.Value == "甲处先报。\n乙处后报。"
			}},
		{"a row above a heading that is printed once more", [][]string{{"工作任务", "具体要求", "工作进展"}, {"规划", asked[0], "公开3批。"}, {"其他", "慰问困难群众二十户。", "已经慰问。"}, {"工作任务", "具体要求", "工作进展"}, {"执法", asked[1], "公开2批。"}},
			func(g returns.Reading) bool {
				return row(g, 1).Text.Value == "慰问困难群众二十户。" && row(g, 1).Ignored == ""
			}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var merges [][4]int
			if c.rows[0][len(c.rows[0])-1] == "" {
				merges = [][4]int{{1, 1, 2, 1}, {1, 2, 1, len(c.rows[0])}}
			}
			for i, cells := range c.rows { // ^ goes on with the cell above it
				for j, text := range cells {
					if text == "^" {
						merges, cells[j] = append(merges, [4]int{i, j + 1, i + 1, j + 1}), ""
					}
				}
			}
			book := grid1("第三季度/办公室.xlsx", c.rows, merges...)
			r := formReader()
			g := r.Read(book)
			if !c.right(g) {
				t.Errorf("reads %q\nfindings %v", values(g), g.Findings)
			}
			soundAccount(t, r, book, g)
		})
	}
}

// Each row has a place of its own, also where two tables stand side by side.
func TestRowsSideBySideHaveTheirOwnPlace(t *testing.T) {
	g := formReader().Read(grid1("第三季度/办公室.xlsx", [][]string{
		{"具体要求", "完成情况", "状态", "", "具体要求", "完成情况", "状态"},
		{asked[0], "公开3批。", "推进中", "", asked[1], "公开5批。", "已完成"},
		{asked[2], "公开2批。", "已完成", "", asked[3], "反馈意见9条。", "已完成"},
	}))
	seen := map[finding.Place]string{}
	for _, ret := range g.Returns {
		for _, row := range ret.Rows {
			if other, twice := seen[row.At]; twice {
				t.Errorf("%q and %q both stand at %v", other, row.Text.Value, row.At)
			}
			seen[row.At] = row.Text.Value
		}
	}
	if len(seen) != 4 {
		t.Errorf("%d rows, want 4", len(seen))
	}
}

// A form whose rows are of two departments is held, whatever the file is called.
func TestAFormOfTwoDepartmentsIsHeld(t *testing.T) {
	for _, file := range []string{"a.xlsx", "办公室.xlsx", "市场执法股.xlsx"} {
		rs, fs := readForm(file, nil, append(form("办公室", third)[:3], form("市场执法股", third)[3:]...))
		for _, ret := range rs {
			if ret.Held == "" {
				t.Errorf("%s: a return of %s is merged: %v", file, ret.Department.Value, fs)
			}
		}
	}
}
