package ledger

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// A rule that must hold keeps the documents a draft, also where the office accepts the finding;
// one that asks to be looked at does not.
func TestBrokenRuleIsDraft(t *testing.T) {
	for severity, draft := range map[tables.Severity]bool{tables.Must: true, tables.Look: false, tables.Say: false} {
		l := &Ledger{Findings: []finding.Finding{{Code: finding.RuleBroken, Settled: true}},
			Numbers: &numbers.Year{Results: []numbers.Result{{Rule: &tables.Rule{ID: "X", Severity: severity}, Verdict: numbers.Broken}}}}
		if got := l.Pending().Draft(); got != draft {
			t.Errorf("%s: draft %v, want %v", severity, got, draft)
		}
		l.Numbers.Results[0].Verdict = numbers.Unknown
		if l.Pending().Draft() {
			t.Errorf("%s: a rule that was not checked makes a draft", severity)
		}
	}
}
