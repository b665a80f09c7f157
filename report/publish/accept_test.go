package publish

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// TestDoubtfulStaysOutUntilAccepted: what may be a person's name is left out and asked about; once
// the office accepts it, it is printed; a sure hit in the same cell is not.
func TestDoubtfulStaysOutUntilAccepted(t *testing.T) {
	for _, tt := range []struct{ said, before, after string }{
		{"公开规划12份。由陈伟明负责解答。", "公开规划12份。", "公开规划12份。由陈伟明负责解答。"},
		{"公开规划12份。由陈伟明负责解答。电话13800138000。", "公开规划12份。", "公开规划12份。由陈伟明负责解答。"},
	} {
		l := yearOf(true, status.Completed, word{"办公室", status.Completed, tt.said, ""})
		at := l.Entries[0].Row.Progress.At
		l.Rows = []ledger.Row{{At: at.At(at.Row(), 0), Department: "办公室", Quarter: fourth, Fate: ledger.Merged, Key: "k", Sum: "s"}}
		ed, found := Of(l)
		if got := ed.Requirements[0].Done; got != tt.before {
			t.Errorf("before %q, want %q", got, tt.before)
		}
		if !strings.Contains(codes(found), string(finding.PersonDoubtful)) {
			t.Errorf("findings %s", codes(found))
		}
		l.Rulings = []ruling.Ruling{{Act: ruling.Accept, Target: ruling.Target{RowKey: "k", Sum: "s", Code: finding.PersonDoubtful, Nth: 1, Department: "办公室", Quarter: "2021Q4"}}}
		ed, again := Of(l)
		if got := ed.Requirements[0].Done; got != tt.after {
			t.Errorf("after %q, want %q", got, tt.after)
		}
		if codes(again) != codes(found) {
			t.Errorf("the finding is gone: %s", codes(again))
		}
	}
}

func codes(found []finding.Finding) string {
	var list []string
	for _, f := range found {
		list = append(list, string(f.Code))
	}
	return strings.Join(list, " ")
}

// TestListIsIssued: the office's own list says what it means to say; of doubtful names in it
// none is left out, sure private details are.
func TestListIsIssued(t *testing.T) {
	l := yearOf(true, status.Completed, word{"办公室", status.Completed, "公开规划12份。", ""})
	l.Plan.Requirements[0].Text.Value = "对未按时报送的部门通报批评，由陈伟明负责。"
	ed, found := Of(l)
	if got := ed.Requirements[0].Text; got != l.Plan.Requirements[0].Text.Value || len(found) > 0 {
		t.Errorf("%q, %s", got, codes(found))
	}
}
