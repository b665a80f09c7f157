package reader

import (
	"slices"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// ticked reads a form with a column for each of three statuses, whose cells below the headings are
// given: one row a requirement.
func ticked(cells ...[]string) []returns.Row {
	rows := [][]string{{"具体要求", "完成情况", "", "", "备注"}, {"", "已完成", "推进中", "未启动", ""}}
	for i, row := range cells {
		rows = append(rows, append([]string{asked[i]}, row...))
	}
	s := grid.FromRows("第三季度/办公室.xlsx", "表", rows, [4]int{1, 1, 2, 1}, [4]int{1, 2, 1, 4}, [4]int{1, 5, 2, 5})
	return formReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}).Returns[0].Rows
}

// A box that nobody ticked says nothing, whoever drew it, and what stands beside it is no progress.
func TestAnEmptyBoxIsNoTick(t *testing.T) {
	for _, signs := range [][2]string{{"☑", "☐"}, {"√", "☐"}, {"✅", "⬜"}, {"■", "□"}, {"☒", "☐"}, {"[x]", "[ ]"}, {"（√）", "（ ）"}, {"☐√", "☐"}, {"√", "✕"}, {"√", "◯"}, {"☑", "☒"}} {
		tick, none := signs[0], signs[1]
		rows := ticked([]string{tick, none, none}, []string{none, tick, none}, []string{none, none, none})
		for i, want := range []status.Status{status.Completed, status.InProgress, status.NoStatus} {
			if got := rows[i]; got.Status.Value != want || got.Progress.Given() {
				t.Errorf("%s and %s: row %d reads %q, progress %q", tick, none, i, got.Status.Value, got.Progress.Value)
			}
		}
	}
}

// ☐ alone under 完成状态 answers nothing, and ☐已完成 is not done either.
func TestAnEmptyBoxIsNoStatus(t *testing.T) {
	ret, findings := drafted(func(d *grid.Draft, _ *grid.Palette) {
		for i, said := range []string{"☐", "☐已完成", "☑已完成"} {
			d.PutText(2+i, 1, asked[i])
			d.PutText(2+i, 2, said)
			d.PutText(2+i, 3, "公开3批。")
		}
	})
	var got []status.Status
	for _, row := range ret.Rows {
		got = append(got, row.Status.Value)
	}
	if !slices.Equal(got, []status.Status{status.NoStatus, status.NoStatus, status.Completed}) || ret.Rows[0].Status.Given() {
		t.Errorf("reads %q, %v", got, findings)
	}
}

// TRUE and FALSE as words tick as the values do; no column of them is progress.
func TestTrueIsATick(t *testing.T) {
	for i, want := range []status.Status{status.Completed, status.InProgress, status.NotStarted} {
		for _, signs := range [][2]string{{"TRUE", "FALSE"}, {"True", "False"}, {"true", ""}} {
			cells := []string{signs[1], signs[1], signs[1]}
			cells[i] = signs[0]
			row := ticked(cells, []string{signs[0], signs[1], signs[1]})[0]
			if row.Status.Value != want || row.Progress.Given() {
				t.Errorf("%q reads %q, progress %q", cells, row.Status.Value, row.Progress.Value)
			}
		}
	}
}
