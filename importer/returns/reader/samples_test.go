package reader

import (
	"slices"
	"testing"
)

// What is shown of a column comes from its rows: not from a signature, a note or a sum below them.
func TestSamplesAreOfAnswers(t *testing.T) {
	rs, _ := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{
		{"具体要求", "完成情况", "完成状态", "佐证"},
		{"加强行政执法信息公开。", "公开12条。", "已完成", ""},
		{"加强信息归集工作。", "归集中。", "推进中", ""},
		{"合计", "2", "", ""},
		{"填报人：赵渔", "", "", "2021年4月2日"},
	})))
	for _, c := range rs[0].Columns {
		for _, said := range c.Samples {
			if slices.Contains([]string{"合计", "2", "填报人：赵渔", "2021年4月2日"}, said) {
				t.Errorf("%s: %q", c.Heading, c.Samples)
			}
		}
		if c.Heading == "具体要求" && len(c.Samples) != 2 {
			t.Errorf("%q", c.Samples)
		}
	}
}
