package status

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMayNumber: what a quick look passes over numbers nothing.
func TestMayNumber(t *testing.T) {
	pieces := append(strings.Fields("1 2 １ ０ 12 . ． 、 ) ） 已完成 未 a"), " ")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, "pieces"), "")
		if listNumber.MatchString(text) && !mayNumber(text) {
			t.Errorf("%q is passed over", text)
		}
	})
}
