package heading

import (
	"slices"
	"strings"
	"testing"

	"taizhang/templates/words"

	"pgregory.net/rapid"
)

// TestWithoutQuarter: nothing that says when stands without a character that is looked for.
func TestWithoutQuarter(t *testing.T) {
	pieces := strings.Fields("2021 年 年度 二〇二一 第 一 三 3 季 季度 Q2 q 1-6 月 月份 上半年 下半年 前三季度 全年 末 本 今 本期 当季 当期 截至 截止 底 日 目前 当前 完成 情况 进展 说明 ( )")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 6).Draw(t, "pieces"), "")
		if got, want := withoutQuarter(text), quarterWords.ReplaceAllString(text, ""); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	})
}

// TestKnownIsFit: what a heading is known for is what it fits best, worked out in full.
func TestKnownIsFit(t *testing.T) {
	pieces := strings.Fields("完成 情况 进展 时间 状态 备注 责任 部门 下步 措施 问题 序号 任务 要求 材料 佐证 名称 说明 第三季度 2021年 （%） ： 一、 已做 哪天 的")
	h := New(words.Default())
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 4).Draw(t, "pieces"), "")
		var want []words.Role
		for role, fit := range h.Of(text) {
			if fit >= KnownFrom {
				want = append(want, role)
			}
		}
		slices.Sort(want)
		if got := h.Known(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	})
}

// BenchmarkKnown is what a text costs that is no heading and comes once.
func BenchmarkKnown(b *testing.B) {
	h := New(words.Default())
	for b.Loop() {
		if h.surest("示政办函〔2021〕49号") != nil || h.surest("广电旅游和公共服务股报送表") != nil {
			b.Fatal("it is known")
		}
	}
}
