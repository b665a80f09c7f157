package html

import "taizhang/importer/grid"

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
	if grid.Blank(text) && beside.Struck == "" {
		return
	}
	if p.bad = p.reading.Fits(p.d.Size() + len(p.waiting)); p.bad != nil {
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
	for _, s := range p.waiting[from:] {
		s := s[0]
		if n := len(row); n > 0 && row[n-1].cell == s.cell {
			before := &row[n-1]
			before.text += "\n" + s.text
			before.beside.Struck += s.beside.Struck
			before.beside.Hidden += s.beside.Hidden
			continue
		}
		row = append(row, s)
	}
	p.waiting = append(p.waiting[:from], row)
	p.layRow = len(p.waiting)
}

// lay puts the paragraphs that wait into rows of their own.
func (p *page) lay() {
	for _, row := range p.waiting {
		p.row++
		for i, s := range row {
			if grid.Blank(s.text) {
				p.d.Blank(p.row, i+1, i+1)
			} else {
				p.d.Put(p.row, i+1, grid.Cell{Kind: grid.Text, Text: grid.Tidy(s.text), Link: s.link})
			}
			if s.beside != (grid.Beside{}) {
				p.d.Note(p.row, i+1, s.beside)
			}
		}
	}
	p.waiting = nil
}
