package reader

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// Text that stands in a table or below it and is no row of it is named and kept, in whatever
// column it lands.
func TestFreeTextOfATableIsNamed(t *testing.T) {
	const free = "另有两件事表里填不下：一是组织了培训，二是开展了检查。"
	numbered := [][]string{{"序号", "具体要求", "进展", "状态"}, {"1", asked[0], "公开3批。", "推进中"}, {"2", asked[1], "公开2批。", "已完成"}}
	bare := [][]string{{"具体要求", "进展", "状态"}, {asked[0], "公开3批。", "推进中"}, {asked[1], "公开2批。", "已完成"}}
	owned := [][]string{{"序号", "具体要求", "进展", "状态", "责任部门"}, {"1", asked[0], "公开3批。", "推进中", "办公室"}, {"2", asked[1], "公开2批。", "已完成", "办公室"}}
	for _, c := range []struct {
		name  string
		table [][]string
		below [][]string
		kept  []string
	}{
		{"under the numbers", numbered, [][]string{{}, {free}}, []string{free}},
		{"under the numbers, at once", numbered, [][]string{{free}}, []string{free}},
		{"under the requirements", bare, [][]string{{}, {free}}, []string{free}},
		{"under the departments", owned, [][]string{{}, {"", "", "", "", free}}, []string{free}},
		{"a small table", numbered, [][]string{{}, {"规划", "3"}, {"政策解读", "5"}}, []string{"规划", "3", "政策解读", "5"}},
		{"a small table with a heading", numbered, [][]string{{}, {"类别", "件数"}, {"规划", "3"}}, []string{"类别", "件数", "规划", "3"}},
		{"what was done, numbered like a title", numbered, [][]string{{}, {"一、另外还组织培训3场，已经全部完成。"}}, []string{"一、另外还组织培训3场，已经全部完成。"}},
		{"below the notes", numbered, [][]string{{"注：每季度报一次。"}, {}, {free}}, []string{free}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := grid1("第三季度/办公室.xlsx", slices.Concat(c.table, c.below))
			r := formReader()
			g := r.Read(book)
			if kept := g.Sheets[0].Unread; !slices.Equal(kept, c.kept) {
				t.Errorf("kept %q, want %q: %q", kept, c.kept, values(g))
			}
			if !slices.ContainsFunc(g.Findings, func(f finding.Finding) bool { return f.Code == finding.SheetUnread }) {
				t.Errorf("nothing is said: %v", g.Findings)
			}
			soundAccount(t, r, book, g)
		})
	}
}

// What stands below an empty line in a column of answers is no answer to the row above it.
func TestAnAnswerDoesNotGoOnOverAnEmptyLine(t *testing.T) {
	g := formReader().Read(grid1("第三季度/办公室.xlsx", [][]string{{"序号", "具体要求", "进展"}, {"1", asked[0], "公开3批。"}, {"2", asked[1], "公开2批。"}, {}, {"", "", "其他部门的检查也由我室承办。"}}))
	rows := g.Returns[0].Rows
	if len(rows) != 3 || rows[1].Progress.Value != "公开2批。" || rows[2].Ignored != "" {
		t.Errorf("reads %q", values(g))
	}
}

// An empty row of the form, a row that names a requirement and a title of a group are no free text.
func TestRowsWithoutAnAnswerAreNoFreeText(t *testing.T) {
	g := formReader().Read(grid1("第三季度/办公室.xlsx", [][]string{{"序号", "具体要求", "进展", "完成时限", "责任部门"}, {"规划类"}, {"1", asked[0], "公开3批。", "年底前", "办公室"},
		{"2", asked[1], "", "年底前", "办公室"}, {"3-1", "", "", "每季度", "各股室"}, {"（四）", "慰问困难群众二十户。"}}))
	var reasons []returns.Reason
	for _, row := range g.Returns[0].Rows {
		reasons = append(reasons, row.Ignored)
	}
	if want := []returns.Reason{returns.GroupTitle, "", returns.Unanswered, returns.EmptyNumbered, returns.Unanswered}; !slices.Equal(reasons, want) || g.Sheets[0].Cells.Unread > 0 {
		t.Errorf("%q, want %q: %v", reasons, want, g.Findings)
	}
}

// A word under 序号 that is no number is kept beside the answer.
func TestAWordUnderTheNumbersIsKept(t *testing.T) {
	g := formReader().Read(grid1("第三季度/办公室.xlsx", [][]string{{"序号", "具体要求", "进展"}, {"1", asked[0], "公开3批。"}, {"追加", asked[1], "公开2批。"}, {"3", asked[2], "公开预算15家。"}}))
	if other := g.Returns[0].Rows[1].Other; len(other) != 1 || other[0].Text != "追加" {
		t.Errorf("reads %q", values(g))
	}
}
