package people

import (
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// voice is a department's last word on a requirement that it answers for.
type voice struct {
	no   int
	role ledger.Role
	due  period.Due
	asOf period.Quarter
	did  bool // a recurring duty, completed in a quarter of the year
	ledger.Voice
}

// counted is the status that the ledger's tallies count the voice as: an answer without
// an understood status is not done.
func (v voice) counted() status.Status {
	if v.Status() == status.NoStatus {
		return status.InProgress
	}
	return v.Status()
}

// late reports whether the department itself is overdue, as the tallies count it.
func (v voice) late() bool {
	if s := v.counted(); s == status.Completed || s == status.NotApplicable {
		return false
	}
	if v.due.On.IsZero() {
		return v.due.Recurring != "" && v.asOf.N == 4 && !v.did
	}
	return !v.due.On.After(v.asOf.Last())
}

// voices lists what each department answers for at the as-of quarter, by requirement.
func voices(l *ledger.Ledger) map[string][]voice {
	spoken := map[string][]voice{}
	for i := range l.Plan.Requirements {
		listen(l, &l.Plan.Requirements[i], spoken)
	}
	return spoken
}

// listen hands what is said of a requirement to those who say it.
func listen(l *ledger.Ledger, r *plan.Requirement, spoken map[string][]voice) {
	st := l.Standing(r.No, l.AsOf)
	if !st.Active {
		return
	}
	role := ledger.Joint
	if len(l.Plan.Assigned(r, l.AsOf).Lead) > 0 {
		role = ledger.Lead
	}
	for _, v := range st.Deciders {
		spoken[v.Department] = append(spoken[v.Department], voice{r.No, role, r.Due, l.AsOf, l.DidInYear(r, v.Department), v})
	}
	for _, v := range st.Supporting {
		spoken[v.Department] = append(spoken[v.Department], voice{r.No, ledger.Support, r.Due, l.AsOf, l.DidInYear(r, v.Department), v})
	}
}
