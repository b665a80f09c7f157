package ledger

import (
	"testing"

	"pgregory.net/rapid"

	"taizhang/importer/status"
)

// TestShares: each share is rounded by itself, half up, and the tally says where they do not sum to 100.
func TestShares(t *testing.T) {
	for _, c := range []struct {
		counts  []int
		want    []float64
		rounded bool
	}{
		{[]int{11, 11, 11}, []float64{33.3, 33.3, 33.3}, true},
		{[]int{162, 17, 10, 24, 9}, []float64{73.0, 7.7, 4.5, 10.8, 4.1}, true},
		{[]int{9, 3, 3}, []float64{60, 20, 20}, false},
		{[]int{1, 1999}, []float64{0.1, 100}, true}, // 0.05 and 99.95
		{[]int{0, 0}, []float64{0, 0}, false},
	} {
		counts := map[status.Status]int{}
		for i, n := range c.counts {
			counts[status.Statuses[i]] = n
		}
		got := TallyOf(counts, 0)
		for i, want := range c.want {
			if share := got.Shares[status.Statuses[i]]; share != want {
				t.Errorf("%v: %v, want %v", c.counts, share, want)
			}
		}
		if got.Rounded() != c.rounded {
			t.Errorf("%v: rounded is %v", c.counts, got.Rounded())
		}
	}
}

// TestPercent: a share is true to half a tenth, and a half goes up.
func TestPercent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(1, 5000).Draw(t, "whole")
		n := rapid.IntRange(0, whole).Draw(t, "n")
		tenths := int(Percent(n, whole)*10 + 0.5)
		if off := 2*(tenths*whole) - 2*(n*1000); off <= -whole || off > whole {
			t.Fatalf("%d of %d is %d tenths of a percent", n, whole, tenths)
		}
	})
}

// TestRateNeedsABase: no rate of fewer than five, nor where nobody gave a status.
func TestRateNeedsABase(t *testing.T) {
	for _, c := range []struct {
		counts map[status.Status]int
		rated  bool
	}{
		{map[status.Status]int{status.Completed: 4}, false},
		{map[status.Status]int{status.Completed: 3, status.Behind: 2}, true},
		{map[status.Status]int{status.Completed: 4, status.Ongoing: 9}, false},
		{map[status.Status]int{status.NotReported: 8}, false},
		{map[status.Status]int{status.NotReported: 7, status.NotStarted: 1}, true},
		{map[status.Status]int{status.NotReported: 7, status.Ongoing: 1}, false},
	} {
		if got := TallyOf(c.counts, 0); got.Rated != c.rated {
			t.Errorf("%v: rated is %v", c.counts, got.Rated)
		}
	}
}
