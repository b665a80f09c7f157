package grid

import (
	"testing"

	"taizhang/importer/grid/excel"
	"taizhang/importer/grid/numfmt"
)

func TestNumberFormats(t *testing.T) {
	const day = 44467.0 // 2021-09-28
	tests := []struct {
		format string
		number float64
		want   string // String()
		date   string // "" for none
	}{
		{"", 44467, "44467", ""},
		{"@", 44467, "44467", ""},
		{"0.00", day, "44467", ""},
		{"#,##0", 1234567.5, "1234567.5", ""},
		{"yyyy/m/d", day, "2021-09-28", "2021-09-28"},
		{`yyyy"年"m"月"d"日"`, day, "2021-09-28", "2021-09-28"},
		{`yyyy年m月d日`, day, "2021-09-28", "2021-09-28"},
		{`[$-804]yyyy"年"m"月"d"日";@`, day, "2021-09-28", "2021-09-28"},
		{`[DBNum1][$-804]yyyy"年"m"月"d"日"`, day, "2021-09-28", "2021-09-28"},
		{`[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`, day, "2021-09-28", "2021-09-28"},
		{`yyyy\-mm\-dd;@`, day, "2021-09-28", "2021-09-28"},
		{`m"月"d"日"`, day, "2021-09-28", "2021-09-28"},
		{"yyyy/m/d h:mm", day + 0.6, "2021-09-28", "2021-09-28"},
		{"h:mm", day + 0.5, "2021-09-28", "2021-09-28"},
		{"[$-404]e/m/d", day, "2021-09-28", "2021-09-28"},
		// A month alone, as a spreadsheet stores 2021年9月, is its last day.
		{`yyyy"年"m"月"`, 44440, "2021年9月", "2021-09-30"},
		{`yyyy"年"m"月"`, day, "2021-09-28", "2021-09-28"},
		{"mmm-yy", 44440, "2021年9月", "2021-09-30"},
		// Times of day and durations are no dates.
		{"h:mm", 0.604166666666667, "14:30", ""},
		{`上午/下午h"时"mm"分"`, 0.25, "6:00", ""},
		{"[h]:mm", 1.5, "1.5", ""},
		{"[h]:mm:ss", day, "44467", ""},
		{"[mm]:ss", 1.5, "1.5", ""},
		// Letters in quotes, behind a backslash and in brackets show nothing.
		{`0.00"day"`, 3, "3.00day", ""},
		{`0\d`, 3, "3d", ""},
		{`[Red]0.00`, 3, "3", ""},
		{`[红色]0`, 3, "3", ""},
		{`[$USD] 0.00`, 3, "3", ""},
		{`0_d`, 3, "3", ""},
		{`0*d`, 3, "3", ""},
		{`"未关闭 ymd`, 3, "3", ""},
		{"0.00E+00", 3000, "3000", ""},
		{"General", 3, "3", ""},
		{"0万", 3, "3万", ""},
		// Percentages.
		{"0%", 0.855, "85.5%", ""},
		{"0.00%", 1.879, "187.9%", ""},
		{"0%", 0.57, "57%", ""},
		{"0%", 1, "100%", ""},
		{"0%", 0, "0%", ""},
		{"0%", -0.05, "-5%", ""},
		{`_ * #,##0%_ ;_ * \-#,##0%_ ;_ * "-"_ ;_ @_ `, 0.3, "30%", ""},
		// The section that applies decides.
		{`[<=1]0%;0`, 0.8, "80%", ""},
		{`[<=1]0%;0`, 80, "80", ""},
		{`0;0%`, -0.5, "-50%", ""},
		{`0;0%`, 0.5, "0.5", ""},
		{`0;-0;0%`, 0, "0%", ""},
		{`"a;b"0%;0`, 0.5, "a;b50%", ""},
		{";;;", 5, "5", ""},
		// Serial numbers that are no day.
		{"yyyy/m/d", 60, "60", ""},
		{"yyyy/m/d", -3, "-3", ""},
	}
	for _, tt := range tests {
		c := Cell{Kind: Number, Number: tt.number, Text: numfmt.Decimal(tt.number), Format: excel.PlainFormat(tt.format)}
		if got := c.String(); got != tt.want {
			t.Errorf("%v as %s reads %q, want %q", tt.number, tt.format, got, tt.want)
		}
		day, ok := c.Date()
		if got := day.String(); got != tt.date || ok != (tt.date != "") {
			t.Errorf("%v as %s is the date %q, want %q", tt.number, tt.format, got, tt.date)
		}
		if want := tt.want[len(tt.want)-1] == '%'; c.IsPercent() != want {
			t.Errorf("%v as %s is a percentage: %v", tt.number, tt.format, c.IsPercent())
		}
	}
}

// Every built-in number format that shows a date is known as one.
func TestBuiltinFormats(t *testing.T) {
	dates := map[int]bool{}
	for _, r := range [][2]int{{14, 22}, {27, 36}, {45, 47}, {50, 58}} {
		for id := r[0]; id <= r[1]; id++ {
			dates[id] = id != 46 // [h]:mm:ss counts hours
		}
	}
	for id := range 60 {
		c := Cell{Kind: Number, Number: 44467, Format: excel.PlainFormat(excel.BuiltinFormat(id))}
		if _, ok := c.Date(); ok != dates[id] {
			t.Errorf("format %d (%s) is a date: %v", id, c.Format, ok)
		}
		if want := id == 9 || id == 10; c.IsPercent() != want {
			t.Errorf("format %d (%s) is a percentage: %v", id, c.Format, c.IsPercent())
		}
	}
}

func TestOnlyNumbersAreDates(t *testing.T) {
	c := Cell{Kind: Text, Text: "44467", Format: "yyyy/m/d"}
	if _, ok := c.Date(); ok || c.IsPercent() || c.String() != "44467" {
		t.Error("a text is taken for a date")
	}
}
