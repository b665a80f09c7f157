package ledger

import (
	"taizhang/importer/parallel"
	"taizhang/importer/period"
	"taizhang/importer/plan"
)

// duty is who answers for a requirement in a quarter.
type duty struct {
	plan.Assigned
	roles map[string]Role // by department
}

// answers reports whether the requirement is the department's own. Who is named beside
// those that lead, and doesn't support them, is not asked.
func (d duty) answers(department string) bool {
	role := d.roles[department]
	return role == Lead || role == Support || role == Joint && len(d.Lead) == 0
}

// dutiesOf works out once who answers for each requirement in each quarter of the year.
func dutiesOf(p *plan.Plan) [][]duty {
	year := period.Quarter{Year: p.Year, N: 4}.Until()
	duties := make([][]duty, len(p.Requirements))
	parallel.Each(len(duties), func(i int) {
		for _, q := range year {
			duties[i] = append(duties[i], dutyOf(p.Assigned(&p.Requirements[i], q)))
		}
	})
	return duties
}

func dutyOf(a plan.Assigned) duty {
	d := duty{a, make(map[string]Role, len(a.Lead)+len(a.Joint)+len(a.Support))}
	for _, part := range []struct {
		role  Role
		names []string
	}{{Lead, a.Lead}, {Joint, a.Joint}, {Support, a.Support}} {
		for _, name := range part.names {
			d.roles[name] = part.role
		}
	}
	return d
}

// assign works out who answers for what, and the requirements that each department
// answers for in a quarter.
func (m *merge) assign() {
	m.duties = dutiesOf(m.Plan)
	m.own = map[desk][]int{}
	for _, q := range (period.Quarter{Year: m.Plan.Year, N: 4}).Until() {
		for i := range m.Plan.Requirements {
			req := &m.Plan.Requirements[i]
			if !req.Active.In(q) {
				continue
			}
			for _, d := range m.assigned(req.No, q).All() {
				m.own[desk{d, q}] = append(m.own[desk{d, q}], req.No)
			}
		}
	}
}

// assigned returns who answers for the requirement in the quarter.
func (m *merge) assigned(no int, q period.Quarter) plan.Assigned {
	return m.duties[no-1][q.N-1].Assigned
}

// roleOf returns what the department is to the requirement in the quarter.
func (m *merge) roleOf(no int, department string, q period.Quarter) Role {
	if role, ok := m.duties[no-1][q.N-1].roles[department]; ok {
		return role
	}
	return Unassigned
}
