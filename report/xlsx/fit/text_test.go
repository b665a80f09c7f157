package fit

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "已公开。", "已公开。"},
		{"line breaks", "一\r\n二\r三\u2028四", "一\n二\n三\n四"},
		{"tabs", "一\t二", "一 二"},
		{"control characters", "a\x00b\x07c\x1bd\x7fe\u0085f", "abcdef"},
		{"direction marks", "txt.\u202Exslx", "txt.xslx"},
		{"not a character", "a\uFFFEb\uFFFFc\uFEFFd", "abcd"},
		{"broken UTF-8", "a\xffb", "a\uFFFDb"},
		{"formulas stay as they are", "=1+1", "=1+1"},
		{"beyond the first plane", "𠮷野家", "𠮷野家"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCleanKeepsToTheCell(t *testing.T) {
	fits := strings.Repeat("字", maxUnits)
	if Clean(fits) != fits {
		t.Error("a text that just fits was cut")
	}
	for _, letter := range []string{"字", "𠮷"} {
		got := Clean(strings.Repeat(letter, 40000))
		if n := units(got); n > maxUnits || n < maxUnits-2 {
			t.Errorf("%d units", n)
		}
		if !strings.HasSuffix(got, "（原文共40000字，单元格容不下，以下从略，请看来源文件）") {
			t.Errorf("ends with %q", got[len(got)-60:])
		}
	}
	if n := strings.Count(Clean(strings.Repeat("行\n", 300)), "\n"); n != maxBreaks {
		t.Errorf("%d line breaks", n)
	}
}

func FuzzClean(f *testing.F) {
	f.Add("=cmd|'/c calc'!A1")
	f.Add("\u202E\x00\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) || units(got) > maxUnits {
			t.Fatalf("%q", got)
		}
		for _, r := range got {
			if r != '\n' && unicode.IsControl(r) {
				t.Fatalf("%q keeps %U", got, r)
			}
		}
		if again := Clean(got); again != got {
			t.Fatalf("%q becomes %q", got, again)
		}
		if IsClean(s) && got != s {
			t.Fatalf("%q is clean and becomes %q", s, got)
		}
	})
}

// The look whether there is anything to do sees every character that is changed.
func TestIsClean(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if s := "甲" + string(r) + "乙"; IsClean(s) != (scrub(s) == s) {
			t.Fatalf("U+%04X: clean %v, becomes %q", r, IsClean(s), scrub(s))
		}
	}
	for _, s := range []string{"\x80", "甲\xE4\xB8", "\xFF", "\xED\xA0\x80", strings.Repeat("\n", maxBreaks+1), strings.Repeat("a", maxUnits+1)} {
		if IsClean(s) {
			t.Errorf("%.20q passes", s)
		}
	}
}
