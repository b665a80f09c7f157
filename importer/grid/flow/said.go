package flow

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
)

// Said is a paragraph or a cell on its way to a row.
type Said struct {
	Text, Link string
	Level      int // of a heading, 0 for none
	Looks      Shades
	Fill       string // of the paragraph or cell as a whole
	Beside     grid.Beside
	Joins      bool // the paragraph's mark is deleted
}

// Shows reports whether a paragraph or cell is worth a row.
func (s *Said) Shows() bool {
	return !chars.Blank(s.Text) || s.Beside.Struck != "" || s.Beside.Hidden != ""
}

// Gathered are the paragraphs of one cell or line, which are joined once.
type Gathered struct {
	text, struck, hidden, comment strings.Builder
	picture                       bool
	any, joins                    bool // a paragraph came; the mark of the last one is deleted
}

// Add takes in a paragraph, in a line of its own where the mark before it stands.
func (g *Gathered) Add(s Said) {
	if g.any && !g.joins {
		g.text.WriteByte('\n')
	}
	g.any, g.joins = true, s.Joins
	g.text.WriteString(s.Text)
	if s.Beside == (grid.Beside{}) {
		return
	}
	Line(&g.struck, s.Beside.Struck)
	Line(&g.hidden, s.Beside.Hidden)
	Line(&g.comment, s.Beside.Comment)
	g.picture = g.picture || s.Beside.Picture
}

// Line writes a text as a line of its own; "" writes none.
func Line(b *strings.Builder, text string) {
	if text == "" {
		return
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	b.WriteString(text)
}

// Into gives a cell what was gathered.
func (g *Gathered) Into(cell *Said) {
	cell.Text = g.text.String()
	cell.Beside = grid.Beside{Struck: g.struck.String(), Hidden: g.hidden.String(), Comment: g.comment.String(), Picture: g.picture}
}
