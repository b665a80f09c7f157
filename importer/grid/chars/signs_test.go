package chars

import "testing"

// A text in a font of signs reads as what it looks like; a word that was set in one by mistake stays.
func TestSymbols(t *testing.T) {
	for _, tt := range []struct{ font, text, want string }{
		{"Wingdings", "þ", "☑"}, {"wingdings 2", "R £", "☑ □"}, {" Wingdings", "\uf0fe已完成", "☑已完成"}, {"Marlett", "v", "※"},
		{"Symbol", "OK", "※※"}, {"Wingdings", "https://a.cn", "https://a.cn"}, {"Wingdings", "ooo", "□□□"}, {"宋体", "þ", "þ"}, {"", "R", "R"},
	} {
		if got := Symbols(tt.font, tt.text); got != tt.want {
			t.Errorf("%q in %s reads %q, want %q", tt.text, tt.font, got, tt.want)
		}
	}
}
