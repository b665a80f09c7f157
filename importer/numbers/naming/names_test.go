package naming

import (
	"slices"
	"testing"

	"taizhang/templates/tables"
)

// TestMayNumber: no numbering begins with a character that it is denied to begin with.
func TestMayNumber(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		for _, rest := range []string{"", "、名", ".名", "．名", ")名", "）名", "三）名", "3)名", "中：名", "名"} {
			if text := string(r) + rest; numbering.MatchString(text) && !mayNumber(r) {
				t.Fatalf("%q is numbered", text)
			}
		}
	}
}

func TestWithoutBrackets(t *testing.T) {
	for text, want := range map[string]string{
		"":             "",
		"制发件数":         "制发件数",
		"制发件数（件）":      "制发件数",
		"（一）制发[本年]件数":  "制发件数",
		"制发（件】数":       "制发数",
		"制发（(件)）":      "制发）",
		"制发（件":         "制发（件",
		"制发）件（":        "制发）件（",
		"（件）":          "",
		"制发〔2021〕号（未完": "制发号（未完",
	} {
		if got := WithoutBrackets(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// BenchmarkFind is what a sheet without numbers costs: none of its texts names one.
func BenchmarkFind(b *testing.B) {
	forms, err := tables.Forms()
	if err != nil {
		b.Fatal(err)
	}
	x := New(forms[0])
	texts := slices.Repeat([]string{"序号", "完成时间", "推进中", "已公开规划12份，开展自查33次。", "主动公开财政信息（含预算、决算），及时更新", "示政办函〔2021〕49号"}, 10)
	for b.Loop() {
		for _, text := range texts {
			if x.Find(text) != nil {
				b.Fatal(text)
			}
		}
	}
}
