package ledger

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// shortestPart is how many characters a shortened requirement must keep to be compared
// with the beginning of the full one: below that any text begins like some other.
const shortestPart = 8

// shortestMiddle is how many it must keep where it is no beginning: fewer are a name.
const shortestMiddle = 10

// wholePart is the likeness of a text that stands in another as it is.
const wholePart = 0.95

// otherFigures is the most that a text counts whose figures are not the requirement's:
// 2022年 is not 2023年, however alike the rest.
const otherFigures = 0.55

// headWithin is how much of a shortened text must be found in the full one before the two
// beginnings are compared at all.
const headWithin = 0.6

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
	said := sizedOf(p.asked[i].text)
	scores := make([]float64, len(p.texts))
	for j, text := range p.texts {
		scores[j] = alike(said, text)
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
		if !sameFigures(said.Key, text.Key) {
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

// sized is the shape of a text that knows how many characters its key has.
type sized struct {
	fold.Shape
	size int
}

func sizedOf(text string) sized {
	shape := fold.Of(text)
	return sized{shape, utf8.RuneCountInString(shape.Key)}
}

// alike compares two texts. A text that is cut short is compared with the beginning of the
// full one too, and one that stands in it as it is counts nearly as the whole.
func alike(row, requirement sized) float64 {
	score := row.Likeness(requirement.Shape)
	if row.size >= requirement.size || row.size < shortestPart || !row.mayBegin(requirement, score) {
		return score
	}
	switch within := row.Within(requirement.Shape); {
	case within == 1 && (row.size >= shortestMiddle || strings.HasPrefix(requirement.Key, row.Key)):
		return max(score, wholePart)
	case within < headWithin:
		return score
	}
	return max(score, 0.95*row.Likeness(fold.Of(string([]rune(requirement.Key)[:row.size]))))
}

// mayBegin is false where the likeness of a text with a longer one says already that too
// little of it is found there: as nearly always, and counting pairs once is enough.
func (s sized) mayBegin(longer sized, likeness float64) bool {
	shared := likeness * float64(s.size-1+longer.size-1) / 2
	return shared > 0.9*headWithin*float64(s.size-1)
}

// settle decides on one open row of the assignment.
func (a *alikes) settle(k int) placed {
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
	return placed{no: j + 1, match: Match{by, math.Round(scores[j]*1000) / 1000}}
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
