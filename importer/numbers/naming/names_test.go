package naming

import (
	"slices"
	"strings"
	"testing"

	"taizhang/templates/tables"

	"pgregory.net/rapid"
)

// TestMayNumber: no numbering begins with a character that it is denied to begin with.
func TestMayNumber(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		for _, rest := range []string{"", "、名", ".名", "．名", "2.名", "２、名", "12)名", ".", ")名", "）名", "三）名", "3)名", "中：名", "名"} {
			if text := string(r) + rest; numbering.MatchString(text) && !mayBeNumbered(text) {
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

// TestNamesNothing: what the quick look rules out, a search does not find.
func TestNamesNothing(t *testing.T) {
	forms, err := tables.Forms()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range forms {
		x := New(f)
		pieces := strings.Fields("1. 一、 （一） 其中： 十 二十 202 ① 三 （件） （年度） - —— 政府信息公开 政务 本年 通过 当年 继续 数量 总数 情况 年度 完成 2021年 ( )")
		for name := range x.byText {
			pieces = append(pieces, name)
		}
		slices.Sort(pieces)
		rapid.Check(t, func(t *rapid.T) {
			text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 4).Draw(t, "pieces"), "")
			if x.namesNothing(text) && x.search(text) != nil {
				t.Errorf("%q names something", text)
			}
		})
	}
}

// BenchmarkFind is what a sheet without numbers costs: none of its texts names one.
func BenchmarkFind(b *testing.B) {
	forms, err := tables.Forms()
	if err != nil {
		b.Fatal(err)
	}
	x := New(forms[0])
	texts := slices.Repeat([]string{"序号", "完成时间", "推进中", "无", "35%", "2021-03-18", "十四、加强工作指导。", "14.各级政府（部门）要修订公开指南，明确获取渠道。", "已公开规划12份，开展自查33次。", "主动公开财政信息（含预算、决算），及时更新", "示政办函〔2021〕49号", "通过政府网站公开信息8条，反响良好", "总结经验，形成长效机制"}, 10)
	for b.Loop() {
		for _, text := range texts {
			if x.Find(text) != nil {
				b.Fatal(text)
			}
		}
	}
}
