package causes

import (
	"fmt"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
)

// TestWorstFirst: causes are ordered by severity, weight and size.
func TestWorstFirst(t *testing.T) {
	l := &ledger.Ledger{Plan: ledgertest.SmallPlan()}
	for i := range 40 {
		file := fmt.Sprintf("%d季度/%d.xlsx", i%3+1, i%7)
		e := finding.Catalogue[(i*5)%len(finding.Catalogue)]
		l.Findings = append(l.Findings, finding.New(e.Code, finding.In(file, "甲").At(i%4, i%3), fmt.Sprint("词", i%6), "").For([]string{"财务股", "图书馆", ""}[i%3], "2021Q1"))
	}
	list := Group(l)
	if len(list) < 10 {
		t.Fatalf("only %d causes", len(list))
	}
	for i := range list[1:] {
		was, c := &list[i], &list[i+1]
		if severe(c.Severity) < severe(was.Severity) || c.Severity == was.Severity && weight(c.Code) == weight(was.Code) && c.Findings > was.Findings {
			t.Errorf("%+v stands behind %+v", c, was)
		}
	}
}
