package flow

import "taizhang/importer/grid/chars"

// Shade is how a piece of text looks: what it says of its fill and its color, as six hex
// digits or "".
type Shade struct{ Fill, Color string }

// Shades gathers how the pieces of a cell look. Only what all of them share is the cell's.
type Shades struct {
	shared Shade
	any    bool
}

// Add takes in a piece of text.
func (s *Shades) Add(text string, piece Shade) {
	switch {
	case chars.Blank(text):
	case !s.any:
		s.shared, s.any = piece, true
	default:
		s.join(piece)
	}
}

// join keeps what a piece shares with those before.
func (s *Shades) join(piece Shade) {
	if s.shared.Fill != piece.Fill {
		s.shared.Fill = ""
	}
	if s.shared.Color != piece.Color {
		s.shared.Color = ""
	}
}

// Merge takes in the pieces of a paragraph.
func (s *Shades) Merge(paragraph Shades) {
	switch {
	case !paragraph.any:
	case !s.any:
		*s = paragraph
	default:
		s.join(paragraph.shared)
	}
}
