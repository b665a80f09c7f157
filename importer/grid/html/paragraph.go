package html

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
)

// paragraph is a text outside tables.
type paragraph struct {
	text, link string
	beside     grid.Beside
	cell       int // of a row of a table that only arranges
}

// paragraph ends the text gathered outside tables.
func (p *page) paragraph() {
	if p.depth > 0 {
		return
	}
	text, link, beside := p.take()
	if chars.Blank(text) && beside.Struck == "" {
		return
	}
	if p.bad = p.reading.FitsRows(p.row + len(p.waiting)); p.bad != nil {
		return
	}
	p.waiting = append(p.waiting, []paragraph{{text, link, beside, p.layCell}})
	p.reading.AddParagraph(text, p.heading)
}

// endLayoutRow sets what stood in the cells of one row of a table that arranges side by side,
// so that 填报单位 and the name beside it stay together. Paragraphs of a single cell, and what
// stands above a table in the row, keep rows of their own.
func (p *page) endLayoutRow() {
	from, cells := p.layRow, p.layCell
	p.layRow, p.layCell = len(p.waiting), 0
	if from < 0 || cells < 2 || len(p.waiting)-from < 2 || p.waiting[from][0].cell == p.waiting[len(p.waiting)-1][0].cell {
		return
	}
	var row []paragraph
	for rest := p.waiting[from:]; len(rest) > 0; {
		n := slices.IndexFunc(rest, func(s []paragraph) bool { return s[0].cell != rest[0][0].cell })
		if n < 0 {
			n = len(rest)
		}
		row = append(row, together(rest[:n]))
		rest = rest[n:]
	}
	p.waiting = append(p.waiting[:from], row)
	p.layRow = len(p.waiting)
}

// together makes one of the paragraphs of a cell.
func together(paragraphs [][]paragraph) paragraph {
	cell := paragraphs[0][0]
	var text, struck, hidden []string
	for _, s := range paragraphs {
		text, struck, hidden = append(text, s[0].text), append(struck, s[0].beside.Struck), append(hidden, s[0].beside.Hidden)
	}
	cell.text, cell.beside.Struck, cell.beside.Hidden = lines(strings.Join(text, "\n")), lines(strings.Join(struck, "\n")), lines(strings.Join(hidden, "\n"))
	return cell
}

// lay puts the paragraphs that wait into rows of their own.
func (p *page) lay() {
	for _, row := range p.waiting {
		p.row++
		p.d.Outside(p.row)
		for i, s := range row {
			if chars.Blank(s.text) {
				p.d.Blank(p.row, i+1, i+1)
			} else {
				p.d.Put(p.row, i+1, grid.Cell{Kind: grid.Text, Text: chars.Tidy(s.text), Link: s.link})
			}
			if s.beside != (grid.Beside{}) {
				p.d.Note(p.row, i+1, s.beside)
			}
		}
	}
	p.waiting = nil
}
