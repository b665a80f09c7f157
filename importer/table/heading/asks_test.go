package heading

import (
	"testing"

	"taizhang/templates/words"
)

// A 是 or 否 says where a requirement stands only where the heading asks that.
func TestAsksElse(t *testing.T) {
	for text, want := range map[string]bool{
		"是否滞后": true, "是否逾期": true, "是否未完成": true, "是否涉密": true, "是否需要协调": true, "是否存在问题": true, "是否需延期": true, "有无困难": true,
		"是否完成": false, "是否办结": false, "是否达序时": false, "是否如期": false, "是否销号": false, "是否按时完成": false, "完成情况": false,
	} {
		if got := AsksElse(text); got != want {
			t.Errorf("%s asks something else: %v, want %v", text, got, want)
		}
	}
}

// A heading may ask without a noun: 完成于, 结没结.
func TestAsksWithoutANoun(t *testing.T) {
	h := New(words.Default())
	for text, want := range map[string]words.Role{"完成于": words.Completed, "全部办结于": words.Completed, "完成在哪天": words.Completed, "几号办结的": words.Completed, "结没结": words.Status, "完没完": words.Status, "目标编号": words.Number} {
		if fit := h.Of(text).Best(want); fit < 0.8 {
			t.Errorf("%s: %s fits %.2f", text, want, fit)
		}
	}
}
