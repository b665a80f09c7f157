package returns

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// TestContentIsAllThatARowAnswers, and nothing that is merely printed around it.
func TestContentIsAllThatARowAnswers(t *testing.T) {
	row := func() Row {
		var r Row
		r.Text.Value, r.Number.Value = "主动公开规划", "1"
		r.Status.Said, r.Percent.Said, r.Progress.Value = "推进中", "60%", "已公开 3 条。"
		r.Percent.Value = 60
		r.CompletedOn.Value = period.Date{Year: 2021, Month: 9, Day: 30}
		r.Problems.Value, r.NextSteps.Value, r.Remarks.Value = "无", "继续公开", "见附件"
		r.Evidence = []grid.Read[string]{{Value: "https://www.example.gov.cn/1.html"}}
		return r
	}
	if _, progress := new(Row).AppendContent(nil); progress != "" {
		t.Errorf("an empty row was %q", progress)
	}
	given := row()
	if content, progress := given.AppendContent([]byte("x")); content[0] != 'x' || progress != "已公开3条" {
		t.Errorf("content %q, progress %q", content, progress)
	}
	for name, c := range map[string]struct {
		change func(*Row)
		same   bool
	}{
		"nothing":      {func(r *Row) {}, true},
		"the number":   {func(r *Row) { r.Number.Value = "2" }, true},
		"the text":     {func(r *Row) { r.Text.Value = "主动公开计划" }, true},
		"punctuation":  {func(r *Row) { r.Progress.Value = "已公开3条" }, true},
		"the status":   {func(r *Row) { r.Status.Said = "已完成" }, false},
		"the percent":  {func(r *Row) { r.Percent.Said, r.Percent.Value = "61%", 61 }, false},
		"the progress": {func(r *Row) { r.Progress.Value = "已公开4条" }, false},
		"the date":     {func(r *Row) { r.CompletedOn.Value.Day = 29 }, false},
		"the problems": {func(r *Row) { r.Problems.Value = "人手不足" }, false},
		"what's next":  {func(r *Row) { r.NextSteps.Value = "" }, false},
		"the remarks":  {func(r *Row) { r.Remarks.Value = "" }, false},
		"evidence":     {func(r *Row) { r.Evidence[0].Value = "https://www.example.gov.cn/2.html" }, false},
		"no evidence":  {func(r *Row) { r.Evidence = nil }, false},
		"another cell": {func(r *Row) { r.Problems.Value, r.NextSteps.Value = r.NextSteps.Value, r.Problems.Value }, false},
	} {
		other := row()
		c.change(&other)
		if got := row().SaysSame(other); got != c.same {
			t.Errorf("with %s changed: same %v, want %v", name, got, c.same)
		}
	}
}

// One value written in two ways is one value. A word that tells how far a matter is, or how much of it was
// done, is no other word's equal.
func TestEqualValuesSayTheSame(t *testing.T) {
	row := func(word string, stands status.Status, share float64) *Row {
		var r Row
		r.Progress.Value = "累计抽检样品655批次。"
		r.Status = grid.Read[status.Status]{Value: stands, Said: word}
		if share >= 0 {
			r.Percent = grid.Read[float64]{Value: share, Said: word}
		}
		return &r
	}
	const none = -1
	for _, c := range []struct {
		a, b         *Row
		same, alike  bool // say the same, state the same status
		sharesDiffer bool // where a later table prints the share once more
	}{
		{row("54.6%", status.InProgress, 54.6), row("0.546", status.InProgress, 54.600000000000001), true, true, false},
		{row("54.6%", status.InProgress, 54.6), row("0.54", status.InProgress, 54), false, true, true},
		{row("26%", status.InProgress, 26), row("推进中", status.InProgress, none), false, true, false},
		{row("100%", status.Completed, 100), row("推进中", status.InProgress, none), false, false, true},
		{row("已完成", status.Completed, none), row("完成", status.Completed, none), true, true, false},
		{row("已完成12家", status.Completed, none), row("已完成15家", status.Completed, none), false, false, false},
		{row("基本完成", status.InProgress, none), row("推进中", status.InProgress, none), false, false, false},
		{row("看不懂", "", none), row("看不清", "", none), false, false, false},
	} {
		for _, pair := range [][2]*Row{{c.a, c.b}, {c.b, c.a}} {
			a, b := pair[0], pair[1]
			if got := a.SaysSame(*b); got != c.same {
				t.Errorf("%s and %s say the same: %v", a.Status.Said, b.Status.Said, got)
			}
			if got := a.StandsAs(b); got != c.alike {
				t.Errorf("%s and %s state the same status: %v", a.Status.Said, b.Status.Said, got)
			}
			if got := a.SharesAs(b); got == c.sharesDiffer {
				t.Errorf("%s and %s state the same share: %v", a.Status.Said, b.Status.Said, got)
			}
		}
	}
}
