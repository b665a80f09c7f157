package book

import (
	"net/url"
	"strings"
	"testing"

	"taizhang/importer/finding"
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
		"https://example.gov.cn/" + strings.Repeat("a", maxURL): "",
		`\\server\share`:                                        "",
	} {
		if got := web(in); got.address != want {
			t.Errorf("%q leads to %q, want %q", in, got.address, want)
		}
	}
}

func TestToFile(t *testing.T) {
	b := &book{root: "..", files: map[string]*source{"第一季度/a b#1%.xlsx": {format: "xlsx"}, "c.csv": {format: "csv"}, "it's.xls": {format: "xls"}}}
	for _, c := range []struct {
		at             finding.Place
		address, place string
	}{
		{finding.In("第一季度/a b#1%.xlsx", "Sheet1").At(17, 4), "../第一季度/a%20b%231%25.xlsx", "'Sheet1'!D17"},
		{finding.In("第一季度/a b#1%.xlsx", "Sheet1"), "../第一季度/a%20b%231%25.xlsx", "'Sheet1'!A1"},
		{finding.In("c.csv", "c").At(3, 0), "../c.csv", ""},
		{finding.In("it's.xls", "it's").At(3, 0), "../it's.xls", "'it''s'!A3"},
		{finding.In("not-looked-at.xlsx", ""), "", ""},
		{finding.Place{}, "", ""},
	} {
		if got := b.toFile(c.at); got.address != c.address || got.place != c.place {
			t.Errorf("%v: %q %q", c.at, got.address, got.place)
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
		u, err := url.Parse("x/" + escape(s))
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if u.Path != "x/"+s || u.RawQuery != "" || u.Fragment != "" {
			t.Fatalf("%q leads to %q", s, u.Path)
		}
	})
}
