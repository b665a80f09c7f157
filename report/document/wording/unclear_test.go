package wording

import (
	"strings"
	"testing"

	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	annexwords "taizhang/templates/annex"
)

// What is due and nobody reported on is told apart from what is not done, and what is counted as 推进中
// although nobody gave a status is named.
func TestUnclearIsNamed(t *testing.T) {
	e := trial.Year(trial.Lines(9), 5, false)
	for i := range e.Requirements {
		r := &e.Requirements[i]
		r.Overdue, r.Unverified = false, false
	}
	set := func(no int, stands status.Status, overdue bool) {
		r := &e.Requirements[no-1]
		r.Active, r.Status, r.Label, r.Overdue = true, stands, stands.Label(), overdue
	}
	set(1, status.NotReported, true)
	set(2, status.InProgress, true)
	set(3, status.InProgress, false)
	e.Requirements[2].Unverified = true
	said := whole(blocks(t, e, annexwords.Default()))
	for _, want := range []string{
		"已到完成时限而未完成的有1项（第2项），已到完成时限而没有填报的有1项（第1项）",
		"一是已到完成时限而未完成的有1项；二是已到完成时限而没有填报的有1项",
		"第3项的状态待核实，暂按推进中统计。",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it lacks %q in\n%s", want, said)
		}
	}

	// What is due and whose status nobody understands may be done: it is not called undone either.
	set(3, status.InProgress, true)
	e.Requirements[1].Lack, e.Requirements[2].Lack = "还差2处没有建成。", "还差3处没有建成。"
	said = whole(blocks(t, e, annexwords.Default()))
	for _, want := range []string{
		"已到完成时限而未完成的有1项（第2项），已到完成时限而没有填报的有1项（第1项），已到完成时限而状态待核实的有1项（第3项）",
		"三是已到完成时限而状态待核实的有1项",
		"还差2处没有建成。",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it lacks %q in\n%s", want, said)
		}
	}
	if strings.Contains(said, "还差3处没有建成。") {
		t.Errorf("what nobody understands is told as a shortfall:\n%s", said)
	}
}
