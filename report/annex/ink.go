package annex

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

// line draws a line of a text with its left edge at x and its baseline at y.
func (k *inker) line(text string, l typeset.Line, s style, x, y float64) []mark {
	var marks []mark
	for _, run := range l.Runs {
		for _, m := range k.run(text[run.From:run.To], s, x+run.X, y, run.Track) {
			g := m.(glyphs)
			g.Half = run.Half
			marks = append(marks, g)
		}
	}
	return marks
}

// across returns from where to where of a line the bytes text[from:to] are drawn; ok is
// false where none of them are.
func (k *inker) across(text string, l typeset.Line, s style, from, to int) (left, right float64, ok bool) {
	for _, run := range l.Runs {
		x := run.X
		for i, r := range text[run.From:run.To] {
			width := k.glyph(s.role, r).advance*s.size + run.Track
			if run.Half {
				width = s.size / 2
			}
			if at := run.From + i; at >= from && at < to {
				if !ok {
					left, ok = x, true
				}
				right = x + width
			}
			x += width
		}
	}
	return left, right, ok
}

// run draws characters one after the other, in as many faces as they need.
func (k *inker) run(text string, s style, x, y, track float64) []mark {
	var marks []mark
	var row glyphs
	for _, r := range text {
		g := k.glyph(s.role, r)
		if g.font != nil && g.font != row.Font {
			if row.Text != "" {
				marks = append(marks, row)
			}
			row = glyphs{X: x, Y: y, Font: g.font, Size: s.size, Track: track, Ink: s.ink}
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
