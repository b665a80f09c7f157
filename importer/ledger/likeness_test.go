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
		said := func(label string) grid.Read[string] {
			s := rapid.String().Draw(t, label)
			return grid.Read[string]{Value: s, Said: s}
		}
		row := returns.Row{Progress: said("progress"), Problems: said("problems"), NextSteps: said("next"), Remarks: said("remarks"),
			Evidence: []grid.Read[string]{said("evidence")}}
		row.Status.Said, row.Percent.Said = said("status").Said, said("percent").Said
		row.CompletedOn.Value = period.Date{Year: 2021, Month: 9, Day: 30}
		if got, want := progressIn(row.Content()), fold.Key(row.Progress.Value); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}
