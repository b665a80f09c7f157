package reader

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/templates/words"
)

// lastColumn reads a table whose last column has a heading, one value a row, and returns what that column is.
func lastColumn(t *testing.T, heading string, states, values [3]string) (returns.Return, words.Role, []finding.Finding) {
	t.Helper()
	rs, found := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"具体要求", "完成情况", "完成状态", "具体人", heading},
		{"加强行政执法信息公开。", "公开情况如附件所列。", states[0], "彭小军", values[0]},
		{"加强信息归集工作。", "归集情况如附件所列。", states[1], "李娜", values[1]},
		{"加强档案归集工作。", "档案情况如附件所列。", states[2], "彭小军", values[2]}})))
	if len(rs) != 1 || len(rs[0].Columns) != 5 {
		t.Fatalf("%+v", rs)
	}
	return rs[0], rs[0].Columns[4].Role, found
}

// Days under 日期 that differ from row to row are those of the rows; one and the same in all of them says when the
// form was filled in; one in the first row alone may be either, and is asked about.
func TestDaysOfTheRowsAreNoDayOfFillingIn(t *testing.T) {
	done := [3]string{"已完成", "推进中", "已完成"}
	ret, role, _ := lastColumn(t, "日期", done, [3]string{"2021年2月3日", "", "2021年3月5日"})
	if role != words.Completed || ret.Rows[0].CompletedOn.Value != (period.Date{Year: 2021, Month: 2, Day: 3}) || ret.StatedOn.Given() {
		t.Errorf("differing days: %s, %+v, %+v", role, ret.Rows[0].CompletedOn, ret.StatedOn)
	}
	if ret, role, _ := lastColumn(t, "日期", done, [3]string{"2021年4月5日", "2021年4月5日", "2021年4月5日"}); role != words.Filler || ret.StatedOn.Value.Day != 5 || ret.Rows[0].CompletedOn.Given() {
		t.Errorf("one day: %s, %+v", role, ret.StatedOn)
	}
	ret, role, found := lastColumn(t, "日期", done, [3]string{"2021年4月5日", "", ""})
	if role != words.OtherText || ret.Rows[0].CompletedOn.Given() || !asks(found) {
		t.Errorf("a day of the first row: %s, %+v, %v", role, ret.Rows[0].CompletedOn, found)
	}
}

// A column 时间 is said to tell when matters were completed only where it does: where all its days stand beside
// the rows, the office is asked what they are.
func TestDaysBesideTheRowsAreAskedAbout(t *testing.T) {
	days := [3]string{"2021年2月3日", "", "2021年3月5日"}
	ret, role, found := lastColumn(t, "时间", [3]string{"√结束", "推进中", "推进中"}, days)
	if role != words.OtherText || !asks(found) || len(ret.Rows[0].Other) != 2 {
		t.Errorf("nothing completed: %s, %+v, %v", role, ret.Rows[0].Other, found)
	}
	ret, role, found = lastColumn(t, "时间", [3]string{"已完成", "推进中", "推进中"}, days)
	if role != words.Completed || asks(found) || !ret.Rows[0].CompletedOn.Given() || ret.Rows[2].CompletedOn.Given() {
		t.Errorf("one completed: %s, %+v, %v", role, ret.Rows[0].CompletedOn, found)
	}
}

func asks(found []finding.Finding) bool {
	return slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == finding.ColumnUnused })
}

// A sample shows a day as the eye sees it, and not the number by which a workbook keeps it.
func TestSamplesShowDays(t *testing.T) {
	ret, _ := drafted(func(d *grid.Draft, p *grid.Palette) {
		d.PutText(2, 1, asked[0])
		d.PutText(2, 2, "已完成")
		d.PutNumber(2, 4, 44260, "yyyy-mm-dd")
	})
	if got := ret.Columns[3].Samples; len(got) != 1 || got[0] != "2021-03-05" {
		t.Errorf("%q", got)
	}
}
