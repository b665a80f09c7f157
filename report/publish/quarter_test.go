package publish

import (
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
)

// TestQuartersAreNamed: 本季度 is so in a document of the quarter alone, and not in one of the year.
func TestQuartersAreNamed(t *testing.T) {
	for _, c := range []struct {
		of, asOf int
		carried  bool
		text     string
		want     string
	}{
		{2, 2, false, "本季度组织培训2场。", "本季度组织培训2场。"},
		{4, 4, false, "本季度组织培训2场。", "第四季度组织培训2场。"},
		{4, 4, false, "培训2场，本季度内办结；这一季度另有3场。", "培训2场，第四季度内办结；第四季度另有3场。"},
		{3, 4, true, "本季度，组织培训2场。", "组织培训2场。"},
		{1, 3, true, "完成本季度任务。", "完成第一季度任务。"},
		{4, 4, false, "上季度已完成，本季度回访410户。", "第三季度已完成，第四季度回访410户。"},
		{3, 3, false, "上季度已完成，本季度回访410户。", "上季度已完成，本季度回访410户。"},
		{1, 4, true, "上一季度已完成。", "上年第四季度已完成。"},
		{4, 4, false, "基本季度均衡，日本季度报告。", "基本季度均衡，日本季度报告。"},
	} {
		e := &editor{ledger: &ledger.Ledger{Year: 2021, AsOf: period.Quarter{Year: 2021, N: c.asOf}}}
		v := ledger.Voice{Carried: c.carried, Entry: &ledger.Entry{Quarter: period.Quarter{Year: 2021, N: c.of}}}
		if got := e.inQuarter(c.text, v); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}
