package questions

import "testing"

// What any requirement says speaks for none of them.
func TestWordsOfAnyRequirementTellNothing(t *testing.T) {
	for _, c := range []struct{ said, wanted, want string }{
		{"总体情况", "全年完成固定资产投资2.6亿元，每季度通报一次投资完成情况。", ""},
		{"安全工作情况", "每季度开展一次消防安全检查，通报检查情况。", "文字相似 17%，都有“安全”"},
		{"消防安全检查", "每季度开展一次消防安全检查，通报检查情况。", "文字相似 43%，都有“消防安全检查”"},
	} {
		if got := likeness(c.said, c.wanted); got != c.want {
			t.Errorf("%s: %q, want %q", c.said, got, c.want)
		}
	}
}
