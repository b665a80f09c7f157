package publish

import (
	"reflect"
	"strings"
	"testing"

	"taizhang/importer/fold"
	"taizhang/importer/status"
)

// FuzzPass: nothing that the gate lets through holds a hit, it lets whole sentences
// through in their order, and it does not touch a clean text.
func FuzzPass(f *testing.F) {
	for _, s := range []string{
		"", "已办结。", "联系人：张三；李四。电话13800138000！", "（内部资料。）", "138；00138000", "联系\n人张三", "机。密", "(((。)", "“。”；",
		"某某；事件", "身份证44078219900101123x", "@@@a.com(at)b.cn", "\xff13800138000", "一三八〇〇一三八〇〇〇", "《》《办法》机密", "0", "86", "86138", "0#0.0A",
	} {
		f.Add(s)
	}
	gate := officeGate()
	f.Fuzz(func(t *testing.T, text string) {
		clean, hits := gate.Pass(text)
		if want := everyHit(gate, text); !reflect.DeepEqual(hits, want) {
			t.Errorf("%q: %v, at a glance %v", text, want, hits)
		}
		if len(hits) == 0 && clean != text {
			t.Errorf("%q became %q without a hit", text, clean)
		}
		if left := gate.Find(clean); len(left) > 0 {
			t.Errorf("%q still holds %v", clean, left)
		}
		rest := []rune(text)
		for _, r := range clean {
			for len(rest) > 0 && rest[0] != r {
				rest = rest[1:]
			}
			if len(rest) == 0 {
				t.Fatalf("%q is not part of %q", clean, text)
			}
			rest = rest[1:]
		}
		for _, h := range hits {
			if h.from < 0 || h.to > len([]rune(text)) || h.from >= h.to {
				t.Errorf("%v lies outside %q", h, text)
			}
		}
	})
}

// FuzzProse: setting a text keeps every character that is no mark.
func FuzzProse(f *testing.F) {
	for _, s := range []string{"", "公开 12 份,其中(市级)3 份;", "a , b", "(a)(公)", "\"公\"\"", "1.5;2:30", "公.开.", "，\n，", "１２３％", "公\n\n开\r\n1", "((公)", "3 . 公", "公 ,公"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := prose(text)
		if fold.Key(once) != fold.Key(text) && strings.ContainsFunc(fold.Key(text), fold.IsHan) {
			t.Errorf("%q became %q", text, once)
		}
	})
}

// FuzzOf: no planted secret reaches the edition, and each is reported.
func FuzzOf(f *testing.F) {
	f.Add("公开规划12份。", 0, "下一步公开。")
	f.Add("1.公开；2.解读\n", 3, "")
	f.Add("（公开", 1, "）")
	secrets := []string{"13800138000", "440782199001011234", "6217001234567890122", "a.b@163.com", "联系人：张三", "内部资料 注意保存", "某某事件"}
	f.Fuzz(func(t *testing.T, before string, which int, after string) {
		secret := secrets[uint(which)%uint(len(secrets))]
		l := yearOf(true, status.Completed, word{"办公室", status.Completed, before + "，" + secret + "，" + after, before})
		ed, found := Of(l)
		if strings.Contains(ed.Requirements[0].Done, secret) && !strings.Contains(before, secret) {
			t.Errorf("%q reached %q", secret, ed.Requirements[0].Done)
		}
		if len(found) == 0 {
			t.Errorf("%q was not reported", secret)
		}
		if ed.Requirements[0].Done == "" {
			t.Error("nothing was done")
		}
	})
}

// BenchmarkOf is a year of 33 requirements and 30 departments with long texts.
func BenchmarkOf(b *testing.B) {
	said := make([]word, 30)
	for i := range said {
		said[i] = word{strings.Repeat("甲", i+1), status.Completed, strings.Repeat("截至9月30日，公开政府信息1238条，其中图书馆452条。", 4), "下一步继续推进公开工作。"}
	}
	l := yearOf(false, status.Completed, said...)
	entries := l.Entries
	l.Entries = nil
	for range 33 * 4 {
		l.Entries = append(l.Entries, entries...)
	}
	for b.Loop() {
		if ed, _ := Of(l); len(ed.Requirements) != 1 {
			b.Fatal("no edition")
		}
	}
}
