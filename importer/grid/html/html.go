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
	source  string
	reading *grid.Reading
	d       *grid.Draft
	row     int
	col     int // last column of the row being read
	tables  int
	inTable bool
	inRow   bool
	waiting [][]paragraph // rows since the last table: above the next one, or below the last
	heading int           // level of the heading being read, 0 for none
	depth   int           // tables inside each other, those left out that only arrange others
	open    []bool        // of each open table whether it only arranges others
	layouts []bool        // the same of all tables of the page, in their order; nil where none lies in another
	begun   int           // tables so far, those inside others too
	layRow  int           // where in waiting the row of a table that arranges begins
	layCell int           // number of its cell
	skip    int           // elements whose text is not shown
	frames  bool          // the page is a set of frames
	bad     *grid.Refusal // why the page is not read to its end

	styles  styles    // what the page says of classes and the like
	around  []element // that are open, where the page has rules that ask for them
	scopes  []scope   // elements that mark their text
	inStyle bool
	rowMark int // how many scopes stand around the row
	section section
	buried  int // tables inside each other in an element that is not shown

	buriedSaid bool // that one is not shown

	piece             // of the cell, or of the paragraph outside tables
	choice *choice    // the list being read
	area   bool       // a field of several lines is being read
	kept   visibility // whether the page says of its lists what is chosen, once asked
	notes  comments   // of a workbook saved as a page

	inCell bool
	gone   bool   // the cell is not shown and takes no column
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

// mostTag is how many bytes a tag, a script or a picture written out in the page takes at the most.
// A tag of a million attributes takes thirty times as much memory.
const mostTag = 4 << 20

// Read reads the tables of a page.
func Read(r *grid.Reading, data []byte) *grid.Refusal {
	text, ok := charset.Decode(data)
	if !ok {
		return grid.Damaged("文字编码已损坏")
	}
	r.Budget.Hold(len(text))
	p := &page{source: text, reading: r, layouts: layouts(text)}
	p.begin()
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(mostTag)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				return grid.Damaged("网页内容已损坏")
			}
			break
		}
		if bad := cmp.Or(p.token(kind, z.Token()), p.bad); bad != nil {
			return bad
		}
		if bad := r.Budget.Over(); bad != nil {
			return bad
		}
	}
	return p.finish()
}

func (p *page) finish() *grid.Refusal {
	switch {
	case p.depth > 0 || len(p.open) > 0:
		return grid.Damaged("网页中的表格没有写完")
	case p.frames && !p.inTable:
		return grid.Unsupported("网页框架，表格不在这个文件里", "请用 Excel 打开这个网页，另存为 .xlsx，放回原文件夹。")
	}
	p.paragraph()
	p.lay()
	p.notes.close()
	if p.inTable || p.row > 0 {
		return p.reading.Add(p.d)
	}
	return nil
}

func (p *page) begin() {
	p.tables++
	p.d = grid.NewDraft(p.reading.File, fmt.Sprintf("表%d", p.tables))
	p.d.Paint(&p.paint)
	p.row, p.col, p.column, p.inTable, p.inRow, p.busy = 0, 0, 0, false, false, nil
}

func (p *page) close() *grid.Refusal {
	if bad := p.reading.Add(p.d); bad != nil {
		return bad
	}
	p.begin()
	return nil
}

func (p *page) token(kind html.TokenType, t html.Token) *grid.Refusal {
	switch kind {
	case html.TextToken:
		return p.words(t.Data)
	case html.StartTagToken, html.SelfClosingTagToken:
		return p.start(t, kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		return p.end(t.Data)
	}
	return nil
}

// words takes in a text between tags.
func (p *page) words(text string) *grid.Refusal {
	switch {
	case p.inStyle:
		p.styles.read(text)
	case p.skip > 0:
	case p.buried > 0:
		p.bury(text)
	case p.choice != nil:
		p.choice.say(markup.Squeeze(text))
	case !p.inCell && p.depth > 0:
	case p.area:
		p.say(strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\n"))
	default:
		p.say(markup.Squeeze(text))
	}
	if p.piece.size() > grid.MaxTextBytes {
		return grid.TooLarge("一个单元格的文字过长", grid.Megabytes(grid.MaxTextBytes))
	}
	return nil
}
