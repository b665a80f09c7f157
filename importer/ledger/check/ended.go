package check

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/period"
	"taizhang/importer/plan"
)

// TellEnded says of each problem of a department that counts no longer at the as-of quarter whom
// the office can ask instead: nobody answers there any more.
func TellEnded(l *ledger.Ledger) {
	said := map[string]string{} // by department; "" for one that counts
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Department == "" || f.Severity() == finding.Info || strings.HasPrefix(f.Cause, endedCause) {
			continue
		}
		hint, known := said[f.Department]
		if !known {
			if since, heirs, ok := l.Ended(f.Department, l.AsOf); ok {
				hint = f.Department + "从" + since.Short() + "起停用，" + heirsHint(heirs)
			}
			said[f.Department] = hint
		}
		f.Hint += hint
	}
}

func heirsHint(heirs []string) string {
	if len(heirs) == 0 {
		return "名录里没有写由谁承接，请办公室核实。"
	}
	return "请找承接它的" + strings.Join(heirs, "、") + "。"
}

// endedCause begins the cause of what came from a department after it had ended; its name follows.
const endedCause = "ended:"

// fromEnded makes of a finding that a department answers for what is not its own one that says that
// the department has ended: its requirements went to others, and the list is right.
func fromEnded(f finding.Finding, e *ledger.Entry, since period.Quarter, heirs []string, req *plan.Requirement) finding.Finding {
	f.Cause = endedCause + e.Department
	f.Message = e.Department + "从" + since.Short() + "起停用，不再负责这条要求：" + ledger.RequirementName(req) + "。"
	f.Hint = "请核实是哪个部门报的，把报表上的填报单位改成它；部门还在的，改“部门名录”里的“停用”。"
	if len(heirs) > 0 {
		f.Message = e.Department + "从" + since.Short() + "起停用，由" + strings.Join(heirs, "、") + "承接：" + ledger.RequirementName(req) + "。"
		f.Hint = "请核实是其中哪个部门报的，把报表上的填报单位改成它；部门还在的，改“部门名录”里的“停用”。"
	}
	return f
}

// NotAssigned reports a department that answers for a requirement that is not its own.
func NotAssigned(l *ledger.Ledger, duties standing.Duties, e *ledger.Entry, key string) []finding.Finding {
	if e.Role != ledger.Unassigned || !l.Plan.Roster.Known() {
		return nil
	}
	f := finding.New(finding.NotAssigned, ledger.TextPlace(e.Row), ledger.RequirementName(l.Requirement(e.Requirement)), strings.Join(duties.Assigned(e.Requirement, e.Quarter).All(), "、"))
	f.RowKey = key
	if since, heirs, ended := l.Ended(e.Department, e.Quarter); ended {
		f = fromEnded(f, e, since, heirs, l.Requirement(e.Requirement))
	}
	return []finding.Finding{f.For(e.Department, e.Quarter.String())}
}
