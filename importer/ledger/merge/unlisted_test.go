package merge

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/plan"
)

// A department of the list that the roster lacks is asked for nothing; without a roster the
// names of the list are all there is.
func TestWhoTheRosterLacksIsNotExpected(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Requirements[4].Duty = plan.Duty{Joint: ledgertest.Party("执法服")}
	missing := func(name string) (n int) {
		l := Merge(p, nil, nil, Options{AsOf: ledgertest.Q2})
		for _, f := range l.Findings {
			if f.Code == finding.ReturnMissing && f.Department == name {
				n++
			}
		}
		for _, c := range l.Coverage {
			if c.Department == name && c.Expected != (n > 0) {
				t.Errorf("%s is expected: %v", name, c.Expected)
			}
		}
		return n
	}
	if n := missing("执法服"); n != 0 {
		t.Errorf("missing %d times", n)
	}
	if n := missing("办公室"); n != 2 {
		t.Errorf("who is in the roster is missing %d times", n)
	}
	p.Roster = plan.Roster{}
	if n := missing("执法服"); n != 2 {
		t.Errorf("without a roster, missing %d times", n)
	}
}
