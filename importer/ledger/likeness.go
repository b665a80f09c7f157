package ledger

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"taizhang/importer/assign"
	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/returns"
)

// shortestPart is how many characters a shortened requirement must keep to be compared
// with the beginning of the full one: below that any text begins like some other.
const shortestPart = 8

// shortestNumbered is how many characters are enough beside the requirement's own number,
// where they stand in its text as they are.
const shortestNumbered = 4

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
	rows       []*returns.Row
	open       []int // indexes of rows
	own        bool  // the rows are merely counted: their numbers say nothing
	department string
	quarter    period.Quarter
	scores     [][]float64  // by open row and requirement
	taken      []int        // the requirement's index that each open row takes, -1 for none
	exact      map[int]bool // requirements that another row has by its very text or key
}

// placeAlike places the rows whose text is no requirement's own, by likeness. One row
// takes one requirement: the assignment with the greatest sum is computed, and a row is
// placed where it lies at its best and every equal candidate is clearly another row's.
func (pl *placer) placeAlike(a alikes, out []placed) {
	if len(a.open) == 0 {
		return
	}
	a.exact = map[int]bool{}
	for _, p := range out {
		a.exact[p.no] = p.no != 0
	}
	a.scores = make([][]float64, len(a.open))
	for k, i := range a.open {
		a.scores[k] = pl.scores(a.rows[i], a.own)
	}
	a.taken = assign.Best(a.scores)
	for k, i := range a.open {
		out[i] = pl.settle(a, k)
	}
}

// scores returns how well the row's text fits each requirement, 0 to 1.
func (pl *placer) scores(row *returns.Row, own bool) []float64 {
	said := sizedOf(row.Text.Value)
	scores := make([]float64, len(pl.texts))
	for j, text := range pl.texts {
		scores[j] = alike(said, text)
		numbered := !own && pl.numberSpeaks(row, j+1)
		if numbered && said.size >= shortestNumbered && len(said.Key) < len(text.Key) && said.Within(text.Shape) == 1 {
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
func (pl *placer) numberSpeaks(row *returns.Row, no int) bool {
	return pl.numberAgrees(row, no) && len(pl.byNum[row.Number.Value]) == 1
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
	case within == 1:
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
func (pl *placer) settle(a alikes, k int) placed {
	row, scores := a.rows[a.open[k]], a.scores[k]
	best := ranked(scores)
	var named []int
	for _, j := range best {
		if scores[j] >= worthNaming && len(named) < mostCandidates {
			named = append(named, j+1)
		}
	}
	j := a.taken[k]
	if j < 0 || len(named) == 0 {
		return pl.unmatched(row, named)
	}
	enough, by := sureAlone, "likeness"
	req := &pl.plan.Requirements[j]
	switch {
	case !a.own && pl.numberSpeaks(row, j+1):
		enough, by = sureWithNumber+numberWeight, "number_text"
	case pl.plan.Roster.Known() && !pl.answers(a.department, req, a.quarter):
		enough = sureForeign
	}
	if scores[best[0]] < enough {
		if len(named) > 1 && scores[best[1]] >= worthAsking {
			return pl.ambiguous(row, named)
		}
		return pl.unmatched(row, named)
	}
	if scores[j] < scores[best[0]]-tie || scores[j] < enough || a.exact[j+1] || a.exact[best[0]+1] {
		return pl.ambiguous(row, named)
	}
	for _, other := range best {
		if other == j || scores[j]-scores[other] >= clearLead || pl.taskTells(row, j, other) {
			continue
		}
		// A row is not pushed onto what a better one leaves free unless it fits well.
		if scores[j] < sureForeign || !spokenFor(other, k, a.scores, a.taken) && !a.exact[other+1] {
			return pl.ambiguous(row, named)
		}
	}
	return placed{no: j + 1, match: Match{by, math.Round(scores[j]*1000) / 1000}}
}

// taskTells reports whether the row's task cell names j's task and not the other's.
func (pl *placer) taskTells(row *returns.Row, j, other int) bool {
	task := pl.keys.key(row.Task.Value)
	mine, theirs := pl.plan.Requirements[j].Task, pl.plan.Requirements[other].Task
	return task != "" && mine != theirs && pl.tasks[mine-1].Key == task
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
