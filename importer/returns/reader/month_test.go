package reader

import "testing"

// A month in which something was finished is no day: the words are kept, and no day is made of them.
func TestAMonthIsNoDay(t *testing.T) {
	for said, want := range map[string]string{
		"方案已于3月印发。":          "",
		"方案已于3月底全部印发。":       "",
		"方案已于3月6日印发。":        "2021-03-06",
		"3月印发方案，3月20日全部完成。":  "2021-03-20",
		"3月6日印发方案，4月全部完成整改。": "",
	} {
		rs, _ := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{
			{"具体要求", "完成情况", "完成状态"},
			{"加强行政执法信息公开。", said, "已完成"},
			{"加强信息归集工作。", "归集情况如附件所列。", "已完成"},
		})))
		row := rs[0].Rows[0]
		if row.CompletedOn.Value.String() != want || row.Progress.Value != said {
			t.Errorf("%s: %s, want %q", said, row.CompletedOn.Value, want)
		}
	}
}
