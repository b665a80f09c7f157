package desk

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// A row of a whole year has a fate in each quarter: the same fates in any order are no change.
func TestARowOfSeveralQuartersHasNotChanged(t *testing.T) {
	at := finding.In("全年.xlsx", "表").At(5, 0)
	b := &built{Rows: []builtRow{{"全年.xlsx", "表", 5, "ignored"}, {"全年.xlsx", "表", 5, "merged"}}}
	for _, c := range []struct {
		fates []ledger.Fate
		want  int
	}{{[]ledger.Fate{ledger.Merged, ledger.Ignored}, 0}, {[]ledger.Fate{ledger.Merged, ledger.Merged}, 1}} {
		l, changes := &ledger.Ledger{}, &Changes{}
		for _, f := range c.fates {
			l.Rows = append(l.Rows, ledger.Row{At: at, Fate: f})
		}
		if b.rows(l, changes, nil); len(changes.Rows) != c.want {
			t.Errorf("%v: %+v, want %d", c.fates, changes.Rows, c.want)
		}
	}
}
