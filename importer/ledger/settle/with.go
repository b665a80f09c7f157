package settle

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/figures"
)

// With returns the ledger with further findings in their place, the rulings on them, and
// the figures that count them.
func With(l *ledger.Ledger, found []finding.Finding) *ledger.Ledger {
	more := *l
	more.Findings = slices.Concat(l.Findings, keyed(l, found))
	more.Rulings = slices.Clone(l.Rulings)
	Findings(&more)
	more.Figures = figures.Of(&more)
	return &more
}
