package reader

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// The 填报日期 of a cover is that of the tables that state none; where covers differ it is nobody's.
func TestACoverStatesTheDate(t *testing.T) {
	for _, c := range []struct {
		covers []string
		own    string
		want   period.Date
	}{
		{[]string{"填报日期：2021年10月8日"}, "", period.Date{Year: 2021, Month: 10, Day: 8}},
		{[]string{"填报日期：2021年10月8日", "填报日期：2021.10.8"}, "", period.Date{Year: 2021, Month: 10, Day: 8}},
		{[]string{"填报日期：2021年10月8日"}, "填报日期：2021年10月9日", period.Date{Year: 2021, Month: 10, Day: 9}},
		{[]string{"填报日期：2021年10月8日", "填报日期：2021年10月7日"}, "", period.Date{}},
		{[]string{"填报日期：    年  月  日"}, "", period.Date{}},
	} {
		book := &grid.Book{File: "a.xlsx", Sum: "00", Format: "xlsx"}
		for i, date := range c.covers {
			book.Sheets = append(book.Sheets, grid.FromRows("a.xlsx", "封面"+string(rune('1'+i)), [][]string{{"填报单位：计划财务股"}, {"2021年第三季度"}, {date}}))
		}
		book.Sheets = append(book.Sheets, grid.FromRows("a.xlsx", "明细", [][]string{
			{"工作任务落实情况", "", "", c.own},
			{"序号", "具体要求", "完成情况", "完成状态"},
			{"1", "加强行政执法信息公开。", "公示处罚决定9宗", "已完成"},
			{"2", "持续深化地方政府债务信息公开。", "已公开", "已完成"},
		}))
		rs, fs := gave(testReader().Read(book))
		if len(rs) != 1 || rs[0].StatedOn.Value != c.want {
			t.Errorf("covers %q, own %q: %d returns %v, findings %v", c.covers, c.own, len(rs), rs[0].StatedOn, fs)
		}
	}
}
