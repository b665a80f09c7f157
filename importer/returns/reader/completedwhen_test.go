package reader

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
)

// A completed row's time of completion that is still to come, is several days or was put off is asked
// about, and none of them is taken for the day.
func TestTimeOfCompletionThatIsNone(t *testing.T) {
	for said, want := range map[string]finding.Code{
		"预计9月底":               finding.StatusContradiction,
		"待定":                  finding.StatusContradiction,
		"2021年3月15日-20日":      finding.DateUnreadable,
		"3月28日至4月2日":          finding.DateUnreadable,
		"2021/3/15（已延期至4月1日）": finding.DateUnreadable,
		"2021年3月15日":          "",
		"年底前":                 "",
		"长期":                  "",
	} {
		rs, _ := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{
			{"具体要求", "完成情况", "完成状态", "完成时间"},
			{"加强行政执法信息公开。", "公开情况如附件所列。", "已完成", said},
			{"加强信息归集工作。", "归集情况如附件所列。", "已完成", "2021年3月20日"},
			{"加强档案归集工作。", "档案情况如附件所列。", "已完成", "2021年3月22日"},
		})))
		row := rs[0].Rows[0]
		has := slices.ContainsFunc(row.Findings, func(f finding.Finding) bool { return f.Code == want })
		if want != "" && (!has || row.CompletedOn.Given()) || want == "" && len(row.Findings) > 0 {
			t.Errorf("%q: %v, completed on %q", said, row.Findings, row.CompletedOn.Said)
		}
	}
}
