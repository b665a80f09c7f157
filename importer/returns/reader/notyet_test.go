package reader

import "testing"

// 否 says that something is not done yet where the heading asks just that.
func TestNotYet(t *testing.T) {
	for _, tt := range []struct {
		heading, said, progress string
		want                    bool
	}{
		{"是否完成", "否", "公开情况如附件所列。", true},
		{"是否办结", "否", "公开情况如附件所列。", true},
		{"是否完成", "否", "进展滞后，缺少人手。", false},
		{"是否按时完成", "否", "公开情况如附件所列。", false},
		{"是否达序时", "否", "公开情况如附件所列。", false},
		{"是否完成", "未完成", "公开情况如附件所列。", false},
	} {
		rs, _ := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{
			{"具体要求", "完成情况", tt.heading},
			{"加强行政执法信息公开。", tt.progress, tt.said},
			{"加强信息归集工作。", "归集情况如附件所列。", "是"},
		})))
		if row := rs[0].Rows[0]; row.NotYet != tt.want {
			t.Errorf("%+v: %v (%q)", tt, row.NotYet, row.Status.Value)
		}
	}
}
