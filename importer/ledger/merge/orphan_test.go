package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/plan"
)

// A requirement that the list gives to somebody is nobody's from the quarter on in which
// nobody who decides is left.
func TestRequirementsThatNobodyAnswersFor(t *testing.T) {
	ends := func(name string, a plan.Active) func(*plan.Plan) {
		return func(p *plan.Plan) {
			for i := range p.Roster.Departments {
				if p.Roster.Departments[i].Name == name {
					p.Roster.Departments[i].Active = a
				}
			}
		}
	}
	for name, c := range map[string]struct {
		change func(*plan.Plan)
		want   string // number and quarter of each
	}{
		"all are there":              {func(*plan.Plan) {}, ""},
		"the only one ends":          {ends("执法股", plan.Active{Until: ledgertest.Q3}), "第5条 2021Q3"},
		"one of two ends":            {ends("图书馆", plan.Active{Until: ledgertest.Q2}), ""},
		"a lead ends, support stays": {ends("办公室", plan.Active{Until: ledgertest.Q4}), "第1条 2021Q4,第2条 2021Q4"},
		"one begins late":            {ends("执法股", plan.Active{From: ledgertest.Q2}), ""},
		"one ends, the requirement too": {func(p *plan.Plan) {
			ends("执法股", plan.Active{Until: ledgertest.Q3})(p)
			p.Requirements[4].Active.Until = ledgertest.Q3
		}, ""},
		"one ends, the requirement later": {func(p *plan.Plan) {
			ends("执法股", plan.Active{Until: ledgertest.Q2})(p)
			p.Requirements[4].Active.Until = ledgertest.Q4
		}, "第5条 2021Q2"},
		"the list names nobody": {func(p *plan.Plan) { p.Requirements[4].Duty = plan.Duty{} }, ""},
		"a kind of which all end": {func(p *plan.Plan) {
			ends("图书馆", plan.Active{Until: ledgertest.Q3})(p)
			p.Requirements[4].Duty = plan.Duty{Joint: []plan.Party{{Name: "属下单位", Collective: plan.Affiliates}}}
		}, "第5条 2021Q3"},
		"a kind that the roster never had": {func(p *plan.Plan) {
			p.Roster.Departments = p.Roster.Departments[:3]
			p.Requirements[2].Duty = plan.Duty{Joint: []plan.Party{{Name: "属下单位", Collective: plan.Affiliates}}}
		}, ""},
	} {
		p := ledgertest.SmallPlan()
		c.change(p)
		var got []string
		for _, f := range Merge(p, nil, nil, Options{AsOf: ledgertest.Q1}).Findings {
			if f.Code == finding.RequirementOrphaned {
				no, _, _ := strings.Cut(f.Found, "“")
				got = append(got, no+" "+f.Quarter)
			}
		}
		if s := strings.Join(got, ","); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}
