// Package html reads the tables of web pages.
package html

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"taizhang/importer/grid"
	"taizhang/importer/grid/charset"
	"taizhang/importer/grid/markup"
)

// page is an HTML page while it is read: what web systems export as .xls. Each outer
// table becomes a sheet; text above it becomes rows above it, as in a document.
type page struct {
	reading *grid.Reading
	d       *grid.Draft
	row     int
	col     int // last column of the row being read
	tables  int
	inTable bool
	inRow   bool
	waiting []paragraph // text since the last table: above the next one, or below the last
	heading int         // level of the heading being read, 0 for none
	depth   int         // tables inside each other
	skip    int         // elements whose text is not shown

	text   strings.Builder // of the cell, or of the paragraph outside tables
	link   string
	inCell bool
	look   uint16 // of the cell
	fill   string // of the row
	color  string
	paint  grid.Palette
	exact  string // the number behind a rounded display (Excel writes x:num)
	width  int    // columns and rows that the cell spans
	height int
	busy   markup.Busy
	column int // last <col> read
}

// Read reads the tables of a page.
func Read(r *grid.Reading, data []byte) *grid.Refusal {
	text, ok := charset.Decode(data)
	if !ok {
		return grid.Damaged("文字编码已损坏")
	}
	p := &page{reading: r}
	p.open()
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(grid.MaxUnzippedBytes)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				return grid.Damaged("网页内容已损坏")
			}
			break
		}
		if bad := p.token(kind, z.Token()); bad != nil {
			return bad
		}
	}
	if p.depth > 0 {
		return grid.Damaged("网页中的表格没有写完")
	}
	p.paragraph()
	p.lay()
	if p.inTable || p.row > 0 {
		return r.Add(p.d)
	}
	return nil
}

func (p *page) open() {
	p.tables++
	p.d = grid.NewDraft(p.reading.File, fmt.Sprintf("表%d", p.tables))
	p.d.Paint(&p.paint)
	p.row, p.col, p.column, p.inTable, p.inRow, p.busy = 0, 0, 0, false, false, nil
}

func (p *page) token(kind html.TokenType, t html.Token) *grid.Refusal {
	switch kind {
	case html.TextToken:
		if p.skip == 0 && (p.inCell || p.depth == 0) {
			p.text.WriteString(markup.Squeeze(t.Data))
			if p.text.Len() > grid.MaxTextBytes {
				return grid.TooLarge("一个单元格的文字过长", grid.Megabytes(grid.MaxTextBytes))
			}
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		return p.start(t, kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		return p.end(t.Data)
	}
	return nil
}

func (p *page) start(t html.Token, single bool) *grid.Refusal {
	switch t.Data {
	case "script", "style", "title":
		if !single {
			p.skip++
		}
	case "table":
		p.paragraph()
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
		p.inTable = true
		p.reading.AddTable(p.d, p.row+1)
	case "col":
		span := max(number(attribute(t, "span")), 1)
		if hides(t) {
			p.d.HideCols(p.column+1, min(p.column+span, grid.MostCols))
		}
		p.column = min(p.column+span, grid.MostCols)
	case "tr":
		if p.depth != 1 {
			p.text.WriteByte('\n')
			return nil
		}
		bad := p.cell()
		p.nextRow()
		p.fill, p.color = colors(t)
		if hides(t) {
			p.d.HideRow(p.row)
		}
		return bad
	case "td", "th":
		if p.depth != 1 {
			p.text.WriteByte(' ')
			return nil
		}
		bad := p.cell()
		if !p.inRow {
			p.nextRow()
			p.fill, p.color = "", ""
		}
		p.inCell = true
		fill, color := colors(t)
		p.look = p.paint.Number(cmp.Or(fill, p.fill), cmp.Or(color, p.color))
		p.exact = attribute(t, "x:num")
		p.width = min(max(number(attribute(t, "colspan")), 1), maxColSpan)
		p.height = min(max(number(attribute(t, "rowspan")), 1), grid.MostRows)
		return bad
	case "a":
		if p.link == "" {
			p.link = attribute(t, "href")
		}
	case "br":
		p.text.WriteByte('\n')
	case "p", "div", "li", "caption":
		p.block()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.block()
		if p.depth == 0 {
			p.heading = int(t.Data[1] - '0')
		}
	}
	return nil
}

func (p *page) end(tag string) *grid.Refusal {
	switch tag {
	case "script", "style", "title":
		p.skip = max(p.skip-1, 0)
	case "table":
		p.depth = max(p.depth-1, 0)
		if p.depth == 0 {
			return p.cell()
		}
	case "td", "th", "tr":
		if p.depth == 1 {
			p.inRow = p.inRow && tag != "tr"
			return p.cell()
		}
	case "p", "div", "li", "caption":
		p.block()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.block()
		p.heading = 0
	}
	return nil
}

func (p *page) nextRow() {
	p.row++
	p.col, p.inRow = 0, true
}

// block ends a line: inside a cell with a line break, outside tables with a row.
func (p *page) block() {
	if p.inCell {
		if s := p.text.String(); s != "" && !strings.HasSuffix(s, "\n") {
			p.text.WriteByte('\n')
		}
		return
	}
	p.paragraph()
}

func (p *page) close() *grid.Refusal {
	if bad := p.reading.Add(p.d); bad != nil {
		return bad
	}
	p.open()
	return nil
}
