package numfmt

import "testing"

func TestTextsUnderFormats(t *testing.T) {
	for _, tt := range []struct{ format, text, want string }{
		{`0;-0;0;@"室"`, "办公", "办公室"},
		{`@"股"`, "财务", "财务股"},
		{`"第"@"季度"`, "三", "第三季度"},
		{`_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `, "无", "无"},
		{`0.00`, "已完成", "已完成"},
		{`[=1]"是";"否"`, "已完成", "已完成"},
		{`@`, "甲", "甲"},
		{`yyyy/m/d;@`, "9月底", "9月底"},
		{`0;-0;0;`, "甲", ""},
		{`0;-0;0;"有"`, "甲", "有"},
	} {
		if got := ShownText(tt.format, tt.text); got != tt.want {
			t.Errorf("%s as %s reads %q, want %q", tt.text, tt.format, got, tt.want)
		}
	}
}

func TestCanonicalNumbers(t *testing.T) {
	for _, s := range []string{"0", "7", "10", "0.5", "13800138000", "0.855", "123456789012345"} {
		v, ok := ParseNumber(s)
		if !Canonical(s) || !ok || Decimal(v) != s {
			t.Errorf("%s: canonical %v, decimal %s", s, Canonical(s), Decimal(v))
		}
	}
	for _, s := range []string{"", "007", "1.50", "1.", ".5", "1e3", "-1", "1234567890123456", "+1", "1.2.3"} {
		if Canonical(s) {
			t.Errorf("%s is taken as it stands", s)
		}
	}
}
