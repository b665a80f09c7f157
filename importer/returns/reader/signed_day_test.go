package reader

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/period"
	"taizhang/importer/returns"
)

// The day of filling in is read wherever departments write it, with a colon or without.
func TestTheDayOfFillingIn(t *testing.T) {
	day := period.Date{Year: 2021, Month: 4, Day: 9}
	head := []string{"任务", "进展情况", "状态"}
	body := [][]string{{"加强行政执法信息公开。", "公开三批。", "推进中"}, {"加强信息归集工作。", "归集两批。", "推进中"}}
	for _, c := range []struct {
		above, foot []string
		want        period.Date
	}{
		{foot: []string{"填报日期 2021年4月9日"}, want: day},
		{foot: []string{"填报日期2021年4月9日"}, want: day},
		{foot: []string{"", "2021年4月9日"}, want: day},
		{foot: []string{"2021年4月9日"}, want: day},
		{foot: []string{"", "填表：赵敏   2021.4.9"}, want: day},
		{foot: []string{"填表人：赵敏", "审核人：钱勇", "2021年4月9日"}, want: day},
		{foot: []string{"办公室 2021年4月9日"}, want: day},
		{foot: []string{"宣教办", "2021年4月9日"}, want: day},
		{above: []string{"填报单位：办公室 填报日期 2021年4月9日"}, want: day},
		{above: []string{"填报日期 2021年4月9日"}, want: day},
		{above: []string{"填报单位", "办公室", "填报日期", "2021年4月9日"}, want: day},
		{above: []string{"2021年4月9日"}, want: day},
		{above: []string{"", "", "2021年4月9日"}, want: day},
		{above: []string{"2021年4月9日（4月2日报的作废，以此为准）"}, want: day},
		{above: []string{"2021年4月9日　只列有变化的两条，其余以4月2日的为准"}, want: day},
		{above: []string{"工作情况表（2021年4月9日）"}, want: day},
		{foot: []string{"办公室（代章）  2021年4月9日  江海波 15979900001"}, want: day},
		{foot: []string{"", "宣教办（盖章） 2021年4月9日"}, want: day},
		{above: []string{"2021年1月9日"}},       // before anything of the quarter could be told
		{above: []string{"2021年11月30日"}},     // the day of a plan
		{above: []string{"2021年4月9日前报局办公室"}}, // by when
		{above: []string{"2021年4月9日（数据截止）"}},
		{above: []string{"办公室", "", "2021年4月9日"}, want: day},
		{above: []string{"会议时间", "2021年4月9日"}}, // behind a label that asks for another day
		{above: []string{"报送截止：", "2021年4月9日"}},
		{above: []string{"工作情况表（2021年3月1日-2021年4月9日）"}},
		{foot: []string{"办公室（公章） 20210409"}, want: day},
		{above: []string{"会议部署 2021年4月9日"}},
		{above: []string{"2021年4月9日 至 2021年4月20日"}},
		{above: []string{"2021年4月"}},
		{above: []string{"统计期间 2021年1月1日至2021年3月31日"}},
		{foot: []string{"注：数据截至2021年3月31日"}},
	} {
		rows := [][]string{{"办公室2021年第一季度工作情况"}}
		if c.above != nil {
			rows = append(rows, c.above)
		}
		rows = append(append(rows, head), body...)
		if c.foot != nil {
			rows = append(rows, c.foot)
		}
		rs, _ := gave(listReader().Read(grid1("第一季度/办公室.xlsx", rows)))
		if len(rs) != 1 || rs[0].StatedOn.Value != c.want || rs[0].Department.Value != "办公室" {
			t.Errorf("%q %q: %+v", c.above, c.foot, rs)
			continue
		}
		for _, row := range rs[0].Rows {
			if row.Ignored == "" && strings.Contains(row.Progress.Value, "2021年4月9日") {
				t.Errorf("%q is in the progress: %q", c.foot, row.Progress.Value)
			}
		}
	}
}

// A card has a field for the day; so has a table with a column for it, where its rows agree.
func TestTheDayInAFieldOfItsOwn(t *testing.T) {
	day := period.Date{Year: 2021, Month: 4, Day: 9}
	rs, _ := gave(listReader().Read(grid1("第一季度/办公室.docx", [][]string{{"报送单位", "办公室"}, {"报送季度", "2021年第一季度"},
		{"任务名称", "加强行政执法信息公开。"}, {"完成情况", "公开三批。"}, {"状态", "推进中"}, {"填报日期", "2021年4月9日"}})))
	if len(rs) != 1 || rs[0].StatedOn.Value != day {
		t.Errorf("card: %+v", rs)
	}
	for second, want := range map[string]period.Date{"2021年4月9日": day, "2021年4月2日": {}} {
		rs, _ := gave(listReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"任务", "进展情况", "状态", "填报日期"},
			{"加强行政执法信息公开。", "公开三批。", "推进中", "2021年4月9日"}, {"加强信息归集工作。", "归集两批。", "推进中", second}})))
		if len(rs) != 1 || rs[0].StatedOn.Value != want {
			t.Errorf("column with %s: %+v", second, rs)
		}
	}
}

