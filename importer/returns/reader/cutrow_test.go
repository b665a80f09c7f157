package reader

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
)

// A page may cut a row into several parts, also where it prints the heading once more between them; what
// stands whole below a heading is a row of its own.
func TestRowsThatPagesCut(t *testing.T) {
	head := []string{"序号", "具体要求", "完成状态", "本季度进展"}
	first, third := []rune(asked[0]), []rune(asked[2])
	for name, rows := range map[string][][]string{
		"three parts": {head, {"1", string(first[:6]), "推进中", "已梳理历年规"}, {"", string(first[6:12]), "", "划，"}, {"", string(first[12:]), "", "正在排版"},
			{"2", asked[1], "已完成", "公开处罚结果12条"}, {"3", asked[2], "已完成", "公开报表6张"}},
		"a heading within": {head, {"1", asked[0], "推进中", "已梳理历年规划，正在排版"}, {"2", asked[1], "已完成", "公开处罚结果12条"},
			{"3", string(third[:7]), "已完成", "公开报"}, head, {"", string(third[7:]), "", "表6张"}},
		"a heading between": {head, {"1", asked[0], "推进中", "已梳理历年规划，正在排版"}, {"2", asked[1], "已完成", "公开处罚结果12条"}, head,
			{"", asked[2], "已完成", "公开报表6张"}},
		"a row that leaves its status empty, its number in brackets": {{"完成状态", "本季度进展", "具体要求"}, {"推进中", "已梳理历年规划，正在排版", "(1)" + asked[0]},
			{"", "公开处罚结果12条", "(2)" + asked[1]}, {"已完成", "公开报表6张", "(3)" + asked[2]}},
	} {
		s := grid.FromRows("第三季度/办公室.xlsx", "表", rows)
		var read []returns.Row
		for _, row := range formReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}).Returns[0].Rows {
			if row.Ignored == "" {
				read = append(read, row)
			}
		}
		if len(read) != 3 {
			t.Errorf("%s: %d rows", name, len(read))
			continue
		}
		for i, want := range []string{"已梳理历年规划，正在排版", "公开处罚结果12条", "公开报表6张"} {
			if read[i].Text.Value != asked[i] || read[i].Progress.Value != want {
				t.Errorf("%s: row %d reads %q, %q", name, i, read[i].Text.Value, read[i].Progress.Value)
			}
		}
	}
}
