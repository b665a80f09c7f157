package likeness

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"taizhang/importer/fold"
)

// fullyAlike is alike without its short cut.
func fullyAlike(row, requirement Sized) float64 {
	score := row.Likeness(requirement.Shape)
	if row.Size >= requirement.Size || row.Size < ShortestPart {
		return score
	}
	switch within := row.Within(requirement.Shape); {
	case within == 1 && (row.Size >= shortestMiddle || strings.HasPrefix(requirement.Key, row.Key)):
		return max(score, WholePart)
	case within < headWithin:
		return score
	}
	return max(score, 0.95*row.Likeness(fold.Of(string([]rune(requirement.Key)[:row.Size]))))
}

// TestAlikeIsNotCutShort: what alike does not look at would not have changed its answer.
func TestAlikeIsNotCutShort(t *testing.T) {
	few := rapid.SliceOfN(rapid.SampledFrom([]rune("公开规划信息2年、")), 0, 60)
	rapid.Check(t, func(t *rapid.T) {
		requirement := few.Draw(t, "requirement")
		said := few.Draw(t, "said")
		if rapid.Bool().Draw(t, "shortened") {
			from := rapid.IntRange(0, len(requirement)).Draw(t, "from")
			to := rapid.IntRange(from, len(requirement)).Draw(t, "to")
			said = append(requirement[from:to:to], said[:min(len(said), 6)]...)
		}
		a, b := Of(string(said)), Of(string(requirement))
		if got, want := Alike(a, b), fullyAlike(a, b); got != want {
			t.Fatalf("%q and %q: %v, want %v", a.Key, b.Key, got, want)
		}
	})
}
