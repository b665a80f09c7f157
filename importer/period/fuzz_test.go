package period

import (
	"strings"
	"testing"
)

// Any text: nothing panics, years lie between 1900 and 2100, and what is quoted stands in
// the text as written.
func FuzzDate(f *testing.F) {
	for _, s := range []string{
		"已完成（9月20日）", "9月5日印发方案，9月20日全部办结", "9月1日至28日完成", "2021-09-28T08:00:00+08:00", "今年底前", "6、12月", "到2025年，建成",
		"每季度首月8日前", "全年推进，12月底前完成总结", "最迟11.20前", "2021年１－９月", "截至二○二一年九月", "二一年Ⅲ季度", "《2021年》9月", "\xff9.30\x00", "年末", "202107-09",
	} {
		f.Add(s, 2021)
	}
	inYears := func(t *testing.T, s string, d Date) {
		if !d.IsZero() && (!d.Valid() || d.Year > 2100) {
			t.Fatalf("%q gives the day %v", s, d)
		}
	}
	f.Fuzz(func(t *testing.T, s string, year int) {
		d, ok := ParseDate(s, year)
		inYears(t, s, d)
		if IsDate(s, year) && !ok {
			t.Fatalf("%q is a date and can't be read", s)
		}
		found, said, ok := FindDate(s, year)
		inYears(t, s, found)
		if ok != (said != "") || ok == found.IsZero() || !strings.Contains(s, said) {
			t.Fatalf("FindDate(%q) = %v, %q, %v", s, found, said, ok)
		}
		due, ok := ParseDue(s, year)
		if IsDue(s, year) && !ok {
			t.Fatalf("%q is a deadline and can't be read", s)
		}
		for _, d := range []Due{due, FindDue(s, year)} {
			inYears(t, s, d.On)
			if !strings.Contains(s, d.Said) || !strings.Contains(s, d.Recurring) || d.On.IsZero() != (d.Said == "") {
				t.Fatalf("%q gives the deadline %+v", s, d)
			}
		}
		for _, m := range Months(s) {
			if m.Month < 1 || m.Month > 12 || (m.Month+2)/3 != m.Quarter.N || !strings.Contains(s, m.Said) {
				t.Fatalf("Months(%q) has %+v", s, m)
			}
			if y := m.Quarter.Year; y != 0 && (y < 1900 || y > 2100) {
				t.Fatalf("Months(%q) has %+v", s, m)
			}
		}
		for _, y := range Years(s) {
			if y < 1900 || y > 2100 {
				t.Fatalf("Years(%q) has %d", s, y)
			}
		}
		Relative(s)
	})
}
