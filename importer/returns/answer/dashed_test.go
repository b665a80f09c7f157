package answer

import "testing"

func TestNumbersBeforeADash(t *testing.T) {
	for text, want := range map[string][2]string{
		"18-亿元项目":    {"18", "亿元项目"},
		"7—“书香月”活动":  {"7", "“书香月”活动"},
		"12 - 竹编进校园": {"12", "竹编进校园"},
		"3-5岁幼儿入园":   {"", "3-5岁幼儿入园"},
		"24-25":      {"", "24-25"},
	} {
		if number, rest := SplitNumber(text); number != want[0] || rest != want[1] {
			t.Errorf("%s: %q, %q", text, number, rest)
		}
	}
}
