package chart

import (
	"math"
	"testing"

	"taizhang/importer/status"
)

// lightness is what a photocopier sees of an ink, 0 to 1.
func lightness(i Ink) float64 {
	return (0.299*float64(i.R) + 0.587*float64(i.G) + 0.114*float64(i.B)) / 255
}

// TestGreyscale: without colour, two areas differ by lightness or by hatching, and words
// can be read on their ground.
func TestGreyscale(t *testing.T) {
	var looks []look
	for _, s := range status.Statuses {
		looks = append(looks, statusLook(s))
	}
	for i, a := range looks {
		if math.Abs(lightness(a.words)-lightness(a.fill)) < 0.4 {
			t.Errorf("words on %s can't be read", status.Statuses[i])
		}
		for k, b := range looks[:i] {
			alike := math.Abs(lightness(a.fill)-lightness(b.fill)) < 0.15
			if alike && a.angle == b.angle && (a.pitch > 0) == (b.pitch > 0) {
				t.Errorf("%s and %s look alike", status.Statuses[i], status.Statuses[k])
			}
		}
	}
	for i := 1; i < len(degrees); i++ {
		if lightness(degrees[i-1].look.fill)-lightness(degrees[i].look.fill) < 0.1 {
			t.Errorf("%s is no darker than %s", degrees[i].name, degrees[i-1].name)
		}
	}
}

// TestHatch: hatching stays inside its area.
func TestHatch(t *testing.T) {
	for _, angle := range []float64{0, 45, -45, 90, 30} {
		p := &pen{}
		p.hatch(3, 4, 7, 5, look{pitch: 1, angle: angle})
		if len(p.shapes) < 4 {
			t.Errorf("%v degrees: %d lines", angle, len(p.shapes))
		}
		for _, s := range p.shapes {
			if b := boxOf(s); b.left < 3-1e-6 || b.top < 4-1e-6 || b.right > 10+1e-6 || b.bottom > 9+1e-6 {
				t.Errorf("%v degrees: %+v", angle, s)
			}
		}
	}
}

// A label goes into a part only where it stands clear of the lines above and below.
func TestLabelClear(t *testing.T) {
	p := &pen{Page: pages[0]}
	for _, tc := range []struct {
		air  float64 // mm, above and below together
		want bool
	}{{0.6, false}, {1, true}} {
		if got := p.labelled(0, 0, 40, label*MM+tc.air, look{}, "推进中 13", label); got != tc.want {
			t.Errorf("%v mm of air: the label goes in: %v", tc.air, got)
		}
	}
}
