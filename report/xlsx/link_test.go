package xlsx

import (
	"net/url"
	"strings"
	"testing"
)

func TestWeb(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.example.gov.cn/a?b=1&c=2":                  "https://www.example.gov.cn/a?b=1&c=2",
		"  http://example.gov.cn  ":                             "http://example.gov.cn",
		"http://example.gov.cn/公开":                              "http://example.gov.cn/%E5%85%AC%E5%BC%80",
		"javascript:alert(1)":                                   "",
		"file:///etc/passwd":                                    "",
		"HTTP://example.gov.cn":                                 "",
		"https://":                                              "",
		"见 https://example.gov.cn":                              "",
		"https://example.gov.cn 和 https://b.cn":                 "",
		"https://example.gov.cn/" + strings.Repeat("a", MaxURL): "",
		`\\server\share`:                                        "",
	} {
		if got := Web(in); got.Address != want {
			t.Errorf("%q leads to %q, want %q", in, got.Address, want)
		}
	}
}

// Whatever a file is called, its address is one, and leads to that very file.
func FuzzEscape(f *testing.F) {
	f.Add("../第一季度/100% (1)#?.xlsx")
	f.Add("a:b|c\\d\x01")
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ToValidUTF8(s, "") != s {
			return
		}
		u, err := url.Parse("x/" + Escape(s))
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if u.Path != "x/"+s || u.RawQuery != "" || u.Fragment != "" {
			t.Fatalf("%q leads to %q", s, u.Path)
		}
	})
}
