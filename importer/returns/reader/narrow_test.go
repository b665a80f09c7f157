package reader

import (
	"fmt"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/ruling"
	"taizhang/templates/words"
)

// strangeCard is a card whose labels nobody has heard of; who fills it in stands in its title alone.
func strangeCard(file, state string) *grid.Book {
	s := grid.FromRows(file, "表1", [][]string{{"计划财务股第三季度情况卡", ""}, {"归口条目", asked[2]}, {"火候", state}, {"笔墨", "决算报表挂网六张，点击四千次"}, {"呼声", "缺一台高拍仪"}, {"后话", "十月补挂两张附表"}})
	return &grid.Book{File: file, Format: "docx", Sheets: []*grid.Sheet{s}}
}

func answersOf(r *Reader, book *grid.Book) (all []string) {
	for _, ret := range r.Read(book).Returns {
		for _, row := range ret.Rows {
			all = append(all, fmt.Sprint(ret.Department.Value, "|", row.Status.Value, "|", row.Progress.Value, "|", row.Problems.Value, "|", row.NextSteps.Value))
		}
	}
	return all
}

// taughtReader knows what 词表 and 读法 say.
func taughtReader(taught words.Taught, answers ...ruling.Ruling) *Reader {
	base := formReader()
	p := *base.facts.Plan
	p.Taught = taught
	readings := ruling.NewReadings(&p, answers)
	r := New(&p, base.facts.Words.Learn(taught), readings.Door())
	r.ListenFor(readings.SpeaksFor)
	return r
}

// A word that 词表 teaches for a department or a file works as the same word does for all files, also
// where nothing but the title of the sheet says whose the file is.
func TestAWordForADepartmentWorksAsOneForAll(t *testing.T) {
	const file, whose = "第三季度/卡.docx", "计划财务股"
	lessons := func(scope words.Scope) words.Taught {
		return words.Taught{{Kind: words.OfColumn, Word: "归口条目", Role: words.Requirement, Scope: scope}, {Kind: words.OfColumn, Word: "火候", Role: words.Status, Scope: scope},
			{Kind: words.OfColumn, Word: "笔墨", Role: words.Progress, Scope: scope}, {Kind: words.OfColumn, Word: "呼声", Role: words.Problems, Scope: scope},
			{Kind: words.OfColumn, Word: "后话", Role: words.NextSteps, Scope: scope}, {Kind: words.OfStatus, Word: "八分熟", Status: "推进中", Scope: scope}}
	}
	want := whose + "|in_progress|决算报表挂网六张，点击四千次|缺一台高拍仪|十月补挂两张附表"
	for name, scope := range map[string]words.Scope{"all": {}, "the department": {Department: whose}, "the file": {File: "卡.docx"}, "the file in its folder": words.In(file)} {
		if got := answersOf(taughtReader(lessons(scope)), strangeCard(file, "八分熟")); len(got) != 1 || got[0] != want {
			t.Errorf("%s: read %q, want %q", name, got, want)
		}
	}
	for name, scope := range map[string]words.Scope{"another department": {Department: "办公室"}, "another file": {File: "别的.docx"}} {
		if got := answersOf(taughtReader(lessons(scope)), strangeCard(file, "八分熟")); len(got) == 1 && got[0] == want {
			t.Errorf("%s: it holds where it was not said", name)
		}
	}
}

// An answer on a heading that is for one department finds the department's tables, whoever names it there.
func TestAnAnswerForADepartmentIsHeard(t *testing.T) {
	answer := func(said, role string) ruling.Ruling {
		return ruling.Ruling{Act: ruling.Column, Role: words.Role(role), Target: ruling.Target{Heading: said}, Typed: ruling.Typed{Choice: role, Item: "计划财务股"}}
	}
	r := taughtReader(nil, answer("笔墨", "备注"), answer("呼声", "进展"), answer("火候", "状态"))
	if got := answersOf(r, strangeCard("第三季度/卡.docx", "推进中")); len(got) != 1 || got[0] != "计划财务股|in_progress|缺一台高拍仪||" {
		t.Errorf("read %q", got)
	}
}

// The labels of a card that nobody has heard of are columns like others, so that the office can be asked.
func TestLabelsOfAStrangeCardAreColumns(t *testing.T) {
	labels := map[string]bool{}
	for _, ret := range formReader().Read(strangeCard("第三季度/计划财务股.docx", "推进中")).Returns {
		for _, c := range ret.Columns {
			labels[c.Heading] = true
		}
		for _, row := range ret.Rows {
			if row.Status.Said != "推进中" {
				t.Errorf("the status is %q", row.Status.Said)
			}
		}
	}
	for _, label := range []string{"归口条目", "火候", "笔墨", "呼声", "后话"} {
		if !labels[label] {
			t.Errorf("%s is no column of %v", label, labels)
		}
	}
	rows := [][]string{{"张三", asked[0]}, {"李四", asked[1]}, {"王五", "推进中"}, {"赵六", "另行安排"}}
	if got := formReader().Read(&grid.Book{File: "第三季度/计划财务股.docx", Format: "docx", Sheets: []*grid.Sheet{grid.FromRows("第三季度/计划财务股.docx", "表1", rows)}}); len(got.Returns) > 0 && len(got.Returns[0].Rows) == 1 {
		t.Error("two requirements make no card")
	}
}
