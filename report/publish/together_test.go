package publish

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/status"
)

// TestTogether: what the departments' names and words say together passes the gate too.
func TestTogether(t *testing.T) {
	l := yearOf(true, status.InProgress, word{"办公室", status.InProgress, "公开规划12份。", "年底完成。"},
		word{"计财股", status.InProgress, "拖欠已清。", "拖欠清完。"})
	l.Plan.Sensitive = []string{"计财股：拖欠"}
	ed, found := Of(l)
	if r := ed.Requirements[0]; r.Done != "正在推进。" || r.Next != "" {
		t.Errorf("done %q, next %q", r.Done, r.Next)
	}
	if len(found) != 1 || found[0].Code != finding.SensitiveWording || found[0].Place.Cell() != "B5" {
		t.Errorf("findings %+v", found)
	}
}

// TestNameLeft: what the gate leaves of a name is no sentence.
func TestNameLeft(t *testing.T) {
	l := yearOf(true, status.Completed, word{"办公室", status.Completed, "公开规划12份。", ""})
	l.Unit = "某局。机密★1年"
	if ed, _ := Of(l); ed.Unit != "某局" {
		t.Errorf("unit %q", ed.Unit)
	}
}

// 公开电话 prints as it is typed; a person's name beside it does not.
func TestPublicPhonePassesTheGate(t *testing.T) {
	for typed, want := range map[string]string{"0750-5512345、12345": "0750-5512345、12345", "0750-5512345（联系人：张三）": "", "": ""} {
		l := yearOf(true, status.Completed)
		l.Plan.Settings.Phone = typed
		e, found := Of(l)
		if e.Phone != want || (len(found) > 0) != (want != typed) {
			t.Errorf("%q prints as %q, %v", typed, e.Phone, found)
		}
	}
}
