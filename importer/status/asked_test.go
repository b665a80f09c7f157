package status

import (
	"testing"

	"taizhang/templates/words"
)

// Cells as clerks write them below the question whether something is done.
func TestAnswer(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{
		"是": Completed, "否": Behind, "部分": InProgress, "部分。": InProgress, "大部分": InProgress, "部分，10月验收": InProgress, "部分，其余未启动": InProgress, "部分，已逾期": Behind,
		"不适用": NotApplicable, "不适用，长期工作": Ongoing, "长期": Ongoing, "不适用，已完成": NoStatus, "否，滞后": Behind, "部门": NoStatus,
	} {
		if got := g.Answer(text).Status; got != want {
			t.Errorf("the answer %s reads %q, want %q", text, got, want)
		}
	}
	if got := g.Cell("部分").Status; got != NoStatus {
		t.Errorf("部分 by itself reads %q", got)
	}
}

// Short cells of everyday words, and what only looks like one of them.
func TestEverydayCells(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{
		"成了": Completed, "都好了": Completed, "成了没有": NoStatus, "没成": Behind, "不成了": Behind,
		"年年都干，没个完": Ongoing, "没个头": Ongoing, "没完没了": Ongoing, "没完": Behind, "没弄完": Behind,
		"还差一期": InProgress, "只剩2家": InProgress, "还差40家": NoStatus, "还有一期": NoStatus, "还需两期": NoStatus,
		"所处阶段": NoStatus, "目前所处环节": NoStatus, "调研阶段": InProgress,
	} {
		if got := g.Cell(text).Status; got != want {
			t.Errorf("the cell %s reads %q, want %q", text, got, want)
		}
	}
}
