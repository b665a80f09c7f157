// Package typeset breaks Chinese text into lines: no mark that belongs to the character
// before it at a line's start, none that belongs to the next at its end, numbers and Latin
// words whole, links broken where they may be, lines filled by opening or closing the gaps
// between characters within a cap. It is pure: it knows widths, not fonts or pages. No
// character is ever lost, doubled or reordered: the lines of a text join up to it.
package typeset

// Style says how a text is set. Lengths are in any one unit.
type Style struct {
	Width  float64 // of a line
	Indent float64 // before the first line
	Em     float64 // the type size: how wide a Chinese character is
	Track  float64 // added after every full-width character, usually a little below zero
	Ragged bool    // lines keep their own width: nothing is stretched
}

// Line is one line of a text: text[From:To]. Line breaks and the spaces at its end belong
// to it and are not drawn.
type Line struct {
	From, To int
	Runs     []Run
	Width    float64 // where its last character ends, counted from the left edge
}

// Run is a stretch of a line that is drawn in one go: text[From:To].
type Run struct {
	From, To int
	X        float64 // from the left edge of the line's width
	Track    float64 // to be added after each of its characters
	Half     bool    // a single mark without its blank half, which adjoining marks share
}

// Break breaks text into lines. advance gives the width of a character in ems.
func Break(text string, advance func(rune) float64, style Style) []Line {
	s := newSetter(text, advance, style)
	var lines []Line
	for at := 0; at < len(s.atoms); {
		indent := 0.0
		if at == 0 {
			indent = style.Indent
		}
		end := s.fill(at, style.Width-indent)
		lines = append(lines, s.line(at, end, indent))
		at = end
	}
	return lines
}

// Caps on what a gap between two characters may give or take, in ems. Beyond the stretch a
// line looks torn and is left ragged instead.
const (
	maxStretch = 0.25
	maxShrink  = 0.035
)

// setter is a text being set: its atoms, none of which is ever broken.
type setter struct {
	style Style
	atoms []atom
}
