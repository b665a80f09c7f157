package book

import (
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/returns"
)

// voice is a department's last word on a requirement that it answers for.
type voice struct {
	no   int
	role ledger.Role
	due  period.Due
	asOf period.Quarter
	ledger.Voice
}

// counted is the status that the ledger's tallies count the voice as: an answer without
// an understood status is not done.
func (v voice) counted() returns.Status {
	if v.Status() == returns.NoStatus {
		return returns.InProgress
	}
	return v.Status()
}

// late reports whether the department itself is overdue, as the tallies count it.
func (v voice) late() bool {
	if s := v.counted(); s == returns.Completed || s == returns.NotApplicable {
		return false
	}
	if v.due.On.IsZero() {
		return v.due.Recurring != "" && v.asOf.N == 4
	}
	return !v.due.On.After(v.asOf.Last())
}

// voices lists what the department answers for at the as-of quarter, by requirement.
func (b *book) voices(department string) []voice {
	var list []voice
	for i := range b.Plan.Requirements {
		st := b.Standing(i+1, b.AsOf)
		if !st.Active {
			continue
		}
		role := ledger.Joint
		if len(b.Plan.Assigned(&b.Plan.Requirements[i], b.AsOf).Lead) > 0 {
			role = ledger.Lead
		}
		due := b.Plan.Requirements[i].Due
		for _, v := range st.Deciders {
			if v.Department == department {
				list = append(list, voice{i + 1, role, due, b.AsOf, v})
			}
		}
		for _, v := range st.Supporting {
			if v.Department == department {
				list = append(list, voice{i + 1, ledger.Support, due, b.AsOf, v})
			}
		}
	}
	return list
}

// own lists the requirements that the department answers for at the as-of quarter.
func (b *book) own(department string) []int {
	var list []int
	for _, v := range b.voices(department) {
		list = append(list, v.no)
	}
	return list
}
