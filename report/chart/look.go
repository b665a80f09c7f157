package chart

import (
	"math"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

var (
	black = Ink{0x22, 0x22, 0x22}
	white = Ink{0xFF, 0xFF, 0xFF}
	dim   = Ink{0x55, 0x55, 0x55}
	frame = Ink{0x5A, 0x63, 0x6B}
	faint = Ink{0xC8, 0xCE, 0xD3}
)

// look is how an area is told from its neighbours: by its ink, by the ink's lightness, and
// by hatching.
type look struct {
	fill, words Ink
	pitch       float64 // mm between hatching lines, 0 for none
	angle       float64 // degrees, counted from the horizontal, anticlockwise
	lines       Ink
}

// statusLook is the look of a status. Neighbours in the order of printing differ in
// lightness by a fifth of the scale or more.
func statusLook(s status.Status) look {
	switch s {
	case status.Completed:
		return look{fill: Ink{0x1F, 0x4E, 0x79}, words: white}
	case status.InProgress:
		return look{fill: Ink{0x8F, 0xB4, 0xD9}, words: black}
	case status.Ongoing:
		return look{fill: Ink{0xE9, 0xF0, 0xF6}, words: black, pitch: 1.4, angle: 45, lines: Ink{0x6E, 0x93, 0xB5}}
	case status.Behind:
		return look{fill: Ink{0x9C, 0x3D, 0x2E}, words: white, pitch: 1.1, angle: -45, lines: Ink{0xE7, 0xC4, 0xBC}}
	case status.NotStarted:
		return look{fill: Ink{0xEB, 0xCF, 0x86}, words: black, pitch: 1.1, angle: 0, lines: Ink{0xA8, 0x83, 0x2B}}
	case status.NotApplicable:
		return look{fill: white, words: black}
	default:
		return look{fill: Ink{0x8A, 0x8F, 0x94}, words: white, pitch: 1.3, angle: 90, lines: Ink{0xC9, 0xCD, 0xD1}}
	}
}

// stateLook is the look of a department's punctuality, and the word for it in a cell.
func stateLook(s ledger.CoverageState) (look, string) {
	switch s {
	case ledger.OnTime:
		return look{fill: Ink{0xCF, 0xE0, 0xEF}, words: black}, "按时"
	case ledger.Late:
		return look{fill: Ink{0xEB, 0xCF, 0x86}, words: black, pitch: 1.1, angle: 45, lines: Ink{0xA8, 0x83, 0x2B}}, "迟报"
	case ledger.Missing:
		return look{fill: Ink{0x9C, 0x3D, 0x2E}, words: white}, "未报"
	case ledger.Undated:
		return look{fill: Ink{0xF4, 0xF7, 0xFA}, words: black}, "已报"
	default:
		return look{fill: white, words: dim}, "—"
	}
}

// degree is a step of the heat map.
type degree struct {
	name string
	look look
}

// degrees run from nothing done to all done, each darker than the one before.
var degrees = []degree{
	{"未有完成", look{fill: white, words: black}},
	{"不到一半", look{fill: Ink{0xD5, 0xE3, 0xF0}, words: black}},
	{"一半以上", look{fill: Ink{0x84, 0xAB, 0xD1}, words: black}},
	{"全部完成", look{fill: Ink{0x1F, 0x4E, 0x79}, words: white}},
}

// degreeOf returns the step of done of whole, which is not 0.
func degreeOf(done, whole int) degree {
	switch {
	case done == 0:
		return degrees[0]
	case done >= whole:
		return degrees[3]
	case 2*done >= whole:
		return degrees[2]
	}
	return degrees[1]
}

// hatch fills a rectangle with the look's lines.
func (p *pen) hatch(x, y, w, h float64, look look) {
	if look.pitch <= 0 {
		return
	}
	sin, cos := math.Sincos(look.angle * math.Pi / 180)
	// A line is where -sin·x - cos·y (y runs down) is constant; it steps by the pitch, on a
	// grid that all areas share, so that equal areas look equal beside each other.
	lowest, highest := math.Inf(1), math.Inf(-1)
	for _, c := range []Point{{x, y}, {x + w, y}, {x, y + h}, {x + w, y + h}} {
		d := sin*c.X + cos*c.Y
		lowest, highest = min(lowest, d), max(highest, d)
	}
	for d := (math.Floor(lowest/look.pitch) + 1) * look.pitch; d < highest-1e-9; d += look.pitch {
		// The line runs from d·(sin, cos) in the direction (cos, -sin).
		from, to := math.Inf(-1), math.Inf(1)
		clip := func(start, step, low, high float64) {
			if math.Abs(step) < 1e-9 {
				if start < low || start > high {
					to = math.Inf(-1)
				}
				return
			}
			a, b := (low-start)/step, (high-start)/step
			from, to = max(from, min(a, b)), min(to, max(a, b))
		}
		clip(d*sin, cos, x, x+w)
		clip(d*cos, -sin, y, y+h)
		if to-from > 0.05 {
			p.add(Line{A: Point{d*sin + from*cos, d*cos - from*sin}, B: Point{d*sin + to*cos, d*cos - to*sin}, Width: 0.18, Ink: look.lines})
		}
	}
}
