package letters

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/period"
	"taizhang/report/internal/trial"
)

// Who has sent something that is of no use is told what came and what is wrong with it, and never that
// nothing came.
func TestARemindedDepartmentIsToldWhatCame(t *testing.T) {
	for kind, want := range map[ledger.UnusedKind]string{ledger.Unread: "有密码", ledger.OnlyScan: "扫描件", ledger.Misfiled: "有密码"} {
		l := trial.Part(t, len(trial.Departments), 15, 3)
		third := period.Quarter{Year: 2021, N: 3}
		missing := ""
		for i := range l.Coverage {
			if c := &l.Coverage[i]; c.Quarter == third && c.State == ledger.Missing {
				missing = c.Department
				c.State, c.Unused = ledger.Unreadable, []ledger.Unused{{File: "第三季度/来件.xlsx", Kind: kind, Why: "有密码"}}
				break
			}
		}
		told := remindersOf(Reminders(l), third, missing)
		if len(told) == 0 {
			t.Fatalf("%d: nobody is reminded", kind)
		}
		for when, r := range told {
			if !strings.Contains(r.Text, "来件.xlsx") || !strings.Contains(r.Text, want) || strings.Contains(r.Text, "没有收到") || strings.Contains(r.Text, "{") {
				t.Errorf("%s: %s", when, r.Text)
			}
		}
	}
}

// A table of another quarter than its folder goes back to whose it is, though its own quarter is still to come.
func TestAMisfiledReturnGoesBack(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 3)
	name := l.Departments[0].Name
	f := finding.New(finding.ReturnMisfiled, finding.In("第三季度/来件.xlsx", "表1"), "表题写的是2021年第四季度", "2021年第三季度").For(name, "2021Q4")
	for _, s := range Slips(settle.With(l, []finding.Finding{f}), "") {
		for _, p := range s.problems {
			if s.Department == name && p.Code == finding.ReturnMisfiled {
				if p.quarter != (period.Quarter{Year: 2021, N: 3}) {
					t.Errorf("of %v", p.quarter)
				}
				return
			}
		}
	}
	t.Error("nobody is told")
}
