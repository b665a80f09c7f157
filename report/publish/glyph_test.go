package publish

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// A character that can't be printed is named with its code point and with the first public
// cell that holds it; one that stands only in what is not public has no place.
func TestUnprintable(t *testing.T) {
	at := func(file string, row, col int) finding.Place {
		return finding.In(file, "表").At(row, col)
	}
	read := func(s string, p finding.Place) grid.Read[string] { return grid.Read[string]{Value: s, Said: s, At: p} }
	words := func(s string, p finding.Place) grid.Words { return grid.Words{Value: s, At: p} }
	q := period.Quarter{Year: 2021, N: 1}
	list, sent := "任务清单.xlsx", "Q1/办公室.xlsx"
	p := &plan.Plan{Year: 2021, Unit: "示例局", Tasks: []plan.Task{{No: 1, Title: read("甲\uE001", at(list, 2, 1)), Requirements: []int{1}}},
		Requirements: []plan.Requirement{{No: 1, Key: "k", Task: 1, Text: read("乙\uE002", at(list, 2, 2)), Duty: plan.Duty{Lead: []plan.Party{{Name: "办公室"}}}}},
		Roster:       plan.Roster{Departments: []plan.Department{{Name: "办公室", Kind: plan.Section}}}}
	row := returns.Row{At: at(sent, 5, 0), Key: read("k", at(sent, 5, 1)), Text: p.Requirements[0].Text,
		Status:   grid.Read[status.Status]{Value: status.InProgress, Said: "推进中"},
		Progress: words("丙\uE002\uE003", at(sent, 5, 4)), Problems: words("丁\uE004", at(sent, 5, 5)), NextSteps: words("戊\U0001F600", at(sent, 5, 6))}
	r := returns.Return{File: sent, Sheet: "表", Rows: []returns.Row{row}, Department: read("办公室", finding.Place{}), Quarter: grid.Read[period.Quarter]{Value: q, Said: "Q1"}}
	l := merge.Merge(p, []returns.Return{r}, nil, merge.Options{AsOf: q})
	chars := []rune{'\uE001', '\uE002', '\uE003', '\uE004', '\U0001F600'}
	want := []struct{ file, cell, department, found string }{
		{list, "A2", "", "\uE001（U+E001）"}, {list, "B2", "", "\uE002（U+E002）"}, {sent, "D5", "办公室", "\uE003（U+E003）"},
		{"", "", "", "\uE004（U+E004）"}, {sent, "F5", "办公室", "\U0001F600（U+1F600）"},
	}
	for i, f := range Unprintable(l, chars) {
		if w := want[i]; f.Code != finding.GlyphMissing || f.Place.File() != w.file || f.Place.Cell() != w.cell || f.Department != w.department || f.Found != w.found {
			t.Errorf("%s at %s %s of %s, want %+v", f.Found, f.Place.File(), f.Place.Cell(), f.Department, w)
		}
	}
}
