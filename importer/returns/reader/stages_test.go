package reader

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// Statuses of stages side by side give the whole none, and the office is asked; a row that says nothing
// of any stage is asked no more than others.
func TestStagesAskForTheWhole(t *testing.T) {
	rows := [][]string{{"具体要求", "推进情况", ""}, {"", "用地批复", "主体建设"},
		{asked[0], "已完成", "未开工"}, {asked[1], "已完成", "已完成"}, {asked[2], "/", "推进中"}}
	s := grid.FromRows("第三季度/办公室.xlsx", "表", rows, [4]int{1, 1, 2, 1}, [4]int{1, 2, 1, 3})
	read := formReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}).Returns[0].Rows
	for i, row := range read {
		unknown := slices.ContainsFunc(row.Findings, func(f finding.Finding) bool { return f.Code == finding.StatusUnknown })
		if row.Status.Given() || row.Progress.Given() || row.Ignored != "" || len(row.Other) != 2 || !unknown {
			t.Errorf("row %d reads %q, progress %q, ignored %q, %v", i, row.Status.Value, row.Progress.Value, row.Ignored, row.Findings)
		}
	}
}
