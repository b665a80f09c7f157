package grid

import (
	"math"
	"testing"
	"unicode/utf8"

	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/numfmt"
)

// No format and no number ends a run, and what is shown is text.
func FuzzShown(f *testing.F) {
	for _, format := range []string{`[=1]"已完成";[=2]"推进中";"未启动"`, `0"."0,"万"`, `#,##0.00"元";-0"元";"-"??;@"室"`, `0.0#%"完"`, `[DBNum1]第G/通用格式季\度`, `\`, `"`, `[`, `_`, `0!`, `,`, `.`, `@@`} {
		for _, v := range []float64{0, 1, -2.5, 85, 1e14, 1e300, 0.00001} {
			f.Add(format, v)
		}
	}
	f.Fuzz(func(t *testing.T, format string, v float64) {
		if math.IsNaN(v) || math.IsInf(v, 0) || !utf8.ValidString(format) {
			return
		}
		c := Cell{Kind: Number, Number: v, Text: numfmt.Decimal(v), Format: format}
		words, _ := c.DateWords()
		for _, s := range []string{c.String(), c.Padded(), words, numfmt.ShownText(format, "甲")} {
			if !utf8.ValidString(s) {
				t.Errorf("%v as %q reads %q", v, format, s)
			}
		}
		if text, ok := numfmt.Shown(format, v); ok && text != "" && chars.Blank(text) {
			t.Errorf("%v as %q shows %q", v, format, text)
		}
	})
}

// Every run of a text is either seen or struck out.
func FuzzWithoutStruck(f *testing.F) {
	f.Add("已完成", " / ", "未完成", uint8(4))
	f.Add("a", "、", "b", uint8(1))
	f.Fuzz(func(t *testing.T, a, b, c string, struck uint8) {
		runs := []chars.Run{{Text: a, Struck: struck&1 != 0}, {Text: b, Struck: struck&2 != 0}, {Text: c, Struck: struck&4 != 0}}
		seen, gone := chars.WithoutStruck(runs)
		if !utf8.ValidString(a+b+c) || len(seen)+len(gone) > len(a)+len(b)+len(c)+2 {
			return
		}
		if struck&7 == 0 && (seen != a+b+c || gone != "") {
			t.Errorf("%q leaves %q", a+b+c, seen)
		}
	})
}
