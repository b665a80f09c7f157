package ledger

import (
	"testing"

	"pgregory.net/rapid"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
)

// fullyAlike is alike without its short cut.
func fullyAlike(row, requirement sized) float64 {
	score := row.Likeness(requirement.Shape)
	if row.size >= requirement.size || row.size < shortestPart {
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
		a, b := sizedOf(string(said)), sizedOf(string(requirement))
		if got, want := alike(a, b), fullyAlike(a, b); got != want {
			t.Fatalf("%q and %q: %v, want %v", a.Key, b.Key, got, want)
		}
	})
}

// TestProgressIn: what is cut out of a row's content is its folded progress.
func TestProgressIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := func(label string) string { return rapid.String().Draw(t, label) }
		words := func(label string) grid.Words { return grid.Words{Value: drawn(label)} }
		row := returns.Row{Progress: words("progress"), Problems: words("problems"), NextSteps: words("next"), Remarks: words("remarks"),
			Evidence: []grid.Read[string]{{Value: drawn("evidence")}}}
		row.Status.Said, row.Percent.Said = drawn("status"), drawn("percent")
		row.CompletedOn.Value = period.Date{Year: 2021, Month: 9, Day: 30}
		if got, want := progressIn(row.Content()), fold.Key(row.Progress.Value); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}