// Who signs a text by a name that nobody knows signs it all the same: the name is no part of the last answer.
func TestAnUnknownNameSigns(t *testing.T) {
	text := "办公室2021年第一季度工作情况\n\n1．加强行政执法信息公开：公开三批。推进中。\n2．加强信息归集工作：归集两批，未完。\n\n"
	for _, foot := range []string{"宣教办\n2021年4月9日\n", "宣教办  2021年4月9日\n"} {
		book, _ := open.Parse("第一季度/情况.txt", []byte(text+foot))
		rs, _ := gave(listReader().Read(book))
		if len(rs) != 1 || rs[0].StatedOn.Value != (period.Date{Year: 2021, Month: 4, Day: 9}) {
			t.Fatalf("%q: %+v", foot, rs)
		}
		for _, row := range rs[0].Rows {
			if row.Ignored != returns.Signature && (strings.Contains(row.Progress.Value, "宣教办") || strings.Contains(row.Text.Value, "宣教办")) {
				t.Errorf("%q: %q %q", foot, row.Text.Value, row.Progress.Value)
			}
		}
	}
}

// What is asked for an empty status points to the cell in which it belongs, and not to the progress.
func TestAnEmptyStatusIsAskedForWhereItBelongs(t *testing.T) {
	rs, _ := gave(listReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"任务", "进展情况", "存在问题", "状态"},
		{"加强行政执法信息公开。", "有关事项见来文。", "", ""}, {"加强信息归集工作。", "归集两批。", "", "推进中"}})))
	for _, f := range rs[0].Rows[0].Findings {
		if f.Code == finding.StatusUnknown && f.Place.Cell() == "D2" {
			return
		}
	}
	t.Errorf("%+v", rs[0].Rows[0].Findings)
}

// A letter is signed under the table that it brings along; who may be rung up signs too, with a label or without,
// and so does whom it goes to. None of it is an answer or left unread.
func TestWhoMayBeRungUpSigns(t *testing.T) {
	for _, foot := range []string{"钟国强 6612041", "温丽萍 13807990216 县站：曾庆福 0799-6618002", "温丽萍13807990216", "（联系人：唐志远，13979901188）", "报：局办公室"} {
		rs, _ := gave(listReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"任务", "进展情况", "状态"},
			{"加强行政执法信息公开。", "公开三批。", "推进中"}, {"加强信息归集工作。", "归集两批。", "推进中"}, {""}, {foot}})))
		last := rs[0].Rows[len(rs[0].Rows)-1]
		if len(rs[0].Rows) != 3 || last.Ignored != returns.Signature {
			t.Errorf("%q: %+v", foot, last)
		}
	}
	for _, said := range []string{"钟国强 已完成 6612041", "投资 6612041", "公开三批 13807990216"} {
		rs, _ := gave(listReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"任务", "进展情况", "状态"},
			{"加强行政执法信息公开。", "公开三批。", "推进中"}, {""}, {said}})))
		for _, row := range rs[0].Rows {
			if row.Ignored == returns.Signature {
				t.Errorf("%q signs", said)
			}
		}
	}
}

// What stands under the table of a letter signs the letter, whose paragraphs were read before.
func TestALetterIsSignedUnderItsTable(t *testing.T) {
	book := grid1("第一季度/汇报.docx", [][]string{{"办公室2021年第一季度工作汇报"}, {"一、加强行政执法信息公开"}, {"公开三批，推进中。"}, {"任务", "进展情况", "状态"},
		{"加强信息归集工作。", "归集两批。", "推进中"}, {"办公室"}, {"2021年4月9日"}, {"（联系人：唐志远，13979901188）"}})
	book.Prose = []grid.Paragraph{{Text: "办公室2021年第一季度工作汇报", Level: 1}}
	rs, _ := gave(listReader().Read(book))
	if len(rs) != 1 || rs[0].StatedOn.Value != (period.Date{Year: 2021, Month: 4, Day: 9}) {
		t.Errorf("%+v", rs)
	}
}
