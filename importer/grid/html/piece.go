package html

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
)

// piece is the text of a cell or a paragraph while it is gathered.
type piece struct {
	shown   strings.Builder
	struck  chars.StruckPieces
	note    strings.Builder // a comment that stands in the cell itself
	aside   int             // size of what is struck out
	hidden  strings.Builder
	link    string
	picture bool
	filled  int // how much was shown behind the last field of a form
	outside int // how many scopes stand around it
}

func (s *piece) size() int { return s.shown.Len() + s.aside + s.hidden.Len() + s.note.Len() }

// take returns what was gathered, and begins anew.
func (s *piece) take() (text, link string, beside grid.Beside) {
	text, struck := s.struck.Split(s.shown.String())
	beside = grid.Beside{Struck: lines(struck), Hidden: lines(s.hidden.String()), Comment: lines(s.note.String()), Picture: s.picture}
	text, link = lines(text), s.link
	s.shown.Reset()
	s.hidden.Reset()
	s.note.Reset()
	s.struck, s.aside, s.link, s.picture, s.filled = nil, 0, "", false, 0
	return text, link, beside
}

// say takes in a text where it can be seen, and beside it where it can't.
func (p *page) say(text string) {
	if len(p.scopes) == 0 {
		p.shown.WriteString(text)
		return
	}
	m := p.marks()
	if m.font != "" {
		text = chars.Symbols(m.font, text)
	}
	switch {
	case m.noted:
		p.note.WriteString(text)
	case m.hushed, p.notes.takes(m.comment, text):
	case m.hidden:
		p.hidden.WriteString(text)
	case m.struck:
		p.aside += len(text)
		p.struck.Add(p.shown.Len(), text)
	default:
		p.shown.WriteString(text)
	}
}

// bury says once that a table is not shown.
func (p *page) bury(text string) {
	if p.buriedSaid || chars.Blank(text) {
		return
	}
	p.buriedSaid = true
	p.reading.Findings = append(p.reading.Findings, finding.New(finding.HiddenContent, finding.In(p.reading.File, ""), "网页里有看不见的表格（如“"+first(text)+"”），没有读取", ""))
}

// first returns the beginning of a text, for a message.
func first(text string) string {
	r := []rune(strings.TrimSpace(markup.Squeeze(text)))
	return string(r[:min(len(r), 20)])
}

// lines trims each line of a text and the text itself.
func lines(s string) string {
	if s == "" {
		return ""
	}
	parts := strings.Split(s, "\n")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Trim(strings.Join(parts, "\n"), "\n")
}
