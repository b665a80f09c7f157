package gate

import (
	"reflect"
	"testing"
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
			if h.From < 0 || h.To > len([]rune(text)) || h.From >= h.To {
				t.Errorf("%v lies outside %q", h, text)
			}
		}
	})
}
