package docx

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// shade is how a piece of text looks: what it says of its fill and its color, as six hex
// digits or "".
type shade struct{ fill, color string }

// shades gathers how the pieces of a cell look. Only what all of them share is the cell's.
type shades struct {
	shared shade
	any    bool
}

// add takes in a piece of text.
func (s *shades) add(text string, piece shade) {
	switch {
	case grid.Blank(text):
	case !s.any:
		s.shared, s.any = piece, true
	default:
		s.join(piece)
	}
}

// join keeps what a piece shares with those before.
func (s *shades) join(piece shade) {
	if s.shared.fill != piece.fill {
		s.shared.fill = ""
	}
	if s.shared.color != piece.color {
		s.shared.color = ""
	}
}

// merge takes in the pieces of a paragraph.
func (s *shades) merge(paragraph shades) {
	switch {
	case !paragraph.any:
	case !s.any:
		*s = paragraph
	default:
		s.join(paragraph.shared)
	}
}

// look returns the number of a look whose cell or paragraph is filled too, "" for not.
func (w *document) look(s shades, filled string) uint16 {
	if filled == "" {
		filled = s.shared.fill
	}
	return w.palette.Number(filled, s.shared.color)
}

// readShading reads a w:shd: of a solid pattern its color is seen, of others the ground.
func readShading(x *markup.Scanner) string {
	if x.Attr("val") == "solid" {
		return x.Attr("color")
	}
	return x.Attr("fill")
}

// highlights are the colors of the marker (ECMA-376 part 1, 17.18.40).
var highlights = map[string]string{
	"black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF",
	"darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}
