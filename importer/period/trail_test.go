package period

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMayTrail: what a quick look passes over ends in nothing that trailing takes.
func TestMayTrail(t *testing.T) {
	pieces := append(strings.Fields("2021年9月28日 9 28 日 号 10:30 +08:00 上午 早上 10时 30分 周 星期 二 天 （ ） ( ) 左右 许 前 之前 已 完成 办结 了 整改 公开 上线 召开 Z T 线 底"), " ", "")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 6).Draw(t, "pieces"), "")
		if trailing.MatchString(text) && !mayTrail(text) {
			t.Errorf("%q is passed over", text)
		}
	})
}
