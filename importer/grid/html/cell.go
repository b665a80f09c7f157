package html

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
)

// maxColSpan is the most columns a cell of a page may span (HTML, 4.9.11).
const maxColSpan = 1000

// cell ends the cell being read, if any.
func (p *page) cell() *grid.Refusal {
	if !p.inCell {
		return nil
	}
	p.inCell, p.area = false, false
	p.endChoice()
	p.scopes = p.scopes[:min(p.outside, len(p.scopes))]
	text, link, beside := p.take()
	if p.gone { // it takes no column: the next cell moves up
		if hidden := joined(text, beside.Hidden); !chars.Blank(hidden) {
			p.d.Note(p.row, p.col+1, grid.Beside{Hidden: hidden})
		}
		return nil
	}
	p.col++
	for p.busy.Takes(p.col, p.row) {
		p.col++
	}
	row, left, right := p.row, p.col, p.col+p.width-1
	if row > grid.MostRows || right > grid.MostCols {
		return grid.Damaged("网页中的表格超出范围")
	}
	if bad := p.reading.Fits(p.d.Size()); bad != nil {
		return bad
	}
	if p.width > 1 || p.height > 1 {
		if len(p.d.Merges) == grid.MaxMerges {
			return grid.TooLarge("合并单元格过多", fmt.Sprintf("%d 处", grid.MaxMerges))
		}
		p.d.Merges = append(p.d.Merges, grid.Span{Top: row, Left: left, Bottom: row + p.height - 1, Right: right})
		if p.height > 1 {
			p.busy.Take(left, right, row+p.height-1)
		}
	}
	p.col = right
	p.d.Look(p.look)
	defer p.d.Look(0)
	if v, err := strconv.ParseFloat(p.exact, 64); err == nil && strings.HasSuffix(text, "%") {
		p.d.PutNumber(row, left, v, "0%")
	} else if !chars.Blank(text) {
		p.d.Put(row, left, grid.Cell{Kind: grid.Text, Text: chars.Tidy(text), Link: link})
	} else {
		p.d.Blank(row, left, right)
	}
	if beside != (grid.Beside{}) {
		p.d.Note(row, left, beside)
	}
	p.notes.stand(p.d, row, left)
	return nil
}

func joined(a, b string) string {
	return strings.Trim(a+"\n"+b, "\n")
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// number reads a count that a page states, 0 for none.
func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return 0
	}
	return n
}

// colors returns the fill and the text's color that an element is styled with, "" for none.
func colors(t html.Token) (fill, color string) {
	fill, color = markup.Color(attribute(t, "bgcolor")), markup.Color(attribute(t, "color"))
	for rule := range strings.SplitSeq(attribute(t, "style"), ";") {
		name, value, _ := strings.Cut(rule, ":")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "background", "background-color":
			first, _, _ := strings.Cut(strings.TrimSpace(value), " ") // an image may follow
			if strings.HasPrefix(strings.ToLower(first), "rgb") {
				first = value
			}
			fill = cmp.Or(markup.Color(first), fill)
		case "color":
			color = cmp.Or(markup.Color(value), color)
		}
	}
	return fill, color
}
