package page

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// Text can be read on each colour that cells are filled with.
func TestFillsCanBeReadOn(t *testing.T) {
	data, err := html.ReadFile("html/style.css")
	if err != nil {
		t.Fatal(err)
	}
	fills := regexp.MustCompile(`\.sheet td\.([a-z.]+)\{background-color:#([0-9a-f]{6})\}`).FindAllStringSubmatch(string(data), -1)
	if len(fills) != 15 {
		t.Errorf("%d fills", len(fills))
	}
	ink := regexp.MustCompile(`--ink:#([0-9a-f]{6})`).FindStringSubmatch(string(data))[1]
	for _, fill := range fills {
		if c := contrast(fill[2], ink); c < 4.5 {
			t.Errorf("%s: %.2f", fill[1], c)
		}
	}
}

// contrast is that of two colours, as the guidelines for accessible pages reckon it.
func contrast(a, b string) float64 {
	light := func(hex string) (sum float64) {
		for i, share := range []float64{0.2126, 0.7152, 0.0722} {
			n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
			v := float64(n) / 255
			if v <= 0.04045 {
				sum += share * v / 12.92
			} else {
				sum += share * math.Pow((v+0.055)/1.055, 2.4)
			}
		}
		return sum
	}
	l, d := light(a), light(b)
	return (math.Max(l, d) + 0.05) / (math.Min(l, d) + 0.05)
}
