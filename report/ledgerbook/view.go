package ledgerbook

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/asked"
)

// Question is a line of 待核对 as it is asked on the page.
type Question struct {
	Finding finding.Finding
	Row     *ledger.Row    // that it speaks of, nil for none
	Office  ruling.Line    // without a kind there is nothing to decide
	Ruled   *ruling.Ruling // the decision that stands there, nil for none
	Settled bool
	Cause   int // its number among the ledger's causes, from 1; 0 for none
}

// Questions returns the lines of 待核对, those of one cause together and in the order of the
// causes; what has none comes last. Notes are not left out.
func Questions(l *ledger.Ledger) []Question {
	lines := asked.NewLiner(l).Lines()
	slices.SortStableFunc(lines, func(a, b asked.Line) int {
		return cmp.Or(cmp.Compare(a.Order(), b.Order()), finding.Compare(a.Finding, b.Finding))
	})
	list := make([]Question, 0, len(lines))
	for _, at := range lines {
		list = append(list, Question{at.Finding, at.Row, at.Office, at.Ruled, at.Settled, at.No})
	}
	return list
}

// Reading is a line of 读法 as it is asked on the page.
type Reading struct {
	Heading      string
	Met          []ledger.Met   // the least sure first
	Answer       *ruling.Ruling // nil where the office has not answered here
	Office       ruling.Heading
	Role, By     string // what its columns were read as, and by what
	Doubtful     bool   // somebody should look at it
	Files, Cells int
}

// Readings returns the lines of 读法, the doubtful ones first.
func Readings(l *ledger.Ledger) []Reading {
	lines := asked.ReadingLines(l)
	list := make([]Reading, 0, len(lines))
	for i := range lines {
		r := &lines[i]
		role, by := r.Roles()
		list = append(list, Reading{r.Heading, r.Met, r.Answer, r.Office, role, by, r.Mood <= asked.Doubtful, r.Files(), r.Cells()})
	}
	return list
}
