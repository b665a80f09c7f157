package publish

import (
	"testing"

	"taizhang/importer/status"
)

// TestUnclearStatus: words beside a status that nobody understands are printed, and no status is said
// that nobody gave.
func TestUnclearStatus(t *testing.T) {
	l := yearOf(true, status.InProgress, word{"办公室", "?", "12条河道完成测量，公示稿待审定。", "下季度公示。"})
	l.Standings[3].Deciders[0].Entry.Row.Status.Value = status.NoStatus
	ed, _ := Of(l)
	r := ed.Requirements[0]
	if r.Done != "12条河道完成测量，公示稿待审定。" || r.Neutral || r.Label != "待核实" || !r.Unverified || r.Next != "下季度公示。" {
		t.Errorf("%q, next %q, label %q", r.Done, r.Next, r.Label)
	}
	l.Standings[3].Deciders[0].Entry.Row.Progress.Value = ""
	ed, _ = Of(l)
	if got := ed.Requirements[0].Done; got != "状态待核实。" {
		t.Errorf("%q", got)
	}
	// Beside one who gave it, the status is given, and both tell.
	l = yearOf(true, status.InProgress, word{"办公室", status.InProgress, "公开规划12份。", ""}, word{"计财股", "?", "公开预算3份。", ""})
	l.Standings[3].Deciders[1].Entry.Row.Status.Value = status.NoStatus
	ed, _ = Of(l)
	if r := ed.Requirements[0]; r.Done != "办公室：公开规划12份。计财股：公开预算3份。" || r.Label != "推进中" {
		t.Errorf("%q, label %q", r.Done, r.Label)
	}
}

// TestTakenStatus: where the office took a status that nobody gave, the department's words stay beside
// it as far as they are not against it.
func TestTakenStatus(t *testing.T) {
	for _, tt := range []struct {
		name       string
		taken, own status.Status
		text, want string
	}{
		{"behind", status.Behind, status.InProgress, "青石水库主体完工；龙潭水库填筑完成60%。", "青石水库主体完工；龙潭水库填筑完成60%。"},
		{"behind, all done", status.Behind, status.InProgress, "全部完成。", "进度滞后，正在推进。"},
		{"behind, said to be done", status.Behind, status.Completed, "公开规划12份。", "进度滞后，正在推进。"},
		{"done", status.Completed, status.InProgress, "5月20日印发预案。", "5月20日印发预案。"},
		{"done, not yet", status.Completed, status.InProgress, "预案尚未印发。", "已完成。"},
		{"not begun", status.NotStarted, status.InProgress, "公开规划12份。", "尚未启动。"},
		{"in progress", status.InProgress, status.Behind, "公开规划3份。", "公开规划3份。"},
	} {
		l := yearOf(true, tt.taken, word{"办公室", tt.own, tt.text, ""})
		l.Standings[3].Ruled = true
		ed, _ := Of(l)
		if got := ed.Requirements[0]; got.Done != tt.want || got.Label != tt.taken.Label() {
			t.Errorf("%s: %q, label %q", tt.name, got.Done, got.Label)
		}
		// What is not quoted for it is told, and nothing else.
		switch list := Unquoteds(l); {
		case tt.want == tt.text && len(list) > 0:
			t.Errorf("%s: quoted, and told as left out: %+v", tt.name, list)
		case tt.want != tt.text && (len(list) != 1 || list[0].Requirement != 1 || list[0].Taken != tt.taken || list[0].Voice.Entry.Row.Progress.Value != tt.text):
			t.Errorf("%s: left out, and told are %+v", tt.name, list)
		}
	}
}
