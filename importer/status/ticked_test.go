package status

import (
	"testing"

	"taizhang/templates/words"
)

// What is printed beforehand and not ticked answers nothing.
func TestUnticked(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]bool{"□已完成 □推进中 □未启动": true, "☐办结　☐在办": true, "□已完成 ☑推进中": false, "□已完成": false, "已完成 推进中": false, "□甲方 □乙方": false} {
		if got := g.Unticked(text); got != want {
			t.Errorf("Unticked(%q) = %v", text, got)
		}
	}
}

// Of statuses that are printed without boxes, the one beside the tick counts.
func TestTickedOne(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{"√已完成  推进中  未启动": Completed, "已完成 √推进中 未启动": InProgress, "已完成、推进中、未启动√": NotStarted, "已办妥✔ 在办 没办": Completed, "办妥 在办 没办✔": NotStarted, "已竣工 ✔ 在建 未动工": NoStatus, "√已完成 √推进中": NoStatus, "√王建国 李芳": NoStatus} {
		if got := g.Cell(text).Status; got != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}

// A sign and the heading of a column of ticks are explained in anybody's words.
func TestMeaning(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{"推进": InProgress, "拖了后腿": Behind, "没开头": NotStarted, "常年都要抓": Ongoing, "长年不断的活": Ongoing, "“已全部办结”": Completed, "局办公室": NoStatus, "": NoStatus} {
		if got := g.Meaning(text); got != want {
			t.Errorf("Meaning(%q) = %q, want %q", text, got, want)
		}
	}
}

// A deed that is not done is not begun, as far as the word says: 未办理 as 未实施.
func TestNotDone(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{"未办": NotStarted, "没办": NotStarted, "未办理": NotStarted, "尚未办理": NotStarted, "没有修订": NotStarted, "未办结": Behind, "未办理完毕": Behind, "不办理": NoStatus} {
		if got := g.Cell(text).Status; got != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}
