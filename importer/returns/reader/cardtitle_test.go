package reader

import (
	"slices"
	"testing"

	"taizhang/importer/grid"
)

// The title that every card of a sheet prints once more is no value of the card above it.
func TestATitleBetweenCardsIsNoValue(t *testing.T) {
	rows := [][]string{
		{"推进卡（2021年第三季度）", ""}, {"事项", asked[0]}, {"目前状态", "推进中"}, {"推进情况", "目录清到第三批，补缺十一条"}, {"完成时间", ""}, {"", ""},
		{"推进卡（2021年第三季度）", ""}, {"事项", asked[1]}, {"目前状态", "推进中"}, {"推进情况", "稿子改到第四版，三家单位会过签"}, {"完成时间", ""},
	}
	s := grid.FromRows("第三季度/办公室.xlsx", "卡片", rows)
	n := 0
	for _, ret := range formReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}).Returns {
		for _, row := range ret.Rows {
			n++
			if row.CompletedOn.Given() || len(row.Findings) > 0 {
				t.Errorf("%q is completed on %q, %v", row.Text.Value, row.CompletedOn.Said, row.Findings)
			}
		}
	}
	if n != 2 {
		t.Errorf("%d rows, want 2", n)
	}
}

// A card that names its requirement by the list's number alone is one, also on sheets named after departments.
func TestCardsByNumber(t *testing.T) {
	r := greenYear()
	card := func(name, number, stands, done string) *grid.Sheet {
		return grid.FromRows("第三季度/汇集.xlsx", name, [][]string{{"“亮灯”共建情况表", ""}, {"填报时段", "2021年第三季度"}, {"清单编号", number}, {"办到什么程度", stands}, {"实事内容", done}, {"问题", "无"}})
	}
	book := &grid.Book{File: "第三季度/汇集.xlsx", Format: "xlsx", Sheets: []*grid.Sheet{
		card("办公室", "1", "推进中", "与双桥社区结对，换灯二十四盏"), card("计划财务股", "1", "已完成", "拨付灯具款六十三万元")}}
	var got []string
	for _, ret := range r.Read(book).Returns {
		for _, row := range ret.Rows {
			got = append(got, ret.Department.Value+" "+row.Number.Value+" "+string(row.Status.Value)+" "+row.Progress.Value)
		}
	}
	if want := []string{"办公室 1 in_progress 与双桥社区结对，换灯二十四盏", "计划财务股 1 completed 拨付灯具款六十三万元"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

// A label whose value nobody filled in does not take the label behind it for one, a plan for the whole year is no
// answer, and a dash in the column of one quarter is none.
func TestWhatNobodyFilledIn(t *testing.T) {
	card := func(i int, cells ...string) *grid.Sheet {
		s := grid.FromRows("第三季度/办公室.docx", "表"+string(rune('1'+i)), [][]string{{"事项", asked[i], "经办人", "田小满"}, {"目前做到哪一步", cells[0], "", ""}, {"办结与否", cells[1], "办结日", cells[2]}},
			[4]int{2, 2, 2, 4})
		return s
	}
	plan := grid.FromRows("第三季度/办公室计划.xlsx", "表", [][]string{{"举措", "全年计划", "本季实绩", "状态"}, {asked[0], "三季度末出成果", "目录复核三遍，改错五处", "推进中"}, {asked[2], "年底主体完工", "报表六张对过账", "推进中"}, {asked[1], "年内开馆", "", ""}})
	year := grid.FromRows("办公室全年.xlsx", "表", [][]string{{"具体要求", "一季度", "二季度", "三季度"},
		{asked[0], "【推进中】目录清到第三批", "【已完成】目录全部上网公布", "—"}, {asked[1], "【未启动】等省里文件下发", "【推进中】公开处罚结果十二条", "【推进中】公开处罚结果十九条"}})
	for _, c := range []struct {
		book *grid.Book
		want int
	}{
		{&grid.Book{File: "第三季度/办公室.docx", Format: "docx", Sheets: []*grid.Sheet{card(0, "答复建议二十三件，件件面商", "办结", "9月24日"), card(1, "", "", "")}}, 1},
		{&grid.Book{File: plan.File, Format: "xlsx", Sheets: []*grid.Sheet{plan}}, 2},
		{&grid.Book{File: year.File, Format: "xlsx", Sheets: []*grid.Sheet{year}}, 5},
	} {
		answers := 0
		for _, ret := range formReader().Read(c.book).Returns {
			for _, row := range ret.Rows {
				if row.Ignored == "" {
					answers++
				}
			}
		}
		if answers != c.want {
			t.Errorf("%s: %d answers, want %d", c.book.File, answers, c.want)
		}
	}
}
