// Package standing settles where each requirement stands at the end of each quarter, by the words of
// those who answer for it, and whether their returns came.
package standing

import (
	"taizhang/importer/ledger"
	"taizhang/importer/parallel"
	"taizhang/importer/period"
	"taizhang/importer/plan"
)

// Duties are who answers for each requirement in each quarter of the year.
type Duties struct {
	all [][]duty              // by requirement and quarter
	own map[ledger.Desk][]int // the requirements that a department answers for in a quarter
}

// duty is who answers for a requirement in a quarter.
type duty struct {
	plan.Assigned
	roles map[string]ledger.Role // by department
}

// NewDuties works out once who answers for what.
func NewDuties(p *plan.Plan) Duties {
	year := period.Quarter{Year: p.Year, N: 4}.Until()
	d := Duties{make([][]duty, len(p.Requirements)), map[ledger.Desk][]int{}}
	parallel.Each(len(d.all), func(i int) {
		for _, q := range year {
			d.all[i] = append(d.all[i], dutyOf(p.Assigned(&p.Requirements[i], q)))
		}
	})
	for _, q := range year {
		for i := range p.Requirements {
			req := &p.Requirements[i]
			if !req.Active.In(q) {
				continue
			}
			for _, name := range d.Assigned(req.No, q).All() {
				d.own[ledger.Desk{Department: name, Quarter: q}] = append(d.own[ledger.Desk{Department: name, Quarter: q}], req.No)
			}
		}
	}
	return d
}

func dutyOf(a plan.Assigned) duty {
	d := duty{a, make(map[string]ledger.Role, len(a.Lead)+len(a.Joint)+len(a.Support))}
	for _, part := range []struct {
		role  ledger.Role
		names []string
	}{{ledger.Lead, a.Lead}, {ledger.Joint, a.Joint}, {ledger.Support, a.Support}} {
		for _, name := range part.names {
			d.roles[name] = part.role
		}
	}
	return d
}

// Assigned returns who answers for the requirement in the quarter.
func (d Duties) Assigned(no int, q period.Quarter) plan.Assigned {
	return d.all[no-1][q.N-1].Assigned
}

// RoleOf returns what the department is to the requirement in the quarter.
func (d Duties) RoleOf(no int, department string, q period.Quarter) ledger.Role {
	if role, ok := d.all[no-1][q.N-1].roles[department]; ok {
		return role
	}
	return ledger.Unassigned
}

// RequirementsOf returns the requirements in force that a department answers for in a quarter.
func (d Duties) RequirementsOf(department string, q period.Quarter) []int {
	return d.own[ledger.Desk{Department: department, Quarter: q}]
}

// IsOwn reports whether the requirement is the department's own in the quarter. Who is named beside
// those that lead, and doesn't support them, is not asked.
func (d Duties) IsOwn(no int, department string, q period.Quarter) bool {
	duty := d.all[no-1][q.N-1]
	role := duty.roles[department]
	return role == ledger.Lead || role == ledger.Support || role == ledger.Joint && len(duty.Lead) == 0
}
