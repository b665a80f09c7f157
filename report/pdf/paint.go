package pdf

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/go-pdf/fpdf"

	"taizhang/report/chart"
	"taizhang/report/face"
	"taizhang/report/pdf/finish"
)

// painter paints pages with fpdf, of which it uses no more than lines, polygons and Text
// at a place: its own line breaking loses characters.
type painter struct {
	pdf    *fpdf.Fpdf
	fonts  []*face.Font
	faces  map[*face.Font]loaded
	state  state
	level  int                  // of the last bookmark
	links  [][]finish.Reference // by page
	goals  map[string]goal
	sheets []sheet // by page

	marking
}

// loaded is a face as the file has it.
type loaded struct {
	name string
	face.Cut
}

// state is what the page was last told, so that nothing is told twice.
type state struct {
	font  *face.Font
	size  float64
	track float64
	text  chart.Ink
}

// load cuts each face to the characters that the pages use and hands it to the file.
func (p *painter) load(pages []page) error {
	type use struct{ whole, half map[rune]bool }
	used := map[*face.Font]use{}
	eachGlyphs(pages, func(g glyphs) {
		u, ok := used[g.Font]
		if !ok {
			u = use{map[rune]bool{}, map[rune]bool{}}
			used[g.Font] = u
			p.fonts = append(p.fonts, g.Font)
		}
		chars := u.whole
		if g.Half {
			chars = u.half
		}
		for _, r := range g.Text {
			chars[r] = true
		}
	})
	p.faces = map[*face.Font]loaded{}
	for i, f := range p.fonts {
		cut, err := f.Cut(slices.Collect(maps.Keys(used[f].whole)), slices.Collect(maps.Keys(used[f].half)))
		if err != nil {
			return fmt.Errorf("pdf: %w", err)
		}
		name := fmt.Sprintf("face%d", i+1)
		p.pdf.AddUTF8FontFromBytes(name, "", cut.Data)
		p.faces[f] = loaded{name, cut}
	}
	return nil
}

func eachGlyphs(pages []page, do func(glyphs)) {
	for _, pg := range pages {
		for _, m := range slices.Concat(pg.number, pg.draft) {
			if g, ok := m.(glyphs); ok {
				do(g)
			}
		}
		for _, b := range pg.boxes {
			for _, m := range b.marks {
				if g, ok := m.(glyphs); ok {
					do(g)
				}
			}
		}
	}
}

func (p *painter) page(pg page) {
	p.pdf.AddPage()
	p.links = append(p.links, nil)
	p.state = state{}
	p.begin()
	if pg.sheet == turned {
		// The reader's right is the paper's top, the reader's top its left edge.
		p.pdf.RawWriteStr(fmt.Sprintf("q 0 1 -1 0 %.2f 0 cm", paperHeight))
	}
	for _, b := range pg.boxes {
		for _, m := range b.marks {
			p.mark(m, b.x, b.y, pg.sheet)
		}
	}
	p.leave()
	if pg.sheet == turned {
		p.pdf.RawWriteStr("Q")
		p.state = state{}
	}
	p.furniture = true
	for _, m := range slices.Concat(pg.number, pg.draft) {
		p.mark(m, 0, 0, pg.sheet)
	}
	p.leave()
	p.furniture = false
}

func (p *painter) mark(m mark, x, y float64, s sheet) {
	switch m := m.(type) {
	case glyphs:
		p.enter(m.Slot)
		p.glyphs(m, x, y)
	case shape:
		p.enter(m.Slot)
		p.shape(m, x, y)
	case bookmark:
		p.bookmark(m, y, s)
	case link:
		p.link(m, x, y, s)
	}
}

func (p *painter) glyphs(g glyphs, x, y float64) {
	f := p.faces[g.Font]
	if p.state.font != g.Font || p.state.size != g.Size {
		p.pdf.SetFont(f.name, "", g.Size)
	}
	if p.state.track != g.Track {
		p.pdf.RawWriteStr(fmt.Sprintf("%.3f Tc", g.Track))
	}
	p.state = state{g.Font, g.Size, g.Track, g.Ink}
	var text strings.Builder
	code := f.Code
	if g.Half {
		code = f.Half
	}
	for _, r := range g.Text {
		text.WriteRune(code[r])
	}
	p.pdf.SetTextColor(int(g.Ink.R), int(g.Ink.G), int(g.Ink.B))
	p.pdf.Text(x+g.X, y+g.Y, text.String())
}

func (p *painter) shape(s shape, x, y float64) {
	style := ""
	if s.Fill != nil {
		p.pdf.SetFillColor(int(s.Fill.R), int(s.Fill.G), int(s.Fill.B))
		style = "F"
	}
	if s.Stroke > 0 {
		p.pdf.SetDrawColor(int(s.Ink.R), int(s.Ink.G), int(s.Ink.B))
		p.pdf.SetLineWidth(s.Stroke)
		style += "D"
	}
	if len(s.Points) == 2 {
		p.pdf.Line(x+s.Points[0].X, y+s.Points[0].Y, x+s.Points[1].X, y+s.Points[1].Y)
		return
	}
	var points []fpdf.PointType
	for _, q := range s.Points {
		points = append(points, fpdf.PointType{X: x + q.X, Y: y + q.Y})
	}
	if style != "" {
		p.pdf.Polygon(points, style)
	}
}

// bookmark adds a line to the outline. No level is left out on the way down: the file
// would be broken.
func (p *painter) bookmark(m bookmark, y float64, s sheet) {
	if len(p.fonts) == 0 {
		return
	}
	if p.level = min(m.Level, p.level+1); p.state.font == nil {
		p.pdf.SetFont(p.faces[p.fonts[0]].name, "", sanhao) // the outline takes its encoding from the face
		p.state.font, p.state.size = p.fonts[0], sanhao
	}
	if s == turned {
		y = paperHeight // the top as the reader holds the page
	}
	p.pdf.Bookmark(wide(m.Text), p.level, y)
}

// characters returns what each code of each face stands for, by the face's name.
func (p *painter) characters() map[string]map[rune]rune {
	by := map[string]map[rune]rune{}
	for _, f := range p.faces {
		back := map[rune]rune{}
		for _, codes := range []map[rune]rune{f.Code, f.Half} {
			for r, code := range codes {
				back[code] = r
			}
		}
		by[f.name] = back
	}
	return by
}

// names returns the true name of each face of the file, with the tag of its subset before it: six
// letters that hang on the characters alone.
func (p *painter) names() map[string]string {
	names := map[string]string{}
	for f, l := range p.faces {
		sum := sha256.Sum256(l.Data)
		tag := make([]byte, 6)
		for i := range tag {
			tag[i] = 'A' + sum[i]%26
		}
		names[l.name] = string(tag) + "+" + f.PostScript()
	}
	return names
}
