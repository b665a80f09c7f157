package status

import (
	"testing"

	"taizhang/templates/words"
)

func TestRoundDone(t *testing.T) {
	g := New(words.Default())
	for _, tt := range []struct {
		text, said string
		quarter    int
	}{
		{"本季已完成", "本季已完成", 0},
		{"本季度完成，下季度照旧", "本季度完成", 0},
		{"开会两场，到会九十人（当季完成）", "当季完成", 0},
		{"三季度演练已完成，拉动队伍四支。", "三季度演练已完成", 3},
		{"已完成第二季度巡查，换锁十七把", "已完成第二季度巡查", 2},
		{"一季度该办的办完了", "一季度该办的办完了", 1},
		{"第4季度的完成了", "第4季度的完成了", 4},
		{"本季未完成", "", 0},
		{"二季度巡查尚未完成", "", 0},
		{"本季度完成率偏低", "", 0},
		{"本季计划完成", "", 0},
		{"本季度任务完成80%", "", 0},
		{"本季基本完成", "", 0},
		{"本季完成两期", "", 0},
		{"拟于三季度完成", "", 0},
		{"四季豆种植已完成", "", 0},
		{"已完成", "", 0},
		{"淡季客流统计已完成", "", 0},
	} {
		if said, quarter := g.RoundDone(tt.text); said != tt.said || quarter != tt.quarter {
			t.Errorf("%s: %q of %d, want %q of %d", tt.text, said, quarter, tt.said, tt.quarter)
		}
	}
}
