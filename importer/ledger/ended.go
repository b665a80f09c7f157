package ledger

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/plan"
)

// Ended returns since when a department of the roster counts no longer in a quarter, and who
// carries its past on then; ok is false for one that counts, or that the roster lacks.
func (l *Ledger) Ended(name string, q period.Quarter) (since period.Quarter, heirs []string, ok bool) {
	roster := &l.Plan.Roster
	for i := range roster.Departments {
		d := &roster.Departments[i]
		if d.Name != name {
			continue
		}
		if d.Active.Until.IsZero() || q.Before(d.Active.Until) {
			return since, nil, false
		}
		return d.Active.Until, roster.Heirs(name, q), true
	}
	return since, nil, false
}

// tellEnded says of each problem of a department that counts no longer at the as-of quarter whom
// the office can ask instead: nobody answers there any more.
func (m *merge) tellEnded() {
	said := map[string]string{} // by department; "" for one that counts
	for i := range m.Findings {
		f := &m.Findings[i]
		if f.Department == "" || f.Severity() == finding.Info || strings.HasPrefix(f.Cause, endedCause) {
			continue
		}
		hint, known := said[f.Department]
		if !known {
			if since, heirs, ok := m.Ended(f.Department, m.AsOf); ok {
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
	return "请找承接它的" + nameList(heirs) + "。"
}

// endedCause begins the cause of what came from a department after it had ended; its name follows.
const endedCause = "ended:"

// fromEnded makes of a finding that a department answers for what is not its own one that says that
// the department has ended: its requirements went to others, and the list is right.
func fromEnded(f finding.Finding, e *Entry, since period.Quarter, heirs []string, req *plan.Requirement) finding.Finding {
	f.Cause = endedCause + e.Department
	f.Message = e.Department + "从" + since.Short() + "起停用，不再负责这条要求：" + RequirementName(req) + "。"
	f.Hint = "请核实是哪个部门报的，把报表上的填报单位改成它；部门还在的，改“部门名录”里的“停用”。"
	if len(heirs) > 0 {
		f.Message = e.Department + "从" + since.Short() + "起停用，由" + nameList(heirs) + "承接：" + RequirementName(req) + "。"
		f.Hint = "请核实是其中哪个部门报的，把报表上的填报单位改成它；部门还在的，改“部门名录”里的“停用”。"
	}
	return f
}
