package chars

import "testing"

func TestWithoutStruck(t *testing.T) {
	s := func(text string) Run { return Run{Text: text, Struck: true} }
	r := func(text string) Run { return Run{Text: text} }
	for _, tt := range []struct {
		runs       []Run
		seen, gone string
	}{
		{[]Run{r("已完成"), r(" / "), s("未完成")}, "已完成", "未完成"},
		{[]Run{s("已完成"), r("／未完成")}, "未完成", "已完成"},
		{[]Run{r("已完成/"), s("推进中"), r("/未启动")}, "已完成/未启动", "推进中"},
		{[]Run{r("A、"), s("B"), r("、C")}, "A、C", "B"},
		{[]Run{s("旧话。"), r("新话。")}, "新话。", "旧话。"},
		{[]Run{r("发布"), s("3"), r("5篇，"), s("另2篇，"), r("完成。")}, "发布5篇，完成。", "3\n另2篇，"},
		{[]Run{s("全"), s("部")}, "", "全部"},
		{[]Run{r("http://a.cn/"), r("b/")}, "http://a.cn/b/", ""},
	} {
		seen, gone := WithoutStruck(tt.runs)
		if seen != tt.seen || gone != tt.gone {
			t.Errorf("%v leaves %q without %q, want %q without %q", tt.runs, seen, gone, tt.seen, tt.gone)
		}
	}
}
