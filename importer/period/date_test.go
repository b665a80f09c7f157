package period

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2021年9月28日": "2021-09-28", "2021.9.28": "2021-09-28", "2021-09-28": "2021-09-28", "2021/9/28": "2021-09-28",
		"20210928": "2021-09-28", "9月28日": "2021-09-28", "9月28号": "2021-09-28", "9.28": "2021-09-28", "9-28": "2021-09-28", "9/28": "2021-09-28",
		"2021年9月": "2021-09-30", "2021.09": "2021-09-30", "2021-9": "2021-09-30", "202109": "2021-09-30", "9月": "2021-09-30", "9月份": "2021-09-30",
		"21年9月": "2021-09-30", "21.9.28": "2021-09-28", "210928": "2021-09-28",
		"二〇二一年九月二十八日": "2021-09-28", "二○二一年九月二十八日": "2021-09-28", "二O二一年九月廿八日": "2021-09-28", "二0二一年十二月三十一日": "2021-12-31",
		"２０２１年９月２８日": "2021-09-28", "２０２１．９．２８": "2021-09-28", "2021 年 9 月 28 日": "2021-09-28", " 2021年9月28日。": "2021-09-28",
		"9月底": "2021-09-30", "9月末": "2021-09-30", "9月上旬": "2021-09-10", "9月中旬": "2021-09-20", "9月下旬": "2021-09-30", "2月底": "2021-02-28",
		"三季度": "2021-09-30", "三季度末": "2021-09-30", "2020年第四季度": "2020-12-31", "Q2": "2021-06-30",
		"上半年": "2021-06-30", "年底": "2021-12-31", "2022年底": "2022-12-31", "2021年年底": "2021-12-31",
		"2021-09-28 10:30:00": "2021-09-28", "2021-09-28T00:00:00Z": "2021-09-28", "2021年9月28日（周二）": "2021-09-28",
		"44467": "2021-09-28", "44467.5": "2021-09-28",
		"9月28日左右": "2021-09-28", "已于9月28日完成": "2021-09-28", "9月28日提前完成": "2021-09-28",
		"2020年2月29日": "2020-02-29",

		"2021年2月30日": "", "2021年2月29日": "", "2021-13-01": "", "13月": "", "9月31日": "", "2021年9月0日": "", "0.8": "", "80%": "", "10-14-20": "",
		"2021年9月28日前": "", "9月底前": "", "9月28日之前": "", "9月28日前完成": "", "三季度末前": "",
		"9月前": "", "三季度前": "", "预计12月底": "", "计划9月28日": "", "2021年": "", "2021": "", "9": "", "3": "", "已完成": "", "": "", "无": "",
		"2021年9月1日至9月28日": "", "9.1-9.28": "", "99.1.1": "", "12345678": "", "12345": "", "第三批": "",
	} {
		got, ok := ParseDate(text, 2021)
		if got.String() != want && ok || ok != (want != "") {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"9月28日", "9.28", "9月底", "三季度", "21.9.28"} {
		if got, ok := ParseDate(text, 0); ok {
			t.Errorf("ParseDate(%q) without a year = %v", text, got)
		}
	}
}

func TestFromSerial(t *testing.T) {
	tests := []struct {
		serial   float64
		from1904 bool
		want     string
	}{
		{44467, false, "2021-09-28"}, {44467.99, false, "2021-09-28"}, {43005, true, "2021-09-28"},
		{1, false, "1900-01-01"}, {59, false, "1900-02-28"}, {60, false, ""}, {61, false, "1900-03-01"},
		{0, false, ""}, {0, true, "1904-01-01"}, {-1, false, ""}, {2958465, false, "9999-12-31"}, {2958466, false, ""}, {2958465, true, ""},
		{math.NaN(), false, ""}, {math.Inf(1), false, ""},
	}
	for _, tt := range tests {
		got, ok := FromSerial(tt.serial, tt.from1904)
		if ok != (tt.want != "") || ok && got.String() != tt.want {
			t.Errorf("FromSerial(%v, %v) = %v, %v; want %q", tt.serial, tt.from1904, got, ok, tt.want)
		}
	}
}

func TestDaysSince(t *testing.T) {
	a, b := Date{2022, 1, 8}, Date{2021, 12, 31}
	if got := a.DaysSince(b); got != 8 {
		t.Errorf("%v is %d days after %v, want 8", a, got, b)
	}
	if got := b.DaysSince(a); got != -8 {
		t.Errorf("%v is %d days after %v, want -8", b, got, a)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2021年9月28日", "二○二一年九月二十八日", "21.9.28", "20210928", "9月底前完成", "三季度末", "44467", "\xff9.28", "年底"} {
		f.Add(s, 2021)
	}
	f.Fuzz(func(t *testing.T, s string, year int) {
		d, ok := ParseDate(s, year)
		if ok && !d.Valid() {
			t.Fatalf("ParseDate(%q, %d) = %v, which the calendar lacks", s, year, d)
		}
		if ok && d.Year < 2100 {
			for _, again := range []string{d.String(), d.Label()} {
				if e, ok := ParseDate(again, year); !ok || e != d {
					t.Fatalf("ParseDate(%q) = %v, but %q gives %v", s, d, again, e)
				}
			}
		}
		FindDue(s, year)
		ParseDue(s, year)
		IsDate(s, year)
		IsDue(s, year)
		if rule, ok := ParseDeadline(s, year); ok {
			for n := 1; n <= 4; n++ {
				if on := rule.For(Quarter{2021, n}); !on.IsZero() && !on.Valid() {
					t.Fatalf("deadline %q of quarter %d is %v", s, n, on)
				}
			}
		}
	})
}

// TestLeadsAndTrails: what the words around a date begin with and end in is asked before they
// are looked for, so that none of them may be without.
func TestLeadsAndTrails(t *testing.T) {
	pieces := strings.Fields("完成 办结 报送 填报 上报 填表 公开 发布 落实 日期 时间 于 : 已 约 截至 截止 到 至 在 上午 下午 中午 晚 晚上 早上 10 时 点 30 分 :30 :05 .5 Z +08 ( ) 周 星期 一 日 天 " +
		"左右 许 止 之 以 前 提前 全部 全面 均 予以 了 办理 整改 完毕 到位 完结 提交 公布 印发 销号 上线 结束 召开 工作 9月 28日 2021年")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 6).Draw(t, "pieces"), "")
		if leading.MatchString(text) && !strings.ContainsRune(leads, after(text, 0)) {
			t.Errorf("%q is led", text)
		}
		if last := before(text, len(text)); trailing.MatchString(text) && !isDigit(last) && !strings.ContainsRune(trails, last) {
			t.Errorf("%q trails", text)
		}
	})
}

func BenchmarkFindDate(b *testing.B) {
	for b.Loop() {
		FindDate("正在推进，材料见附件", 2021)
	}
}

func BenchmarkParseDate(b *testing.B) {
	for b.Loop() {
		ParseDate("2021年9月28日", 2021)
		ParseDate("正在推进", 2021)
	}
}
