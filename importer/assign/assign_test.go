package assign

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The assignment is the best of all: compared with trying every permutation.
func TestBestIsOptimal(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		rows, cols := 1+rng.IntN(9), 1+rng.IntN(5)
		scores := make([][]float64, rows)
		for i := range scores {
			scores[i] = make([]float64, cols)
			for j := range scores[i] {
				scores[i][j] = float64(rng.IntN(100)) / 100
			}
		}
		sum, used := 0.0, map[int]bool{}
		for i, j := range Best(scores) {
			if j < 0 {
				continue
			}
			if used[j] {
				t.Fatalf("column %d taken twice in %v", j, scores)
			}
			used[j] = true
			sum += scores[i][j]
		}
		if best := bestSum(scores, 0, map[int]bool{}); best-sum > 1e-9 {
			t.Fatalf("sum %.2f, best %.2f for %v", sum, best, scores)
		}
	}
}

func bestSum(scores [][]float64, i int, used map[int]bool) float64 {
	if i == len(scores) {
		return 0
	}
	best := bestSum(scores, i+1, used)
	for j, s := range scores[i] {
		if !used[j] {
			used[j] = true
			best = max(best, s+bestSum(scores, i+1, used))
			delete(used, j)
		}
	}
	return best
}

// Rows beyond the columns go without, the weakest first; no columns leave all without.
func TestBestOfMoreRowsThanColumns(t *testing.T) {
	for _, c := range []struct {
		scores [][]float64
		want   []int
	}{
		{nil, []int{}},
		{[][]float64{{}, {}}, []int{-1, -1}},
		{[][]float64{{0.2}, {0.9}, {0.5}}, []int{-1, 0, -1}},
		{[][]float64{{0.1}, {0.2}, {0.3}, {0.4}, {0.9}, {0.5}}, []int{-1, -1, -1, -1, 0, -1}},
		{[][]float64{{0, 0.1, 0}}, []int{1}},
	} {
		if got := Best(c.scores); !slices.Equal(got, c.want) {
			t.Errorf("%v is paired %v, want %v", c.scores, got, c.want)
		}
	}
}
