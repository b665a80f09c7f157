package chars

import (
	"testing"
	"unicode/utf8"
)

// What is copied out of a PDF is made of radicals; it reads as what it looks like.
func TestTidyFoldsRadicals(t *testing.T) {
	for text, want := range map[string]string{
		"⼯作⽅案已印发，⽹站同步公开。":                 "工作方案已印发，网站同步公开。",
		"⻓期坚持，⻋辆⻚⾯⺠⽣⻛险⻔户⻢上⻅效":             "长期坚持，车辆页面民生风险门户马上见效",
		"\uf90a融\uf9db先\uf901新\r\n⽂件\x01": "金融率先更新\n文件",
		"①Ａ１（一）　½㎡〇卐⺀":                    "①Ａ１（一）　½㎡〇卐⺀", // other compatibility characters say something of their own
		"ＥＦ，—…“”":                         "ＥＦ，—…“”",
	} {
		if got := Tidy(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	if n := len(supplement); n != 0x2EF4-firstSupplement {
		t.Errorf("the supplement has %d characters", n)
	}
}

// Broken bytes are nobody's ideographs and go through as they are.
func TestTidyOfBrokenText(t *testing.T) {
	for _, text := range []string{"\xE4\x01", "\xE4", "a\xE5\x80", "\xEF", "\xE2\xBA"} {
		if got := Tidy(text); utf8.ValidString(text) != utf8.ValidString(got) && got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func BenchmarkTidy(b *testing.B) {
	for b.Loop() {
		Tidy("已在县政府门户网站公开各类规划十二项，解读材料同步发布，群众来信来电全部按期答复。")
	}
}
