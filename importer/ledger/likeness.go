package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/fold"
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

// headWithin is how much of a shortened text must be found in the full one before the two
// beginnings are compared at all.
const headWithin = 0.6

// placeAlike places the rows whose text is no requirement's own, by likeness. One row
// takes one requirement: the assignment with the greatest sum is computed, and a row is
// placed where it lies at its best and every equal candidate is clearly another row's.
func (pl *placer) placeAlike(rows []returns.Row, open []int, out []placed) {
	if len(open) == 0 {
		return
	}
	scores := make([][]float64, len(open))
	for k, i := range open {
		scores[k] = pl.scores(rows[i])
	}
	taken := assign(scores)
	for k, i := range open {
		out[i] = pl.settle(rows[i], k, scores, taken)
	}
}

// scores returns how well the row's text fits each requirement, 0 to 1.
func (pl *placer) scores(row returns.Row) []float64 {
	shape := fold.Of(row.Text.Value)
	scores := make([]float64, len(pl.texts))
	for j, text := range pl.texts {
		scores[j] = alike(shape, text)
		if !pl.numberAgrees(row, j+1) {
			continue
		}
		if len([]rune(shape.Key)) >= shortestNumbered && shape.Within(text) == 1 {
			scores[j] = max(scores[j], sureAlone)
		}
		if scores[j] >= worthNaming {
			scores[j] = min(1, scores[j]+numberWeight)
		}
	}
	return scores
}

// alike compares two texts, and where one is much shorter, compares it with the beginning
// of the other too: departments shorten requirements by cutting their end off.
func alike(a, b fold.Shape) float64 {
	score := a.Likeness(b)
	if a.Within(b) < headWithin {
		return score
	}
	short, long := []rune(a.Key), []rune(b.Key)
	rest := a
	if len(short) > len(long) {
		short, long, rest = long, short, b
	}
	if len(short) < shortestPart || len(short) == len(long) {
		return score
	}
	if a.Within(b) == 1 {
		return max(score, wholePart)
	}
	head := fold.Of(string(long[:len(short)]))
	return max(score, 0.95*rest.Likeness(head))
}

// settle decides on one row of the assignment.
func (pl *placer) settle(row returns.Row, k int, scores [][]float64, taken []int) placed {
	best := ranked(scores[k])
	var named []int
	for _, j := range best {
		if scores[k][j] >= worthNaming && len(named) < mostCandidates {
			named = append(named, j+1)
		}
	}
	j := taken[k]
	if j < 0 || len(named) == 0 {
		return pl.unmatched(row, named)
	}
	enough, by := sureAlone, "likeness"
	if pl.numberAgrees(row, j+1) {
		enough, by = sureWithNumber+numberWeight, "number_text"
	}
	if scores[k][best[0]] < enough {
		return pl.unmatched(row, named)
	}
	if scores[k][j] < scores[k][best[0]]-tie || scores[k][j] < enough {
		return pl.ambiguous(row, named)
	}
	for _, other := range best {
		gap := scores[k][j] - scores[k][other]
		if other == j || gap >= clearLead {
			continue
		}
		if !spokenFor(other, k, scores, taken) && !pl.taskTells(row, j, other) {
			return pl.ambiguous(row, named)
		}
	}
	return placed{no: j + 1, match: Match{by, min(1, scores[k][j])}}
}

// taskTells reports whether the row's task cell names j's task and not the other's.
func (pl *placer) taskTells(row returns.Row, j, other int) bool {
	task := fold.Key(row.Task.Value)
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
