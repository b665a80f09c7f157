package html

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"

	"taizhang/importer/grid"
)

// start takes in a start tag.
func (p *page) start(t html.Token, single bool) *grid.Refusal {
	switch t.Data {
	case "script", "style", "title":
		if !single {
			p.skip++
			p.inStyle = t.Data == "style"
		}
		return nil
	case "frameset":
		p.frames = true
	}
	if p.skip > 0 {
		return nil
	}
	if p.buried > 0 {
		if t.Data == "table" {
			p.buried++
			p.begun++
		}
		return nil
	}
	defer p.opens(t, single)
	switch t.Data {
	case "table":
		return p.startTable(t)
	case "thead", "tbody", "tfoot":
		return p.startSection(t)
	case "col":
		span := max(number(attribute(t, "span")), 1)
		if p.styleOf(t).display == hidden {
			p.d.HideCols(p.column+1, min(p.column+span, grid.MostCols))
		}
		p.column = min(p.column+span, grid.MostCols)
	case "tr":
		return p.startRow(t)
	case "td", "th":
		return p.startCell(t)
	case "br":
		p.say("\n")
	case "input", "select", "option", "textarea", "img":
		p.control(t)
	default:
		p.enter(t, single)
		p.inline(t)
	}
	return nil
}

// inline takes in the start tag of an element inside a cell or a paragraph.
func (p *page) inline(t html.Token) {
	switch t.Data {
	case "a":
		if p.link == "" && !p.notes.anchor(t) {
			p.link = attribute(t, "href")
		}
	case "p", "div", "li", "caption":
		p.block()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.block()
		if p.depth == 0 {
			p.heading = int(t.Data[1] - '0')
		}
	}
}

// startTable begins a table: a sheet, text in a cell, or what only arranges others.
func (p *page) startTable(t html.Token) *grid.Refusal {
	number := p.begun
	p.begun++
	layout := number < len(p.layouts) && p.layouts[number]
	if p.depth == 0 {
		if n := len(p.scopes); n > 0 && p.scopes[n-1].tag == "p" { // a table ends the paragraph before it
			p.scopes = p.scopes[:n-1]
		}
		if p.styleOf(t).display == hidden || p.isHidden() {
			p.buried++
			return nil
		}
		p.paragraph()
		if layout {
			p.layRow = len(p.waiting)
		} else {
			p.layRow = -1 // what waits in the row stands above the table
		}
	} else {
		layout = false
	}
	p.open = append(p.open, layout)
	if layout {
		return nil
	}
	p.depth++
	if p.depth > 1 {
		return nil
	}
	if p.inTable {
		if bad := p.close(); bad != nil {
			return bad
		}
	}
	p.lay()
	p.inTable, p.rowMark, p.section = true, len(p.scopes), section{outside: len(p.scopes)}
	p.reading.AddTable(p.d, p.row+1)
	return nil
}

func (p *page) startRow(t html.Token) *grid.Refusal {
	switch p.depth {
	case 0:
		p.paragraph()
		p.endLayoutRow()
		return nil
	case 1:
	default:
		p.say("\n")
		return nil
	}
	bad := p.cell()
	p.nextRow()
	p.fill, p.color = colors(t)
	s := p.styleOf(t)
	if s.display == hidden || p.section.hidden {
		p.d.HideRow(p.row)
		s.display = unset
	}
	p.scopes = p.scopes[:min(p.rowMark, len(p.scopes))]
	p.push(t.Data, s)
	return bad
}

func (p *page) startCell(t html.Token) *grid.Refusal {
	switch p.depth {
	case 0:
		p.paragraph()
		p.layCell++
		return nil
	case 1:
	default:
		p.say(" ")
		return nil
	}
	bad := p.cell()
	if !p.inRow {
		p.nextRow()
		p.fill, p.color = "", ""
	}
	s := p.styleOf(t)
	p.inCell, p.gone = true, s.display == hidden
	p.outside = len(p.scopes)
	p.push(t.Data, s)
	fill, color := colors(t)
	p.look = p.paint.Number(cmp.Or(fill, p.fill), cmp.Or(color, p.color))
	p.exact = attribute(t, "x:num")
	p.width = min(max(number(attribute(t, "colspan")), 1), maxColSpan)
	p.height = min(max(number(attribute(t, "rowspan")), 1), grid.MostRows)
	return bad
}

// end takes in an end tag.
func (p *page) end(tag string) *grid.Refusal {
	switch tag {
	case "script", "style", "title":
		p.skip = max(p.skip-1, 0)
		p.inStyle = false
		return nil
	}
	if p.buried > 0 {
		if tag == "table" {
			p.buried--
		}
		return nil
	}
	switch tag {
	case "table":
		p.closes("table")
		return p.endTable()
	case "thead", "tbody", "tfoot":
		return p.endSection()
	case "td", "th", "tr":
		switch p.depth {
		case 0:
			p.paragraph()
			if tag == "tr" {
				p.endLayoutRow()
			}
		case 1:
			p.inRow = p.inRow && tag != "tr"
			return p.cell()
		}
		return nil
	case "select":
		p.endChoice()
	case "textarea":
		p.area = false
	case "p", "div", "li", "caption":
		p.block()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.block()
		p.heading = 0
	}
	p.leave(tag)
	p.closesOne(tag)
	return nil
}

func (p *page) endTable() *grid.Refusal {
	n := len(p.open)
	if n == 0 {
		return nil
	}
	layout := p.open[n-1]
	p.open = p.open[:n-1]
	if layout {
		p.paragraph()
		p.endLayoutRow()
		return nil
	}
	if p.depth--; p.depth > 0 {
		return nil
	}
	bad := p.cell()
	p.scopes = p.scopes[:min(p.section.outside, len(p.scopes))]
	return bad
}

// section is a part of a table whose rows may look alike: its head, a body, its foot.
type section struct {
	hidden  bool
	outside int // how many scopes stand around the table
}

// startSection begins a part of the table, and ends the one before it.
func (p *page) startSection(t html.Token) *grid.Refusal {
	bad := p.endSection()
	if p.depth != 1 {
		return bad
	}
	s := p.styleOf(t)
	p.section.hidden = s.display == hidden
	s.display = unset
	p.push(t.Data, s)
	p.rowMark = len(p.scopes)
	return bad
}

func (p *page) endSection() *grid.Refusal {
	if p.depth != 1 {
		return nil
	}
	bad := p.cell()
	p.inRow, p.section.hidden, p.rowMark = false, false, min(p.section.outside, len(p.scopes))
	p.scopes = p.scopes[:p.rowMark]
	return bad
}

func (p *page) nextRow() {
	p.row++
	p.col, p.inRow = 0, true
}

// block ends a line: inside a cell with a line break, outside tables with a row.
func (p *page) block() {
	if p.inCell {
		if s := p.shown.String(); s != "" && !strings.HasSuffix(s, "\n") {
			p.say("\n")
		}
		return
	}
	p.paragraph()
}
