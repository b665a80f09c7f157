package typeset

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var whole = []string{"政务公开", "工作要点", "落实情况", "工作任务", "完成情况"}

func TestBalance(t *testing.T) {
	for _, want := range [][]string{
		{"2021年政务公开工作要点落实情况"},
		{"台山市文化广电旅游体育局", "2021年政务公开工作要点落实情况"},
		{"台山市人民政府办公室关于2021年", "政务公开工作要点落实情况的报告"},
		{"广东省江门市台山市文化广电", "旅游体育局（台山市文物局）", "2021年政务公开工作要点落实情况"},
		{"关于印发《2021年政务公开工作要点》", "落实情况的通知"},
	} {
		text := strings.Join(want, "")
		if got := texts(text, Balance(text, plain, of(20), whole)); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A word longer than a line is parted all the same.
func TestBalanceTooLong(t *testing.T) {
	text := strings.Repeat("政", 50)
	if got := Balance(text, plain, of(20), []string{text}); len(got) != 3 {
		t.Errorf("%d lines, want 3", len(got))
	}
}

func TestBalanceLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom(alphabet), 0, 80, -1).Draw(t, "text")
		at := 0
		for _, l := range Balance(text, plain, of(rapid.Float64Range(1, 20).Draw(t, "width")), whole) {
			if l.From != at || l.To <= at {
				t.Fatalf("line from %d to %d, want from %d", l.From, l.To, at)
			}
			at = l.To
		}
		if at != len(text) {
			t.Fatalf("the lines end at %d of %d", at, len(text))
		}
	})
}
