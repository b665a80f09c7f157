package returns

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// TestContentIsAllThatARowAnswers, and nothing that is merely printed around it.
func TestContentIsAllThatARowAnswers(t *testing.T) {
	row := func() Row {
		var r Row
		r.Text.Value, r.Number.Value = "主动公开规划", "1"
		r.Status.Said, r.Percent.Said, r.Progress.Value = "推进中", "60%", "已公开 3 条。"
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
		"the percent":  {func(r *Row) { r.Percent.Said = "61%" }, false},
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
