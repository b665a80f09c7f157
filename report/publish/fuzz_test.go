package publish

import (
	"strings"
	"testing"

	"taizhang/importer/status"
)

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
