package answer

import "testing"

func TestSplitNumber(t *testing.T) {
	for text, want := range map[string][2]string{
		"3.及时公开": {"3", "及时公开"}, "3．及时公开": {"3", "及时公开"}, "12、做好": {"12", "做好"}, "（5）加强": {"5", "加强"}, "7 积极": {"7", "积极"}, "27 TOCC平台": {"27", "TOCC平台"}, "5 G基站": {"", "5 G基站"},
		"1 .主动": {"1", "主动"}, "2021年底前": {"", "2021年底前"}, "12345热线": {"", "12345热线"}, "1.5万元": {"", "1.5万元"}, "3项工作": {"", "3项工作"}, "做好": {"", "做好"},
	} {
		number, rest := SplitNumber(text)
		if number != want[0] || rest != want[1] {
			t.Errorf("%q splits into %q and %q, want %q", text, number, rest, want)
		}
	}
}
