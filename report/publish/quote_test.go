package publish

import (
	"testing"

	"taizhang/importer/period"
	"taizhang/importer/status"
)

// TestQuotesWhoDecides: the words that are quoted are those of who decides the standing, and say
// no other thing than it.
func TestQuotesWhoDecides(t *testing.T) {
	all := word{"办公室", status.Completed, "各项工作全部按时完成，公开规划12份、解读35篇《办法》。", ""}
	behind := word{"计财股", status.Behind, "预算公开受系统升级影响。", ""}
	l := yearOf(true, status.Behind, all, behind)
	ed, _ := Of(l)
	if got := ed.Requirements[0].Done; got != "计财股：预算公开受系统升级影响。" {
		t.Errorf("%q", got)
	}
	// A text against its own status is not quoted.
	l = yearOf(true, status.Behind, word{"办公室", status.Behind, "全部按时完成。", ""})
	l.Standings[3].Deciders[0].Entry.Row.Against = "全部按时完成"
	ed, _ = Of(l)
	if r := ed.Requirements[0]; r.Done != "进度滞后，正在推进。" || !r.Neutral {
		t.Errorf("%q", r.Done)
	}
	// Where the office took the status, nobody is counted against it.
	l = yearOf(false, status.Behind, word{"办公室", status.Completed, "甲乙丙丁公开。", ""}, word{"计财股", status.Completed, "", ""}, word{"文化馆", status.Completed, "", ""})
	l.Standings[3].Ruled = true
	ed, _ = Of(l)
	if got := ed.Requirements[0].Done; got != "进度滞后，正在推进。" {
		t.Errorf("%q", got)
	}
	// Where nobody's word is the standing, who stands where is counted.
	l = yearOf(true, status.InProgress, word{"办公室", status.Completed, "全部公开。", ""}, word{"计财股", "", "", ""})
	ed, _ = Of(l)
	if got := ed.Requirements[0].Done; got != "2个牵头部门中，1个已完成，1个暂无进展信息。" {
		t.Errorf("%q", got)
	}
}

// TestCarriedSaysSo: words of an earlier quarter say of which, once: where the standing beside them says it,
// only the sentence that stands alone says it too.
func TestCarriedSaysSo(t *testing.T) {
	l := yearOf(true, status.Completed, word{"办公室", status.Completed, "公开规划12份。", ""})
	v := &l.Standings[3].Deciders[0]
	v.Carried, v.Entry.Quarter = true, period.Quarter{Year: 2021, N: 2}
	l.Standings[3].From = v.Entry.Quarter
	ed, _ := Of(l)
	if r := ed.Requirements[0]; r.Done != "公开规划12份。" || r.Gist != "据第二季度填报，公开规划12份。" || r.Carried != v.Entry.Quarter {
		t.Errorf("%q, carried from %v", r.Done, r.Carried)
	}
	// Of two, one spoke in the second and one in the third, from which the standing is.
	l = yearOf(true, status.InProgress, word{"办公室", status.InProgress, "公开规划12份。", ""}, word{"计财股", status.InProgress, "公开预算3份。", ""})
	for i, n := range []int{2, 3} {
		v := &l.Standings[3].Deciders[i]
		v.Carried, v.Entry.Quarter = true, period.Quarter{Year: 2021, N: n}
	}
	l.Standings[3].From = period.Quarter{Year: 2021, N: 3}
	ed, _ = Of(l)
	if r := ed.Requirements[0]; r.Done != "办公室：据第二季度填报，公开规划12份。计财股：公开预算3份。" || r.Gist != "据办公室第二季度填报，公开规划12份。" {
		t.Errorf("%q, %q", r.Done, r.Gist)
	}
}

// TestPlansOfThePast: what a department meant to do in an earlier quarter is no measure any more, and
// what it says of what it has not begun is no result.
func TestPlansOfThePast(t *testing.T) {
	l := yearOf(true, status.InProgress, word{"办公室", status.InProgress, "公开规划12份。", ""})
	v := &l.Standings[3].Deciders[0]
	v.Entry.Row.NextSteps.Value = "7月补发。"
	if ed, _ := Of(l); ed.Requirements[0].Next != "7月补发。" {
		t.Errorf("of this quarter: %q", ed.Requirements[0].Next)
	}
	v.Carried, v.Entry.Quarter = true, period.Quarter{Year: 2021, N: 2}
	if ed, _ := Of(l); ed.Requirements[0].Next != "" {
		t.Errorf("of an earlier one: %q", ed.Requirements[0].Next)
	}
	l = yearOf(true, status.NotStarted, word{"办公室", status.NotStarted, "完成图文解读25篇。", ""})
	if ed, _ := Of(l); ed.Requirements[0].Gist != "" {
		t.Errorf("not begun: %q", ed.Requirements[0].Gist)
	}
}
