package questions

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/report/ledgerbook"
)

// How requirements are offered for a row that the merge could not place. They are offered, no more:
// nothing follows from it until somebody chooses.
const (
	mostOffered  = 6
	leastLike    = 0.2  // likeness from which a text of the department's own is offered
	leastForeign = 0.4  // and one of another's
	ownBonus     = 0.25 // of the department's own
	saidMalus    = 0.15 // of what the department has answered already
)

// Candidates are the requirements that are offered for a held row: those that the office placed such
// a row on before, then those that the merge names, then those whose text is nearest, the department's
// own first; where no text is near, its own that it has not answered yet.
func (s *Reading) Candidates(q *ledgerbook.Question) []int {
	if !unplaced(q) {
		return slices.Clone(q.Row.Candidates)
	}
	var list []int
	for _, p := range s.placedBefore(q) {
		list = append(list, p.no)
	}
	for _, no := range q.Row.Candidates {
		if !slices.Contains(list, no) {
			list = append(list, no)
		}
	}
	if len(list) >= mostOffered {
		return list
	}
	type near struct {
		no    int
		score float64
	}
	row, said := fold.Of(telling(q.Row.Text)), s.answered(q)
	var texts, own []near
	for i := range s.Ledger.Plan.Requirements {
		r := &s.Ledger.Plan.Requirements[i]
		if slices.Contains(list, r.No) {
			continue
		}
		text := fold.Of(r.Text.Value)
		like := max(row.Likeness(text), 0.8*row.Within(text))
		score := like
		if said[r.No] {
			score -= saidMalus
		}
		least := leastForeign
		if slices.Contains(s.Ledger.Plan.Assigned(r, q.Row.Quarter).All(), q.Row.Department) {
			least = leastLike
			if score += ownBonus; !said[r.No] {
				own = append(own, near{r.No, score})
			}
		}
		if like >= least {
			texts = append(texts, near{r.No, score})
		}
	}
	if len(texts) == 0 && len(list) == 0 {
		texts = own
	}
	slices.SortStableFunc(texts, func(a, b near) int { return cmp.Compare(b.score, a.score) })
	for _, n := range texts[:min(len(texts), mostOffered-len(list))] {
		list = append(list, n.no)
	}
	return list
}

// unplaced reports a row of which it is asked what it answers.
func unplaced(q *ledgerbook.Question) bool {
	return q.Finding.Code == finding.RowUnmatched || q.Finding.Code == finding.RowAmbiguous
}

// answered are the requirements that the department of a held row has answered in its quarter.
func (s *Reading) answered(q *ledgerbook.Question) map[int]bool {
	said := map[int]bool{}
	for i := range s.Ledger.Entries {
		if e := &s.Ledger.Entries[i]; e.Department == q.Row.Department && e.Quarter == q.Row.Quarter {
			said[e.Requirement] = true
		}
	}
	return said
}
