package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// Words that stand beside a sign are one cause wherever the sign is used, and the cause names both.
func TestWordsBesideASignAreOneCause(t *testing.T) {
	var rs []returns.Return
	for _, q := range []int{0, 1} {
		row := ledgertest.Row(ledgertest.SmallPlan().Requirements[q+2].Text.Value, "", "甲")
		row.Status.Said = "△"
		row.Status.Value = status.NoStatus
		file := string(rune('a'+q)) + ".xlsx"
		f := finding.New(finding.StatusUnknown, finding.In(file, "Sheet1").At(4, 3), "悬着", "△")
		f.Message = "看不出完成状态：△（表上注明是“悬着”）。"
		row.Findings = []finding.Finding{f}
		rs = append(rs, ledgertest.Ret(file, "财务股", ledgertest.Q1, row))
	}
	n := 0
	for _, c := range merged(t, rs...).Causes {
		if c.Code == finding.StatusUnknown {
			if n++; c.Findings != 2 || !strings.Contains(c.Message, "悬着") || !strings.Contains(c.Message, "△") || !strings.Contains(c.Hint, "状态 | 悬着 |") {
				t.Errorf("%d findings: %s %s", c.Findings, c.Message, c.Hint)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d causes", n)
	}
}
