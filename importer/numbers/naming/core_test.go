package naming

import (
	"slices"
	"testing"
)

func TestParted(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"行政诉讼——未经复议直接起诉", []string{"行政诉讼", "未经复议直接起诉"}},
		{"新收申请（自然人）", []string{"新收申请", "自然人", ""}},
		{"一--二-—三", []string{"一", "二", "", "三"}},
		{"（一）", []string{"", "一", ""}},
		{"政府信息公开", []string{"政府信息公开"}},
	} {
		if got := parted(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", tt.text, got)
		}
	}
}
