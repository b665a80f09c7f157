package place

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"taizhang/importer/assign"
)

// TestCirclesPairAsWellAsTheWhole: parted into circles a table is paired up with the same sum as
// taken whole, where only what is worth naming counts, and nobody takes what another has.
func TestCirclesPairAsWellAsTheWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for n := range 400 {
		rows, cols := 1+rng.IntN(12), 1+rng.IntN(9)
		scores := make([][]float64, rows)
		for k := range scores {
			scores[k] = make([]float64, cols)
			for j := range scores[k] {
				if rng.IntN(4) == 0 {
					scores[k][j] = worthNaming + (1-worthNaming)*rng.Float64()
				}
			}
		}
		sum := func(taken []int) (s float64) {
			var seen []int
			for k, j := range taken {
				if j < 0 {
					continue
				}
				if slices.Contains(seen, j) {
					t.Fatalf("table %d: %d is taken twice", n, j)
				}
				seen, s = append(seen, j), s+scores[k][j]
			}
			return s
		}
		if got, want := sum(pairUp(scores)), sum(assign.Best(scores)); math.Abs(got-want) > 1e-9 {
			t.Errorf("table %d: %f, taken whole %f", n, got, want)
		}
	}
}

// TestStrangersPushNobodyAside: a row that is worth naming nowhere is in no circle.
func TestStrangersPushNobodyAside(t *testing.T) {
	scores := [][]float64{{worthNaming + 0.1, worthNaming + 0.05}, {worthNaming - 0.01, 0}, {0.1, 0.1}}
	if got := pairUp(scores); !slices.Equal(got, []int{0, -1, -1}) {
		t.Errorf("%v", got)
	}
	list := circles(append(scores, []float64{0, worthNaming}))
	if len(list) != 1 || !slices.Equal(list[0].rows, []int{0, 3}) || !slices.Equal(list[0].requirements, []int{0, 1}) {
		t.Errorf("%+v", list)
	}
}
