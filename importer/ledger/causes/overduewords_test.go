package causes

import (
	"testing"

	"taizhang/importer/finding"
)

// What is due and nobody reported on is not said to be undone.
func TestOverdueWords(t *testing.T) {
	behind, unheard := &finding.Finding{Found: "第1条“公开规划”滞后"}, &finding.Finding{Found: "第2条“公开预算”未报"}
	for want, found := range map[string][]*finding.Finding{
		"已到期而没有完成": {behind},
		"已到期而没有填报": {unheard, unheard},
		"已到期而没有完成或者没有填报（没有填报的 1 条）": {behind, unheard},
	} {
		if got := overdueWords(found); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
