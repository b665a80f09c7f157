package fold

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestKey(t *testing.T) {
	same := [][]string{
		{"具体要求", "具 体 要 求", "具　体\n要　求", "具体要求：", "“具体要求”", "\ufeff具\u200b体要求", "具\u00a0体\r\n要求"},
		{"广电旅游和公共服务股(行政审批服务股)", "广电旅游和公共服务股（行政审批服务股）", "广电旅游和公共服务股〔行政审批服务股〕", "广电旅游和公共服务股【行政审批服务股】"},
		{"2021年Q3完成80", "２０２１年ｑ３，完成８０％。"},
		{"二〇二一", "二○二一"},
		{"工作", "⼯作"}, // a Kangxi radical, as PDF copies have it
		{"—", "－", "-", "–", " — "},
		{"/", "／"},
	}
	for _, group := range same {
		for _, s := range group[1:] {
			if Key(s) != Key(group[0]) {
				t.Errorf("Key(%q) = %q, Key(%q) = %q; want the same", s, Key(s), group[0], Key(group[0]))
			}
		}
	}
	differ := [][2]string{{"/", ""}, {"/", "-"}, {"√", ""}, {"√", "×"}, {"①", "1"}, {"第3项", "第2项"}, {"完成", "未完成"}, {"½", "12"}}
	for _, pair := range differ {
		if Key(pair[0]) == Key(pair[1]) {
			t.Errorf("Key(%q) = Key(%q) = %q", pair[0], pair[1], Key(pair[0]))
		}
	}
	for _, s := range []string{"", " ", "\u3000\n\t", "\u200b\ufeff"} {
		if got := Key(s); got != "" {
			t.Errorf("Key(%q) = %q, want empty", s, got)
		}
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"  ２０２１年\u00a0 第\u200b三季度\n\n，完成。　": "2021年 第三季度 ，完成。",
		"ＰＤＦ（附件）": "PDF（附件）",
		"":        "",
		"\u3000":  "",
	} {
		if got := Text(in); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLikeness(t *testing.T) {
	const text = "加强行政执法信息公开"
	tests := []struct {
		a, b     string
		from, to float64
	}{
		{text, text, 1, 1},
		{text, "加强行政执法信息公开。", 1, 1},
		{text, "加强行政执法信息的公开", 0.8, 0.95},
		{text, "加强财政信息公开", 0.4, 0.7},
		{text, "完善平台", 0, 0.01},
		{"好好好好", "好好", 0.49, 0.51}, // repeats count: 2·1/(3+1)
		{"好", "好", 1, 1},
		{"好", "好人", 0, 0},
		{"上中上", "中上中", 0.5, 0.5}, // the same pairs, another text
		{"", "", 0, 0},
		{"", text, 0, 0},
		{"/", text, 0, 0},
	}
	for _, tt := range tests {
		if got := Of(tt.a).Likeness(Of(tt.b)); got < tt.from || got > tt.to {
			t.Errorf("%q and %q: %.3f, want %.2f to %.2f", tt.a, tt.b, got, tt.from, tt.to)
		}
	}
}

func TestWithin(t *testing.T) {
	tests := []struct {
		a, b     string
		from, to float64
	}{
		{"行政执法信息", "加强行政执法信息公开", 1, 1},
		{"公", "信息公开", 1, 1},
		{"行政执法的信息", "加强行政执法信息公开", 0.5, 0.9},
		{"完善平台", "加强行政执法信息公开", 0, 0},
		{"", "加强", 0, 0},
	}
	for _, tt := range tests {
		if got := Of(tt.b).Within(Of(tt.a)); got < tt.from || got > tt.to {
			t.Errorf("%q in %q: %.3f, want %.2f to %.2f", tt.a, tt.b, got, tt.from, tt.to)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"", "具 体 要 求", "／", "\xff\xfe", "①②③", "⼯作", "e\u0301", "\u0301", "ﬁ", "☑", "\u2028", "ｶﾞ"} {
		f.Add(s, "加强")
	}
	f.Add("主动公开“十四五”规划纲要、各项规划、政策解读等相关信息，及时更新。", "公开")
	f.Fuzz(func(t *testing.T, a, b string) {
		key := Key(a)
		if !utf8.ValidString(key) {
			t.Fatalf("Key(%q) = %q is not UTF-8", a, key)
		}
		if again := Key(key); again != key {
			t.Fatalf("Key(%q) = %q, but its own key is %q", a, key, again)
		}
		if strings.ContainsAny(key, " \n\t") {
			t.Fatalf("Key(%q) = %q holds a space", a, key)
		}
		for _, n := range []int{0, 1, 3, 24} {
			if Longer(a, n) != (utf8.RuneCountInString(key) > n) {
				t.Fatalf("the key of %q is %q, Longer(%d) is %v", a, key, n, Longer(a, n))
			}
		}
		if text := Text(a); Text(text) != text || Key(text) != key {
			t.Fatalf("Text(%q) = %q is not settled", a, text)
		}
		x, y := Of(a), Of(b)
		like := x.Likeness(y)
		if like != y.Likeness(x) || like < 0 || like > 1 || like == 1 && x.Key != y.Key {
			t.Fatalf("likeness of %q and %q is %v and %v", a, b, like, y.Likeness(x))
		}
		if in := x.Within(y); in < 0 || in > 1 || in+1e-9 < like {
			t.Fatalf("%q within %q is %v, likeness %v", a, b, in, like)
		}
	})
}

func BenchmarkLikeness(b *testing.B) {
	x := Of(strings.Repeat("综合运用新闻发布会、在线访谈、图文动画、短视频等形式对重大政策开展深入解读", 3))
	y := Of(strings.Repeat("更加注重对政策背景、出台目的、重要举措等方面的实质性解读，图文动画、短视频", 3))
	for b.Loop() {
		x.Likeness(y)
	}
}

func BenchmarkOf(b *testing.B) {
	s := strings.Repeat("综合运用新闻发布会、在线访谈、图文动画、短视频等形式对重大政策开展深入解读", 3)
	for b.Loop() {
		Of(s)
	}
}

// Every character, beside another and cut short: the bytes say the same as the character.
func TestIdeographAt(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, s := range []string{string(r), "a" + string(r) + "b"} {
			for i, c := range s {
				if ideographAt(s, i) != IsIdeograph(c) {
					t.Fatalf("%U at %d of %q", c, i, s)
				}
			}
		}
	}
	for _, s := range []string{"\xE5", "\xE5\xB8", "\xE5\xB8a", "\xE5a\x80", "\xE4\xB7\xBF", "\xEA\x80\x80", ""} {
		if ideographAt(s, 0) {
			t.Errorf("%q", s)
		}
	}
}
