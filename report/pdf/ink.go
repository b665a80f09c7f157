package pdf

import (
	"unicode"

	"taizhang/report/chart"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

// inker turns lines into glyphs: it finds the face that has each character, puts 〓 where
// none has, and remembers what was missing.
type inker struct {
	set     face.Set
	known   map[face.Role]map[rune]glyph
	missing map[rune]bool
}

// glyph is how a character is printed in a role.
type glyph struct {
	font    *face.Font // nil for what is not seen
	char    rune
	advance float64 // in ems
}

func newInker(set face.Set) *inker {
	return &inker{set: set, known: map[face.Role]map[rune]glyph{}, missing: map[rune]bool{}}
}

func (k *inker) glyph(role face.Role, r rune) glyph {
	known := k.known[role]
	if known == nil {
		known = map[rune]glyph{}
		k.known[role] = known
	}
	g, ok := known[r]
	if !ok {
		g = k.find(role, r)
		known[r] = g
	}
	return g
}

func (k *inker) find(role face.Role, r rune) glyph {
	if r == '\t' || unicode.Is(unicode.Zs, r) && k.set.Pick(role, r) == nil {
		return glyph{advance: 0.5} // a space of whatever kind
	}
	if unseen(r) {
		return glyph{}
	}
	f := k.set.Pick(role, r)
	if f == nil {
		k.missing[r] = true
		r = face.Substitute
		if f = k.set.Pick(role, r); f == nil {
			return glyph{advance: 1}
		}
	}
	return glyph{f, r, f.Advance(r)}
}

// unseen reports whether a character prints nothing: controls, joiners, selectors of
// variants.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector)
}

// advance returns the widths of a role's characters, for the typesetter.
func (k *inker) advance(role face.Role) func(rune) float64 {
	return func(r rune) float64 { return k.glyph(role, r).advance }
}

// width returns how wide a text is in one line.
func (k *inker) width(text string, role face.Role, size float64) float64 {
	w := 0.0
	for _, r := range text {
		w += k.glyph(role, r).advance * size
	}
	return w
}

// line draws a line of a text with its left edge at x and its baseline at y, each segment into its
// slot; what leads somewhere has its link.
func (k *inker) line(text string, l typeset.Line, s style, x, y float64, segments []segment) []mark {
	var marks []mark
	if len(segments) == 0 {
		segments = []segment{{from: 0, to: len(text)}}
	}
	for _, seg := range segments {
		left, right, any := 0.0, 0.0, false
		for _, run := range l.Runs {
			from, to := max(run.From, seg.from), min(run.To, seg.to)
			if from >= to {
				continue
			}
			start := x + run.X + k.stretch(text[run.From:from], s, run.Track)
			for _, m := range k.run(text[from:to], s, start, y, run.Track, seg.slot) {
				g := m.(glyphs)
				g.Half = run.Half
				marks = append(marks, g)
			}
			end := start + k.stretch(text[from:to], s, run.Track)
			if run.Half {
				end = start + s.size/2
			}
			if !any {
				left, any = start, true
			}
			right = end
		}
		if any && seg.link != nil {
			marks = append(marks, link{left, y - s.size, right - left, s.size * 1.2, seg.anchor, seg.link})
		}
	}
	return marks
}

// stretch is how wide a part of a line is drawn.
func (k *inker) stretch(text string, s style, track float64) float64 {
	w := 0.0
	for _, r := range text {
		if g := k.glyph(s.role, r); g.font != nil || g.advance > 0 {
			w += g.advance*s.size + track
		}
	}
	return w
}

// run draws characters one after the other, in as many faces as they need.
func (k *inker) run(text string, s style, x, y, track float64, slot *node) []mark {
	var marks []mark
	var row glyphs
	for _, r := range text {
		g := k.glyph(s.role, r)
		if g.font != nil && g.font != row.Font {
			if row.Text != "" {
				marks = append(marks, row)
			}
			row = glyphs{X: x, Y: y, Font: g.font, Size: s.size, Track: track, Ink: s.ink, Slot: slot}
		}
		if g.font != nil {
			row.Text += string(g.char)
		} else if g.advance > 0 && row.Text != "" { // a gap that no face draws
			marks = append(marks, row)
			row = glyphs{}
		}
		if g.font != nil || g.advance > 0 {
			x += g.advance*s.size + track
		}
	}
	if row.Text != "" {
		marks = append(marks, row)
	}
	return marks
}

// style is how a text is set.
type style struct {
	role   face.Role
	size   float64
	pitch  float64 // from line to line
	indent float64 // of the first line, in characters
	track  float64 // after each full-width character
	centre bool
	ink    chart.Ink
}

// baseline returns how far below the top of its line a text stands.
func (s style) baseline() float64 { return (s.pitch-s.size)/2 + ascent*s.size }

// measure is the style as the typesetter takes it.
func (s style) measure(width float64) typeset.Style {
	return typeset.Style{Width: width, Indent: s.indent * (s.size + s.track), Em: s.size, Track: s.track, Ragged: s.centre}
}
