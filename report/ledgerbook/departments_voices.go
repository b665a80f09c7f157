package ledgerbook

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

// voices lists what the department answers for at the as-of quarter, by requirement.
func (b *book) voices(department string) []voice {
	if b.spoken == nil {
		b.spoken = map[string][]voice{}
		for i := range b.Plan.Requirements {
			b.listen(&b.Plan.Requirements[i])
		}
	}
	return b.spoken[department]
}

// listen hands what is said of a requirement to those who say it.
func (b *book) listen(r *plan.Requirement) {
	st := b.Standing(r.No, b.AsOf)
	if !st.Active {
		return
	}
	role := ledger.Joint
	if len(b.Plan.Assigned(r, b.AsOf).Lead) > 0 {
		role = ledger.Lead
	}
	for _, v := range st.Deciders {
		b.spoken[v.Department] = append(b.spoken[v.Department], voice{r.No, role, r.Due, b.AsOf, b.DidInYear(r, v.Department), v})
	}
	for _, v := range st.Supporting {
		b.spoken[v.Department] = append(b.spoken[v.Department], voice{r.No, ledger.Support, r.Due, b.AsOf, b.DidInYear(r, v.Department), v})
	}
}

// own lists the requirements that the department answers for at the as-of quarter.
func (b *book) own(department string) []int {
	var list []int
	for _, v := range b.voices(department) {
		list = append(list, v.no)
	}
	return list
}
