package chart

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSpread(t *testing.T) {
	tests := []struct {
		name          string
		wanted, sizes []float64
		want          []float64
	}{
		{"none", nil, nil, nil},
		{"apart", []float64{10, 50}, []float64{10, 10}, []float64{10, 50}},
		{"together", []float64{50, 50}, []float64{10, 10}, []float64{45, 55}},
		{"at the left", []float64{0, 1}, []float64{10, 10}, []float64{5, 15}},
		{"at the right", []float64{99, 100}, []float64{10, 10}, []float64{85, 95}},
		{"a chain", []float64{50, 52, 70}, []float64{20, 20, 20}, []float64{37 + 1.0/3, 57 + 1.0/3, 77 + 1.0/3}},
	}
	for _, tt := range tests {
		got := spread(tt.wanted, tt.sizes, 0, 100)
		for i := range tt.want {
			if math.Abs(got[i]-tt.want[i]) > 1e-9 {
				t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
				break
			}
		}
	}
}

// TestSpreadProperties: labels that fit keep their order, don't overlap and stay inside.
func TestSpreadProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "n")
		wanted := rapid.SliceOfN(rapid.Float64Range(0, 100), n, n).Draw(t, "wanted")
		sizes := rapid.SliceOfN(rapid.Float64Range(0.5, 100/float64(n)), n, n).Draw(t, "sizes")
		slices.Sort(wanted)
		end := 0.0
		for i, at := range spread(wanted, sizes, 0, 100) {
			if at-sizes[i]/2 < end-1e-6 {
				t.Fatalf("label %d starts at %v, before %v", i, at-sizes[i]/2, end)
			}
			end = at + sizes[i]/2
		}
		if end > 100+1e-6 {
			t.Fatalf("the last label ends at %v", end)
		}
	})
}
