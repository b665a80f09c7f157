package place

import (
	"cmp"
	"math"
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
)

// otherFigures is the most that a text counts whose figures are not the requirement's:
// 2022年 is not 2023年, however alike the rest.
const otherFigures = 0.55

// alikes are the rows of one return that are left to their likeness.
type alikes struct {
	*placing
	open   []int        // indexes of rows
	scores [][]float64  // by open row and requirement
	taken  []int        // the requirement's index that each open row takes, -1 for none
	exact  map[int]bool // requirements that another row has by its very text or key
}

// placeAlike places the rows whose text is no requirement's own, by likeness. One row
// takes one requirement: the assignment with the greatest sum is computed, and a row is
// placed where it lies at its best and every equal candidate is clearly another row's.
func (p *placing) placeAlike(open []int) {
	if len(open) == 0 {
		return
	}
	a := alikes{placing: p, open: open, exact: p.answered()}
	a.scores = make([][]float64, len(a.open))
	for k, i := range a.open {
		a.scores[k] = p.scores(i)
	}
	a.taken = pairUp(a.scores)
	for k, i := range a.open {
		p.out[i] = a.settle(k)
	}
}

// scores returns how well the row's text fits each requirement, 0 to 1.
func (p *placing) scores(i int) []float64 {
	said := likeness.Of(p.asked[i].text)
	scores := make([]float64, len(p.texts))
	for j, text := range p.texts {
		scores[j] = likeness.Alike(said, text)
		numbered := p.numberSpeaks(i, j+1)
		if numbered && p.shortNumbered(said, j+1) {
			scores[j] = max(scores[j], sureAlone)
		}
		if scores[j] < worthNaming {
			continue
		}
		if numbered {
			scores[j] = min(1, scores[j]+numberWeight)
		}
		if !likeness.SameFigures(said.Key, text.Key) {
			scores[j] = min(scores[j], otherFigures)
		}
	}
	return scores
}

// numberSpeaks reports whether the row's number is the requirement's and no other's.
func (p *placing) numberSpeaks(i, no int) bool {
	a := p.asked[i]
	return a.number != "" && (a.listed || !p.counted) && a.number == p.plan.Requirements[no-1].Number && len(p.byNum[a.number]) == 1
}

// settle decides on one open row of the assignment.
func (a *alikes) settle(k int) Outcome {
	i, scores := a.open[k], a.scores[k]
	row := a.rows[i]
	best := ranked(scores)
	var named []int
	for _, j := range best {
		if scores[j] >= worthNaming && len(named) < mostCandidates {
			named = append(named, j+1)
		}
	}
	j := a.taken[k]
	if len(named) == 0 {
		if no := a.namedInTwo(i); no != 0 {
			return Outcome{No: no, Match: ledger.Match{By: "number_text", Score: nameScore}}
		}
		return a.unmatched(row, named)
	}
	enough, by := sureAlone, "likeness"
	switch {
	case j < 0: // others take all that it may be
	case a.numberSpeaks(i, j+1):
		enough, by = sureWithNumber+numberWeight, "number_text"
	case !a.own[j]:
		enough = sureForeign
	case a.clearOfFew(k):
		enough = sureOfFew
	}
	if scores[best[0]] < enough {
		if len(named) > 1 && scores[best[1]] >= worthAsking {
			return a.ambiguous(row, named)
		}
		return a.unmatched(row, named)
	}
	if j < 0 || scores[j] < scores[best[0]]-tie || scores[j] < enough || a.exact[j+1] || a.exact[best[0]+1] {
		return a.ambiguous(row, named)
	}
	for _, other := range best {
		if other == j || scores[j]-scores[other] >= clearLead || a.taskTells(i, j, other) {
			continue
		}
		// A row is not pushed onto what a better one leaves free unless it fits well.
		if scores[j] < sureForeign || !spokenFor(other, k, a.scores, a.taken) && !a.exact[other+1] {
			return a.ambiguous(row, named)
		}
	}
	return Outcome{No: j + 1, Match: ledger.Match{By: by, Score: math.Round(scores[j]*1000) / 1000}}
}

// taskTells reports whether the row's task cell names j's task and not the other's.
func (a *alikes) taskTells(i, j, other int) bool {
	in := a.asked[i].inTask
	return slices.Contains(in, j+1) && !slices.Contains(in, other+1)
}

// spokenFor reports whether another row takes requirement j and fits it clearly better
// than row k does.
func spokenFor(j, k int, scores [][]float64, taken []int) bool {
	for m := range taken {
		if m != k && taken[m] == j {
			return scores[m][j]-scores[k][j] >= tie
		}
	}
	return false
}

// ranked returns the indexes of scores, best first.
func ranked(scores []float64) []int {
	order := make([]int, len(scores))
	for j := range order {
		order[j] = j
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	return order
}
