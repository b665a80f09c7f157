package legend

import "testing"

// TestMayExplain: notes that give a meaning pass the quick look, answers don't.
func TestMayExplain(t *testing.T) {
	for text, want := range map[string]bool{
		"注：●已完成 ○推进中": true, "绿色：已办结；红色：滞后": true, "“达到”指按期做到": true, "在办=正在推进": true, "A 已办结；B 在办": true,
		"A已完成、B推进中": true, "已完成打√，未完成打×": true, "标★的表示重点": true, "图例：长期": true, "已完成的请填是": true,
		"公开规划12份：其中AI项目3个，CPU 2台": false, "为企业代办事项，召开图书馆会议": false, "是": false, "": false,
	} {
		if got := mayExplain(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
